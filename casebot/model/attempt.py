"""What is written down of one answer, and of what a learner says beside answers?"""

from datetime import date, datetime, timedelta
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from casebot.model.response import clean
from casebot.model.text import Part

Phase = Literal["pre", "lesson", "quiz", "review", "ahead", "retest", "test-out"]
Verdict = Literal["correct", "close", "partial", "incorrect"]
Certainty = Literal[1, 2, 3]
MOST: Final = 2**31
"""More tries, hints or milliseconds than any answer has."""
WEIGHING: Final = "dilemma:"
"""What a note written while a dilemma is weighed is about begins so; `case/dilemma/part` follows."""


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
    try_: int = Field(ge=1, lt=MOST, alias="try")
    hints: int = Field(ge=0, lt=MOST)
    ms: int = Field(ge=0, lt=MOST)
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
    reason: str = ""
    """Why the learner holds so, where they say it."""


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
_ENTRY: Final[TypeAdapter[Entry]] = TypeAdapter(Annotated[Entry, Field(discriminator="type")])


class NoEntryError(ValueError):
    """What was read is no entry; `key` is the one that does not fit, "" where the type is none of ours."""

    def __init__(self, key: str = "") -> None:
        """Says which key."""
        super().__init__(key)
        self.key = key


def entry_of(values: object) -> Entry:
    """The entry that values read from JSON stand for; characters that cannot be kept become U+FFFD.

    Raises NoEntryError, also for a time that is not in UTC or a day that does not exist.
    """
    try:
        entry = _ENTRY.validate_python(_clean(values))
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        raise NoEntryError(str(place[1]) if len(place) > 1 else "") from error
    if not _is_moment(entry.at):
        raise NoEntryError("at")
    if isinstance(entry, Attempt) and not _is_day(entry.day):
        raise NoEntryError("day")
    return entry


def _clean(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in value.items()}
    return value


def _is_moment(text: str) -> bool:
    """Whether a text is a time as `at` has it; one in another zone would not sort among the others."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.utcoffset() == timedelta(0) and text.startswith(f"{moment.date().isoformat()}T")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def order_of(entry: Entry) -> tuple[str, str, int, str]:
    """Where an entry stands among all: by time, then by session, try and id, wherever it was kept first."""
    match entry:
        case Attempt():
            return entry.at, entry.session, entry.try_, entry.attempt
        case Appeal() | Position() | Note():
            return entry.at, entry.session, MOST, entry.id


def tells_position(entry: Entry) -> bool:
    """Whether an entry tells where the learner stands: a position, or what was written while a dilemma was weighed."""
    return isinstance(entry, Position) or (isinstance(entry, Note) and entry.about.startswith(WEIGHING))
