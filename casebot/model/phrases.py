"""What may a learner type that is not an answer: commands, names of options, small talk?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of all languages, normalised and without accents: what is typed -> what is meant."""

    commands: Mapping[str, str] = field(default_factory=dict)
    """A command's name -> its action ("indice" -> "hint")."""
    options: Mapping[str, str] = field(default_factory=dict)
    """The name of an option that every case has -> its id ("vrai" -> "true", "rapporte" -> "reported")."""
    intents: Mapping[str, str] = field(default_factory=dict)
    """A whole line -> an action or a topic of small talk ("give me a hint" -> "hint")."""
    certainty: Mapping[str, str] = field(default_factory=dict)
    """How sure one is -> "1", "2" or "3" ("a guess" -> "1")."""
    unknown: frozenset[str] = frozenset()
    """Whole lines that say "I don't know"."""
    questions: frozenset[str] = frozenset()
    """Words that open a question ("who", "combien")."""
