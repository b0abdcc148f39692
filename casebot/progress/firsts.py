"""Which answers count for what a learner knows?

The first try of an item in a session: accuracy, certainty, schedules and mastery use no other. Neither a guess before
the text (`pre`) nor what is asked once more in the session that has just told the answer (`retest`) is one. What is
asked ahead of its day changes no schedule, which the learner is told; for mastery it counts as any other day does.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from casebot.model.attempt import Attempt, Phase

NO_FIRST: Final[frozenset[Phase]] = frozenset({"pre", "retest"})
"""Phases in which no try is a first one."""
UNSCHEDULED: Final[frozenset[Phase]] = NO_FIRST | {"ahead"}
"""Phases that the schedule does not see."""


def first_tries(attempts: Iterable[Attempt]) -> Iterator[Attempt]:
    """The first tries, in the order given, without what was skipped."""
    return (each for each in attempts if each.try_ == 1 and each.phase not in NO_FIRST and each.response)


def by_day(attempts: Iterable[Attempt], without: Collection[Phase] = NO_FIRST) -> dict[str, list[Attempt]]:
    """By item, the first try of each day in other phases, days in order; a skipped one counts as wrong."""
    days: dict[str, dict[str, Attempt]] = {}
    for each in sorted(attempts, key=lambda attempt: attempt.at):
        if each.try_ == 1 and each.phase not in without:
            days.setdefault(each.item, {}).setdefault(each.day, each)
    return {item: [found[day] for day in sorted(found)] for item, found in days.items()}


def scheduled(attempts: Iterable[Attempt]) -> dict[str, list[Attempt]]:
    """By item, the first try of each day that the schedule is given."""
    return by_day(attempts, UNSCHEDULED)


def is_right(attempt: Attempt) -> bool:
    """Whether a try is right: its verdict correct or close."""
    return attempt.verdict in {"correct", "close"}


def is_confident_error(attempt: Attempt) -> bool:
    """Whether the learner was sure on a first try, and was wrong."""
    first = attempt.try_ == 1 and attempt.phase not in NO_FIRST
    return first and attempt.certainty == SURE and attempt.verdict == "incorrect"


SURE: Final = 3
"""The certainty of who is sure."""
