import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from casebot.content.finding import Finding, Place
from casebot.documents import findings as shown
from casebot.documents.charts import AXIS, BLOCKS, HALF, draw, table, timeline
from casebot.documents.facts import facts
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.documents.wrap import breaks, cells, rows
from casebot.model.case import Case
from casebot.model.figure import Series
from casebot.tutoring.book import Book
from casebot.tutoring.turns import Turn
from casebot.words.words import Words

EN, FR = Words("en"), Words("fr")


def text(turn: Turn, book: Book, words: Words = EN, width: int = 60) -> str:
    return "\n".join(line.text for line in write(turn, Sheet(book, words, width)).lines)


def test_a_page_shows_every_claim_with_its_mark_and_no_assertion_alone(small_book: Book) -> None:
    page = text(Turn(role="tells", key="page", args={"step": "small/first/page"}), small_book)
    assert page.splitlines() == [
        "The closing",
        "The bridge closed in May 2019 (documented). Rust had been found in April (reported).",
        "(no support) Said by a leaflet: The cables were cut.",
        "  On record: No source was found for sabotage.",
    ]


def test_a_figure_shows_the_claims_that_are_not_marked_in_its_text(small_book: Book) -> None:
    figure = text(Turn(role="tells", key="figure", args={"step": "small/known/chart"}), small_book)
    assert figure.splitlines()[:6] == [
        "Fewer crossings",
        "The bridge was used less and less (reported).",
        "(no support) Said by a leaflet: The cables were cut.",
        "  On record: No source was found for sabotage.",
        "(documented) The bridge closed on 3 May 2019.",
        "The balance of the toll",
    ]


def test_a_page_in_french_is_french(small_book: Book) -> None:
    page = text(Turn(role="tells", key="page", args={"step": "small/first/page"}), small_book, FR)
    assert "(documenté)" in page
    assert "Dit par un tract\u00a0: Les câbles ont été coupés." in page


def test_what_is_gone_is_said_to_be_gone(small_book: Book) -> None:
    gone = "This passage is no longer in the case."
    assert text(Turn(role="tells", key="page", args={"step": "small/first/none"}), small_book) == gone
    assert text(Turn(role="asks", key="item", args={"item": "small/bank/none"}), small_book) == gone
    assert text(Turn(role="tells", key="page"), small_book) == gone


def test_claims_open_with_note_and_sources(small_book: Book) -> None:
    opened = text(Turn(role="source", key="claims", args={"claims": ("small/closed", "small/sabotage")}), small_book)
    assert "City Gazette, Bridge closed, 4 May 2019: https://example.org/closed" in opened
    assert "Date: 3 May 2019." in opened
    assert "Note: The leaflet bears no name." in opened


def test_the_options_of_an_open_question_are_left_to_the_answer_area(small_book: Book) -> None:
    turn = Turn(role="asks", key="item", args={"item": "small/bank/cause", "seed": 1, "struck": ("ice",)})
    assert "Rust" in text(turn, small_book)
    sheet = Sheet(small_book, EN, 60)
    lines = write(turn, sheet).lines
    assert [line.spans[0].style for line in lines if "Ice" in line.text] == ["struck"]
    assert "Rust" not in "".join(line.text for line in write(turn, sheet, open_item=True).lines)


@pytest.mark.parametrize("width", [30, 44, 60, 100])
@pytest.mark.parametrize("words", [EN, FR])
def test_charts_carry_their_values_and_stay_in_their_width(small: Case, width: int, words: Words) -> None:
    for series in small.series.values():
        drawn = draw(series, words, width)
        for point in series.points:
            assert words.figure(point.value) in "\n".join(drawn)
        chart = [row for row in drawn if "█" in row or "┤" in row or "└" in row]
        assert all(cells(row) <= width for row in chart), drawn


def test_the_longest_bar_is_the_largest_value(small: Case) -> None:
    first, second = (row for row in draw(small.series["crossings"], EN, 60) if "█" in row)
    assert first.count("█") > second.count("█")
    assert "(filed)" in first
    assert "(estimate)" in second


