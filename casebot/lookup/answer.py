"""What does a case answer to a question?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from casebot.lookup.follow_up import KEPT, Asked, leans, points_back, resolved, stays, told_last
from casebot.lookup.index import GLOSSARY, Index
from casebot.lookup.premise import corrects
from casebot.lookup.question import Question, read
from casebot.lookup.ranking import Ranked, rank
from casebot.lookup.refusal import SURE_CORRECTING, SURE_IN_CONTEXT, bar, names_only, sureness
from casebot.lookup.terms import MEANING

MOST: Final = 3
"""Claims of an answer, and topics of a refusal."""
_WORTH: Final = 0.6
"""How well a further claim must answer, by the best one."""
_TWIN: Final = 0.3
"""From what share of common terms two claims say the same (Jaccard)."""
_TIE: Final = 0.95
"""By the best one: a claim that corrects the question goes before a better one that does not."""
_TOLD: Final = 0.8
"""What a claim told last is worth to a question that goes on from it."""
_NEAR: Final = 0.17
"""From how much sureness of a claim on its page is near."""
_LOOKED_AT: Final = 12
_LONGEST: Final = 600
"""Characters of a question that are read."""


class Found(NamedTuple):
    """A claim that answers."""

    case: str
    claim: str
    score: float
    """How far it holds what was asked, 0 to 1."""
    page: str | None
    """The page that teaches it, as `lesson/step`."""


class Topic(NamedTuple):
    """Something near that the case does speak of."""

    case: str
    kind: Literal["term", "page", "lesson"]
    name: str
    """The id of a glossary entry or lesson, or a page as `lesson/step`."""


class Answer(NamedTuple):
    """Up to three claims, the best first; or none, and up to three topics."""

    claims: tuple[Found, ...]
    topics: tuple[Topic, ...]
    corrected: bool
    """Whether the first claim contradicts what the question takes for granted."""
    asked: Asked
    """What the next question may go on from."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What one case has for a question."""

    index: Index
    question: Question
    ranked: tuple[Ranked, ...]
    sure: float
    """How far the best claim holds what was asked."""
    follows: bool
    """Whether the question was read as one that goes on from the last."""
    strange: bool
    """Whether what it says itself is nothing that the case speaks of."""


def look_up(indexes: Sequence[Index], question: str, language: str, last: Asked | None = None) -> Answer:
    """The claims that answer a question, in whatever language it is put; `language` is the learner's.

    Several cases are searched together, the best claims first. `last` is what the answer before gave as `asked`.
    Nothing is said that is not a claim of a case.
    """
    text = " ".join(question.split())[:_LONGEST]
    if last is not None and (again := _again(indexes, text, language, last)) is not None:
        return Answer((again,), (), corrected=False, asked=last)
    looks = [_look(index, text, language, last) for index in indexes]
    found = sorted(
        ((each, look) for look in looks if _answers(look) for each in _chosen(look)),
        key=lambda pair: -pair[0].score,
    )[:MOST]
    before = last.text.splitlines() if last is not None and any(look.follows for look in looks) else ()
    if not found:
        asked = Asked("\n".join((*before, text)[-KEPT:]))
        return Answer((), tuple(dict.fromkeys(_topics(looks)))[:MOST], corrected=False, asked=asked)
    claims = tuple(_found(each.claim, _sureness(look, each.claim), look.index) for each, look in found)
    first, look = found[0]
    said = (*(before if look.follows else ()), look.question.text)
    asked = Asked("\n".join(said[-KEPT:]), tuple(f"{each.case}/{each.claim}" for each in claims))
    return Answer(claims, (), corrects(look.question, first.claim, look.index), asked)


def _look(index: Index, text: str, language: str, last: Asked | None) -> _Look:
    question = read(text, language, index)
    if last is None or not (points_back(question, index) or leans(question)):
        return _seen(index, question, question, rank(question, index))
    own, whole = resolved(question, last, language, index)
    ranked = rank(whole, index)
    if points_back(question, index):
        ranked = _other_first(ranked, index, last)
    return _seen(index, own, whole, ranked)


def _seen(index: Index, own: Question, question: Question, ranked: Sequence[Ranked]) -> _Look:
    sure = sureness(question, ranked[0].claim, index) if ranked else 0.0
    strange = bool(ranked) and names_only(own, ranked[0].claim, index)
    return _Look(index, question, tuple(ranked[:_LOOKED_AT]), sure, own is not question, strange)


def _sureness(look: _Look, claim: str) -> float:
    return sureness(look.question, claim, look.index)


def _answers(look: _Look) -> bool:
    """Whether a case answers; less is asked of a question that leans on the last one or that a claim corrects."""
    if not look.ranked:
        return False
    best = look.ranked[0].claim
    if look.follows:
        return look.sure >= SURE_IN_CONTEXT and not look.strange
    if look.sure >= bar(look.question, best, look.index):
        return True
    return look.sure >= SURE_CORRECTING and corrects(look.question, best, look.index)


def _other_first(ranked: Sequence[Ranked], index: Index, last: Asked) -> list[Ranked]:
    """Ranked claims, the one that was told first a little lower: who asks "and then?" has heard it."""
    told = told_last(last, index)[:1]
    scores = (each._replace(score=each.score * _TOLD) if each.claim in told else each for each in ranked)
    return sorted(scores, key=lambda each: (-each.score, each.claim))


def _again(indexes: Sequence[Index], text: str, language: str, last: Asked) -> Found | None:
    """The claim told last, where a question only asks more of it."""
    told = next(((index, claims[0]) for index in indexes if (claims := told_last(last, index))), None)
    if told is None or not stays(read(text, language, told[0]), told[1], told[0]):
        return None
    return _found(told[1], 1.0, told[0])


def _chosen(look: _Look) -> list[Ranked]:
    """The best claims, one that corrects the question first, without those that say the same as a better one."""
    best = look.ranked[0].score
    tied = [each for each in look.ranked[:MOST] if each.score >= _TIE * best]
    leading = next((each for each in tied if corrects(look.question, each.claim, look.index)), look.ranked[0])
    chosen: list[Ranked] = []
    for each in (leading, *look.ranked):
        if each.score >= _WORTH * best and not any(_alike(each.claim, other.claim, look.index) for other in chosen):
            chosen.append(each)
    return chosen[:MOST]


def _alike(one: str, other: str, index: Index) -> bool:
    """Whether two claims say the same; a claim does."""
    first, second = index.terms[one], index.terms[other]
    return len(first & second) >= _TWIN * len(first | second)


def _found(name: str, score: float, index: Index) -> Found:
    return Found(index.case.head.id, name, score, index.pages.get(name))


def _topics(looks: Sequence[_Look]) -> Iterator[Topic]:
    """What the cases do speak of: entries that the question names, pages of claims that hold some of it, lessons."""
    for look in looks:
        for slot in look.question.slots:
            for term, _ in slot.terms:
                if term.startswith(MEANING + GLOSSARY):
                    yield Topic(look.index.case.head.id, "term", term.removeprefix(MEANING + GLOSSARY))
    for look in looks:
        for each in look.ranked:
            page = look.index.pages.get(each.claim)
            if page is not None and _sureness(look, each.claim) >= _NEAR:
                yield Topic(look.index.case.head.id, "page", page)
    for look in looks:
        for lesson in look.index.case.lessons:
            yield Topic(look.index.case.head.id, "lesson", lesson)
