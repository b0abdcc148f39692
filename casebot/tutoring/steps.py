"""How does a session go from step to step, and how does it end?"""

from typing import Final

from casebot.model.lesson import SORTED, DilemmaStep, FigureStep, SortStep
from casebot.tutoring.book import Book
from casebot.tutoring.dispute import dispute
from casebot.tutoring.draft import Draft
from casebot.tutoring.expectation import page_back
from casebot.tutoring.plan import Planned, counted, find, item_name, next_step, page_before, plan
from casebot.tutoring.posing import return_to_dilemma, show_dilemma
from casebot.tutoring.sorting import statements
from casebot.tutoring.state import Asking, State
from casebot.tutoring.talking import say_help
from casebot.tutoring.turns import Arg

PASSED: Final = 0.8
"""The share of a test-out from which the lesson counts as known."""


def begin(draft: Draft) -> None:
    """Greets and opens the first step."""
    state = draft.state
    if state.run == "ask":
        draft.change(step="ask")
        draft.say("tells", "welcome-ask")
        return
    if state.run == "lesson":
        draft.say("tells", "welcome-lesson", lesson=f"{state.case}/{state.target}")
        case = draft.book.cases.get(state.case)
        if case is not None and state.lang not in case.head.languages:
            draft.say("notice", "language-missing", language=case.head.languages[0])
    elif state.run in {"review", "ahead", "test-out"}:
        n = len(plan(state, draft.book))
        if state.later:
            draft.say("tells", "welcome-review-some", n=n, due=n + state.later)
        else:
            draft.say("tells", f"welcome-{state.run}", n=n)
    elif state.run != "dilemma":
        draft.say("tells", "welcome-preview" if state.preview else "welcome-quiz", n=len(plan(state, draft.book)))
    advance(draft)


def advance(draft: Draft) -> None:
    """Opens the next step that is not done, or ends the session."""
    steps = plan(draft.state, draft.book)
    following = next_step(draft.state, steps)
    if following is None:
        _end(draft)
    else:
        enter(draft, following)


def pass_on(draft: Draft) -> None:
    """Marks the step as done and goes on."""
    state = draft.state
    done = state.done if state.step in state.done else (*state.done, state.step)
    kept = state.asking if state.asking is not None and state.asking.step != state.step else None
    draft.change(done=done, asking=kept, waiting="")
    advance(draft)


def enter(draft: Draft, planned: Planned) -> None:
    """Opens a step: tells its page or asks its question."""
    name = item_name(draft.state, planned)
    if name is None:
        draft.change(step=planned.id, waiting="")
        tell(draft, planned)
        return
    open_already = draft.state.asking is not None and draft.state.asking.step == planned.id
    draft.change(step=planned.id, waiting="")
    if not open_already:
        draft.change(asking=Asking(step=planned.id, since=draft.at))
        if planned.phase == "lesson" and any(held.item == name for held in draft.state.held):
            draft.say("notice", "asked-before")
        elif planned.phase == "retest":
            draft.say("notice", "asked-again")
        elif name in draft.state.changed:
            draft.say("notice", "item-changed")
    ask(draft, planned)


def tell(draft: Draft, planned: Planned) -> None:
    """Says a page or a figure, what a sort asks, where its statements were put, or the part a dilemma is at."""
    state, lesson = draft.state, f"{draft.state.case}/{draft.state.target}"
    match planned.step:
        case DilemmaStep() as step:
            opens = planned.id not in state.done and dispute(state, draft.book) is None
            if opens and (step.title is not None or step.text is not None):
                draft.say("tells", "page", step=f"{lesson}/{planned.id}")
            show_dilemma(draft, f"{state.case}/{step.dilemma}")
        case FigureStep():
            draft.say("tells", "figure", step=f"{lesson}/{planned.id}")
        case SortStep() if planned.id.endswith(f"/{SORTED}"):
            sort = planned.id.removesuffix(f"/{SORTED}")
            names = statements(draft.book, state.case, planned.step)
            put = {placed.item: placed.bucket for placed in state.placed if placed.item in names}
            draft.say("tells", "sorted", step=f"{lesson}/{sort}", items=tuple(put), put=tuple(put.values()))
        case SortStep():
            draft.say("tells", "sort", step=f"{lesson}/{planned.id}")
        case _:
            draft.say("tells", "page", step=f"{lesson}/{planned.id}")


