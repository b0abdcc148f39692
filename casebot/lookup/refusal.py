"""Does the case answer a question at all?"""

from typing import Final

from casebot.lookup.index import Index
from casebot.lookup.question import Question, Slot
from casebot.lookup.ranking import saturated
from casebot.model.claim import ASSERTED

SURE: Final = 0.34
"""From how much sureness of its best claim on the case answers."""
SURE_WHOLE: Final = 0.25
"""The same where the claim holds every word: what a case is about stands in so many claims that it tells little."""
SURE_IN_CONTEXT: Final = 0.22
"""The same for a question that goes on from the last one, whose words it is not asked by anew."""
SURE_CORRECTING: Final = 0.20
"""The same for a claim that corrects the question, which cannot hold the words that are wrong."""
_BEYOND: Final = 0.3
_COUNT: Final = 0.1
_NO_YEAR: Final = 0.1
_ANOTHER: Final = 0.1
_NAMES_ONLY: Final = 0.1
"""How much surer it must be of a question for advice or what will be; of one for a count, since claims are full of
numbers; of one that says another year or name than the claim; and where the claim holds nothing of it but names."""
_TELLING: Final = 0.15
"""What a name tells at least that may make it another question, by one that no claim holds."""
_WORD: Final = 0.45
_NAME: Final = 0.3
_OTHER_NAME: Final = 0.6
_AMOUNT: Final = 0.1
_YEAR: Final = 0.6
"""The most that a word, a name, a name the claim does not hold, a number and a year count, by what a word tells that no
claim holds. A name says whom a question is about and not what it asks; another name makes it another question."""
_LEAST: Final = 0.2
"""The least that a word counts: one that every claim holds may still be what is asked."""
_NO_SUCH_WORD: Final = 0.6
_NO_SUCH_NAME: Final = 0.75
_NO_SUCH_YEAR: Final = 0.9
"""What a word, a name and a year count that no claim of the case holds."""
_DOUBT: Final = 0.5
"""What is always missing: one word held is less than five of five."""
_DEGREES: Final = ((0.75, 1.0), (0.65, 0.8), (0.4, 0.5))
"""From where a word counts as how much: held as it is, by one of the same meaning, or by the words around the claim."""
_HELD: Final = 0.8


def bar(question: Question, claim: str, index: Index) -> float:
    """From how much sureness of a claim on it answers a question that stands alone; assertions may be of the future."""
    other_year = any(slot.role == "moment" and not _degree(slot, claim, index) for slot in question.slots)
    beyond = question.beyond and index.case.claims[claim].status not in ASSERTED
    if not beyond and _whole(question, claim, index):
        return SURE_WHOLE
    return (
        SURE
        + _BEYOND * beyond
        + _COUNT * (question.kind == "how-many")
        + _NO_YEAR * other_year
        + _ANOTHER * _other_name(question, claim, index)
        + _NAMES_ONLY * names_only(question, claim, index)
    )


def _other_name(question: Question, claim: str, index: Index) -> bool:
    """Whether a question is about somebody or something else: it says a name that the claim does not hold."""
    return any(
        slot.role == "name" and slot.weight >= _TELLING * index.unknown and not _degree(slot, claim, index)
        for slot in question.slots
    )


def names_only(question: Question, claim: str, index: Index) -> bool:
    """Whether nothing but names is held of what a question says itself, though it says more, or an unknown name."""
    words = [slot for slot in question.slots if slot.role == "word" or not slot.terms]
    return bool(words) and not any(slot.role == "word" and _degree(slot, claim, index) for slot in words)


def _whole(question: Question, claim: str, index: Index) -> bool:
    """Whether a claim holds all of a question that says more than names."""
    slots = [slot for slot in question.slots if slot.role != "kind"]
    return any(slot.role == "word" for slot in slots) and all(_degree(slot, claim, index) >= _HELD for slot in slots)


def sureness(question: Question, claim: str, index: Index) -> float:
    """How far a claim holds what a question asks by, 0 to 1."""
    asked = held = 0.0
    for slot in question.slots:
        if slot.role != "kind":
            degree = _degree(slot, claim, index)
            weight = _weight(slot, degree, index)
            asked += weight
            held += weight * degree
    return held / (asked + _DOUBT)


def _degree(slot: Slot, claim: str, index: Index) -> float:
    found = max(
        (stands * min(1.0, saturated(index.postings[term].get(claim, 0.0))) for term, stands in slot.terms), default=0.0
    )
    if slot.role in {"moment", "amount"}:
        return 1.0 if found else 0.0
    return next((degree for least, degree in _DEGREES if found >= least), 0.0)


def _weight(slot: Slot, degree: float, index: Index) -> float:
    share = slot.weight / index.unknown
    match slot.role:
        case "moment":
            return _YEAR if slot.terms else _NO_SUCH_YEAR
        case "amount":
            return _AMOUNT
        case "name":
            return min(share, _NAME if degree else _OTHER_NAME) if slot.terms else _NO_SUCH_NAME * share
        case _:
            return max(_LEAST, min(share, _WORD)) if slot.terms else _NO_SUCH_WORD * share
