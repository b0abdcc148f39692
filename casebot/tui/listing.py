"""How do lines of text become rows of a menu?"""

from collections.abc import Sequence

from rich.cells import cell_len

from casebot.documents.passage import Line
from casebot.documents.wrap import rows
from casebot.tui.widgets.menu import Entry

LEAD = 2
"""Cells before the text of a row: the sign of the one that one is at."""


def listed(place: int, lines: Sequence[Line], width: int, *, opens: bool) -> Entry:
    """The row at a place, in `width` cells; a title is a heading, and what does not open is only to be read."""
    if lines and lines[0].spans and lines[0].spans[0].style == "title":
        return Entry("", lines[0].text)
    indent = LEAD if all(line.text.startswith(" " * LEAD) for line in lines) else 0
    parts = [part for line in lines for part in _wrapped(line, indent, max(8, width - LEAD))]
    return Entry(str(place) if opens else "", "\n".join(parts), still=not opens)


def _wrapped(line: Line, indent: int, width: int) -> list[str]:
    """A line without the indent that a menu gives it, its further rows hanging."""
    text = line.text[indent:]
    if line.fixed:
        return [text]
    hang = min(max(0, line.hang - indent), width // 3)
    first, *others = rows(text, width - hang, cell_len)
    return [first, *(" " * hang + other for other in others)]
