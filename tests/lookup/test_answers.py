"""What does the case answer?"""

from dataclasses import replace

import pytest

from casebot.grading.lexicon import Lexicon
from casebot.lookup.answer import MOST, Found, Topic, look_up
from casebot.lookup.index import Index
from casebot.lookup.wordbook import Wordbook
from casebot.model.case import Case


def first(index: Index, question: str, language: str = "en") -> str | None:
    claims = look_up((index,), question, language).claims
    return claims[0].claim if claims else None


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("When did Marta Venn buy Lorne Lines?", "purchase"),
        ("how much did she pay for lorne lines", "purchase"),
        ("Quand Marta Venn a-t-elle racheté Lorne Lines ?", "purchase"),
        ("which bank made a loan for the takeover", "loan"),
        ("La banque a-t-elle financé le rachat ?", "loan"),
        ("how many sailors were sacked", "crew"),
        ("combien de marins virés", "crew"),
        ("nombre de licenciements", "crew"),
        ("why did they stop sailing at night", "night"),
        ("What penalty was imposed on them in 2021?", "fine"),
        ("amende montant", "fine"),
        ("MSB", "fine"),
        ("was the fine contested in court?", "appeal"),
        ("L'amende a-t-elle été contestée ?", "appeal"),
        ("turnover in 2020", "revenue-2020"),
        ("chiffre d'affaires 2019", "revenue-2019"),
        ("any injuries on the auk in august 2022", "aground"),
        ("when did the boss step down", "director"),
        ("le patron a-t-il demissionné", "director"),
        ("which study measured how long people wait", "waiting"),
        ("c'est trop cher les billets ?", "tickets"),
    ],
)
def test_a_question_in_other_words_finds_its_claim(ferry: Index, question: str, claim: str) -> None:
    assert first(ferry, question) == claim


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("who resigend in june", "director"),
        ("revenu for 2019 lorne lnes", "revenue-2019"),
        ("pasengers waiting longer", "waiting"),
        ("l'echouemnt de l'Auk, quelle panne", "steering"),
        ("missing life jakets", "fine"),
        ("was lorne lines realy fined", "fine"),
    ],
)
def test_a_misspelt_question_finds_its_claim(ferry: Index, question: str, claim: str) -> None:
    assert first(ferry, question) == claim


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("question", "claim"),
    [("Who resigned without a reason?", "director"), ("Qui a démissionné sans donner de raison ?", "director")],
)
def test_the_language_of_the_screen_does_not_matter(ferry: Index, question: str, claim: str, language: str) -> None:
    assert first(ferry, question, language) == claim


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("who says the crew was tired?", "steering"),
        ("Qui affirme que les billets sont trop chers ?", "tickets"),
        ("which study says people wait longer?", "waiting"),
    ],
)
def test_who_says_so_is_answered_by_the_claim_that_is_said(ferry: Index, question: str, claim: str) -> None:
    assert first(ferry, question) == claim


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "hello",
        "bonjour ça va ?",
        "What is the capital of Portugal?",
        "Comment installer Linux ?",
        "how old is Marta Venn",
        "Marta Venn est-elle mariée ?",
        "How many people live in Dunmore?",
        "turnover in 1987",
        "should I take the ferry to Dunmore",
        "Lorne Lines sera-t-elle vendue à Google ?",
        "Combien de marins compte la marine portugaise ?",
        "xyzzy plugh",
    ],
)
def test_what_the_case_does_not_say_is_not_answered(ferry: Index, question: str) -> None:
    answer = look_up((ferry,), question, "en")
    assert answer.claims == ()
    assert 1 <= len(answer.topics) <= MOST
    assert not answer.corrected


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Does the Maritime Safety Board employ divers?", Topic("ferry", "term", "board")),
        ("does Marta Venn collect stamps and coins", Topic("ferry", "page", "sale/price")),
        ("What is the capital of Portugal?", Topic("ferry", "lesson", "sale")),
    ],
)
def test_a_refusal_names_what_is_near(ferry: Index, question: str, topic: Topic) -> None:
    assert look_up((ferry,), question, "en").topics[0] == topic


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Why did Marta Venn buy Lorne Lines for 20 million euros?", "purchase"),
        ("Pourquoi Marta Venn a-t-elle acheté Lorne Lines pour 20 millions d'euros ?", "purchase"),
        ("Why did she give the ferry Auk to the island?", "gift"),
        ("Pourquoi a-t-elle offert l'Auk en cadeau ?", "gift"),
        ("Why was the night crossing dropped in 2018?", "night"),
    ],
)
def test_a_false_premise_is_met_by_the_claim_that_corrects_it(ferry: Index, question: str, claim: str) -> None:
    answer = look_up((ferry,), question, "en")
    assert answer.claims[0].claim == claim
    assert answer.corrected


