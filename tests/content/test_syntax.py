"""Whatever stands in a file, a slip is named in it or not; nothing fails."""

import re
from importlib.metadata import files
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.stopped import why_stopped
from casebot.content.syntax import MOST, find_slips
from casebot.content.toml import SourceFile
from casebot.model.languages import SPOKEN
from casebot.words.words import Words

PIECES = [
    "[",
    "]",
    "{",
    "}",
    ",",
    "=",
    '"',
    "'",
    "\n",
    " ",
    "#",
    ".",
    "a",
    "q.b",
    "1",
    "true",
    "“",
    '"""',
    "\\",
    "é",
    "\t",
]
INVALID = [
    "a = [1, 2",
    "a = {b = 1",
    'a = "x\ny"',
    "a = 01",
    "a = 1_",
    "a = 2019-13-01",
    "= 1",
    "a.b = 1\na = 2",
    "[a]\n[a]",
    "[[a]]\n[a]",
    "[a",
    "a = '''x",
    'a = "\\q"',
    "a = tru",
    "a = [1 2]",
    "a = {b = 1 c = 2}",
    "a",
    "a = ",
    "[a]]",
    "a = \x00",
]
"""In the style of toml-test: documents that no reader may take."""


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    source = SourceFile("any.toml", text)
    lines = text.count("\n") + 1
    assert all(1 <= finding.place.line <= lines for finding in source.findings)
    try:
        tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError):
        assert source.findings
    else:
        assert source.findings == []
    slips = find_slips(text)
    assert len(slips) <= MOST
    assert all(1 <= slip.line <= lines for slip in slips)


def test_what_no_reader_may_take_is_told() -> None:
    for text in INVALID:
        found = SourceFile("bad.toml", f"[good]\nx = 1\n\n[bad]\n{text}\n").findings
        assert found, text
        assert all(finding.code.startswith("1") or finding.code == "216" for finding in found), text


@pytest.mark.parametrize(
    ("written", "number", "near"),
    [
        ("25,5", "25.5", None),
        ("-0,25", "-0.25", None),
        ("44,000", "44.000", "44000"),
        ("1.234,5", "1234.5", None),
        ("1,234,567", "1234567", None),
        ("25 000", "25000", None),
        ("12 500,75", "12500.75", None),
    ],
)
@pytest.mark.parametrize("line", ["answer = {}", 'points = [ {{ at = "2017", value = {} }} ]'])
def test_a_number_written_for_readers_is_named_with_how_to_write_it(
    line: str, written: str, number: str, near: str | None
) -> None:
    (slip,) = find_slips(f"[q.a]\n{line.format(written)}\nen = 'x'\n")
    assert (slip.code, slip.line, slip.text) == ("111", 2, written)
    assert (slip.args["number"], slip.args.get("near")) == (number, near)


BROKEN = """[q.first]
kind = "short"
en = "Which?" "x"
hints = [
  { en = "a" fr = "b",
    more = 1 },
]
answer = 25,5
explain = "fine"

[q.first]
accept = ["x"

[q.first]
kind "short"
"""


def test_every_slip_of_a_broken_table_is_told_and_a_header_written_twice() -> None:
    found = SourceFile("bad.toml", BROKEN).findings
    told = sorted((finding.place.line, finding.code) for finding in found)
    assert told == [(3, "105"), (5, "106"), (8, "111"), (11, "102"), (14, "102")]


def test_behind_a_slip_that_is_not_known_the_known_ones_are_told() -> None:
    slips = find_slips('[q.a]\nanswer = oui\nhints = [ "a" "b" ]\nright = non\n')
    assert [(slip.line, slip.code) for slip in slips] == [(2, "101"), (3, "106")]


def test_what_the_reader_says_is_known_and_said_in_every_language() -> None:
    source = next(file for file in files("tomli") or () if file.name == "_parser.py")
    sentences = re.findall(r'"([A-Z][a-z]+ [^"]+)"', Path(str(source.locate())).read_text("utf-8"))
    known = [text for text in sentences if why_stopped(text) != "unknown"]
    assert len(known) > 15
    assert [text for text in sentences if text not in known and text.startswith(("Cannot", "Inv", "Un", "Exp"))] == []
    assert all(f"toml.{why_stopped(text)}" in Words(language) for text in (*known, "?") for language in SPOKEN)
