"""What may a learner type that is not an answer? Read from `phrases/`, all languages together."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import tomli

from casebot.grading.normalise import fold, normalise
from casebot.model.phrases import Phrases

_FOLDER: Final = Path(__file__).parent / "phrases"


def read_phrases() -> Phrases:
    """The phrases of every language casebot speaks."""
    commands: dict[str, str] = {}
    options: dict[str, str] = {}
    intents: dict[str, str] = {}
    certainty: dict[str, str] = {}
    unknown: set[str] = set()
    questions: set[str] = set()
    for path in sorted(_FOLDER.glob("*.toml")):
        table = tomli.loads(path.read_text("utf-8"))
        commands |= dict(_turned(table["commands"]))
        options |= dict(_turned(table["options"]))
        intents |= dict(_turned(table["intents"]))
        certainty |= dict(_turned(table["certainty"]))
        unknown |= {_plain(line) for line in table["lines"]["unknown"]}
        questions |= {_plain(word) for word in table["lines"]["questions"]}
    return Phrases(commands, options, intents, certainty, frozenset(unknown - {""}), frozenset(questions))


def _turned(table: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for meaning, phrases in table.items():
        for phrase in phrases:
            yield _plain(phrase), meaning


def _plain(phrase: str) -> str:
    return fold(normalise(phrase))
