"""What is written down of one answer, and of what a learner says beside answers?"""

from typing import Literal

from pydantic import ConfigDict, Field

from casebot.model.text import Part

Phase = Literal["pre", "lesson", "quiz", "review", "ahead", "retest", "test-out"]
Verdict = Literal["correct", "close", "partial", "incorrect"]
Certainty = Literal[1, 2, 3]


class Attempt(Part):
    """One graded answer. `score` is how right it is, `credit` is score times the factor of the try (both 0 to 1).

    `at` is UTC in ISO form, `day` the local date of a day that begins at 04:00, `ms` the time since the question
    was shown, `hints` the rungs seen before this try.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    type: Literal["attempt"] = "attempt"
    attempt: str
    learner: str
    session: str
    case: str
    item: str
    objective: str | None
    phase: Phase
    at: str
    day: str
    lang: str
    response: str
    verdict: Verdict
    score: float = Field(ge=0, le=1)
    credit: float = Field(ge=0, le=1)
    certainty: Certainty | None
    try_: int = Field(ge=1, alias="try")
    hints: int = Field(ge=0)
    ms: int = Field(ge=0)
    tags: tuple[str, ...]
    fingerprint: str


class Appeal(Part):
    """The learner holds that a verdict is wrong; it is kept for the author and changes no score."""

    type: Literal["appeal"] = "appeal"
    id: str
    learner: str
    session: str
    attempt: str
    item: str
    at: str
    lang: str
    response: str


class Position(Part):
    """Where the learner stands on a dilemma, 0 (side a) to 100 (side b)."""

    type: Literal["position"] = "position"
    id: str
    learner: str
    session: str
    dilemma: str
    when: Literal["before", "after"]
    at: str
    lang: str
    value: int = Field(ge=0, le=100)
    reason: str


class Note(Part):
    """Something the learner wrote: a self-explanation, or a report about a claim."""

    type: Literal["note"] = "note"
    id: str
    learner: str
    session: str
    about: str
    at: str
    lang: str
    text: str


Entry = Attempt | Appeal | Position | Note
