"""How far is the learner in a lesson?"""

from typing import NamedTuple

from casebot.model.case import LessonEntry
from casebot.store.gradebook import SessionRow
from casebot.tutoring.book import Book
from casebot.tutoring.plan import plan
from casebot.tutoring.state import State
from casebot.tutoring.steps import score


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
    case: str, entry: LessonEntry, number: int, begun: SessionRow | None, finished: SessionRow | None
) -> LessonLine:
    """The line of a lesson, from the run that is open and the one finished last."""
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


def session_row(state: State, book: Book, before: SessionRow | None, now: str) -> SessionRow:
    """A session as it is to be kept, at a time in ISO form; `before` is how it was kept last."""
    steps = plan(state, book)
    got, of = score(state, book)
    return SessionRow(
        id=state.session,
        learner=state.learner,
        case_id=state.case,
        run=state.run,
        target=state.target,
        state=state.model_dump_json(),
        rev=before.rev if before else 0,
        place=len([planned for planned in steps if planned.id in state.done]),
        steps=len(steps),
        score=got,
        outof=of,
        finished=state.finished,
        created=before.created if before else now,
        updated=now,
    )
