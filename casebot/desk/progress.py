"""How far is the learner in a lesson?"""

from typing import NamedTuple

from casebot.model.case import LessonEntry
from casebot.store.gradebook import SessionRow


class LessonLine(NamedTuple):
    """A lesson with how far the learner is.

    `place` of `steps` are done in the run that is open (0 of 0 where none is); `score` of `outof` came of the run that
    was finished last, if any was.
    """

    case: str
    entry: LessonEntry
    number: int
    place: int
    steps: int
    finished: bool
    score: float
    outof: int


def lesson_line(
    case: str,
    entry: LessonEntry,
    number: int,
    begun: SessionRow | None,
    finished: SessionRow | None,
    answered: frozenset[str],
) -> LessonLine:
    """The line of a lesson, from the run that is open and the one finished last.

    Where it was finished, a new run counts from its first answer: `answered` are the sessions that have one.
    """
    if begun is not None and finished is not None and begun.id not in answered:
        begun = None
    return LessonLine(
        case,
        entry,
        number,
        place=begun.place if begun else 0,
        steps=begun.steps if begun else 0,
        finished=finished is not None,
        score=finished.score if finished else 0.0,
        outof=finished.outof if finished else 0,
    )
