"""How is a document written in Markdown?"""

import re
from collections.abc import Iterator
from typing import Final

from casebot.documents.pieces import Cell, Chart, Document, Heading, Link, Paragraph, Piece, Points, Table

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_BREAKS: Final = re.compile(r"[ \n\r\t]+")
_LEADING: Final = re.compile(r"^([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """A text, in one line, that Markdown shows as it is."""
    escaped = _MARKUP.sub(r"\\\1", _BREAKS.sub(" ", text).strip(" "))
    leading = _LEADING.match(escaped)
    if leading is None:
        return escaped
    mark = leading[1]
    return f"{mark}\\{escaped[len(mark) :]}" if mark[0].isdigit() else f"\\{escaped}"


def markdown(document: Document) -> str:
    """The document; of a chart its table."""
    return "\n\n".join("\n".join(_rows(piece)) for piece in document.pieces) + "\n"


def _rows(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading(level, text):
            yield f"{'#' * level} {plain(text)}"
        case Paragraph(text):
            yield plain(text)
        case Points(items):
            yield from (f"- {plain(item)}" for item in items)
        case Table():
            yield from _table(piece)
        case Chart(_, table):
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield f"**{plain(table.caption)}**"
    yield ""
    yield _row(table.head)
    yield _row(("---",) * len(table.head), escaped=True)
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[Cell, ...], *, escaped: bool = False) -> str:
    return f"| {' | '.join(str(cell) if escaped else _cell(cell) for cell in cells)} |"


def _cell(cell: Cell) -> str:
    return plain(cell) if isinstance(cell, str) else "; ".join(map(_link, cell))


def _link(link: Link) -> str:
    address = link.url.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace("\\", "%5C")
    return f"[{plain(link.text)}](<{address}>)"
