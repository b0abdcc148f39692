"""Is what was answered, read and told found by its words?"""

import pytest

from casebot.documents.given import answer_turns, response_of
from casebot.documents.search import Found, extract, find, searchable, spots, words_of
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.case import Case
from casebot.tutoring.book import Book
from casebot.words.words import Words
from tests.progress.days import answer, answers

PAGES = ("small/first/page", "small/first/bars", "small/first/none")
CLAIMS = ("small/closed", "small/rust", "small/sabotage", "small/none")


def listed(small: Case, book: Book, language: str = "en") -> tuple[Found, ...]:
    return searchable(answers(small), PAGES, CLAIMS, Sheet(book, Words(language), 0))


@pytest.mark.parametrize(
    ("language", "query", "kinds"),
    [
        ("en", "leaflet", ["claim"]),
        ("en", "RUST", ["answer", "page", "claim"]),
        ("en", "crossings", ["page"]),
        ("en", "gazete", ["answer"]),
        ("en", "clos 2019", ["answer", "page", "claim"]),
        ("fr", "ferme", ["answer"] * 5 + ["page", "claim"]),
        ("fr", "Câbles coupés", ["claim"]),
        ("fr", "cables coupes", ["claim"]),
        ("fr", "l’inspection d'avril", ["claim"]),
        ("en", "city gazette", ["claim", "claim"]),
        ("en", "nowhere", []),
        ("en", " ,.; ", []),
        ("en", "", []),
    ],
)
def test_every_word_begins_a_word(small: Case, small_book: Book, language: str, query: str, kinds: list[str]) -> None:
    assert [each.kind for each in find(query, listed(small, small_book, language))] == kinds


def test_the_latest_answer_stands_first_and_says_where_it_is(small: Case, small_book: Book) -> None:
    found = find("inspection cuts", listed(small, small_book))
    assert [each.head for each in found] == [
        "3 March 2026, not yet, sure, review",
        "2 March 2026, not yet, sure",
    ]


def test_words_are_compared_without_accents_and_capitals() -> None:
    assert words_of("L’Été, œuvre") == words_of("l'ete oeuvre")


@pytest.mark.parametrize(
    "item", ["year", "cause", "city", "signs", "sequence", "closed", "fill", "pairs", "known", "open"]
)
def test_answers_of_another_version_of_a_question_are_shown_all_the_same(
    small: Case, small_book: Book, item: str
) -> None:
    given = answer(small, item, response="gone\x1b,x=y;z", fingerprint="f")
    sheet = Sheet(small_book, Words("en"), 60)
    assert "\x1b" not in response_of(given, sheet)
    for turn in answer_turns(given, sheet, ()):
        assert "\x1b" not in write(turn, sheet).text


def test_an_extract_shows_a_word_that_was_looked_for(small: Case, small_book: Book) -> None:
    for query in ("leaflet", "gazette", "rust", "crossings", "2019"):
        wanted = words_of(query)
        for found in find(query, listed(small, small_book)):
            if found.kind != "answer":
                shown = extract(found, wanted, 40)
                assert list(spots(shown, wanted)), (query, shown)
                assert len(shown) <= 40 + 4


def test_the_spots_of_a_word_are_whole_words() -> None:
    text = "Rust, rusty; Crust. Œuvre"
    assert [text[start:end] for start, end in spots(text, words_of("rust"))] == ["Rust", "rusty"]
    assert [text[start:end] for start, end in spots(text, words_of("oeuv"))] == ["Œuvre"]
