"""What do all of a learner's answers tell together?

Every figure keeps the answers it was counted from. Accuracy counts first tries (`progress.firsts`); a misconception is
counted wherever an answer showed it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from casebot.model.attempt import Attempt, Position
from casebot.model.case import Case
from casebot.progress.certainty import LEVELS, Calibration, calibration
from casebot.progress.firsts import first_tries, is_confident_error, is_right
from casebot.progress.mastery import Mastery, mastery, next_to_practise
from casebot.progress.schedule import Due
from casebot.progress.stances import Stance, stances

AHEAD: Final = 14
"""Days of the schedule that are shown, today among them."""
OFTEN: Final = 3
"""Confident errors from which a topic is named."""


class Tally(NamedTuple):
    """Answers that are counted under one name."""

    name: str
    answers: tuple[Attempt, ...] = ()

    @property
    def n(self) -> int:
        """How many answers."""
        return len(self.answers)

    @property
    def right(self) -> int:
        """How many of them are right."""
        return sum(map(is_right, self.answers))

    @property
    def share(self) -> float:
        """The share that is right, 0 to 1; 0 where there is none."""
        return self.right / self.n if self.n else 0.0


class LessonRecord(NamedTuple):
    """A lesson `case/lesson` ("" for questions of no lesson): its first tries, by day too, and misconceptions shown."""

    tally: Tally
    begun: bool
    days: tuple[Tally, ...]
    misconceptions: tuple[Tally, ...]


class ObjectiveRecord(NamedTuple):
    """An objective `case/objective` with its lesson, its mastery and its first tries."""

    lesson: str
    mastery: Mastery
    tally: Tally


class Coming(NamedTuple):
    """The items that come back on a day; on the first day also those that have waited."""

    day: date
    items: tuple[str, ...]


class Record(NamedTuple):
    """What is known of a learner. Tallies are of first tries, but those of misconceptions."""

    today: date

    total: Tally
    lessons: tuple[LessonRecord, ...]
    days: tuple[Tally, ...]
    calibration: Calibration
    levels: tuple[Tally, ...]
    """One for each certainty, in the order of the calibration's levels."""
    topic: ObjectiveRecord | None
    """About what the learner was most often sure and wrong, where it was often."""
    objectives: tuple[ObjectiveRecord, ...]
    practise: str | None
    """The objective to practise next."""
    coming: tuple[Coming, ...]
    later: tuple[str, ...]
    """Items that come back after those days."""
    misconceptions: tuple[Tally, ...]
    """By `case/tag`, the most frequent first."""
    stances: Mapping[str, Stance]
    reader: str
    """The name that decides in which order the learner reads the sides of a dilemma."""
    answers: tuple[Attempt, ...]
    """Every answer, in the order in which they were given."""
    listed: tuple[Due, ...]
    """The schedule, the most pressing first."""


def record_of(
    attempts: Iterable[Attempt],
    cases: Mapping[str, Case],
    begun: Collection[str],
    listed: Sequence[Due],
    positions: Iterable[Position],
    today: date,
    reader: str = "",
) -> Record:
    """The record of attempts in the order in which they were made.

    `begun` are the lessons `case/lesson` that were begun, `listed` is the schedule of `progress.schedule.due`.
    """
    kept = tuple(attempts)
    firsts = tuple(first_tries(kept))
    calibrated = calibration(kept)
    of_level = _by(firsts, lambda each: str(each.certainty))
    objectives = _objectives(kept, cases, today)
    begun_objectives = {each.mastery.objective: each.lesson in begun or bool(each.tally.n) for each in objectives}
    return Record(
        today=today,
        total=Tally("", firsts),
        lessons=_lessons(kept, cases, begun),
        days=_days(firsts),
        calibration=calibrated,
        levels=tuple(Tally(str(level), of_level.get(str(level), ())) for level in LEVELS),
        topic=_topic(kept, objectives),
        objectives=objectives,
        practise=next_to_practise((each.mastery for each in objectives), begun_objectives),
        coming=_coming(listed, today),
        later=tuple(each.item for each in listed if each.day >= today + timedelta(days=AHEAD)),
        misconceptions=misconceptions(kept),
        stances=stances(positions),
        reader=reader,
        answers=kept,
        listed=tuple(listed),
    )


