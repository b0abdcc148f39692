"""Where in a TOML text does each key stand?

Runs only when something is wrong: one tokenizer and one walk over a text that is known to be valid TOML.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from casebot.content.finding import TablePath

STRING: Final = r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
"""A string of TOML, closed, in any of its four forms."""
_TOKEN: Final = re.compile(
    rf"(?P<space>[ \t\r]+|#[^\n]*)|(?P<newline>\n)|(?P<string>{STRING})|(?P<mark>[\[\]{{}},=.])"
    r"|(?P<bare>[^\s\[\]{},=.#\"\']+)",
    re.DOTALL,
)
_ESCAPES: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


class Position(NamedTuple):
    """Line and column, counted from 1."""

    line: int
    column: int


class Places(NamedTuple):
    """The position of every key and array element by its path, and which of them are headers of their own."""

    of: dict[TablePath, Position]
    headers: set[TablePath]


def locate(text: str) -> dict[TablePath, Position]:
    """The position of every key and array element of a valid TOML text, by its path."""
    return _Walk(text).places


def locate_all(text: str) -> Places:
    """As `locate`, with the paths that `[headers]` and `[[headers]]` open."""
    walk = _Walk(text)
    return Places(walk.places, walk.headers)


class _Walk:
    def __init__(self, text: str) -> None:
        self.places: dict[TablePath, Position] = {}
        self.headers: set[TablePath] = set()
        self._text = text
        self._tokens = [token for token in self._read() if token.kind != "space"]
        self._at = 0
        self._arrays: dict[TablePath, int] = {}
        self._file()

    def _read(self) -> Iterator[_Token]:
        for match in _TOKEN.finditer(self._text):
            yield _Token(match.lastgroup or "", match[0], match.start())

    def _position(self, offset: int) -> Position:
        start = self._text.rfind("\n", 0, offset) + 1
        return Position(self._text.count("\n", 0, offset) + 1, offset - start + 1)

    def _peek(self) -> _Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _Token("end", "", len(self._text))

    def _next(self) -> _Token:
        token = self._peek()
        self._at += 1
        return token

    def _skip(self, *texts: str) -> None:
        while self._peek().kind == "newline" or self._peek().text in texts:
            self._at += 1

    def _file(self) -> None:
        prefix: TablePath = ()
        while True:
            self._skip()
            token = self._peek()
            if token.kind == "end":
                return
            prefix = self._header() if token.text == "[" else self._pair(prefix)

    def _header(self) -> TablePath:
        start = self._next()
        array = self._peek().text == "["
        if array:
            self._next()
        path = self._within(self._key(), array=array)
        while self._peek().kind not in {"newline", "end"}:
            self._next()
        for length in range(1, len(path) + 1):
            self.places.setdefault(path[:length], self._position(start.offset))
        self.headers.add(path)
        return path

    def _within(self, key: tuple[str, ...], *, array: bool) -> TablePath:
        path: TablePath = ()
        for part in key[:-1]:
            path = (*path, part)
            if path in self._arrays:
                path = (*path, self._arrays[path])
        path = (*path, key[-1])
        if array:
            self._arrays[path] = self._arrays.get(path, -1) + 1
            self.places.setdefault(path, self._position(self._tokens[self._at - 1].offset))
            return (*path, self._arrays[path])
        return (*path, self._arrays[path]) if path in self._arrays else path

    def _key(self) -> tuple[str, ...]:
        parts = [_unquote(self._next().text)]
        while self._peek().text == ".":
            self._next()
            parts.append(_unquote(self._next().text))
        return tuple(parts)

    def _pair(self, prefix: TablePath) -> TablePath:
        start = self._peek()
        path = (*prefix, *self._key())
        for length in range(len(prefix) + 1, len(path) + 1):
            self.places.setdefault(path[:length], self._position(start.offset))
        self._next()
        self._value(path)
        return prefix

    def _value(self, path: TablePath) -> None:
        token = self._peek()
        if token.text == "{":
            self._inline(path)
        elif token.text == "[":
            self._array(path)
        else:
            self._next()
            while self._peek().kind in {"bare", "string"} or self._peek().text == ".":
                self._next()

    def _inline(self, path: TablePath) -> None:
        self._next()
        self._skip(",")
        while self._peek().text not in {"}", ""}:
            self._pair(path)
            self._skip(",")
        self._next()

    def _array(self, path: TablePath) -> None:
        self._next()
        self._skip(",")
        index = 0
        while self._peek().text not in {"]", ""}:
            self.places.setdefault((*path, index), self._position(self._peek().offset))
            self._value((*path, index))
            index += 1
            self._skip(",")
        self._next()


def _unquote(key: str) -> str:
    if key[:1] == '"':
        return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), key[1:-1])
    return key[1:-1] if key[:1] == "'" else key