VALUES = st.lists(st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 2)), min_size=1, max_size=6)


@given(values=VALUES, width=st.integers(30, 100), words=st.sampled_from([EN, FR]))
def test_bars_below_zero_stand_left_of_an_axis(values: list[float], width: int, words: Words) -> None:
    points = [{"name": f"p{place}", "value": value, "kind": "filed"} for place, value in enumerate(values)]
    series = Series.model_validate({"title": "T", "unit": "U", "chart": "bar", "points": points})
    rows = draw(series, words, width)[1:]
    if any(row.startswith(("p0:", "p0\u00a0:")) for row in rows):
        return
    assert all(cells(row) <= width for row in rows)
    if min(values) >= 0:
        assert AXIS not in "".join(rows)
        return
    assert len({row.index(AXIS) for row in rows}) == 1
    lengths: list[tuple[float, float]] = []
    for row, value in zip(rows, values, strict=True):
        left, _, right = row.partition(AXIS)
        below, above = left.count("█") + left.count(HALF) / 2, len(right) - len(right.lstrip(BLOCKS.strip()))
        assert (below > 0) == (value < 0)
        assert value > 0 or right.startswith(" ")
        assert words.figure(value) in row
        lengths.append((value, -below if value < 0 else above))
    ordered = sorted(lengths)
    assert [length for _, length in ordered] == sorted(length for _, length in lengths), "a larger value, a longer bar"


def test_a_loss_is_drawn_beside_a_gain(small: Case) -> None:
    assert draw(small.series["balance"], EN, 60) == (
        "thousand dollars",
        "2017                             │██████████ 30 (filed)",
        "2018                        ▐████│ -12.5 (filed)",
        "2019, as planned ████████████████│ -45 (forecast)",
    )
    assert draw(small.series["balance"], FR, 40)[1:] == (
        "2017\u00a0: 30 (déposé)",
        "2018\u00a0: -12,5 (déposé)",
        "2019, d’après le plan\u00a0: -45 (prévision)",
    )


def prices(*values: float, decimals: int | None = None) -> Series:
    days = ("2022-04-01", "2022-04-25", "2022-07-08")
    points = [{"at": day, "value": value, "kind": "filed"} for day, value in zip(days, values, strict=True)]
    table = {"title": "T", "unit": "U", "chart": "points", "points": points}
    return Series.model_validate(table if decimals is None else {**table, "decimals": decimals})


@pytest.mark.parametrize(
    ("values", "words", "said"),
    [
        ((32.65, 54.2, 36.0), EN, "The axis goes from 32.65 to 54.20: it does not begin at 0."),
        ((32.65, 54.2, 36.0), FR, "L’axe va de 32,65 à 54,20 : il ne commence pas à 0."),
        ((-78.0, -60.0, -70.0), EN, "The axis goes from -78.00 to -60.00: it does not begin at 0."),
        ((0.0, 5.0, 9.2), EN, ""),
        ((-1.0, 5.0, 9.2), EN, ""),
    ],
)
def test_an_axis_without_zero_says_so(values: tuple[float, ...], words: Words, said: str) -> None:
    drawn = draw(prices(*values, decimals=2), words, 70)
    assert [row for row in drawn if "0." in row and row.startswith(("The axis", "L’axe"))] == [said][: bool(said)]


def test_letters_are_explained_above_the_points() -> None:
    drawn = draw(prices(1.0, 2.0, 3.0), EN, 70)
    assert drawn[1].startswith("a  1 April 2022: 1")
    assert max(place for place, row in enumerate(drawn) if row[:3] in {"a  ", "b  ", "c  "}) < min(
        place for place, row in enumerate(drawn) if "┌" in row
    )


