"""Has everything that is said a sentence, and is every sentence said?"""

import ast
import re
from functools import cache
from pathlib import Path

import tomli

from casebot.content.speech import read_phrases
from casebot.desk import REFUSALS
from casebot.documents.transcript import WRITERS
from casebot.store.failure import CODES
from casebot.words.words import Words

HOUSE = Path(__file__).resolve().parents[2] / "casebot"
WORDS = Words("en")


def source(folder: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((HOUSE / folder).rglob("*.py")))


def found(pattern: str, folder: str, least: int) -> set[str]:
    """What a pattern finds in a folder; at least so many, so that a test over it holds something."""
    names = set(re.findall(pattern, source(folder)))
    assert len(names) >= least, pattern
    return names


def without_sentence(names: set[str], table: str) -> set[str]:
    return {name for name in names if f"{table}.{name}" not in WORDS}


def test_every_sentence_that_is_asked_for_exists() -> None:
    wanted = found(r"""\bsay\(\s*"([a-z]+\.[a-z0-9-]+)\"""", ".", 60)
    assert {key for key in wanted if key not in WORDS} == set()


def test_every_turn_has_its_sentence_or_its_writer() -> None:
    said = found(r"""\.say\("[a-z]+", "([a-z-]+)\"""", "tutoring", 30) | found(r"""\bkey="([a-z-]+)\"""", ".", 2)
    assert without_sentence(said - set(WRITERS), "turn") == set()


def test_every_key_of_the_screens_has_a_name() -> None:
    assert without_sentence(found(r"""Binding\("[^"]+", "[^"]+", "([a-z-]+)\"""", "tui", 15), "key") == set()


def test_every_reason_of_the_grader_has_its_sentence() -> None:
    assert without_sentence(found(r"""Reason\(\s*"([a-z-]+)\"""", "grading", 15), "reason") == set()
    blanks = {f"blank-{code}" for code in found(r"""blank\("([a-z-]+)\"""", "grading", 3)}
    assert without_sentence(blanks, "turn") == set()


def test_every_failure_has_its_sentence() -> None:
    assert without_sentence(set(CODES) | set(REFUSALS), "error") == set()


def test_no_sentence_is_never_said() -> None:
    assert [key for key in sentences() if not is_said(key)] == []


@cache
def literals() -> tuple[frozenset[str], tuple[str, ...]]:
    """The strings that stand in the code, and the strings put together there as patterns."""
    nodes = [node for path in HOUSE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    plain |= set(read_phrases().intents.values())
    joined = {
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in node.values)
        for node in nodes
        if isinstance(node, ast.JoinedStr)
    }
    return frozenset(plain), tuple(pattern for pattern in joined if pattern[0].isalpha())


def is_said(key: str, depth: int = 0) -> bool:
    """Whether a key stands in the code, or is put together from strings that do."""
    plain, joined = literals()
    if key in plain:
        return True
    filled = [match.groups() for pattern in joined if (match := re.fullmatch(pattern, key))]
    return depth < 2 and any(all(is_said(part, depth + 1) for part in parts) for parts in filled)


def sentences() -> list[str]:
    tables = tomli.loads((HOUSE / "words" / "en.toml").read_text("utf-8"))
    return [f"{table}.{key}" for table, keys in tables.items() if isinstance(keys, dict) for key in keys]
