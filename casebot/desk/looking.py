"""What can a learner look back on: the record, what was answered and read, and what has changed since?"""

from typing import NamedTuple

from casebot.desk import Desk
from casebot.model.attempt import Attempt
from casebot.model.lesson import FigureStep, PageStep
from casebot.progress.firsts import is_confident_error
from casebot.progress.record import Record, lesson_of, record_of
from casebot.tutoring.expectation import open_question, withheld
from casebot.tutoring.state import State, read_state

DAYS: frozenset[str] = frozenset({"review", "ahead"})
"""Runs that are taken up on their own day only."""


class Kept(NamedTuple):
    """What there is to search: answers, pages `case/lesson/step` that were read, claims `case/claim`.

    What would tell the answer to a question that is still open is left out.
    """

    answers: tuple[Attempt, ...]
    pages: tuple[str, ...]
    claims: tuple[str, ...]


def record(desk: Desk, lesson: str = "") -> Record:
    """The learner's record, as of today; with `lesson` (`case/lesson`) that of its questions. Raises StoreError."""
    listed = desk.due()
    lines = desk.lessons()
    begun = {f"{line.case}/{line.entry.id}" for line in lines if line.steps or line.finished}
    cases = {name: desk.case(name) for name in dict.fromkeys(line.case for line in lines)}
    attempts, positions = desk.gradebook.attempts(), desk.gradebook.positions()
    if lesson:
        attempts = [each for each in attempts if lesson_of(each.item, cases) == lesson]
        listed = [each for each in listed if lesson_of(each.item, cases) == lesson]
    return record_of(attempts, cases, begun, listed, positions, desk.today, desk.gradebook.reader())


def hidden(desk: Desk) -> frozenset[str]:
    """The claims that an open question of any session rests on. Raises StoreError."""
    return frozenset().union(*(withheld(state, desk.book) for state in _open(desk)))


def watched(desk: Desk) -> tuple[Attempt, ...]:
    """The last answer to each question owed again that was sure, and wrong. Raises StoreError."""
    owed = [each.item for each in desk.gradebook.planned() if each.why == "retest"]
    errors = filter(is_confident_error, desk.gradebook.attempts_of(owed))
    return tuple({each.item: each for each in errors}.values())


def told(desk: Desk) -> frozenset[str]:
    """The items whose right answer was shown: judged in a session in which they are not open. Raises StoreError."""
    waiting = {(state.session, found[0]) for state in _open(desk) if (found := open_question(state, desk.book))}
    judged = (each for each in desk.gradebook.attempts() if each.phase != "pre")
    return frozenset(each.item for each in judged if (each.session, each.item) not in waiting)


def kept(desk: Desk) -> Kept:
    """What there is to search. Raises StoreError."""
    states = _open(desk)
    waiting = {found[0] for state in states if (found := open_question(state, desk.book)) is not None}
    secret = frozenset().union(*(withheld(state, desk.book) for state in states))
    cases = [desk.case(name) for name in desk.library.ids()]
    claims = tuple(f"{case.head.id}/{claim}" for case in cases for claim in case.claims)
    return Kept(
        tuple(each for each in desk.gradebook.attempts() if each.item not in waiting),
        tuple(page for page in _pages(desk) if not secret & set(desk.book.step_claims(page))),
        tuple(claim for claim in claims if claim not in secret),
    )


def _open(desk: Desk) -> list[State]:
    """Where every session stands that can still be taken up; every case is then read."""
    for name in desk.library.ids():
        desk.case(name)
    today = desk.today.isoformat()
    rows = [row for row in desk.gradebook.sessions() if not row.finished]
    live = [row for row in rows if row.run not in DAYS or row.target.startswith(today)]
    found = [state for row in live if (state := read_state(row.state)) is not None]
    here = desk.state
    return [*(state for state in found if here is None or state.session != here.session), *([here] if here else [])]


def _pages(desk: Desk) -> tuple[str, ...]:
    """The pages and figures that were told in lessons, in the order of the lessons."""
    told: set[str] = set()
    for row in desk.gradebook.sessions():
        state = read_state(row.state) if row.run == "lesson" else None
        if state is not None:
            told |= {f"{state.case}/{state.target}/{step}" for step in (*state.done, state.step)}
    return tuple(
        name
        for case in (desk.case(each) for each in desk.library.ids())
        for lesson, found in case.lessons.items()
        for step, what in found.steps.items()
        if isinstance(what, PageStep | FigureStep) and (name := f"{case.head.id}/{lesson}/{step}") in told
    )


def news(desk: Desk) -> tuple[str, ...]:
    """The claims `case/claim` of cases begun that changed since the learner looked last; they are told only once.

    A change of a day to come waits for its day. Raises StoreError.
    """
    known = desk.gradebook.looked()
    last = {row.case_id: row.updated for row in reversed(desk.gradebook.sessions()) if row.case_id}
    today = desk.today.isoformat()
    found: list[str] = []
    looked: dict[str, dict[str, str]] = {}
    for name in desk.library.ids():
        if name not in last:
            continue
        changed = {claim: each.changed for claim, each in desk.case(name).claims.items() if each.changed is not None}
        now = {claim: day for claim, day in changed.items() if day <= today}
        if name in known:
            found += [f"{name}/{claim}" for claim, day in now.items() if known[name].get(claim) != day]
        else:
            found += [f"{name}/{claim}" for claim, day in now.items() if day > last[name][:10]]
        if known.get(name) != now:
            looked[name] = now
    if looked:
        desk.gradebook.look(looked)
    return tuple(found)
