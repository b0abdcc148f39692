"""How are questions asked, and which words stand for one another? Read from `asking/`, all languages together."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import tomli

from casebot.grading.normalise import fold
from casebot.lookup.terms import split
from casebot.lookup.wordbook import Groups, Kind, Phrase, Speech, Wordbook
from casebot.model.languages import SPOKEN

_FOLDER: Final = Path(__file__).parent / "asking"
_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_REFLEXIVE: Final = frozenset({"se", "s"})


def read_wordbook() -> Wordbook:
    """How every language that casebot speaks asks, and the words of one meaning."""
    lines = _table("thesaurus")
    groups = {language: _groups(lines, language) for language in SPOKEN}
    return Wordbook({language: _speech(_table(language), groups[language]) for language in SPOKEN}, groups)


def _table(name: str) -> dict[str, Any]:
    return tomli.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _speech(table: Mapping[str, Any], groups: Groups) -> Speech:
    kinds = [(_phrase(phrase), kind) for kind in _KINDS for phrase in table["kinds"].get(kind, ())]
    skip = frozenset(_phrase(table["skip"]))
    return Speech(
        skip=skip,
        bases=skip.union(first for first, phrases in groups.items() if any(len(phrase) == 1 for phrase, _ in phrases)),
        light=frozenset(_phrase(table["light"])),
        kinds=tuple(sorted(kinds, key=lambda entry: -len(entry[0]))),
        names=frozenset(_phrase(table["names"])),
        beyond=tuple(map(_phrase, table["beyond"])),
        future=tuple(table["future"]),
        again=tuple(map(_phrase, table["again"])),
        seasons={fold(word): tuple(months) for word, months in table["seasons"].items()},
        shifts=tuple((_phrase(phrase), months) for phrase, months in table["shifts"].items()),
        units=tuple((_phrase(phrase), months) for phrase, months in table["units"].items()),
        forms=table.get("forms", {}),
        endings=tuple((ending, other) for ending, other in table["endings"]),
    )


def _groups(lines: Mapping[str, Mapping[str, str]], language: str) -> Groups:
    found: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for group, words in lines.items():
        for phrase in words[language].split(","):
            plain = _phrase(phrase)
            found[plain[0]].append((plain, group))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _phrase(text: str) -> Phrase:
    words = split(text)
    return words[1:] if len(words) > 1 and words[0] in _REFLEXIVE else words
