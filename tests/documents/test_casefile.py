"""What stands in a case file, and can anything in it break the page?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.documents.casefile import Made, Said, Withheld, case_file
from casebot.documents.given import answer_lines
from casebot.documents.markdown import markdown, plain
from casebot.documents.pieces import Chart, Document, Heading, Table
from casebot.documents.record import as_json, record_rows
from casebot.documents.sheet import Sheet
from casebot.documents.webpage import webpage
from casebot.model.attempt import Attempt, Note
from casebot.model.case import Case
from casebot.tutoring.book import Book
from casebot.tutoring.sides import is_turned, read_by
from casebot.words.words import Words
from tests.documents.page import check
from tests.progress.days import POSITION, answer, answers, record

EN, FR = Words("en"), Words("fr")
NOTE = Note(
    id="n", learner="ada", session="s", about="correction:small/bank/cause", at="", lang="en", text="rust, of course"
)
NOTHING = Withheld()
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</table></main>",
    "&lt;b&gt; &amp;",
    "| a | b |",
    "[x](http://evil.example)",
    "# heading",
    "- - -",
    "1. one",
    "`code` *bold* _it_ ~~gone~~",
    "two\nlines",
    "\u202egnp",
    "]]>",
    "<!-- -->",
    "\x1b[31m",
)


def made(
    small: Case,
    book: Book,
    words: Words = EN,
    *,
    attempts: list[Attempt] | None = None,
    said: Said | None = None,
    withheld: Withheld = NOTHING,
    reader: str = "",
) -> Document:
    whose, found = Made("ada", "2026-03-05"), record(small, attempts, reader=reader)
    return case_file(found, said or Said((NOTE,)), whose, Sheet(book, words, 0), withheld)


def headings(document: Document) -> list[str]:
    return [piece.text for piece in document.pieces if isinstance(piece, Heading) and piece.level < 4]


def test_it_holds_answers_corrections_sources_and_what_is_open(small: Case, small_book: Book) -> None:
    document = made(small, small_book)
    assert headings(document) == [
        "Case file",
        "Figures",
        "My answers",
        "Why it closed",
        "Corrections",
        "Sources",
        "What is still open",
        "Questions I have not got right yet",
        "What comes back, and when",
    ]
    text = markdown(document)
    assert "#### What did the inspection find?" in text
    assert "- 2 March 2026: Cuts (not yet, sure)" in text
    assert "- I typed the correction: rust, of course" in text
    assert "- Right is: Rust\n- Why: Rust in two cables (reported)." in text
    assert "| What did the inspection find? | Ice | Rust | Rust in two cables (reported). |" in text
    source = "[City Gazette, Bridge closed, 4 May 2019](<https://example.org/closed>)"
    assert f"| The bridge closed on 3 May 2019. | (documented) | 3 May 2019 | {source} |" in text
    assert "- True or false? The bridge closed in June." in text


def test_the_blanks_of_a_sentence_are_seen(small: Case, small_book: Book) -> None:
    text = markdown(made(small, small_book, attempts=[answer(small, "fill", response="what=bridge;month=May")]))
    assert "#### The \\_\\_\\_\\_ closed in \\_\\_\\_\\_ 2019." in text


def test_a_claim_that_is_no_fact_stands_with_the_record_behind_it(small: Case, small_book: Book) -> None:
    wrong: dict[str, object] = {"verdict": "incorrect", "score": 0.0, "credit": 0.0}
    text = markdown(made(small, small_book, attempts=[answer(small, "known", response="documented", **wrong)]))
    assert "How well is this known? The cables were cut." in text
    claim = "Said by a leaflet: The cables were cut. On record: No source was found for sabotage."
    assert f"| {claim} | (no support) |  | none found |" in text
    assert "- (no support) Said by a leaflet: The cables were cut. On record:" in text


def test_positions_stand_in_it_only_where_they_are_wanted(small: Case, small_book: Book) -> None:
    assert "Where I stand" not in headings(made(small, small_book))
    document = made(small, small_book, said=Said((), (POSITION,)))
    assert headings(document)[-1] == "Where I stand"
    assert "\\<b\\>fair\\</b\\> |" in markdown(document)


@pytest.mark.parametrize("turned", [False, True])
def test_a_position_is_told_in_the_number_that_was_given(small: Case, small_book: Book, turned: bool) -> None:
    reader = next(name for name in "abcdefgh" if is_turned(name, "small/warn") == turned)
    sides = read_by(reader, "small/warn", small.dilemmas["warn"])
    first, second = (side.label.show("en") for side in sides.both)
    position = POSITION.model_copy(update={"value": sides.own(80)})
    told = f'80, nearer to "{second}"'
    text = markdown(made(small, small_book, said=Said((), (position,)), reader=reader))
    assert f"| before | {told} (0: {first}; 100: {second}) |" in text.replace("\\", "")
    found = record(small, positions=(position,), reader=reader)
    shown = " ".join(
        each.text.strip() for row in record_rows(found, Sheet(small_book, EN, 80), drawn=True) for each in row.lines
    )
    assert shown.endswith(f"Before: {told}. 0: {first}; 100: {second}")
    positions = as_json(found, Sheet(small_book, EN, 80))["positions"]
    assert isinstance(positions, list)
    (kept,) = positions
    assert kept["before"] == position.value
    ends = (kept["at_0"], kept["at_100"])
    assert ends == ((second, first) if turned else (first, second)), "one scale for every learner"
    gone = position.model_copy(update={"dilemma": "small/gone"})
    own = 100 - position.value if is_turned(reader, "small/gone") else position.value
    text = markdown(made(small, small_book, said=Said((), (gone,)), reader=reader))
    assert f"| small/gone | before | {own} |" in text


def test_what_an_open_question_asks_is_not_told(small: Case, small_book: Book) -> None:
    text = markdown(made(small, small_book, withheld=Withheld(frozenset({"small/rust"}))))
    assert "Rust in two cables" not in text
    assert "An inspection in April 2019" not in text
    assert "- What is right here is told later" in text
    assert "The bridge closed on 3 May 2019." in text


def test_what_was_told_once_stays_told(small: Case, small_book: Book) -> None:
    withheld = Withheld(frozenset({"small/rust"}), frozenset({"small/bank/cause"}))
    text = markdown(made(small, small_book, withheld=withheld))
    assert "- Right is: Rust\n" in text
    assert "| What did the inspection find? | Ice | Rust |" in text
    assert "An inspection in April 2019" in text


def test_what_was_said_to_an_open_question_stands_a_line_each(small: Case, small_book: Book) -> None:
    said = ("there was rust", "2", "the city closed it")
    parts: dict[str, object] = {"verdict": "partial", "score": 0.5, "credit": 0.5}
    first = answer(small, "open", response=said[0], **parts)
    whole = answer(small, "open", response="\n".join(said), try_=2, hints=2)
    text = markdown(made(small, small_book, attempts=[first, whole]))
    rows = ["there was rust (partly (1 of 2 points))", "2", "the city closed it (right, in 3 answers, after 2 hints)"]
    assert "\n".join(f"- 2 March 2026: {row}" for row in rows) in text
    lines = [each.text for each in answer_lines(whole, Sheet(small_book, EN, 80))]
    assert [each.strip() for each in lines[1:3]] == list(said[:2])
    assert lines[3].startswith("  the city closed it   right, in 3 answers")


def test_what_is_overdue_is_called_so(small: Case, small_book: Book) -> None:
    text = markdown(made(small, small_book))
    assert "| overdue since 4 March 2026 |" in text
    assert "| today |" in text


def test_a_file_without_answers_says_what_to_do(small: Case, small_book: Book) -> None:
    assert "Nothing yet: take a lesson" in markdown(made(small, small_book, attempts=[]))
    assert check(webpage(made(small, small_book, attempts=[]))).faults == []


@pytest.mark.parametrize("words", [EN, FR])
def test_the_page_is_valid_and_can_be_read_by_everybody(small: Case, small_book: Book, words: Words) -> None:
    document = made(small, small_book, words, said=Said((NOTE,), (POSITION,)))
    page = webpage(document)
    found = check(page)
    assert found.faults == []
    assert found.languages == [words.language]
    assert page.count("<svg") == len([piece for piece in document.pieces if isinstance(piece, Chart)]) == 2
    assert "@media print" in page
    assert set(found.links) == {"https://example.org/closed", "https://example.org/rust"}
    assert re.findall(r"url\(|@import|<link|<script", page) == []


def test_both_formats_hold_the_same(small: Case, small_book: Book) -> None:
    document = made(small, small_book, said=Said((NOTE,), (POSITION,)))
    shown = " ".join(check(webpage(document)).texts)
    text = re.sub(r"\\(.)", r"\1", markdown(document))
    for piece in document.pieces:
        match piece:
            case Heading(_, told):
                assert told in shown
                assert told in text
            case Table(_, head, rows) | Chart(_, Table(_, head, rows)):
                for cell in (*head, *(cell for row in rows for cell in row if isinstance(cell, str))):
                    assert cell in shown
                    assert cell in text
            case _:
                pass


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_answers_are_text(small: Case, small_book: Book, typed: str) -> None:
    usual = len(check(webpage(made(small, small_book))).open)
    wrong: dict[str, object] = {"verdict": "incorrect", "score": 0.0, "credit": 0.0}
    attempts = [*answers(small), answer(small, "city", response=typed, day="2026-03-04", **wrong)]
    document = case_file(
        record(small, attempts),
        Said((NOTE.model_copy(update={"text": typed}),), (POSITION.model_copy(update={"reason": typed}),)),
        Made(typed, "2026-03-05"),
        Sheet(small_book, EN, 0),
        NOTHING,
    )
    page, text = webpage(document), markdown(document)
    found = check(page)
    assert found.faults == []
    assert len(found.open) == usual
    assert not re.search(r"(?<!\\)<(?!https)", text)
    assert [char for char in page + text if not char.isprintable() and char != "\n"] == []
    lengths = {row.count("|") - row.count("\\|") for row in text.splitlines() if row.startswith("| ")}
    assert lengths <= {3, 4, 5, 6}
    assert not re.search(r"^(# heading|- - -|1\. one)", text, re.MULTILINE)


ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""What Markdown takes a backslash away from (CommonMark 0.31, 2.4)."""


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\`*_[]<>#|~&-+1.) \n"), max_size=60))
def test_markdown_shows_every_text_in_one_line(typed: str) -> None:
    shown = plain(typed)
    assert ESCAPED.sub(r"\1", shown) == re.sub(r"[ \n\r\t]+", " ", typed).strip(" ")
    assert not set("`*_[]<>#|~") & set(ESCAPED.sub("", shown))
    assert not re.match(r"[-+=]|\d+[.)]", shown)