def ask(draft: Draft, planned: Planned) -> None:
    """Says the question of a step, as it now stands, behind what the step itself has to say."""
    name = item_name(draft.state, planned)
    asking = draft.state.asking
    if name is None or asking is None:
        return
    if planned.step.title is not None or planned.step.text is not None:
        tell(draft, planned)
    place = planned.place
    inside: dict[str, Arg] = {"among": place.buckets, "n": place.number, "of": place.of} if place is not None else {}
    pre = planned.phase == "pre"
    draft.say("asks", "item", (), item=name, seed=draft.state.seed, struck=asking.struck, pre=pre, **inside)


def repeat(draft: Draft) -> None:
    """Says again what the session waits for."""
    state = draft.state
    planned = draft.planned()
    if state.finished:
        _tell_end(draft)
    elif state.run == "ask":
        draft.say("tells", "welcome-ask")
    elif state.waiting == "correction" and state.judged is not None:
        draft.say("asks", "correction", item=state.judged.item)
    elif state.waiting == "verdict" or planned is None:
        draft.say("notice", "go-on")
    elif item_name(state, planned) is None:
        tell(draft, planned)
    else:
        ask(draft, planned)
        name = item_name(state, planned)
        if state.asking is not None and state.asking.pending is not None:
            draft.say("asks", "certainty")
        elif state.asking is not None and state.asking.talk is not None and name is not None:
            say_help(draft, name, state.asking.talk)


def arrive(draft: Draft) -> None:
    """Begins a session, or takes it up where it was; a step that is gone gives way to the next that exists."""
    state = draft.state
    if state.finished:
        return
    if not state.step:
        begin(draft)
        return
    if state.run == "ask":
        return
    planned = find(plan(state, draft.book), state.step)
    if planned is None:
        draft.say("notice", "step-gone")
        draft.change(asking=None, waiting="", weighing=None)
        advance(draft)
    elif isinstance(planned.step, DilemmaStep):
        return_to_dilemma(draft, f"{state.case}/{planned.step.dilemma}")
    else:
        draft.ask(since=draft.at)


def score(state: State, book: Book) -> tuple[float, int]:
    """The sum of the best credits of the items that count (to 4 places), and how many those items are."""
    names = counted(state, book)
    best = {credit.item: credit.credit for credit in state.credits}
    return round(sum(best.get(name, 0.0) for name in names), 4), len(names)


def _end(draft: Draft) -> None:
    draft.change(step="end", asking=None, waiting="", finished=True)
    _tell_end(draft)


def _tell_end(draft: Draft) -> None:
    got, of = score(draft.state, draft.book)
    state = draft.state
    if state.run == "lesson":
        draft.say("tells", "end-lesson", lesson=f"{state.case}/{state.target}", score=round(got, 2), of=of)
    elif state.run == "dilemma":
        draft.say("tells", "end-dilemma")
    elif state.run == "test-out":
        passed = got >= PASSED * of > 0
        draft.say("tells", "end-test-out-passed" if passed else "end-test-out", score=round(got, 2), of=of)
    else:
        draft.say("tells", "end-quiz", score=round(got, 2), of=of)
        if state.run == "review":
            draft.say("tells", "end-review" if state.later else "end-review-all", n=state.later)


def go_back(draft: Draft) -> None:
    """Shows the page before this one again; what has been answered stays answered."""
    state = draft.state
    page = page_back(state, draft.book)
    if page is None:
        some = page_before(state, plan(state, draft.book)) is not None
        draft.say("notice", "page-waits" if some else "no-page-before")
        return
    if draft.open_item() is not None:
        draft.say("notice", "question-waits")
    draft.change(step=page.id, waiting="")
    tell(draft, page)
