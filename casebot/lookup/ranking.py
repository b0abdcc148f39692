"""How well does each claim answer a question?"""

from collections import defaultdict
from typing import Final, NamedTuple

from casebot.lookup.index import Index
from casebot.lookup.question import Question, Slot
from casebot.lookup.terms import MEANING

SATURATION: Final = 1.5
"""How soon more of a word tells no more, as in Okapi BM25 (k1)."""
ECHO: Final = 0.35
"""What a claim gains whose declared question is the very one."""
_NEAR: Final = 4
"""The power of the share of words that two questions have in common: half of them is next to none."""
BREVITY: Final = 0.15
"""How far the length of a claim's sentence counts against it."""


class Ranked(NamedTuple):
    """A claim with how well it answers; about 1 where it holds every word of a question once."""

    claim: str
    score: float


def rank(question: Question, index: Index) -> list[Ranked]:
    """The claims that hold anything of a question, the best first."""
    total = sum(slot.weight for slot in question.slots)
    scores: dict[str, float] = defaultdict(float)
    for slot in question.slots:
        for name, value in _held(slot, index).items():
            scores[name] += value
    found = [
        Ranked(
            name,
            score / total / (1 - BREVITY + BREVITY * index.lengths[name]) * (1 + ECHO * echo(question, name, index)),
        )
        for name, score in scores.items()
    ]
    return sorted(found, key=lambda each: (-each.score, each.claim))


def echo(question: Question, claim: str, index: Index) -> float:
    """How near a question is to one that a claim is declared to answer: the words they share (Dice), 0 to 1."""
    asked = [{term for term, _ in slot.terms} for slot in question.slots if slot.role != "kind"]
    best = 0.0
    for declared in index.asked.get(claim, ()):
        both = sum(any(not word.isdisjoint(terms) for word in declared) for terms in asked)
        best = max(best, 2 * both / (len(asked) + len(declared)))
    return min(1.0, best) ** _NEAR


def saturated(weight: float) -> float:
    """How strongly a claim holds a term, 0 to 2.5, from the weights of where it stands; 1 where it stands once."""
    return (SATURATION + 1) * weight / (SATURATION + weight)


def _held(slot: Slot, index: Index) -> dict[str, float]:
    """What each claim earns by a slot: the best of the terms that stand for it, no more than the term is rare."""
    best: dict[str, float] = {}
    for term, stands in slot.terms:
        ceiling = slot.weight * stands
        if term.startswith(MEANING):
            ceiling = min(ceiling, index.rarity[term])
        for name, weight in index.postings[term].items():
            value = ceiling * saturated(weight)
            if value > best.get(name, 0.0):
                best[name] = value
    return best
