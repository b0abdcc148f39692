"""What input does a conversation wait for?"""

from typing import Final, Literal

from casebot.model.item import Cloze, Evidence, Free, Item, Match, Multiple, Numeric, Order, Short, Single, TrueFalse
from casebot.model.text import Part
from casebot.tutoring.book import Book, rests_on
from casebot.tutoring.chance import shown_choices, shown_rights
from casebot.tutoring.dispute import Dispute, claims_in_hand, dispute
from casebot.tutoring.plan import Planned, find, item_name, page_before, plan
from casebot.tutoring.state import Asking, State
from casebot.tutoring.weighing import Wants, offered

Input = Literal[
    "page",
    "choice",
    "choices",
    "order",
    "match",
    "blanks",
    "text",
    "number",
    "open",
    "position",
    "certainty",
    "correction",
    "ask",
    "verdict",
    "end",
]


class Expects(Part):
    """What a front end offers: a kind of input, and for a question what there is to choose from, by ids in order."""

    kind: Input
    item: str = ""
    options: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    hint: bool = False
    """Whether another hint can be had."""
    back: bool = False
    """Whether there is a page before this one that may be shown now."""
    made: int = 0
    """Points of an open question made so far."""
    of: int = 0
    """Points of an open question in all; 0 for other kinds."""
    judged: bool = False
    """Whether there is a verdict to ask about: of the open question, or of the one just closed."""
    dilemma: str = ""
    """The full name of the dilemma that is being weighed, or was; options are then the names of its arguments."""
    turned: bool = False
    """Whether the side that the author put second is read first."""
    part: str = ""
    """How far it is weighed; empty when that is done."""
    source: bool = False
    """Whether claims of the dilemma can be opened."""
    begun: str = ""
    """A text to go on from."""
    counts: bool = False
    """Whether an answer is judged now: skipping then gives up the tries that are left."""

    @property
    def about(self) -> str:
        """What tells one question from another."""
        return self.item or f"{self.dilemma} {self.part}"


KINDS: Final[dict[Wants, Input]] = {
    "position": "position",
    "text": "text",
    "best": "open",
    "pick": "choice",
    "page": "page",
    "pause": "verdict",
}


def expectation(state: State, book: Book) -> Expects:
    """What the state waits for."""
    if state.finished:
        alone = f"{state.case}/{state.target}" if state.run == "dilemma" else ""
        return Expects(kind="end", judged=state.judged is not None, dilemma=alone)
    if state.run == "ask":
        return Expects(kind="ask")
    steps = plan(state, book)
    back, judged = page_back(state, book) is not None, state.judged is not None
    if state.waiting:
        item_judged = state.judged.item if state.judged else ""
        return Expects(kind=state.waiting, item=item_judged, back=back, judged=judged)
    weighed = dispute(state, book)
    if weighed is not None:
        return _weighing(weighed, back=back)
    planned = find(steps, state.step)
    name = item_name(state, planned) if planned else None
    item = book.item(name) if name else None
    asking = state.asking
    if planned is None or name is None or item is None or asking is None or asking.step != planned.id:
        return Expects(kind="page", back=back)
    if asking.pending is not None:
        return Expects(kind="certainty", item=name, back=True)
    return Expects(
        kind=input_kind(item),
        item=name,
        options=_options(name, item, state, planned),
        struck=asking.struck,
        hint=hint_left(book, name, item, asking, planned) or (isinstance(item, Free) and planned.phase != "pre"),
        back=back,
        made=len(asking.talk.made) if asking.talk is not None else 0,
        of=len(item.keypoints) if isinstance(item, Free) else 0,
        judged=asking.tries > 0,
        begun=asking.begun,
        counts=planned.phase != "pre",
    )


def _weighing(found: Dispute, *, back: bool) -> Expects:
    """What a dilemma waits for; `back` is whether there is a page before it."""
    weighing = found.weighing
    return Expects(
        kind=KINDS[weighing.wants],
        options=offered(weighing, found.sides),
        back=back or weighing.part != "before",
        dilemma=found.name,
        turned=found.sides.turned,
        part=weighing.part,
        source=weighing.read and bool(claims_in_hand(found)),
        begun=weighing.best if weighing.part == "rewrite" else "",
    )


def _options(name: str, item: Item, state: State, planned: Planned) -> tuple[str, ...]:
    """The ids of what there is to choose from, in the order shown; of a match its right sides."""
    if isinstance(item, Match):
        return shown_rights(name, item, state.seed)
    return tuple(choice.id for choice in shown_choices(name, item, state.seed, planned.among))


def page_back(state: State, book: Book) -> Planned | None:
    """The page before this one, unless it tells what the open question asks."""
    page = page_before(state, plan(state, book))
    if page is None:
        return None
    told = book.step_claims(f"{state.case}/{state.target}/{page.id}")
    return None if withheld(state, book) & set(told) else page


def hint_left(book: Book, name: str, item: Item, asking: Asking, planned: Planned) -> bool:
    """Whether another rung of the ladder can be seen now."""
    allowed = planned.phase != "pre" and asking.pending is None and book.policy(name).hints
    return allowed and asking.rungs < len(item.hints)


def input_kind(item: Item) -> Input:
    """The kind of input that answers an item."""
    match item:
        case Single() | TrueFalse() | Evidence():
            return "choice"
        case Multiple():
            return "choices"
        case Order():
            return "order"
        case Match():
            return "match"
        case Cloze():
            return "blanks"
        case Numeric():
            return "number"
        case Short():
            return "text"
        case Free():
            return "open"


def open_question(state: State, book: Book) -> tuple[str, Item] | None:
    """The question whose verdict is still to come, wherever the session stands; its full name and the item."""
    planned = find(plan(state, book), state.asking.step) if state.asking is not None else None
    name = item_name(state, planned) if planned else None
    item = book.item(name) if name else None
    return (name, item) if name is not None and item is not None else None


def withheld(state: State, book: Book) -> frozenset[str]:
    """The full names of the claims that are not shown while the question resting on them is open."""
    opened = open_question(state, book)
    return frozenset(rests_on(*opened)) if opened is not None else frozenset()
