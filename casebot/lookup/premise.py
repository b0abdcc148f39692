"""Does a claim contradict what a question takes for granted?"""

from typing import Final

from casebot.grading.normalise import normalise
from casebot.grading.quantities import Reading, state
from casebot.lookup.index import Index
from casebot.lookup.moments import MOMENT
from casebot.lookup.question import Question

_DENIED: Final = frozenset({"contradicted", "unverified"})
_HALF: Final = 0.5
"""How much of a question an assertion must say for the claim that denies it to correct the question."""
_LARGE: Final = 1_000_000
"""From where a number without a unit is an amount."""


def corrects(question: Question, name: str, index: Index) -> bool:
    """Whether a claim denies what the question says, or states another amount or, where it asks why, another year."""
    claim = index.case.claims[name]
    if claim.status in _DENIED and _said(question, index.asserted.get(name, frozenset())) >= _HALF:
        return True
    return _other_amount(question, name, index) or _other_year(question, name, index)


def _said(question: Question, terms: frozenset[str]) -> float:
    """The share of a question's words that a text says, by what they tell."""
    slots = [slot for slot in question.slots if slot.role != "kind"]
    said = sum(
        slot.weight * max((stands for term, stands in slot.terms if term in terms), default=0.0) for slot in slots
    )
    return said / (sum(slot.weight for slot in slots) or 1.0)


def _other_amount(question: Question, name: str, index: Index) -> bool:
    """Whether a question states an amount, and the claim only others of its kind."""
    asked = _amounts(question.text, question.language)
    if not asked:
        return False
    stated = [reading for language, text in index.case.claims[name].text.each() for reading in _amounts(text, language)]
    alike = [(one, other) for one in asked for other in stated if not one.kind or one.kind == other.kind]
    return bool(alike) and not any(one.value == other.value for one, other in alike)


def _amounts(text: str, language: str) -> list[Reading]:
    """The amounts with a unit, and the large numbers without one, that a text states."""
    return [
        reading
        for quantity in state(normalise(text), language).quantities
        for reading in quantity.readings[:1]
        if reading.kind or reading.value >= _LARGE
    ]


def _other_year(question: Question, name: str, index: Index) -> bool:
    """Whether a question asks why something was in a year, and a dated claim does not name it."""
    years = [f"{MOMENT}{span.year}" for span in question.spans if span.year]
    if question.kind != "why" or not years or index.case.claims[name].date is None:
        return False
    return not any(name in index.postings.get(year, ()) for year in years)
