"""What does a language lend to a question: its small words, its kinds of question, and words of one meaning?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["who-says", "who", "when", "where", "why", "how-much", "how-many", "open"]
"""What a question asks for; `open` where no word tells."""
Phrase = tuple[str, ...]
"""Words in their order, in lower case and without accents."""
Groups = Mapping[str, tuple[tuple[Phrase, str], ...]]
"""First word -> the words and phrases that begin with it, each with the group of one meaning that it belongs to."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language asks."""

    skip: frozenset[str] = frozenset()
    """Words that never tell what a question is about."""
    light: frozenset[str] = frozenset()
    """Words that tell little of it."""
    kinds: tuple[tuple[Phrase, Kind], ...] = ()
    """What a phrase asks for, longer phrases first."""
    names: frozenset[str] = frozenset()
    """Countries, firms and services that everyone knows: who names one asks about that one."""
    beyond: tuple[Phrase, ...] = ()
    """Phrases that ask for what a case seldom holds: advice, an opinion, private matters, what will be."""
    future: tuple[str, ...] = ()
    """Endings of a verb that tells what will be."""
    again: tuple[Phrase, ...] = ()
    """Phrases that put a question to the last answer ("and", "what about")."""
    seasons: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Months and parts of the year -> their months, 1 to 12."""
    shifts: tuple[tuple[Phrase, int], ...] = ()
    """Phrases for another time, in months from the last one ("the year before": -12)."""
    units: tuple[tuple[Phrase, int], ...] = ()
    """Phrases behind a number for another time, in months each ("months later": 1)."""
    bases: frozenset[str] = frozenset()
    """Words that are dictionary forms as they stand: the small ones and those of the groups."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """Forms that a dictionary takes for words of their own -> the dictionary form."""
    endings: tuple[tuple[str, str], ...] = ()
    """Endings of forms that a dictionary may lack, with what stands there in the dictionary."""


@dataclass(frozen=True, slots=True, repr=False)
class Wordbook:
    """How each language asks, and its words of one meaning."""

    speech: Mapping[str, Speech] = field(default_factory=dict)
    groups: Mapping[str, Groups] = field(default_factory=dict)
