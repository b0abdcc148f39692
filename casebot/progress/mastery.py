"""What does a learner master?

The criterion is that of successive relearning (Rawson, Dunlosky and Sciartelli 2013; Rawson and Dunlosky 2022): an item
is known once it was right, from memory and without a hint, on two different days. What was known then is weighed by how
likely it is recalled today (FSRS). An objective's mastery is the mean over its items that have been asked:

    mastery of an item = min(days right, 2) / 2 x recall today

Only the first answer of a day counts. The criterion asks for two days and not for days that were planned, so an answer
ahead of its day counts too, though it changes no schedule.

It counts as mastered from .8, where at least two items have been asked: every one known, and recalled with .8 or more.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from casebot.model.attempt import Attempt
from casebot.progress.firsts import by_day, is_right
from casebot.progress.schedule import memory, recall

DAYS: Final = 2
MASTERED: Final = 0.8
LEAST_ITEMS: Final = 2


class Mastery(NamedTuple):
    """How far an objective is mastered (0 to 1), from how many of its items, on how many days all in all."""

    objective: str
    """`case/objective`."""
    level: float
    items: int
    days: int

    @property
    def mastered(self) -> bool:
        """Whether it counts as mastered."""
        return self.level >= MASTERED and self.items >= LEAST_ITEMS


def mastery(attempts: Iterable[Attempt], objectives: Iterable[str], today: date) -> list[Mastery]:
    """The mastery of each objective named `case/objective`, in the order given; 0 where nothing was asked."""
    reviews = by_day(attempts)
    of_objective: dict[str, list[list[Attempt]]] = {}
    for tries in reviews.values():
        last = tries[-1]
        if last.objective is not None:
            of_objective.setdefault(f"{last.case}/{last.objective}", []).append(tries)
    return [_mastery(name, of_objective.get(name, []), today) for name in objectives]


def _mastery(name: str, items: list[list[Attempt]], today: date) -> Mastery:
    days = {each.day for tries in items for each in tries}
    level = sum(item_mastery(tries, today) for tries in items) / len(items) if items else 0.0
    return Mastery(name, round(level, 4), len(items), len(days))


def item_mastery(tries: list[Attempt], today: date) -> float:
    """The mastery of an item from its first tries, one a day: 0 to 1."""
    known = memory(tries)
    right = sum(is_right(each) and not each.hints for each in tries)
    return min(right, DAYS) / DAYS * recall(known, today) if known is not None else 0.0


def next_to_practise(found: Iterable[Mastery], begun: Mapping[str, bool]) -> str | None:
    """The objective least mastered among those of lessons that have been begun; None where all are mastered."""
    open_ones = [each for each in found if begun.get(each.objective) and not each.mastered]
    return min(open_ones, key=lambda each: (each.level, each.objective)).objective if open_ones else None