def test_prices_have_their_cents_and_thousands_are_grouped() -> None:
    assert "54.20" in "".join(table(prices(54.2, 3.0, 1.0, decimals=2), EN, letters=False))
    assert "54.2 " in "".join(table(prices(54.2, 3.0, 1.0), EN, letters=False))
    assert "7,500" in "".join(table(prices(7500.0, 3.0, 1.0), EN, letters=False))
    assert "7 500" in "".join(table(prices(7500.0, 3.0, 1.0), FR, letters=False))


def test_a_table_says_what_the_chart_shows(small: Case) -> None:
    assert table(small.series["cost"], FR, letters=False)[1] == "1er\u00a0juin 2019\u00a0: 7,25, payé (déposé)"


def test_shipped_charts_are_drawn_at_every_width(shipped: Case) -> None:
    for series in shipped.series.values():
        for width in (28, 56, 64, 120):
            assert len(draw(series, FR, width)) > len(series.points)


def test_a_timeline_stands_in_the_order_of_its_dates(small: Case) -> None:
    assert [day for day, _ in timeline(small.timeline, EN)] == ["2018", "3 May 2019"]


def test_facts_of_an_open_question_are_withheld(small_book: Book) -> None:
    claims = ("small/closed", "small/rust")
    sheet = Sheet(small_book, EN, 40)
    open_ = facts(sheet, "small", "first", claims, frozenset({"small/closed"}), question_open=True)
    assert [heading for heading, _ in open_] == ["Facts"]
    said = " ".join(line.text for _, lines in open_ for line in lines)
    assert "3 May" not in said
    assert "rust in two cables" in said
    closed = facts(sheet, "small", "first", claims, frozenset(), question_open=False)
    assert [heading for heading, _ in closed] == ["Facts", "Timeline"]


def test_a_review_is_of_no_case_and_has_facts_all_the_same(small_book: Book) -> None:
    beside = facts(Sheet(small_book, EN, 40), "", "2026-03-02", ("small/rust",), frozenset(), question_open=False)
    assert [heading for heading, _ in beside] == ["Facts"]


@given(st.text(alphabet="ab \u00a0\u202f日👍\u0301", max_size=80), st.integers(4, 30))
def test_lines_break_at_plain_spaces_and_lose_nothing(words: str, width: int) -> None:
    places = breaks(words, width)
    assert places == sorted(set(places))
    assert "".join(words[start:end] for start, end in zip([0, *places], [*places, len(words)], strict=True)) == words
    for row in rows(words, width):
        assert cells(row) <= width
    for place in places:
        joined = words[place - 1] in "\u00a0\u202f" or words[place] in "\u00a0\u202f"
        assert not joined or cells(words) > width


def test_a_caret_stands_under_wide_characters_too() -> None:
    finding = Finding(Place("bank.toml", 3, 5), "202", {"key": "right"})
    printed = shown.full(finding, EN, lambda *_: "日本\té = 1").splitlines()
    assert printed[0] == "bank.toml:3:5: 202 the key right is missing"
    assert printed[2] == "      \t ^"
    assert printed[3].startswith("  help: ")


def test_findings_as_json_have_every_field() -> None:
    finding = Finding(Place("bank.toml", 3, 5), "201", {"key": "rihgt", "near": "right"})
    assert json.loads(shown.as_json([finding], EN)) == [
        {
            "file": "bank.toml",
            "line": 3,
            "column": 5,
            "code": "201",
            "severity": "error",
            "message": "rihgt is not a key that may stand here",
            "help": "Did you mean right?",
        }
    ]


TYPED = ("[/b] [bold]x[/]", "44 [bn]", "a\x1b[31mred\x07", "שלום עולם", "👩", "x" * 10_000, "a\r\nb\tc", "a\u202eb")


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_shown_as_typed_and_breaks_nothing(small_book: Book, typed: str) -> None:
    passage = write(Turn(role="you", key="typed", args={"text": typed}), Sheet(small_book, EN, 60))
    said = "\n".join(line.text for line in passage.lines)
    assert [char for char in said if not char.isprintable() and char != "\n"] == []
    if typed.isprintable():
        assert said == typed
    assert Content(said).plain == said
