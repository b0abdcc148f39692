"""What comes out of grading: a verdict, a score, and the reasons for them."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Verdict = Literal["correct", "close", "partial", "incorrect", "blank"]
Args = Mapping[str, str]
NO_ARGS: Args = {}


class Reason(NamedTuple):
    """Why, as a code with arguments; the sentence stands in `words/`."""

    code: str
    args: Args = NO_ARGS


class Grade(NamedTuple):
    """How right a response is.

    `score` runs from 0 to 1 (0 for a blank); `key` is the accepted answer it was held against, as the author wrote it;
    `feedback` names the author's texts for the mistakes made (`wrong:0`, `option:id`, `statement`, `misconception:0`);
    `tags` are the misconceptions they show.
    """

    verdict: Verdict
    score: float
    key: str = ""
    reasons: tuple[Reason, ...] = ()
    feedback: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the verdict counts as right."""
        return self.verdict in {"correct", "close"}


def blank(code: str, **args: str) -> Grade:
    """Nothing to grade: no try is used."""
    return Grade("blank", 0.0, reasons=(Reason(code, args),))


def scored(score: float, key: str, reasons: tuple[Reason, ...] = (), *, close: bool = False) -> Grade:
    """The grade that a score from 0 to 1 gives: all of it is right, none of it is wrong, the rest is partial."""
    if score >= 1:
        return Grade("close" if close else "correct", 1.0, key, reasons)
    if score <= 0:
        return Grade("incorrect", 0.0, key, reasons)
    return Grade("partial", min(0.99, max(0.01, round(score, 4))), key, reasons)
