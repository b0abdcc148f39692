"""What is read past in an answer, and what is not."""

import pytest

from casebot.grading.grade import grade
from casebot.grading.remarks import segments
from casebot.grading.respelt import repair
from casebot.tutoring.book import Book

BANK = "x-xai/acquisition"


def verdict(book: Book, item: str, answer: str, language: str = "en") -> str:
    name = f"{BANK}/{item}"
    found = book.item(name)
    assert found is not None
    return grade(found, answer, book.setting(name, language)).verdict


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        ("who-owes", "Twitter, the company that was bought", "correct"),
        ("who-owes", "Twitter, not Musk", "correct"),
        ("who-owes", "not Musk", "incorrect"),
        ("who-owes", "Twitter and the banks", "incorrect"),
        ("who-owes", "Musk, not Twitter", "incorrect"),
        ("who-owes", "Twitter, not Twitter", "incorrect"),
        ("who-owes", "Twitter, not", "incorrect"),
        ("who-owes", "Twitter, which Tesla bought", "incorrect"),
        ("who-owes", "not Musk but Twitter", "correct"),
        ("who-owes", "It's not Musk, it's Twitter", "correct"),
        ("who-owes", "ce n'est pas Musk mais Twitter", "correct"),
        ("who-owes", "Twitter mais pas Musk", "correct"),
        ("who-owes", "ce n'est pas Musk, c'est Twitter", "correct"),
        ("who-owes", "not Twitter but Musk", "incorrect"),
        ("who-owes", "ce n'est pas Twitter mais Musk", "incorrect"),
        ("who-owes", "Musk but Twitter", "incorrect"),
        ("court-state", "Delaware, California", "incorrect"),
        ("court-state", "Delaware because it is not California", "correct"),
        ("court-state", "in Delaware since firms register there", "correct"),
        ("regulator", "SEC, FBI", "incorrect"),
        ("regulator", "SBC", "incorrect"),
        ("regulator", "SSE", "incorrect"),
        ("regulator", "SCE", "close"),
        ("regulator", "SECC", "close"),
        ("remedy", "specific performance, which is not damages", "correct"),
        ("remedy", "specific performance and damages", "incorrect"),
        ("remedy", "the specific performance of the contract", "correct"),
        ("defence", "anything but a poison pill", "incorrect"),
        ("defence", "no idea, something with poison", "blank"),
    ],
)
def test_a_remark_is_read_past_and_another_answer_is_not(
    shipped_book: Book, item: str, answer: str, expected: str
) -> None:
    assert verdict(shipped_book, item, answer) == expected


@pytest.mark.parametrize(
    ("item", "answer", "language", "expected"),
    [
        ("days-late", "11 days", "en", "correct"),
        ("days-late", "1 week 4 days", "en", "correct"),
        ("days-late", "4 days 1 week", "en", "blank"),
        ("days-late", "eleven (11) days", "en", "correct"),
        ("days-late", "7 + 4 = 11 days", "en", "correct"),
        ("days-late", "11 or 12 days", "en", "blank"),
        ("days-late", "between 10 and 12 days", "en", "blank"),
        ("days-late", "10-12 days", "en", "blank"),
        ("days-late", "at least 11 days", "en", "incorrect"),
        ("days-late", "plus de 11 jours", "fr", "incorrect"),
        ("days-late", "11,000 days", "en", "incorrect"),
        ("days-late", "11 hours", "en", "incorrect"),
        ("days-late", "elevn days", "en", "close"),
        ("days-late", "not 11 days", "en", "incorrect"),
        ("days-late", "days", "en", "blank"),
        ("price", "billions of dollars", "en", "blank"),
        ("price", "des milliards de dollars", "fr", "blank"),
        ("price", "un milliard de dollars", "fr", "incorrect"),
        ("price", "about 44 billion dollars, 54.20 a share", "en", "correct"),
        ("price", "44 billion dollars or 46 billion dollars", "en", "blank"),
        ("price", "44 milliards de francs", "fr", "incorrect"),
        ("share-price", "54$20", "fr", "correct"),
        ("share-price", "54 dollars and 20 cents", "en", "correct"),
        ("share-price", "54 dollars and 21 cents", "en", "incorrect"),
        ("share-price", "fifty-four dollars twenty", "en", "correct"),
        ("stake", "neuf virgule deux pour cent", "fr", "correct"),
    ],
)
def test_quantities_are_read_as_people_write_them(
    shipped_book: Book, item: str, answer: str, language: str, expected: str
) -> None:
    assert verdict(shipped_book, item, answer, language) == expected


def test_a_bare_number_is_held_against_the_unit_that_was_asked(shipped_book: Book) -> None:
    name = f"{BANK}/days-late"
    item = shipped_book.item(name)
    assert item is not None
    for answer, code in (("22", "too-high"), ("5", "too-low"), ("950400", "too-high")):
        result = grade(item, answer, shipped_book.setting(name, "en"))
        assert [reason.code for reason in result.reasons] == [code], answer


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        ("walk-away", "Twitter could ask a court to order the purchase", "correct"),
        ("walk-away", "Twitter could not ask a court to order the purchase", "blank"),
        ("walk-away", "what may a court order?", "blank"),
        ("walk-away", "Twitter", "blank"),
        ("walk-away", "answer c", "correct"),
        ("walk-away", "answer z", "blank"),
        ("walk-away", "[/b]", "blank"),
        ("walk-away", "</c> ok", "blank"),
        ("walk-away", "[c]", "correct"),
        ("judgment", "no, that's false", "correct"),
        ("judgment", "it is not false", "incorrect"),
        ("judgment", "yes and no", "blank"),
        ("judgment", "fals", "close"),
        ("known-billion", "there is no support for it", "correct"),
        ("known-billion", "documented", "incorrect"),
        ("known-billion", "reported or disputed", "blank"),
    ],
)
def test_an_option_is_meant_by_its_words(shipped_book: Book, item: str, answer: str, expected: str) -> None:
    assert verdict(shipped_book, item, answer) == expected


def test_an_answer_falls_into_what_is_said_remarked_and_denied() -> None:
    parts = [(part.kind, part.text) for part in segments("delaware, not texas, because firms register there")]
    assert parts == [("said", "delaware"), ("denial", "texas"), ("remark", "firms register there")]


def test_only_words_that_are_no_words_are_taken_for_numbers(shipped_book: Book) -> None:
    guard = shipped_book.setting(f"{BANK}/price", "en").guard("en")
    assert repair("elevn days", guard)[0] == "eleven days"
    for text in ("seen days", "heaven", "ten dogs"):
        assert repair(text, guard) == (text, ())
