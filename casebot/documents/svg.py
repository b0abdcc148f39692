"""How is a chart drawn as an image inside a page? As SVG of our own; a table beside it holds every value."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from casebot.documents.charts import Bar, Interval
from casebot.documents.wrap import rows

WIDE: Final = 640
LINE: Final = 20
THICK: Final = 14
GAP: Final = 12
LETTERS: Final = 76
"""Characters of a name in one row of the image."""
LEFT: Final = 8
ROOM: Final = WIDE - 2 * LEFT
"""Units for what is drawn: shares of 0 to 1 go over all of them."""


def svg(drawn: Sequence[Bar] | Sequence[Interval], title: str, told: str, name: str) -> str:
    """An image with its title and what it tells; `name` begins its ids."""
    parts: list[str] = []
    top = GAP
    for each in drawn:
        names = rows(each.name if isinstance(each, Interval) else f"{each.name}: {each.said}", LETTERS)
        for row in names:
            top += LINE
            parts.append(f'<text x="{LEFT}" y="{top - 6}">{escape(row)}</text>')
        parts += _bar(each, top) if isinstance(each, Bar) else _interval(each, top)
        top += THICK + GAP
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-told"'
            f' viewBox="0 0 {WIDE} {top}">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-told">{escape(told)}</desc>',
            *parts,
            "</svg>",
        )
    )


def _bar(bar: Bar, top: int) -> Iterator[str]:
    yield _box("scale", 0.0, 1.0, top)
    if bar.share:
        yield _box("share", 0.0, bar.share, top)


def _interval(each: Interval, top: int) -> Iterator[str]:
    yield _box("scale", 0.0, 1.0, top)
    yield _box("band", *each.band, top)
    if each.seen is None:
        return
    low, share, high = map(_across, each.seen)
    middle = top + THICK / 2
    yield f'<line class="range" x1="{low}" y1="{middle}" x2="{high}" y2="{middle}"/>'
    yield f'<circle class="share" cx="{share}" cy="{middle}" r="5"/>'


def _box(kind: str, low: float, high: float, top: int) -> str:
    width = round(max(0.0, high - low) * ROOM, 1)
    return f'<rect class="{kind}" x="{_across(low)}" y="{top}" width="{width}" height="{THICK}"/>'


def _across(share: float) -> float:
    return round(LEFT + share * ROOM, 1)
