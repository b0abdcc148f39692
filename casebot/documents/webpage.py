"""How is a document written as one page of HTML, that loads nothing and prints well?

Structure as WCAG 2.2 asks: a language, headings in order, captions and header cells, a title and a description for
every image; text stands at 7 to 1 and what is drawn at 3 to 1 or more against white.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from casebot.documents.pieces import Cell, Chart, Document, Heading, Link, Paragraph, Piece, Points, Table
from casebot.documents.svg import svg

_STYLE: Final = """
body { color: #1f2328; background: #ffffff; font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .5em; }
h4 { font-size: 1rem; }
a { color: #0b4a8f; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { border: 1px solid #767b80; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #eceff2; }
tbody th { font-weight: 400; }
figure { margin: 1rem 0; }
svg { width: 100%; height: auto; font-size: 14px; fill: #1f2328; }
svg .scale { fill: #ffffff; stroke: #767b80; }
svg .band { fill: #c9d4df; }
svg .share { fill: #1f5a96; }
svg .range { stroke: #1f2328; stroke-width: 3; }
@media print {
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  table, figure, li { break-inside: avoid; }
  thead { display: table-header-group; }
  a::after { content: " (" attr(href) ")"; font-size: .85em; }
}
"""


def webpage(document: Document) -> str:
    """The document as HTML."""
    body = "\n".join(part for place, piece in enumerate(document.pieces) for part in _piece(piece, f"p{place}"))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _piece(piece: Piece, name: str) -> Iterator[str]:
    match piece:
        case Heading(level, text):
            yield f'<h{level} id="{name}">{escape(text)}</h{level}>'
        case Paragraph(text):
            yield f"<p>{escape(text)}</p>"
        case Points(items):
            yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        case Table():
            yield from _table(piece)
        case Chart(drawn, table):
            told = "; ".join(", ".join(map(_said, row)) for row in table.rows)
            yield f"<figure>\n{svg(drawn, table.caption, told, name)}\n</figure>"
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.head)
    yield f"<table>\n<caption>{escape(table.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>"
    for first, *others in table.rows:
        cells = "".join(f"<td>{_cell(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    return escape(cell) if isinstance(cell, str) else "; ".join(map(_link, cell))


def _link(link: Link) -> str:
    return f'<a href="{escape(link.url)}">{escape(link.text)}</a>'


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ", ".join(link.text for link in cell)
