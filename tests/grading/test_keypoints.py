"""What is heard in an open answer: terms and their forms, denials, sentences, and the learner's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from benchmarks.hostile import HOSTILE, setting
from casebot.grading.keypoints import Heard, hear
from casebot.grading.steelman import CAP, steelman
from casebot.model.dilemma import Groups
from casebot.model.text import ByLanguage
from casebot.tutoring.book import Book

TERMS: TypeAdapter[ByLanguage[Groups]] = TypeAdapter(ByLanguage[Groups])
INFLUENCE = {"en": [["moderate", "influence"]], "fr": [["modérer", "influence"]]}
PRICE = {
    "en": [["price", "cost"], ["rise", "go up"], ["not enough"]],
    "fr": [["prix", "coût"], ["monter"], ["pas assez"]],
}
SIDES = ["They were told.", "The rule is clear", "nobody asked", "It is not true that prices rose.", "prices rise"]


def told(terms: object, text: str, language: str = "en") -> Heard:
    return hear(TERMS.validate_python(terms), text, setting(language))


@pytest.mark.parametrize(
    "text",
    [
        "They moderate.",
        "It was moderated well",
        "content moderation matters",
        "a moderaton team",
        "He wanted influence",
        "la modération des contenus",
        "ils ont modéré la plateforme",
        "Not only influence, also money.",
        "Sans doute de l'influence.",
        "Brands don't want influence bought for money.",
        "He cannot buy influence.",
        "La ville n'a pas à influencer le vote.",
        "It did not work, because influence counts.",
        "Money, not power. Influence came later.",
        "That is false, he wanted influence.",
        "Ils n'ont pas que des marques : ils ont de l'influence.",
    ],
)
def test_a_term_is_heard_in_its_forms_its_family_and_with_a_slip(text: str) -> None:
    assert told(INFLUENCE, text).made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not for influence",
        "He had no influence.",
        "not because of influence",
        "pas parce qu'il a de l'influence",
        "It was never about influence",
        "It is not true that he wanted influence.",
        "Nobody here says that it was for influence.",
        "Of course he had influence, but it was about money.",
        "ce n'est pas pour l'influence",
        "Il n'a jamais eu d'influence",
        "He never thought that the owner of the firm had influence.",
        "Il n'a jamais cru que le patron de la société avait de l'influence.",
        "power money influence court fee newspaper judge ruling",
        "La loi ne donnait pas à influence.",
        "Je ne dis pas qu'il voulait de l'influence.",
        "ca prouve pas que l'influence existe",
        "Certes il avait de l'influence, mais il voulait de l'argent.",
        "the confluence of two rivers",
    ],
)
def test_what_is_denied_granted_or_laid_in_nobodys_mouth_is_not_heard(text: str) -> None:
    assert not told(INFLUENCE, text).made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The price will rise.", True),
        ("Prices went up and that is never enough.", True),
        ("Les prix montent toujours.", True),
        ("The price fell. Costs matter. Prices.", False),
        ("It will rise. The price is known.", False),
        ("The price is enough.", False),
        ("The price is not enough.", True),
        ("Le coût n'est pas assez haut", True),
    ],
)
def test_a_point_of_three_groups_needs_two_of_them_in_one_sentence(text: str, made: bool) -> None:
    assert told(PRICE, text).made is made


def test_a_word_counts_for_one_group_and_a_phrase_in_two_groups_for_both() -> None:
    assert not told([["public trust"], ["trust"]], "public trust").made
    assert told([["public trust"], ["trust"]], "public trust, and trust again").made
    assert told([["trust", "by itself"], ["state", "by itself"]], "It goes by itself.").made


@given(st.lists(st.sampled_from(SIDES), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_sentences_changes_nothing(sentences: list[str], chance: object) -> None:
    turned = sentences[::-1]
    first, second = told(PRICE, ". ".join(sentences) + "."), told(PRICE, ". ".join(turned) + ".")
    assert first.made == second.made


@given(st.lists(st.sampled_from(SIDES), max_size=6), st.sampled_from(SIDES))
def test_another_sentence_takes_nothing_away(sentences: list[str], more: str) -> None:
    text = ". ".join(sentences) + ". "
    assert told(PRICE, text + more).made >= told(PRICE, text).made


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([*SIDES, "price", "rise", "pas", "not", ",", "🦀"])).map(" ".join)
)
def test_what_is_quoted_is_what_was_typed(text: str) -> None:
    for language in ("en", "fr"):
        for quote in told(PRICE, text, language).quotes:
            assert text[quote.start : quote.end] == quote.words != ""


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_heard_to_its_end(shipped_book: Book, text: str) -> None:
    for dilemma in shipped_book.cases["x-xai"].dilemmas.values():
        for side in dilemma.side:
            found = steelman(dilemma, side.key, text, shipped_book.setting("x-xai/", "en"))
            quoted = [quote for each in found.covered for quote in each.quotes]
            assert all(quote.end <= CAP for quote in quoted)
            assert len(found.covered) + len(found.missing) == len(side.argument)


def test_every_argument_of_a_side_is_heard_in_its_own_words(shipped_book: Book) -> None:
    """Of its sentence in either language, the argument makes its point and its straw men are not voiced."""
    deaf: list[str] = []
    heard = 0
    for name, dilemma in shipped_book.cases["x-xai"].dilemmas.items():
        for side in dilemma.side:
            for argument in side.argument:
                for language, say in argument.text.each():
                    found = steelman(dilemma, side.key, say, shipped_book.setting("x-xai/", language))
                    made = {each.argument for each in found.covered}
                    heard += argument.id in made
                    deaf += [f"{language} {name}/{argument.id}"] if argument.id not in made or found.straws else []
    assert len(deaf) <= heard // 20, deaf


def test_a_straw_man_is_told_from_the_argument_it_stands_for(shipped_book: Book) -> None:
    """Its own sentence in either language voices it."""
    deaf: list[str] = []
    heard = 0
    for name, dilemma in shipped_book.cases["x-xai"].dilemmas.items():
        for side in dilemma.side:
            for number, straw in enumerate(side.straw):
                for language, say in straw.say.each():
                    found = steelman(dilemma, side.key, say, shipped_book.setting("x-xai/", language))
                    ok = number in {each.straw for each in found.straws}
                    heard += ok
                    deaf += [] if ok else [f"{language} {name}/{side.key}/{number}"]
    assert len(deaf) <= heard // 20, deaf
