"""Is the record written out as it was counted, at every width?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.documents.charts import Bar, Interval, bars, intervals
from casebot.documents.record import as_json, record_rows
from casebot.documents.sheet import Sheet
from casebot.documents.wrap import cells, rows
from casebot.model.case import Case
from casebot.progress.record import Record
from casebot.tutoring.book import Book
from casebot.words.words import Words
from tests.progress.days import POSITION, answer, record

EN, FR = Words("en"), Words("fr")
SNAPSHOTS = Path(__file__).parent / "snapshots"


def text(found: Record, book: Book, words: Words = EN, width: int = 80, *, drawn: bool = True) -> str:
    """The record as rows that fit the width."""
    shown = []
    for row in record_rows(found, Sheet(book, words, width), drawn=drawn):
        for line in row.lines:
            first, *others = [line.text] if line.fixed else rows(line.text, width - line.hang)
            shown += [first, *(" " * line.hang + other for other in others)]
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize(("words", "width"), [(EN, 80), (FR, 60)])
def test_the_record_reads_as_it_did(small: Case, small_book: Book, words: Words, width: int) -> None:
    kept = (SNAPSHOTS / f"record-{words.language}-{width}.txt").read_text("utf-8")
    assert text(record(small, positions=(POSITION,)), small_book, words, width) == kept


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("words", [EN, FR])
@pytest.mark.parametrize("drawn", [True, False])
def test_no_row_is_wider_than_its_page(small: Case, small_book: Book, words: Words, width: int, drawn: bool) -> None:
    shown = text(record(small), small_book, words, width, drawn=drawn)
    assert max(map(cells, shown.splitlines())) <= width
    assert ("█" in shown) == drawn


def test_text_and_json_tell_the_same_figures(small: Case, small_book: Book) -> None:
    found = record(small)
    shown = " ".join(text(found, small_book, drawn=False).split())
    told = as_json(found, Sheet(small_book, EN, 80))
    assert list(told) == ["lessons", "objectives", "certainty", "due", "positions"]
    lessons, certainty, due = told["lessons"], told["certainty"], told["due"]
    assert isinstance(lessons, list)
    assert isinstance(certainty, dict)
    assert isinstance(due, dict)
    for lesson in lessons:
        assert not lesson["n"] or f"{lesson['title']}: right {lesson['right']} of {lesson['n']}" in shown
        for each in lesson["misconceptions"]:
            assert f'"{each["name"]}": {each["n"]} time' in shown
    right, n = (sum(each[key] for each in lessons) for key in ("right", "n"))
    assert f"In all: right at the first try {right} of {n}." in shown
    for level in certainty["levels"]:
        if level["n"]:
            between = f"it may lie between {round(level['low'] * 100)}% and {round(level['high'] * 100)}%"
            assert (
                f"right {level['right']} of {level['n']} ({round(100 * level['right'] / level['n'])}%; {between}"
                in shown
            )
    assert f"{round(certainty['figure'] * 100)}%" in shown
    assert f"overdue: {EN.say('record.items', n=due['overdue'])}, since 4 March 2026" in shown
    for place, day in enumerate(due["days"]):
        name = "today" if not place else EN.date(day["day"])
        n = day["n"] - (0 if place else due["overdue"])
        assert (f"{name}: {EN.say('record.items', n=n)}" in shown) == (n > 0)
    objectives = told["objectives"]
    assert isinstance(objectives, list)
    for each in objectives:
        assert f"{each['text']} {round(each['mastery'] * 100)}% ({each['items']} question" in shown


def test_an_empty_record_says_what_to_do(small: Case, small_book: Book) -> None:
    shown = text(record(small, []), small_book)
    assert shown.count("Nothing yet:") == 4
    assert "Not begun: Why it closed." in shown
    offered = [row.test_out for row in record_rows(record(small, []), Sheet(small_book, EN, 80), drawn=True)]
    assert [name for name in offered if name] == ["small/first", "small/known"]


def test_every_figure_opens_the_answers_behind_it(small: Case, small_book: Book) -> None:
    found = record(small)
    for row in record_rows(found, Sheet(small_book, EN, 80), drawn=True):
        said = " ".join(line.text for line in row.lines)
        if " of " in said and "right " in said and not said.startswith("Right"):
            assert row.opens, said
    total = next(
        row for row in record_rows(found, Sheet(small_book, EN, 80), drawn=True) if "In all" in row.lines[0].text
    )
    assert total.answers == found.total.answers


def test_a_misconception_is_told_with_what_its_author_says(small: Case, small_book: Book) -> None:
    shown = text(record(small), small_book)
    told = "    What did the inspection find?\n    A leaflet says so.\n"
    assert f'  "Cuts": 2 times, the latest on 3 March 2026\n{told}' in shown
    assert (
        '"2018": 1 time, on 2 March 2026\n    In which year did the bridge close?\n    That is when traffic fell.\n'
        in shown
    )
    french = text(record(small), small_book, FR)
    assert "« Des coupures » : 2 fois" in french.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((5, 7, 3), "too few answers yet to tell how well that fits."),
        ((6, 8, 3), "a little less often than that is meant for, though so few answers may mislead."),
        ((9, 10, 3), "that fits."),
        ((10, 30, 3), "you are a little too sure."),
    ],
)
def test_certainty_is_called_fitting_only_where_it_is(
    small: Case, small_book: Book, given: tuple[int, int, int], said: str
) -> None:
    right, n, certainty = given
    wrong: dict[str, object] = {"verdict": "incorrect", "score": 0.0, "objective": None}
    tries = [answer(small, "city", certainty=certainty, **({} if place < right else wrong)) for place in range(n)]
    assert said in " ".join(text(record(small, tries), small_book).split())


SHARE = st.floats(0, 1)


@given(
    st.lists(st.builds(Bar, st.text("ab ", min_size=1, max_size=40), SHARE, st.text("12%", max_size=20)), max_size=4),
    st.integers(20, 120),
)
def test_bars_are_as_long_as_their_shares(drawn: list[Bar], width: int) -> None:
    found = bars(drawn, width)
    assert len(found) == len(drawn)
    lengths = [sum(row.count("█") for row in rows_) for rows_ in found]
    for one, length in zip(drawn, lengths, strict=True):
        for other, against in zip(drawn, lengths, strict=True):
            assert not one.share < other.share or length <= against


@given(SHARE, SHARE, SHARE, st.sampled_from([(0.0, 2 / 3), (2 / 3, 0.8), (0.8, 1.0)]), st.integers(12, 120))
def test_an_interval_shows_its_share_inside_it(
    one: float, two: float, three: float, band: tuple[float, float], width: int
) -> None:
    low, share, high = sorted((one, two, three))
    (row,) = intervals([Interval("x", (low, share, high), band)], width)
    assert len(row) <= width
    assert row.count("●") == 1
    reach = [place for place, char in enumerate(row) if char in "─▒●"]
    assert reach == list(range(reach[0], reach[-1] + 1))
