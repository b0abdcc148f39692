"""In what order does a learner read the two sides of a dilemma, and what number has each argument?"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from casebot.model.dilemma import Argument, Dilemma, Side
from casebot.tutoring.chance import rank

MIDDLE: Final = 50
WHOLE: Final = 100
"""Positions run from 0 to 100 on the learner's own scale: 0 is wholly with the side read first."""
_NUMBER: Final = re.compile(r"0*(\d{1,3})(?!\d)")


class Point(NamedTuple):
    """An argument as it is read: its number, from 1 over both sides, and its name `side/argument`."""

    number: int
    name: str
    argument: Argument

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims it cites, those of its precedent and those of its rebuttal, each once."""
        cited, precedent = self.argument.supports, self.argument.precedent_claim
        return tuple(dict.fromkeys((*cited, *((precedent,) if precedent else ()), *self.argument.rebuttal_claims)))


class Sides(NamedTuple):
    """The two sides in the order in which a learner reads them; `turned` where the author's second comes first."""

    dilemma: Dilemma
    turned: bool

    @property
    def both(self) -> tuple[Side, Side]:
        """The side read first, and the other."""
        one, other = self.dilemma.side
        return (other, one) if self.turned else (one, other)

    @property
    def points(self) -> tuple[Point, ...]:
        """Every argument, those of the side read first before the others."""
        return tuple(self._points())

    def _points(self) -> Iterator[Point]:
        number = 0
        for side in self.both:
            for argument in side.argument:
                number += 1
                yield Point(number, f"{side.key}/{argument.id}", argument)

    def of(self, place: int) -> tuple[Point, ...]:
        """The arguments of the side read first (0) or second (1)."""
        size = len(self.both[0].argument)
        return self.points[size:] if place else self.points[:size]

    def point(self, given: str) -> Point | None:
        """The argument that a name or a number means."""
        number = _NUMBER.fullmatch(given.strip())
        return next(
            (each for each in self.points if each.name == given or (number and each.number == int(number[1]))), None
        )

    def own(self, value: int) -> int:
        """A position of the author's scale (0 is the side that comes first in the file) on the learner's, and back."""
        return turn(value, turned=self.turned)

    def against(self, value: int | None) -> int:
        """Which side a learner at that position of the author's scale leans against: read first (0) or second (1).

        In the middle, and where no position was given, it is the side read second.
        """
        return 0 if value is not None and self.own(value) > MIDDLE else 1


def turn(value: int, *, turned: bool) -> int:
    """A position of the author's scale on the learner's, and back."""
    return WHOLE - value if turned else value


def is_turned(reader: str, name: str) -> bool:
    """Whether this reader reads the second side of the dilemma `case/dilemma` first."""
    return bool(rank(0, "sides", reader, name) % 2)


def read_by(reader: str, name: str, dilemma: Dilemma) -> Sides:
    """The sides of the dilemma `case/dilemma` in the order that this reader always reads them in."""
    return Sides(dilemma, is_turned(reader, name))
