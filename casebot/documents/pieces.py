"""Of what is a document made, before it is Markdown or HTML? Headings, paragraphs, lists, tables and charts of text.

Texts are plain: whoever writes them out escapes them.
"""

from typing import NamedTuple

from casebot.documents.charts import Bar, Interval


class Heading(NamedTuple):
    """A heading of a level from 1; levels go down by one at a time."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A few sentences."""

    text: str


class Points(NamedTuple):
    """A list."""

    items: tuple[str, ...]


class Link(NamedTuple):
    """A text with the address it leads to."""

    text: str
    url: str


Cell = str | tuple[Link, ...]


class Table(NamedTuple):
    """A table with its caption; the first cell of a row says what the row is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Chart(NamedTuple):
    """A drawing of bars, or of intervals against their bands, and the table that says the same."""

    drawn: tuple[Bar, ...] | tuple[Interval, ...]
    table: Table


Piece = Heading | Paragraph | Points | Table | Chart


class Document(NamedTuple):
    """A document in a language; its first piece is its only heading of level 1."""

    language: str
    pieces: tuple[Piece, ...]

    @property
    def title(self) -> str:
        """Its first heading."""
        return next((piece.text for piece in self.pieces if isinstance(piece, Heading)), "")
