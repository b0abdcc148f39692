"""How do both sides of a dilemma stand before the reader, each with the same room?"""

from itertools import zip_longest
from typing import Final

from casebot.documents.passage import Line, Span, Style, line
from casebot.documents.sheet import Sheet
from casebot.documents.wrap import cells, rows
from casebot.model.dilemma import Effect
from casebot.tutoring.sides import Point, Sides
from casebot.tutoring.turns import Turn

BESIDE: Final = 90
"""Columns of a window from which the sides stand side by side."""
GAP: Final = 3
"""Cells between two columns."""
HANG: Final = 4
"""Cells for the number of an argument."""
EFFECTS: Final[dict[Effect, str]] = {"+": "gains", "-": "loses", "+-": "both", "0": "neither"}

Cell = list[tuple[str, Style]]
"""Rows of text, each in one style."""
_NOTHING: Final[Cell] = []
_EMPTY: Final[Cell] = [("", "plain")]


def weighed(turn: Turn, sheet: Sheet) -> Sides | None:
    """The sides that a turn is about, in the order in which the learner read them."""
    dilemma = sheet.book.dilemma(str(turn.args.get("dilemma", "")))
    return Sides(dilemma, bool(turn.args.get("turned"))) if dilemma is not None else None


def point_text(point: Point, sheet: Sheet) -> str:
    """An argument with its kind, without its number."""
    kind = sheet.voice.say(f"dilemma.kind-{point.argument.kind}")
    return sheet.voice.say("dilemma.point", kind=kind, text=point.argument.text.show(sheet.voice.language))


def sides(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Both sides: from 90 columns side by side, else one below the other, each with as many rows; and the table."""
    found = weighed(turn, sheet)
    if found is None:
        return ()
    beside = sheet.screen >= BESIDE
    width = (sheet.width - GAP) // 2 if beside else sheet.width
    first, second = _side(found, 0, sheet, width), _side(found, 1, sheet, width)
    if beside:
        shown = [row for pair in zip_longest(first, second, fillvalue=_NOTHING) for row in _pair(pair, width)]
    else:
        one, other = _stacked(first), _stacked(second)
        shown = [_fixed(*row) for row in (*_tall(one, len(other)), *_tall(other, len(one)))]
    how = line(sheet.voice.say("dilemma.sides-how", most=len(found.points)), "dim")
    return (line(sheet.show(found.dilemma.question), "strong"), line(""), *shown, *_table(found, sheet), how)


def _side(found: Sides, place: int, sheet: Sheet, width: int) -> list[Cell]:
    """The name of a side and its arguments, wrapped."""
    head: Cell = [(row, "title") for row in rows(sheet.show(found.both[place].label), width, cells)]
    return [head, *(_point(each, sheet, width) for each in found.of(place))]


def _point(point: Point, sheet: Sheet, width: int) -> Cell:
    first, *others = rows(point_text(point, sheet), max(8, width - HANG), cells)
    return [(f"{point.number:<{HANG}}{first}", "plain"), *((" " * HANG + row, "plain") for row in others)]


def _stacked(side: list[Cell]) -> Cell:
    return [row for cell in side for row in (*cell, *_EMPTY)]


def _tall(cell: Cell, height: int) -> Cell:
    """A cell with at least so many rows."""
    return [*cell, *_EMPTY * (height - len(cell))]


def _fixed(text: str, style: Style) -> Line:
    return Line((Span(text, style),), fixed=True)


def _pair(pair: tuple[Cell, Cell], width: int) -> list[Line]:
    """Two cells across from each other, both as tall as the taller one."""
    one, other = pair
    height = max(len(one), len(other))
    rows_of = zip(_tall(one, height), _tall(other, height), strict=True)
    shown = [
        Line((Span(left, style), Span(" " * (width + GAP - cells(left))), Span(right, beside)), fixed=True)
        for (left, style), (right, beside) in rows_of
    ]
    return [*shown, line("")]


def _table(found: Sides, sheet: Sheet) -> list[Line]:
    """Who gains and who loses under each side, by signs and words."""
    groups = found.dilemma.stakeholders
    if not groups:
        return []
    wide = (sheet.width - 2 * GAP) * 3 // 10
    widths = (sheet.width - 2 * (wide + GAP), wide, wide)
    names = (sheet.voice.say("dilemma.stakes"), *(sheet.show(side.label) for side in found.both))
    shown = _row(names, widths, "strong")
    for group in groups:
        effects = (group.b, group.a) if found.turned else (group.a, group.b)
        words = (sheet.voice.say(f"dilemma.{EFFECTS[effect]}") for effect in effects)
        shown += _row((sheet.show(group.name), *words), widths, "plain")
    return [*shown, line("")]


def _row(texts: tuple[str, ...], widths: tuple[int, ...], style: Style) -> list[Line]:
    columns = [rows(text, max(4, width), cells) for text, width in zip(texts, widths, strict=True)]
    return [
        _fixed(
            "".join(part + " " * (width + GAP - cells(part)) for part, width in zip(parts, widths, strict=True)).rstrip(
                " "
            ),
            style,
        )
        for parts in zip_longest(*columns, fillvalue="")
    ]


def stakes(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Why each group gains or loses, as the author says it."""
    found = weighed(turn, sheet)
    if found is None:
        return ()
    told = [
        Line((Span(f"{sheet.show(group.name)}  ", "strong"), Span(sheet.show(group.why))), 2)
        for group in found.dilemma.stakeholders
        if group.why is not None
    ]
    return tuple(told) or (line(sheet.voice.say("dilemma.stakes-none"), "dim"),)