def lesson_of(item: str, cases: Mapping[str, Case]) -> str:
    """The lesson `case/lesson` whose bank holds an item `case/bank/item`; "" where there is none."""
    name, _, rest = item.partition("/")
    bank = cases[name].banks.get(rest.partition("/")[0]) if name in cases else None
    return f"{name}/{bank.head.lesson}" if bank is not None and bank.head.lesson in cases[name].lessons else ""


def misconceptions(attempts: Iterable[Attempt]) -> tuple[Tally, ...]:
    """The misconceptions that answers showed, by `case/tag`, the most frequent first."""
    found: dict[str, list[Attempt]] = {}
    for each in attempts:
        for tag in dict.fromkeys(each.tags):
            found.setdefault(f"{each.case}/{tag}", []).append(each)
    tallies = (Tally(name, tuple(answers)) for name, answers in found.items())
    return tuple(sorted(tallies, key=lambda each: (-each.n, each.name)))


def _by(attempts: Iterable[Attempt], name_of: Callable[[Attempt], str]) -> dict[str, tuple[Attempt, ...]]:
    found: dict[str, list[Attempt]] = {}
    for each in attempts:
        found.setdefault(name_of(each), []).append(each)
    return {name: tuple(answers) for name, answers in found.items()}


def _days(firsts: Iterable[Attempt]) -> tuple[Tally, ...]:
    return tuple(Tally(day, answers) for day, answers in sorted(_by(firsts, lambda each: each.day).items()))


def _lessons(
    attempts: tuple[Attempt, ...], cases: Mapping[str, Case], begun: Collection[str]
) -> tuple[LessonRecord, ...]:
    """Every lesson, begun or not, and last the questions of no lesson, if any were answered."""
    of_lesson = _by(attempts, lambda each: lesson_of(each.item, cases))
    names = [f"{case}/{lesson}" for case, found in cases.items() for lesson in found.lessons]
    return tuple(
        LessonRecord(Tally(name, firsts), name in begun, _days(firsts), misconceptions(answers))
        for name in (*names, "")
        if name or of_lesson.get(name)
        for answers in [of_lesson.get(name, ())]
        for firsts in [tuple(first_tries(answers))]
    )


def _objectives(attempts: tuple[Attempt, ...], cases: Mapping[str, Case], today: date) -> tuple[ObjectiveRecord, ...]:
    """Every objective, in the order of lessons, then of the file."""
    lessons = {
        f"{name}/{objective}": f"{name}/{found.lesson}" if found.lesson in case.lessons else ""
        for name, case in cases.items()
        for objective, found in case.objectives.items()
    }
    order = [f"{name}/{lesson}" for name, case in cases.items() for lesson in case.lessons] + [""]
    names = sorted(lessons, key=lambda name: order.index(lessons[name]))
    answered = _by(first_tries(attempts), lambda each: f"{each.case}/{each.objective}")
    return tuple(
        ObjectiveRecord(lessons[found.objective], found, Tally(found.objective, answered.get(found.objective, ())))
        for found in mastery(attempts, names, today)
    )


def _topic(attempts: tuple[Attempt, ...], objectives: Iterable[ObjectiveRecord]) -> ObjectiveRecord | None:
    errors = _by(filter(is_confident_error, attempts), lambda each: f"{each.case}/{each.objective}")
    listed = [(each, errors.get(each.mastery.objective, ())) for each in objectives]
    often = [each._replace(tally=Tally(each.tally.name, found)) for each, found in listed if len(found) >= OFTEN]
    return max(often, key=lambda each: each.tally.n, default=None)


def _coming(listed: Sequence[Due], today: date) -> tuple[Coming, ...]:
    days = [today + timedelta(days=after) for after in range(AHEAD)]
    return tuple(Coming(day, tuple(each.item for each in listed if max(each.day, today) == day)) for day in days)
