"""What is said in a conversation, and what comes back from a move?"""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from casebot.grading.verdict import Reason
from casebot.model.attempt import Entry
from casebot.model.text import Part
from casebot.tutoring.expectation import Expects

Role = Literal["tells", "asks", "hints", "prompts", "source", "right", "partly", "notyet", "notice", "you"]
Arg = str | int | float | bool | tuple[str, ...]


class Turn(Part):
    """One thing said: a reference to content or to a sentence of `words/`, with its arguments.

    Keys that `documents.transcript` names are written out by a function of `documents`; any other is a sentence.
    """

    role: Role
    key: str
    args: dict[str, Arg] = Field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    fleeting: bool = Field(default=False, exclude=True)
    """Whether it is only shown: it tells of a position, and the learner wants positions not to be kept."""

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of an argument that holds several; none where it does not."""
        found = self.args.get(name)
        return found if isinstance(found, tuple) else ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a move brings: turns to show, what is expected next, and rows to store."""

    turns: tuple[Turn, ...]
    expects: Expects
    entries: tuple[Entry, ...] = ()
    leave: bool = False

    @property
    def kept(self) -> tuple[Turn, ...]:
        """The turns that are kept, not only shown."""
        return tuple(turn for turn in self.turns if not turn.fleeting)
