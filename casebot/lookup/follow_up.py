"""Which question is meant by one that goes on from the last answer?"""

from typing import Final, NamedTuple

from casebot.lookup.index import Index
from casebot.lookup.moments import Span, moved, of_date
from casebot.lookup.question import Question, Slot, moment, read
from casebot.lookup.terms import split
from casebot.lookup.wordbook import Kind

_SHORT: Final = 2
"""Words of a question that may leave something unsaid."""
_FEW: Final = 3
"""The same, where it opens with "and" or the like."""
_CONTEXT: Final = 0.6
"""What a word of the last question tells, by one of this."""
_TOLD_BY_SIGN: Final = frozenset[Kind]({"when", "how-much", "how-many"})
"""Kinds of question that a claim answers only if it states a day or a number."""
KEPT: Final = 3
"""Questions in a row that are remembered."""


class Asked(NamedTuple):
    """What was asked last, as text to keep: the questions that lead to it, a line each, and the claims found."""

    text: str
    claims: tuple[str, ...] = ()
    """Each as `case/claim`, the best first."""


def content(question: Question) -> tuple[Slot, ...]:
    """The slots of a question but for its kind."""
    return tuple(slot for slot in question.slots if slot.role != "kind")


def points_back(question: Question, index: Index) -> bool:
    """Whether a question says that it goes on from the last one: "and in 2023?", "two months later?"."""
    plain = split(question.text)
    opens = any(plain[: len(phrase)] == phrase for phrase in index.tongues[question.language].speech.again)
    return question.shift is not None or (opens and len(content(question)) <= _FEW)


def leans(question: Question) -> bool:
    """Whether a question is so short that it may leave something unsaid."""
    return len(content(question)) <= _SHORT


def told_last(last: Asked, index: Index) -> tuple[str, ...]:
    """The claims of a case in the last answer, the best first."""
    full = (each.partition("/") for each in last.claims)
    return tuple(name for case, _, name in full if case == index.case.head.id and name in index.case.claims)


def stays(question: Question, claim: str, index: Index) -> bool:
    """Whether a question brings nothing new to the claim told last ("who says so?"), which has what it asks for."""
    if question.kind == "open" or content(question) or question.shift is not None:
        return False
    signs = [term for slot in question.slots for term, _ in slot.terms]
    return question.kind not in _TOLD_BY_SIGN or any(claim in index.postings[sign] for sign in signs)


def resolved(question: Question, last: Asked, language: str, index: Index) -> tuple[Question, Question]:
    """A question that leaves something unsaid, with its time told, and the same with the words of the last ones added.

    Those count less.

    A month, year or name stands for those of the last question; "the year before" and "two months later" count from
    the last time that was named, or else from the date of the first claim found.
    """
    before: Question | None = None
    for line in last.text.splitlines()[-KEPT:]:
        before = _joined(before, read(line, language, index))
    if before is None:
        return question, question
    span = _shifted(question, before, last, index)
    if span is not None:
        question = question._replace(
            text=f"{question.text} {span.year}",
            spans=(span,),
            slots=(*(slot for slot in question.slots if slot.role != "moment"), moment(span, index)),
        )
    return question, _joined(before, question)


def _joined(before: Question | None, question: Question) -> Question:
    if before is None:
        return question
    said = {slot.role for slot in content(question)} & {"moment", "name"}
    known = {slot.text for slot in question.slots}
    kept = tuple(
        slot._replace(weight=slot.weight * _CONTEXT)
        for slot in content(before)
        if slot.role not in said and slot.text not in known
    )
    return question._replace(slots=(*question.slots, *kept), spans=question.spans or before.spans)


def _shifted(question: Question, before: Question, last: Asked, index: Index) -> Span | None:
    """The time that a question tells by that of the last one."""
    base = next((span for span in reversed(before.spans) if span.year), None) or _dated(last, index)
    if base is None:
        return None
    if question.shift is not None:
        there = moved(base, question.shift)
        return there._replace(months=question.seasons) if question.seasons else there
    return next((span._replace(year=base.year) for span in question.spans if not span.year), None)


def _dated(last: Asked, index: Index) -> Span | None:
    """The date of the first claim found, as a span."""
    for name in told_last(last, index):
        claim = index.case.claims[name]
        if claim.date:
            return of_date(claim.date)
    return None
