"""Which steps does a session go through, and in what order?"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casebot.model.attempt import Phase
from casebot.model.claim import Bucket
from casebot.model.lesson import SORTED, AnyStep, AskStep, DilemmaStep, SortStep, TalkStep, asked_items
from casebot.tutoring.book import Book
from casebot.tutoring.sorting import Place, in_turn
from casebot.tutoring.state import State


class Planned(NamedTuple):
    """A step of a session: one of the lesson's, an item asked by itself, or a statement with its place in a sort."""

    id: str
    step: AnyStep
    phase: Phase
    place: Place | None = None

    @property
    def among(self) -> tuple[Bucket, ...]:
        """The buckets that a sort offers for its statement; empty for any other step."""
        return self.place.buckets if self.place is not None else ()


def plan(state: State, book: Book) -> tuple[Planned, ...]:
    """The steps in order. A question asked before the text returns at the end if no later step asks it again."""
    if state.run == "ask":
        return ()
    if state.run == "dilemma":
        return tuple(_of_step(state.target, DilemmaStep(kind="dilemma", dilemma=state.target), state, book))
    if state.run != "lesson":
        asked = (_by_itself(name, name, state.run) for name in state.items if book.item(name) is not None)
        return (*asked, *_retests(state, book))
    lesson = book.lesson(state.case, state.target)
    if lesson is None:
        return ()
    steps = [planned for name, step in lesson.steps.items() for planned in _of_step(name, step, state, book)]
    return (*steps, *_returning(lesson.steps, steps), *_retests(state, book))


def _of_step(name: str, step: AnyStep, state: State, book: Book) -> Iterator[Planned]:
    """The steps of a session that a step of the lesson brings: none where what it asks is gone."""
    match step:
        case AskStep() | TalkStep():
            if book.item(f"{state.case}/{step.item}") is not None:
                yield Planned(name, step, "pre" if isinstance(step, AskStep) and step.pre else "lesson")
        case SortStep():
            placed = in_turn(book, state.case, name, step, state.seed)
            if placed:
                yield Planned(name, step, "lesson")
                for item, place in placed:
                    inside = item.partition("/")[2]
                    yield Planned(f"{name}/{inside}", AskStep(kind="ask", item=inside), "lesson", place)
                yield Planned(f"{name}/{SORTED}", step, "lesson")
        case DilemmaStep():
            if book.dilemma(f"{state.case}/{step.dilemma}") is not None:
                yield Planned(name, step, "lesson")
        case _:
            yield Planned(name, step, "lesson")


def _by_itself(step: str, name: str, phase: Phase) -> Planned:
    return Planned(step, AskStep(kind="ask", item=name.partition("/")[2]), phase)


def _retests(state: State, book: Book) -> list[Planned]:
    """What was answered wrong with confidence is asked once more at the end."""
    return [_by_itself(f"{name}-retest", name, "retest") for name in state.owed if book.item(name) is not None]


def _returning(lesson: Mapping[str, AnyStep], steps: list[Planned]) -> list[Planned]:
    later = (step for step in lesson.values() if not (isinstance(step, AskStep) and step.pre))
    asked = {item for step in later for item in asked_items(step)}
    return [
        Planned(f"{planned.id}-again", AskStep(kind="ask", item=planned.step.item), "lesson")
        for planned in steps
        if isinstance(planned.step, AskStep) and planned.step.pre and planned.step.item not in asked
    ]


def item_name(state: State, planned: Planned) -> str | None:
    """The full name of the item that a step asks; None for other steps."""
    if not isinstance(planned.step, AskStep | TalkStep):
        return None
    if state.run == "lesson":
        return f"{state.case}/{planned.step.item}"
    return planned.id.removesuffix("-retest") if planned.phase == "retest" else planned.id


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
    names = (item_name(state, planned) for planned in plan(state, book) if planned.phase not in {"pre", "retest"})
    return tuple(dict.fromkeys(name for name in names if name is not None))
