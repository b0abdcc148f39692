"""What can a learner do?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from casebot.model.attempt import Certainty

Word = Literal[
    "continue", "hint", "why", "source", "skip", "repeat", "back", "appeal", "argument", "help", "quit", "en", "fr"
]


LEVELS: Final[Mapping[str, Certainty]] = {"1": 1, "2": 2, "3": 3, "&": 1, "é": 2, '"': 3}
"""What is typed for a certainty; the AZERTY keys need no Shift."""


@dataclass(frozen=True, slots=True)
class Arrive:
    """Comes to the session, for the first time or again."""


@dataclass(frozen=True, slots=True)
class Say:
    """Types a line, which may be an answer, a command or anything else."""

    text: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Gives an answer by choosing, ordering or filling in: in the form of `model.response`, with ids."""

    response: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Certain:
    """Says how sure the answer just given is."""

    level: Certainty


@dataclass(frozen=True, slots=True)
class Do:
    """Uses a command or a key."""

    word: Word


Move = Arrive | Say | Answer | Certain | Do
