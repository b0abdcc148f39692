"""How is an answer added to a bank without touching anything else its author wrote?

Comments, layout and line ends stay: the new text goes in behind the last entry of a list, or in a line of its own. No
library writes TOML 1.1 back as it was, with line breaks in inline tables; so the places come from the locator.
"""

import json
import re
from collections.abc import Mapping, Set
from typing import Final

from casebot.content.finding import TablePath
from casebot.content.locate import STRING, locate

_PART: Final = re.compile(rf"{STRING}|#[^\n]*|[\[{{]|[\]}}]|[^\s\[\]{{}}\"\'#,]+", re.DOTALL)


def add_answer(text: str, item: str, language: str, answer: str) -> str:
    """The text of a bank with one more accepted answer of an item, in its list for a language or for all.

    Raises KeyError for an item without a list of accepted answers.
    """
    path: TablePath = ("q", item, "accept")
    places = locate(text)
    path = (*path, language) if (*path, language) in places else path
    return _append(text, places, path, json.dumps(answer, ensure_ascii=False))


def add_term(text: str, item: str, point: int, language: str, term: str) -> str:
    """The text of a bank with words that by themselves make a key point (by its place) of an open question.

    They become an alternative in each group of the point's terms. Raises KeyError for a point that does not exist.
    """
    path: TablePath = ("q", item, "keypoints", point, "terms")
    places = locate(text)
    path = (*path, language) if (*path, language) in places else path
    groups = sum(1 for each in places if each[:-1] == path and isinstance(each[-1], int))
    if not groups:
        raise KeyError(path)
    for group in range(groups):
        text = _append(text, locate(text), (*path, group), json.dumps(term, ensure_ascii=False))
    return text


def add_misconception(text: str, item: str, term: str, why: Mapping[str, str]) -> str:
    """The text of a bank with one more misconception of an open question: the words that tell it, in any language.

    Raises KeyError for an item that does not exist.
    """
    entry = f"{{ terms = [[{json.dumps(term, ensure_ascii=False)}]], why = {{ {_by_language(why)} }} }}"
    return _add_entry(text, item, "misconceptions", {"keypoints"}, entry)


def add_wrong(text: str, item: str, answer: str, why: Mapping[str, str], tag: str = "") -> str:
    """The text of a bank with one more known wrong answer of an item, and what to say to it by language.

    Raises KeyError for an item that does not exist.
    """
    named = f", tag = {json.dumps(tag)}" if tag else ""
    entry = f"{{ match = [{json.dumps(answer, ensure_ascii=False)}], why = {{ {_by_language(why)} }}{named} }}"
    return _add_entry(text, item, "wrong", {"accept", "answer"}, entry)


def _by_language(why: Mapping[str, str]) -> str:
    return ", ".join(f"{language} = {json.dumps(words, ensure_ascii=False)}" for language, words in why.items())


def _add_entry(text: str, item: str, table: str, behind: Set[str], entry: str) -> str:
    """Puts an entry into a list of an item, or makes the list on a line of its own behind the item's key."""
    places = locate(text)
    path: TablePath = ("q", item, table)
    if path in places:
        return _append(text, places, path, entry)
    keys = [each for each in places if each[:2] == ("q", item) and len(each) == 3 and each[2] in behind]
    if not keys:
        raise KeyError(path)
    key = max(keys, key=lambda each: places[each])
    end = _value_end(text, text.index("=", _offset(text, *places[key])) + 1)
    line_end = text.find("\n", end) % (len(text) + 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    line_end -= text[line_end - 1 : line_end] == "\r"
    return f"{text[:line_end]}{newline}{table} = [ {entry} ]{text[line_end:]}"


def _append(text: str, places: Mapping[TablePath, tuple[int, int]], path: TablePath, entry: str) -> str:
    """Puts an entry behind the last one of a list."""
    count = sum(1 for each in places if each[:-1] == path and isinstance(each[-1], int))
    if not count:
        raise KeyError(path)
    end = _value_end(text, _offset(text, *places[(*path, count - 1)]))
    lines = text[_offset(text, *places[path]) : end]
    last = text[text.rfind("\n", 0, end) + 1 : end]
    own_line = "\n" in lines and last.lstrip()[:1] in {'"', "{", "'"}
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline + last[: len(last) - len(last.lstrip())] if own_line else " "
    return f"{text[:end]},{gap}{entry}{text[end:]}"


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _value_end(text: str, start: int) -> int:
    """Where the value that begins at or behind an offset ends."""
    depth = 0
    for match in _PART.finditer(text, start):
        if match[0].startswith("#"):
            continue
        depth += match[0] in {"[", "{"}
        depth -= match[0] in {"]", "}"}
        if depth == 0:
            return match.end()
    return len(text)
