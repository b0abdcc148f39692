"""What does the answer area offer for a question: options, two lists to pair, blanks to fill, points to make?"""

from typing import NamedTuple

from casebot.documents.answers import Asked, offered_text, option_text
from casebot.documents.sheet import Sheet
from casebot.model.identity import left_ids
from casebot.model.item import Cloze, Free, Match
from casebot.tui.widgets.options import Row
from casebot.tutoring.expectation import Expects


class Offer(NamedTuple):
    """What is expected, with the options in the order shown.

    `lefts` are what the options are paired with; `blanks` and `points` are how many there are.
    """

    expects: Expects
    rows: tuple[Row, ...] = ()
    lefts: tuple[Row, ...] = ()
    blanks: int = 0
    points: int = 0


def offer(expects: Expects, sheet: Sheet) -> Offer:
    """What is offered where an input is expected."""
    item = sheet.book.item(expects.item)
    if item is None:
        return Offer(expects)
    about = Asked(expects.item, item, sheet)
    rows = tuple(Row(name, offered_text(about, name), name in expects.struck) for name in expects.options)
    lefts = tuple(Row(name, option_text(about, name)) for name in left_ids(item)) if isinstance(item, Match) else ()
    blanks = len(item.blanks) if isinstance(item, Cloze) else 0
    return Offer(expects, rows, lefts, blanks, points=len(item.keypoints) if isinstance(item, Free) else 0)
