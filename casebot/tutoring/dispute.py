"""Which dilemma is being weighed where the session stands, and which of its claims can be opened?"""

from typing import NamedTuple

from casebot.tutoring.book import Book
from casebot.tutoring.plan import dilemma_name, find, plan
from casebot.tutoring.sides import Sides, read_by
from casebot.tutoring.state import State
from casebot.tutoring.weighing import Weighing


class Dispute(NamedTuple):
    """A dilemma by its full name `case/dilemma`, its sides as the learner reads them, and how far it is weighed."""

    name: str
    sides: Sides
    weighing: Weighing


def dispute(state: State, book: Book) -> Dispute | None:
    """The dilemma that is being weighed; None where the session stands at anything else."""
    weighing = state.weighing
    planned = find(plan(state, book), state.step) if weighing is not None else None
    dilemma = book.dilemma(weighing.dilemma) if weighing is not None else None
    if weighing is None or planned is None or dilemma is None or dilemma_name(state, planned) != weighing.dilemma:
        return None
    return Dispute(weighing.dilemma, read_by(state.reader, weighing.dilemma, dilemma), weighing)


def claims_in_hand(found: Dispute) -> tuple[str, ...]:
    """The full names of the claims that can be opened: of what is known of it, or of the argument opened last."""
    name, sides, weighing = found
    point = sides.point(weighing.opened) if weighing.opened else None
    claims = sides.dilemma.epilogue_claims if weighing.part == "end" else point.claims if point else ()
    case = name.partition("/")[0]
    return tuple(dict.fromkeys(f"{case}/{claim}" for claim in claims))
