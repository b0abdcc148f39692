"""Do the questions that anyone would put to the shipped case lead with the claim that everyone would expect?

Written against the claims; a question names every claim that would be a good first answer.
"""

import pytest

from casebot.lookup.answer import look_up
from casebot.lookup.index import Index

ENGLISH = [
    ("When did Musk buy Twitter?", "acq-closing acq-price"),
    ("how much did he pay for twitter", "acq-price acq-closing acq-agreement"),
    ("Who is Linda Yaccarino?", "crisis-yaccarino xai-yaccarino"),
    ("what is Grok", "xai-x-data xai-competitor gov-contracts-won xai-founded"),
    ("What is DOGE?", "pol-doge-order pol-doge-role pol-doge-leader pol-doge-end"),
    ("how many employees were fired", "crisis-layoffs-nov4 crisis-80-percent eth-layoffs"),
    ("When was Twitter renamed X?", "crisis-rebrand-x"),
    ("when was xAI founded", "xai-founded"),
    ("who bought X", "xai-merger crisis-xai-merger xai-spacex-merger crisis-spacex-merger xai-ecosystem"),
    ("Why did the advertisers leave?", "crisis-exodus-cause crisis-ad-exodus crisis-nov2023-exodus"),
    ("how much did advertising revenue fall", "crisis-ad-drop-50 crisis-us-ads-60 crisis-h1-2023"),
    ("did twitter go bankrupt", "crisis-brink-bankruptcy crisis-bankruptcy-2022 crisis-needs-financing"),
    ("how much did Musk give to Trump", "pol-donations-277 pol-donations-291 pol-america-pac"),
    ("Did Musk run DOGE?", "pol-doge-leader pol-doge-role pol-doge-post"),
    ("How much did DOGE save?", "pol-doge-savings pol-doge-savings-checked"),
    ("why did musk and trump fall out", "pol-feud"),
    ("Why was X fined by the EU?", "crisis-dsa-fine xai-dsa-fine"),
    ("how many users does X have", "crisis-users-600m xai-mau crisis-users-dau"),
    ("What is xAI worth?", "xai-series-e xai-valuation-80 xai-spacex-merger crisis-xai-merger xai-merger xai-series-c"),
    ("Was Musk forced to buy Twitter?", "acq-court-ordered acq-why-closed"),
    ("who lent musk the money", "acq-bank-debt acq-financing-plan crisis-debt-sold crisis-worst-buyout"),
    ("Why did the SEC sue Musk?", "acq-late-disclosure-sec acq-late-disclosure-musk"),
    ("when did spacex go public", "crisis-spacex-ipo xai-spacex-ipo"),
    ("Did the article quote Musk correctly?", "acq-quote-seed-wording eth-quote-town-square xai-quote-two-sides"),
]
FRENCH = [
    ("Quand Musk a-t-il racheté Twitter ?", "acq-closing acq-price"),
    ("combien il a payé twitter", "acq-price acq-closing acq-agreement"),
    ("Qui est Linda Yaccarino ?", "crisis-yaccarino xai-yaccarino"),
    ("c'est quoi grok", "xai-x-data xai-competitor gov-contracts-won xai-founded"),
    ("c'est quoi DOGE", "pol-doge-order pol-doge-role pol-doge-leader pol-doge-end"),
    ("combien d'employés ont été licenciés ?", "crisis-layoffs-nov4 crisis-80-percent eth-layoffs"),
    ("Quand Twitter est-il devenu X ?", "crisis-rebrand-x"),
    ("quand xAI a été créée", "xai-founded"),
    ("qui a racheté X", "xai-merger crisis-xai-merger xai-spacex-merger crisis-spacex-merger xai-ecosystem"),
    ("Pourquoi les annonceurs sont-ils partis ?", "crisis-exodus-cause crisis-ad-exodus crisis-nov2023-exodus"),
    ("de combien ont baissé les revenus publicitaires", "crisis-ad-drop-50 crisis-us-ads-60 crisis-h1-2023"),
    ("Twitter a-t-il fait faillite ?", "crisis-brink-bankruptcy crisis-bankruptcy-2022 crisis-needs-financing"),
    ("combien musk a donné à trump", "pol-donations-277 pol-donations-291 pol-america-pac"),
    ("Musk dirigeait-il le DOGE ?", "pol-doge-leader pol-doge-role pol-doge-post"),
    ("combien le doge a économisé", "pol-doge-savings pol-doge-savings-checked"),
    ("pourquoi musk et trump se sont disputés", "pol-feud"),
    ("Pourquoi l'Union européenne a-t-elle sanctionné X ?", "crisis-dsa-fine xai-dsa-fine"),
    ("combien d'utilisateurs sur X", "crisis-users-600m xai-mau crisis-users-dau"),
    ("Combien vaut xAI ?", "xai-series-e xai-valuation-80 xai-spacex-merger crisis-xai-merger xai-merger xai-series-c"),
    ("Musk a-t-il été obligé d'acheter Twitter ?", "acq-court-ordered acq-why-closed"),
    ("qui a prêté l'argent à musk", "acq-bank-debt acq-financing-plan crisis-debt-sold crisis-worst-buyout"),
    ("Pourquoi la SEC poursuit-elle Musk ?", "acq-late-disclosure-sec acq-late-disclosure-musk"),
    ("quand spacex est entré en bourse", "crisis-spacex-ipo xai-spacex-ipo"),
    (
        "La citation de Musk dans l'article est-elle exacte ?",
        "acq-quote-seed-wording eth-quote-town-square xai-quote-two-sides",
    ),
]


