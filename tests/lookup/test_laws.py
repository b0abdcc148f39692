"""The laws of looking up: what holds for every question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.grading.normalise import fold
from casebot.lookup.answer import MOST, look_up
from casebot.lookup.follow_up import Asked
from casebot.lookup.index import Index
from casebot.model.case import Case
from casebot.model.languages import SPOKEN

ANY = st.text(max_size=80) | st.text(alphabet=st.sampled_from("aàe?12 .,'\n"), max_size=40)
WORDS = st.lists(
    st.sampled_from(
        "who when why how much combien pourquoi qui Auk ferry Lorne Lines fine amende pénalité 2019 2020 may mai "
        "démissionné sailors marins échoué night nuit the la of and et million zebra xyz".split()
    ),
    max_size=8,
).map(" ".join)
LANGUAGE = st.sampled_from(SPOKEN)


@given(question=ANY, language=st.sampled_from([*SPOKEN, "de", ""]), last=ANY)
def test_any_text_is_answered_or_refused(ferry: Index, question: str, language: str, last: str) -> None:
    for asked in (None, Asked(last, ("ferry/fine",)), Asked("", ("no", "ferry/gone", "other/case"))):
        answer = look_up((ferry,), question, language, asked)
        assert len(answer.claims) <= MOST
        assert len(answer.topics) <= MOST
        assert all(0 <= found.score <= 1 for found in answer.claims)
        assert not (answer.claims and answer.topics)


@given(question=WORDS, language=LANGUAGE)
def test_the_same_question_gets_the_same_answer(ferry: Index, question: str, language: str) -> None:
    assert look_up((ferry,), question, language) == look_up((ferry,), question, language)


@given(question=WORDS, language=LANGUAGE, change=st.sampled_from([str.upper, str.lower, fold, str.title]))
def test_capitals_accents_and_spaces_change_nothing_in_the_first_place(
    ferry: Index, question: str, language: str, change: object
) -> None:
    assert callable(change)
    other = f"  {change(question)} ".replace(" ", "  ")
    first, second = (look_up((ferry,), each, language).claims[:1] for each in (question, other))
    assert [found.claim for found in first] == [found.claim for found in second]


@given(noise=st.text(alphabet="bcdfghjkqwxz", min_size=5, max_size=12), language=LANGUAGE)
def test_nonsense_finds_nothing(ferry: Index, noise: str, language: str) -> None:
    assert look_up((ferry,), noise, language).claims == ()


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("screen", SPOKEN)
def test_the_sentence_of_a_claim_finds_the_claim(ferry: Index, language: str, screen: str) -> None:
    for name, claim in ferry.case.claims.items():
        assert look_up((ferry,), claim.text.show(language), screen).claims[0].claim == name


@pytest.mark.parametrize("language", SPOKEN)
def test_the_sentence_of_a_claim_finds_it_or_one_that_says_the_same(
    shipped: Case, shipped_index: Index, language: str
) -> None:
    lost = []
    for name, claim in shipped.claims.items():
        first = look_up((shipped_index,), claim.text.show(language), language).claims[0].claim
        if first != name and not claim_alike(shipped_index, first, name):
            lost.append((name, first))
    assert lost == []


def claim_alike(index: Index, one: str, other: str) -> bool:
    shared = index.terms[one] & index.terms[other]
    return len(shared) >= 0.4 * len(index.terms[one] | index.terms[other])
