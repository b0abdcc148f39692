"""Which steps does a session go through, and in what order?"""

from collections.abc import Mapping
from typing import NamedTuple

from casebot.model.attempt import Phase
from casebot.model.lesson import AnyStep, AskStep, DilemmaStep
from casebot.tutoring.book import Book
from casebot.tutoring.state import State


class Planned(NamedTuple):
    """A step of a session: one of the lesson's, or an item asked by itself."""

    id: str
    step: AnyStep
    phase: Phase


def plan(state: State, book: Book) -> tuple[Planned, ...]:
    """The steps in order. A question asked before the text returns at the end if no later step asks it again."""
    if state.run == "dilemma":
        alone = Planned(state.target, DilemmaStep(kind="dilemma", dilemma=state.target), "lesson")
        return (alone,) if _there(alone.step, state.case, book) else ()
    if state.run != "lesson":
        return tuple(_by_itself(name, state.run) for name in state.items if book.item(name) is not None)
    lesson = book.lesson(state.case, state.target)
    if lesson is None:
        return ()
    steps = [
        Planned(name, step, "pre" if isinstance(step, AskStep) and step.pre else "lesson")
        for name, step in lesson.steps.items()
        if _there(step, state.case, book)
    ]
    return (*steps, *_returning(lesson.steps, steps))


def _there(step: AnyStep, case: str, book: Book) -> bool:
    """Whether what a step asks or weighs exists."""
    match step:
        case AskStep():
            return book.item(f"{case}/{step.item}") is not None
        case DilemmaStep():
            return book.dilemma(f"{case}/{step.dilemma}") is not None
        case _:
            return True


def _by_itself(name: str, phase: Phase) -> Planned:
    return Planned(name, AskStep(kind="ask", item=name.partition("/")[2]), phase)


def _returning(lesson: Mapping[str, AnyStep], steps: list[Planned]) -> list[Planned]:
    asked = {step.item for step in lesson.values() if isinstance(step, AskStep) and not step.pre}
    return [
        Planned(f"{planned.id}-again", AskStep(kind="ask", item=planned.step.item), "lesson")
        for planned in steps
        if isinstance(planned.step, AskStep) and planned.step.pre and planned.step.item not in asked
    ]


def item_name(state: State, planned: Planned) -> str | None:
    """The full name of the item that a step asks; None for other steps."""
    if not isinstance(planned.step, AskStep):
        return None
    return planned.id if state.run != "lesson" else f"{state.case}/{planned.step.item}"


def dilemma_name(state: State, planned: Planned) -> str | None:
    """The full name of the dilemma that a step weighs; None for other steps."""
    return f"{state.case}/{planned.step.dilemma}" if isinstance(planned.step, DilemmaStep) else None


def find(steps: tuple[Planned, ...], step: str) -> Planned | None:
    """The step with that id."""
    return next((planned for planned in steps if planned.id == step), None)


def page_before(state: State, steps: tuple[Planned, ...]) -> Planned | None:
    """The last page or figure already told that stands before the session's step; None where there is none."""
    here = next((place for place, planned in enumerate(steps) if planned.id == state.step), len(steps))
    told = (planned for planned in reversed(steps[:here]) if planned.id in state.done)
    return next((planned for planned in told if item_name(state, planned) is None), None)


def next_step(state: State, steps: tuple[Planned, ...]) -> Planned | None:
    """The first step not done behind the last one done; None at the end."""
    ids = [planned.id for planned in steps]
    behind = max((ids.index(step) for step in state.done if step in ids), default=-1)
    return next((planned for planned in steps[behind + 1 :] if planned.id not in state.done), None)


def counted(state: State, book: Book) -> tuple[str, ...]:
    """The full names of the items that count for the session's result, each once."""
    names = (item_name(state, planned) for planned in plan(state, book) if planned.phase != "pre")
    return tuple(dict.fromkeys(name for name in names if name is not None))