@pytest.mark.parametrize(
    ("language", "question", "claims"),
    [(language, *row) for language, rows in (("en", ENGLISH), ("fr", FRENCH)) for row in rows],
)
def test_an_everyday_question_leads_with_the_claim_that_is_expected(
    shipped_index: Index, language: str, question: str, claims: str
) -> None:
    found = look_up((shipped_index,), question, language).claims
    assert found
    assert found[0].claim in claims.split()


@pytest.mark.parametrize(
    ("language", "question", "then"),
    [
        (language, question, then)
        for language, questions, thens in (
            ("en", ["How much did DOGE save?", "Was X blocked in Brazil?"], ["who says so?", "says who", "why?"]),
            ("en", ["How many staff did Twitter dismiss in November 2022?"], ["when?", "how many?", "who said that?"]),
            ("fr", ["combien le doge a économisé", "X a été bloqué au Brésil ?"], ["qui le dit ?", "d'après qui ?"]),
            ("fr", ["combien d'employés ont été licenciés en novembre 2022 ?"], ["c'était quand ?", "selon qui"]),
        )
        for question in questions
        for then in thens
    ],
)
def test_a_question_that_brings_nothing_new_stays_with_the_claim_told_last(
    shipped_index: Index, language: str, question: str, then: str
) -> None:
    told = look_up((shipped_index,), question, language)
    assert look_up((shipped_index,), then, language, told.asked).claims[0].claim == told.claims[0].claim


@pytest.mark.parametrize(
    ("language", "then", "claims"),
    [
        ("en", "Who is Linda Yaccarino?", "crisis-yaccarino xai-yaccarino"),
        ("en", "and Bluesky?", "crisis-bluesky"),
        ("fr", "Qui est Peiter Zatko ?", "acq-zatko"),
        ("en", "how tall is elon musk", ""),
        ("en", "who is his wife", ""),
        ("fr", "quel âge a-t-il", ""),
    ],
)
def test_a_short_question_may_change_the_subject(shipped_index: Index, language: str, then: str, claims: str) -> None:
    told = look_up((shipped_index,), "Has Threads overtaken X?", "en")
    found = look_up((shipped_index,), then, language, told.asked).claims
    assert [each.claim for each in found[:1]] == claims.split()[:1] or found[0].claim in claims.split()
