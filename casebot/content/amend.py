"""How is an answer added to a bank without touching anything else its author wrote?

Comments, layout and line ends stay: the new text goes in behind the last entry of a list, or in a line of its own. No
library writes TOML 1.1 back as it was, with line breaks in inline tables; so the places come from the locator.
"""

import json
import re
from collections.abc import Mapping
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


def add_wrong(text: str, item: str, answer: str, why: Mapping[str, str], tag: str = "") -> str:
    """The text of a bank with one more known wrong answer of an item, and what to say to it by language.

    Raises KeyError for an item that does not exist.
    """
    said = ", ".join(f"{language} = {json.dumps(words, ensure_ascii=False)}" for language, words in why.items())
    named = f", tag = {json.dumps(tag)}" if tag else ""
    entry = f"{{ match = [{json.dumps(answer, ensure_ascii=False)}], why = {{ {said} }}{named} }}"
    places = locate(text)
    path: TablePath = ("q", item, "wrong")
    if path in places:
        return _append(text, places, path, entry)
    key = max(
        (each for each in places if each[:2] == ("q", item) and len(each) == 3 and each[2] in {"accept", "answer"}),
        key=lambda each: places[each],
    )
    end = _value_end(text, text.index("=", _offset(text, *places[key])) + 1)
    line_end = text.find("\n", end) % (len(text) + 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    line_end -= text[line_end - 1 : line_end] == "\r"
    return f"{text[:line_end]}{newline}wrong = [ {entry} ]{text[line_end:]}"


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
