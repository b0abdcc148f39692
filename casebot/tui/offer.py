"""What does the answer area offer: options, two lists to pair, blanks, arguments, a scale?"""

from typing import NamedTuple

from casebot.documents.answers import Asked, offered_text, option_text
from casebot.documents.dilemmas import brief
from casebot.documents.sheet import Sheet
from casebot.documents.sides import point_text
from casebot.model.identity import left_ids
from casebot.model.item import Cloze, Match
from casebot.tui.widgets.options import Row
from casebot.tutoring.expectation import Expects
from casebot.tutoring.sides import Sides


class Offer(NamedTuple):
    """What is expected, with the options in the order shown.

    `lefts` are what the options are paired with; `blanks` is how many there are; `ends` are the names of the ends of a
    scale, at 0 and at 100.
    """

    expects: Expects
    rows: tuple[Row, ...] = ()
    lefts: tuple[Row, ...] = ()
    blanks: int = 0
    ends: tuple[str, str] = ("", "")


def offer(expects: Expects, sheet: Sheet) -> Offer:
    """What is offered where an input is expected."""
    dilemma = sheet.book.dilemma(expects.dilemma) if expects.dilemma else None
    if dilemma is not None:
        return _weighed(expects, Sides(dilemma, expects.turned), sheet)
    item = sheet.book.item(expects.item)
    if item is None:
        return Offer(expects)
    about = Asked(expects.item, item, sheet)
    rows = tuple(Row(name, offered_text(about, name), name in expects.struck) for name in expects.options)
    lefts = tuple(Row(name, option_text(about, name)) for name in left_ids(item)) if isinstance(item, Match) else ()
    blanks = len(item.blanks) if isinstance(item, Cloze) else 0
    return Offer(expects, rows, lefts, blanks)


def _weighed(expects: Expects, sides: Sides, sheet: Sheet) -> Offer:
    """The two sides as the ends of a scale, and the arguments to choose from: whole, or cut where both sides stand."""
    points = [point for point in sides.points if point.name in expects.options]
    tell = point_text if len(points) < len(sides.points) else brief
    rows = tuple(Row(point.name, tell(point, sheet), head=str(point.number)) for point in points)
    first, second = (sheet.show(side.label) for side in sides.both)
    return Offer(expects, rows, ends=(first, second))
