"""Whatever stands in a file, a slip is named in it or not; nothing fails."""

import tomli
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.syntax import find_slip
from casebot.content.toml import SourceFile

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
    slip = find_slip(text)
    assert slip is None or 1 <= slip.line <= lines


def test_what_no_reader_may_take_is_told() -> None:
    for text in INVALID:
        found = SourceFile("bad.toml", f"[good]\nx = 1\n\n[bad]\n{text}\n").findings
        assert found, text
        assert all(finding.code.startswith("1") or finding.code == "216" for finding in found), text
