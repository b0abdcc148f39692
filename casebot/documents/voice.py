"""In what words does a document speak? It is given a voice; `words` has one for each language."""

from collections.abc import Iterable
from typing import Protocol


class Voice(Protocol):
    """The sentences, numbers, dates and typography of one language."""

    language: str

    def __contains__(self, key: str) -> bool:
        """Whether there is a sentence under a key."""
        ...

    def say(self, key: str, /, **args: object) -> str:
        """The sentence under a key, with its arguments put in."""
        ...

    def typeset(self, text: str) -> str:
        """An author's text with the language's typography."""
        ...

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        ...

    def figure(self, value: float, decimals: int | None = None) -> str:
        """A number of a chart, which is no year, with that many decimals if given."""
        ...

    def date(self, iso: str) -> str:
        """A date YYYY, YYYY-MM or YYYY-MM-DD as the language writes it."""
        ...


def joined(parts: Iterable[str], voice: Voice) -> str:
    """Parts in one line with semicolons, typeset, between them; the parts stay as they are."""
    return voice.typeset(f".{voice.say('unit.semicolon')}")[1:].join(parts)
