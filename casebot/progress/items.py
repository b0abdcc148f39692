"""How good are the questions, judged by the answers of many learners?

Classical test theory, as in Crocker and Algina, Introduction to Classical and Modern Test Theory (1986):
facility is the mean score; discrimination the correlation of a question with the sum of the others (item-rest r);
alpha = k/(k-1) (1 - sum of the questions' variances / variance of the sums) (Cronbach 1951; KR-20 for right and wrong);
SEM = s sqrt(1 - alpha). Intervals are Wilson's (1927). Checked against LSAT section 6 (Bock and Lieberman 1970).

First tries only, of a phase other than `pre`; an unanswered question is counted apart, and is no wrong answer.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from casebot.progress.wilson import wilson

FEW: Final = 10
"""Learners under whom nothing is worked out."""
EARLY: Final = 30
"""Learners under whom every figure is early."""
Flag = Literal["nobody", "good-take-it", "negative-key", "early"]


class Try(NamedTuple):
    """A first try: whose, of what, what was answered, and how right it was (0 to 1)."""

    learner: str
    item: str
    response: str
    score: float


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """How often an option was chosen, and how those who chose it did on the other questions."""

    option: str
    n: int
    share: float
    discrimination: float | None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The figures of a question; None where too few have answered it."""

    item: str
    n: int
    unanswered: int
    facility: float | None = None
    interval: tuple[float, float] | None = None
    discrimination: float | None = None
    options: tuple[OptionFigures, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a set of questions; alpha and SEM are of the learners who have tried all of them."""

    learners: int
    attempts: int
    complete: int
    alpha: float | None
    sem: float | None
    items: tuple[ItemFigures, ...]


@dataclass(slots=True)
class _Answers:
    scores: dict[str, float] = field(default_factory=dict)
    responses: dict[str, str] = field(default_factory=dict)
    unanswered: int = 0


def figures(tries: Iterable[Try], options: Mapping[str, tuple[str, ...]]) -> Figures:
    """The figures of all questions that were tried.

    `options` names the wrong options of a question of choices after its right one: (right, wrong, ...); other questions
    are left out of it. Of a learner's several first tries of a question the first counts.
    """
    answers: dict[str, _Answers] = defaultdict(_Answers)
    learners: set[str] = set()
    attempts = 0
    for each in tries:
        attempts += 1
        learners.add(each.learner)
        found = answers[each.item]
        if each.learner in found.responses:
            continue
        found.responses[each.learner] = each.response
        if each.response:
            found.scores[each.learner] = each.score
        else:
            found.unanswered += 1
    totals, counts = _totals(answers)
    full = [learner for learner, count in counts.items() if count == len(answers)]
    alpha, sem = _reliability(answers, full)
    items = tuple(_item(name, found, totals, options.get(name, ())) for name, found in sorted(answers.items()))
    return Figures(len(learners), attempts, len(full), alpha, sem, items)


def _totals(answers: Mapping[str, _Answers]) -> tuple[dict[str, float], Counter[str]]:
    """Each learner's sum of scores, and how many questions they have tried; unanswered ones bring nothing."""
    totals: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for found in answers.values():
        for learner in found.responses:
            totals[learner] += found.scores.get(learner, 0.0)
            counts[learner] += 1
    return totals, counts


def _reliability(answers: Mapping[str, _Answers], full: Sequence[str]) -> tuple[float | None, float | None]:
    if len(full) < FEW or len(answers) < 2:
        return None, None
    columns = [[found.scores.get(learner, 0.0) for learner in full] for found in answers.values()]
    spread = variance([sum(row) for row in zip(*columns, strict=True)])
    if not spread:
        return None, None
    size = len(columns)
    alpha = size / (size - 1) * (1 - sum(map(variance, columns)) / spread)
    return alpha, math.sqrt(spread) * math.sqrt(max(0.0, 1 - alpha))


def _item(name: str, found: _Answers, totals: Mapping[str, float], options: tuple[str, ...]) -> ItemFigures:
    n = len(found.scores)
    if n < FEW:
        return ItemFigures(name, n, found.unanswered)
    learners = list(found.scores)
    scores = [found.scores[learner] for learner in learners]
    rests = [totals[learner] - found.scores[learner] for learner in learners]
    facility = sum(scores) / n
    discrimination = correlation(scores, rests)
    flags: list[Flag] = ["early"] if n < EARLY else []
    if discrimination is not None and discrimination < 0:
        flags.append("negative-key")
    shown = tuple(_option(each, place == 0, learners, found, rests) for place, each in enumerate(options))
    return ItemFigures(name, n, found.unanswered, facility, wilson(facility, n), discrimination, shown, tuple(flags))


def _option(
    option: str,
    right: bool,
    learners: Sequence[str],
    found: _Answers,
    rests: Sequence[float],
) -> OptionFigures:
    taken = [1.0 if found.responses[learner] == option else 0.0 for learner in learners]
    n = int(sum(taken))
    discrimination = correlation(taken, rests)
    flag: Flag | None = None
    if not n:
        flag = "nobody"
    elif not right and discrimination is not None and discrimination > 0:
        flag = "good-take-it"
    return OptionFigures(option, n, n / len(learners), discrimination, flag)


def variance(values: Sequence[float]) -> float:
    """The variance over the number of values less one."""
    mean = math.fsum(values) / len(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r; None where one of the two does not vary."""
    n = len(first)
    one, other = math.fsum(first) / n, math.fsum(second) / n
    spread = math.sqrt(math.fsum((x - one) ** 2 for x in first) * math.fsum((y - other) ** 2 for y in second))
    if not spread:
        return None
    return math.fsum((x - one) * (y - other) for x, y in zip(first, second, strict=True)) / spread
