"""How well does a learner know how well they know?

Marks are those of certainty-based marking (Gardner-Medwin 2006, as the Moodle question engine defines them): 1, 2, 3
times the score if anything is right, 0, -2, -6 if nothing is. The figure shown is kinder: accuracy plus a tenth of what
the learner's certainties earned over the best that one fixed level would have earned at that accuracy a, which is
max(a, 4a - 2, 9a - 6). The three levels are meant for below 67 %, 67 to 80 % and above 80 % of right answers: the
accuracies at which those three lines cross. Intervals are Wilson's (1927), 95 %.

A share is as it is meant only where it lies in the band itself; where it lies beside the band and its interval reaches
into it, it is below or above what is meant, and that may be chance. Under eight answers nothing is said: one answer
more or less would move the share by more than the narrowest band is wide (1/7 > 2/15 > 1/8).
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from casebot.model.attempt import Attempt, Certainty
from casebot.progress.firsts import first_tries, is_right
from casebot.progress.wilson import wilson

LEVELS: Final[tuple[Certainty, ...]] = (1, 2, 3)
BANDS: Final[dict[Certainty, tuple[float, float]]] = {1: (0.0, 2 / 3), 2: (2 / 3, 0.8), 3: (0.8, 1.0)}
"""The share of right answers that each level is meant for."""
_RIGHT: Final[dict[Certainty, int]] = {1: 1, 2: 2, 3: 3}
_WRONG: Final[dict[Certainty, int]] = {1: 0, 2: -2, 3: -6}
Judgment = Literal["few", "fits", "below", "above", "too-sure", "too-unsure"]
FEW: Final = 8
"""Answers at a level under which nothing is said of it."""


class Level(NamedTuple):
    """The answers given at one certainty: how many, how many right, the interval of that share, and what it says."""

    certainty: Certainty
    n: int
    right: int
    low: float
    high: float
    judgment: Judgment

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1; 0 where there is none."""
        return self.right / self.n if self.n else 0.0


class Calibration(NamedTuple):
    """First tries with a certainty: how many, their accuracy (0 to 1), the kind figure, and each level."""

    n: int
    accuracy: float
    figure: float
    levels: tuple[Level, ...]


def mark(score: float, certainty: Certainty) -> float:
    """The mark of an answer of that score (0 to 1), from -6 to 3."""
    return _RIGHT[certainty] * score if score > 0 else _WRONG[certainty]


def best_fixed(accuracy: float) -> float:
    """The best mean mark that one fixed level earns at an accuracy of 0 to 1."""
    return max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6)


def calibration(attempts: Iterable[Attempt]) -> Calibration:
    """The calibration of a learner's first tries; those without a certainty are left out."""
    tries = [each for each in first_tries(attempts) if each.certainty is not None]
    n = len(tries)
    accuracy = sum(each.score for each in tries) / n if n else 0.0
    marks = sum(mark(each.score, each.certainty) for each in tries if each.certainty is not None)
    figure = accuracy + 0.1 * (marks / n - best_fixed(accuracy)) if n else 0.0
    return Calibration(n, accuracy, figure, tuple(_level(level, tries) for level in LEVELS))


def _level(certainty: Certainty, tries: list[Attempt]) -> Level:
    given = [each for each in tries if each.certainty == certainty]
    right = sum(map(is_right, given))
    low, high = wilson(right / len(given), len(given)) if given else (0.0, 1.0)
    return Level(certainty, len(given), right, low, high, _judgment(certainty, right, len(given), low, high))


def _judgment(certainty: Certainty, right: int, n: int, low: float, high: float) -> Judgment:
    """What so many right answers of `n` say of a level: only an interval wholly beside its band is no chance."""
    if n < FEW:
        return "few"
    share = right / n
    least, most = BANDS[certainty]
    if share < least:
        return "too-sure" if high < least else "below"
    if share > most:
        return "too-unsure" if low > most else "above"
    return "fits"
