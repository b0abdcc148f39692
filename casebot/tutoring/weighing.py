"""How far is a learner in weighing a dilemma, and which part comes next?"""

from typing import Final, Literal

from casebot.model.dilemma import Dilemma
from casebot.model.text import Part
from casebot.tutoring.sides import Sides

Wants = Literal["position", "text", "best", "pick", "page", "pause"]
"""What a part waits for: a number from 0 to 100, a line, a few sentences, an argument, or that the learner goes on.

A pause is for reading on screen only.
"""
CRITERION: Final = "criterion-"
_WANTS: Final[dict[str, Wants]] = {
    "before": "position",
    "sides": "page",
    "steelman": "best",
    "heard": "pause",
    "rewrite": "best",
    "heard-again": "pause",
    "strongest-first": "pick",
    "strongest-second": "pick",
    "after": "position",
    "moved": "pick",
    "end": "page",
}
OPTIONAL: Final = frozenset({"rewrite"})
"""Parts that are an offer: an empty line goes on. So it is with the criteria."""
_UNREAD: Final = frozenset({"before", "reason"})


class Weighing(Part):
    """What the conversation remembers of a dilemma while it is being weighed; dropped when it is done.

    Positions are on the author's scale: 0 is the side that comes first in the file.
    """

    dilemma: str
    """Its full name, `case/dilemma`."""
    part: str = "before"
    before: int | None = None
    after: int | None = None
    best: str = ""
    """The best case written for the side leaned against."""
    lacking: bool = False
    """Whether something of that side was not heard in it, or a straw man was."""
    rewritten: bool = False
    strongest: tuple[str, ...] = ()
    """The names of the arguments found strongest."""
    opened: str = ""
    """The name of the argument that was opened last."""

    @property
    def read(self) -> bool:
        """Whether the learner has come to the two sides."""
        return self.part not in _UNREAD

    @property
    def wants(self) -> Wants:
        """What the part waits for."""
        return _WANTS.get(self.part, "text")

    @property
    def optional(self) -> bool:
        """Whether the part is an offer, which an empty line goes past."""
        return self.part in OPTIONAL or self.part.startswith(CRITERION)


def parts(dilemma: Dilemma) -> tuple[str, ...]:
    """The parts of weighing a dilemma, in order."""
    criteria = (f"{CRITERION}{each}" for each in dilemma.criteria)
    best = ("steelman", "heard", "rewrite", "heard-again")
    strongest = ("strongest-first", "strongest-second", "answer")
    return ("before", "reason", "sides", *best, *strongest, "fact", *criteria, "after", "moved", "end")


def part_behind(weighing: Weighing, sides: Sides) -> str | None:
    """The part that comes next; None at the end. One that is gone gives way to the sides."""
    order = parts(sides.dilemma)
    if weighing.part not in order:
        return "sides"
    behind = order[order.index(weighing.part) + 1 :]
    return next((part for part in behind if _applies(part, weighing, sides)), None)


def _applies(part: str, weighing: Weighing, sides: Sides) -> bool:
    match part:
        case "reason":
            return weighing.before is not None
        case "heard":
            return bool(weighing.best)
        case "rewrite":
            return weighing.lacking
        case "heard-again":
            return weighing.rewritten
        case "answer":
            return strongest_against(weighing, sides) is not None
        case "moved":
            return weighing.after is not None
        case _:
            return True


def strongest_against(weighing: Weighing, sides: Sides) -> str | None:
    """The name of the argument found strongest on the side that the learner leaned against; None where none was."""
    names = {point.name for point in sides.of(sides.against(weighing.before))}
    return next((name for name in weighing.strongest if name in names), None)


def offered(weighing: Weighing, sides: Sides) -> tuple[str, ...]:
    """The names of the arguments that a part lets the learner choose from."""
    match weighing.part:
        case "strongest-first":
            return tuple(point.name for point in sides.of(0))
        case "strongest-second":
            return tuple(point.name for point in sides.of(1))
        case "moved":
            return tuple(point.name for point in sides.points)
        case _:
            return ()
