"""Is a verdict said with its reason, in either language?"""

import pytest

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.tutoring.book import Book
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin


def said(book: Book, step: str, *lines: str, language: str = "en") -> list[str]:
    """What casebot says to these lines at a step, a line for each turn, what was typed left out."""
    talk = Talk(book, begin(lang=language)).go_to(step)
    before = len(talk.turns)
    for line in lines:
        talk.say(line)
    voice = Words(language)
    shown = [
        write(turn, Sheet(book, voice, 72)).text.replace("\n", " | ")
        for turn in talk.turns[before:]
        if turn.role != "you"
    ]
    return [text.replace("\u202f", " ").replace("\u00a0", " ") for text in shown]


@pytest.mark.parametrize(
    ("step", "line", "expected"),
    [
        ("ask-city", "City Gazette", "Right: City Gazette"),
        ("ask-city", "City Gazete", "Right, spelling: Gazete → Gazette (t missing)"),
        ("ask-city", "not the City Gazette", "Not yet: That is not it. (one is negated, the other is not)"),
        ("ask-city", "City", "Not yet: That is not it. (something is missing)"),
        ("ask-cost", "7.25 million dollars", "Right: 7.25 million dollars"),
        ("ask-cost", "7.25", "Right: 7.25 million dollars (taken as millions of dollars)"),
        ("ask-cost", "8", "Not yet: That is not it. (too high)"),
        (
            "ask-cost",
            "7.25 million euros",
            "Not yet: That is not it. (that is another unit; it is asked in millions of dollars)",
        ),
        ("ask-signs", "closing", "Partly: 50% of it. (1 of 2 right ones, 0 wrong)"),
        (
            "ask-order",
            "inspect,fall,close,paid",
            "Partly: 75% of it. (the first step out of place is number 1: An inspection)",
        ),
        ("ask-closed", "true", "Not yet: That is not it."),
        ("ask-known", "disputed", "Partly: Next to where it belongs. (you chose: disputed)"),
        ("ask-fill", "bridge; April", "Partly: 50% of it. (1 of 2) (not yet: (2))"),
        ("ask-pairs", "april=rust", "Partly: 33% of it. (1 of 3)"),
        ("ask-open", "there was rust", 'Partly: Points 1/2. |   "rust": Rust was found.'),
    ],
)
def test_a_verdict_says_why(small_book: Book, step: str, line: str, expected: str) -> None:
    assert said(small_book, step, line)[0] == expected


@pytest.mark.parametrize(
    ("step", "line", "expected"),
    [
        ("ask-city", "City Gazete", "Juste, à l’orthographe près: Gazete → Gazette (t manque)"),
        ("ask-cost", "7,25 millions de dollars", "Juste: 7,25 millions de dollars"),
        ("ask-known", "contesté", "En partie: À côté de sa place. (vous avez choisi : contesté)"),
        ("ask-closed", "vrai", "Pas encore: Ce n’est pas cela."),
    ],
)
def test_a_verdict_says_why_in_french(small_book: Book, step: str, line: str, expected: str) -> None:
    assert said(small_book, step, line, language="fr")[0] == expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("ask-cause", "Tells: The answer: Rust"),
        ("ask-city", "Tells: The answer: City Gazette"),
        ("ask-cost", "Tells: The answer: 7.25 million dollars"),
        ("ask-signs", "Tells: The answer: |   The closing |   The rust"),
        (
            "ask-order",
            "Tells: The answer: |   1. Traffic falls |   2. An inspection |   3. The closing |   4. The payment",
        ),
        ("ask-closed", "Tells: The answer: False"),
        ("ask-fill", "Tells: The answer: |   (1) bridge |   (2) May"),
        ("ask-pairs", "Tells: The answer: |   April = rust |   May = closing |   June = payment"),
        ("ask-known", "Tells: The answer: no support"),
        ("ask-open", "Tells: The answer: Rust was found in two cables, and the city closed it for safety."),
    ],
)
def test_the_answer_is_told_in_words(small_book: Book, step: str, expected: str) -> None:
    assert said(small_book, step, "/skip")[1] == expected


def test_why_repeats_the_answer_with_every_reason(small_book: Book) -> None:
    assert said(small_book, "ask-city", "City Gazete", "/why")[-1] == (
        "Tells: City Gazete | - spelling: Gazete → Gazette (t missing)"
    )
    assert said(small_book, "ask-cost", "7.25 million dollars", "/why")[-1] == (
        "Tells: 7.25 million dollars | - read as 7.25 million dollars"
    )
    assert said(small_book, "ask-cause", "rust", "/why")[-1] == "Tells: Rust | Rust in two cables (reported)."
    assert said(small_book, "ask-cause", "cuts", "ice", "/why")[-1] == "Tells: Ice | Rust in two cables (reported)."
    assert said(small_book, "ask-city", "/skip", "/why")[-1] == "Tells: - no answer was given"


def test_an_assertion_is_judged_with_the_record_behind_it(small_book: Book) -> None:
    page = Talk(small_book).go_to("ask-known")
    asked = write(page.turns[-1], Sheet(small_book, Words("en"), 72)).text
    assert "How well is this known?\nThe cables were cut." in asked


def test_the_first_step_out_of_place_is_named(small_book: Book) -> None:
    told = said(small_book, "ask-order", "inspect,fall,close,paid")[0]
    assert told == "Partly: 75% of it. (the first step out of place is number 1: An inspection)"
    order = said(small_book, "ask-order", "/skip")[1].split(" | ")
    assert [row.strip() for row in order[1:]] == [
        "1. Traffic falls",
        "2. An inspection",
        "3. The closing",
        "4. The payment",
    ]
