"""Which answers count for what a learner knows?

The first try of an item in a session, in a phase other than `pre`: accuracy, certainty, schedules and mastery use no
other. A retest at the end of a lesson and a review asked for before its day say little about memory, so the schedule
leaves them out.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from casebot.model.attempt import Attempt, Phase

UNSCHEDULED: Final[frozenset[Phase]] = frozenset({"pre", "ahead", "retest"})
"""Phases that the schedule does not see."""


def first_tries(attempts: Iterable[Attempt]) -> Iterator[Attempt]:
    """The first tries, in the order given, without those before the text and without what was skipped."""
    return (each for each in attempts if each.try_ == 1 and each.phase != "pre" and each.response)


def scheduled(attempts: Iterable[Attempt]) -> dict[str, list[Attempt]]:
    """By item, the first try of each day that the schedule is given, days in order; a skipped one counts as wrong."""
    days: dict[str, dict[str, Attempt]] = {}
    for each in sorted(attempts, key=lambda attempt: attempt.at):
        if each.try_ == 1 and each.phase not in UNSCHEDULED:
            days.setdefault(each.item, {}).setdefault(each.day, each)
    return {item: [found[day] for day in sorted(found)] for item, found in days.items()}


def is_right(attempt: Attempt) -> bool:
    """Whether a try is right: its verdict correct or close."""
    return attempt.verdict in {"correct", "close"}


def is_confident_error(attempt: Attempt) -> bool:
    """Whether the learner was sure on a first try, and was wrong."""
    return attempt.try_ == 1 and attempt.certainty == SURE and attempt.verdict == "incorrect" and attempt.phase != "pre"


SURE: Final = 3
"""The certainty of who is sure."""
