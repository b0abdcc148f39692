"""What input does a conversation wait for?"""

from typing import Literal

from casebot.model.identity import left_ids
from casebot.model.item import Cloze, Evidence, Free, Item, Match, Multiple, Numeric, Order, Short, Single, TrueFalse
from casebot.model.text import Part
from casebot.tutoring.book import Book, rests_on
from casebot.tutoring.chance import shown_choices, shown_rights
from casebot.tutoring.plan import find, item_name, plan
from casebot.tutoring.state import State

Input = Literal[
    "page", "choice", "choices", "order", "match", "blanks", "text", "number", "open", "certainty", "verdict", "end"
]


class Expects(Part):
    """What a front end offers: a kind of input, and for a question what there is to choose from, by ids in order."""

    kind: Input
    item: str = ""
    options: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    hint: bool = False
    """Whether another hint can be had."""
    pre: bool = False


def expectation(state: State, book: Book) -> Expects:
    """What the state waits for."""
    if state.finished:
        return Expects(kind="end")
    if state.waiting == "verdict":
        return Expects(kind="verdict", item=state.judged.item if state.judged else "")
    planned = find(plan(state, book), state.step)
    name = item_name(state, planned) if planned else None
    item = book.item(name) if name else None
    if planned is None or name is None or item is None or state.asking is None or state.asking.step != planned.id:
        return Expects(kind="page")
    if state.asking.pending is not None:
        return Expects(kind="certainty", item=name)
    bank = book.bank(name)
    hints = planned.phase != "pre" and (bank is None or bank.policy.hints) and state.asking.rungs < len(item.hints)
    return Expects(
        kind=input_kind(item),
        item=name,
        options=_options(name, item, state.seed),
        struck=state.asking.struck,
        lefts=left_ids(item) if isinstance(item, Match) else (),
        blanks=tuple(item.blanks) if isinstance(item, Cloze) else (),
        hint=hints,
        pre=planned.phase == "pre",
    )


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


def _options(name: str, item: Item, seed: int) -> tuple[str, ...]:
    if isinstance(item, Match):
        return shown_rights(name, item, seed)
    return tuple(choice.id for choice in shown_choices(name, item, seed))


def withheld(state: State, book: Book) -> frozenset[str]:
    """The full names of the claims that are not shown while the question resting on them is open."""
    expects = expectation(state, book)
    item = book.item(expects.item) if state.asking is not None and expects.item else None
    if item is None:
        return frozenset()
    return frozenset(rests_on(expects.item, item))