@pytest.mark.parametrize(
    "question",
    [
        "Why was the night crossing dropped in 2020?",
        "Who lent 7 million euros for the purchase?",
        "When did Marta Venn buy Lorne Lines?",
        "What caused the grounding of the Auk?",
    ],
)
def test_a_sound_question_is_not_corrected(ferry: Index, question: str) -> None:
    assert not look_up((ferry,), question, "en").corrected


@pytest.mark.parametrize(
    ("question", "then", "claim"),
    [
        ("What was the revenue of Lorne Lines in 2019?", "and in 2020?", "revenue-2020"),
        ("What was the revenue of Lorne Lines in 2020?", "and the year before?", "revenue-2019"),
        ("Quel chiffre d'affaires pour Lorne Lines en 2019 ?", "et l'année suivante ?", "revenue-2020"),
        ("Quel chiffre d'affaires pour Lorne Lines en 2019 ?", "et un an plus tard ?", "revenue-2020"),
        ("Was the crew tired when the Auk ran aground?", "who says so?", "steering"),
        ("La fatigue de l'équipage a-t-elle causé l'échouement ?", "qui le dit ?", "steering"),
        ("Was Lorne Lines fined?", "how much?", "fine"),
        ("Was Lorne Lines fined?", "and the appeal?", "appeal"),
        ("Qui a prêté l'argent de l'achat ?", "combien ?", "loan"),
    ],
)
def test_a_follow_up_goes_on_from_the_last_answer(ferry: Index, question: str, then: str, claim: str) -> None:
    before = look_up((ferry,), question, "en")
    assert look_up((ferry,), then, "en", before.asked).claims[0].claim == claim


def test_one_follow_up_goes_on_from_another(ferry: Index) -> None:
    asked = look_up((ferry,), "What was the revenue of Lorne Lines in 2019?", "en").asked
    asked = look_up((ferry,), "and the year after?", "en", asked).asked
    assert look_up((ferry,), "and the year before?", "en", asked).claims[0].claim == "revenue-2019"


def test_a_new_question_does_not_lean_on_the_last_one(ferry: Index) -> None:
    asked = look_up((ferry,), "What was the revenue of Lorne Lines in 2019?", "en").asked
    question = "When did the director Paul Orme resign?"
    assert look_up((ferry,), question, "en", asked).claims == look_up((ferry,), question, "en").claims


def test_an_answer_names_case_claim_and_the_page_that_teaches_it(ferry: Index) -> None:
    found = look_up((ferry,), "Who lent the money for the purchase?", "en").claims[0]
    assert found == Found("ferry", "loan", found.score, "sale/price")
    assert 0 < found.score <= 1
    assert look_up((ferry,), "Did a tired crew cause it?", "en").claims[0].page == "sale/safety"
    assert look_up((ferry,), "When did Paul Orme resign?", "en").claims[0].page is None


def test_several_cases_are_searched_together(ferry: Index, shipped_index: Index) -> None:
    both = (shipped_index, ferry)
    assert look_up(both, "Who fined Lorne Lines?", "en").claims[0].case == "ferry"
    assert look_up(both, "Which banks lent Musk money for the purchase of Twitter?", "en").claims[0].case == "x-xai"
    assert look_up(tuple(reversed(both)), "Who fined Lorne Lines?", "en").claims[0].case == "ferry"


def test_claims_that_say_the_same_are_not_told_twice(
    ferry_case: Case, lexicon: Lexicon, wordbook: Wordbook, ferry: Index
) -> None:
    again = ferry_case.claims["fine"].model_copy(update={"date": None})
    twice = Index.build(replace(ferry_case, claims={**ferry_case.claims, "again": again}), lexicon, wordbook)
    found = look_up((twice,), "Who fined Lorne Lines over life jackets?", "en").claims
    assert [each.claim for each in found if each.claim in {"fine", "again"}] in (["fine"], ["again"])
    assert look_up((ferry,), "Who fined Lorne Lines over life jackets?", "en").claims[0].claim == "fine"
