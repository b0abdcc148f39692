"""What does a teacher have to mend in a text that is not TOML?

tomli says where its reading stopped; that is often a line or more behind the slip. Here the text is walked until the
first thing that cannot stand where it stands, and the slip is named: a comma, a quote, a bracket, an equals sign.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from casebot.content.locate import STRING

_TOKEN: Final = re.compile(
    rf"(?P<space>[ \t\r]+|#[^\n]*)|(?P<newline>\n)|(?P<string>{STRING})|(?P<curly>[“”„‟‘’«»])"
    r"|(?P<mark>[\[\]{},=])|(?P<open>[\"\'])|(?P<bare>[^\s\[\]{},=#\"\'“”„‟‘’«»]+)",
    re.DOTALL,
)
_VALUES: Final = frozenset({"string", "bare"})
_CLOSERS: Final = {"[": "]", "{": "}"}


class Slip(NamedTuple):
    """A slip by the code of its finding, and its place in the text (line and column from 1)."""

    code: str
    line: int
    column: int
    text: str = ""


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


CURLY, INNER, COMMA, BRACKET, QUOTE, EQUALS, HEADER, ID = "104", "105", "106", "107", "108", "109", "110", "216"


def find_slip(text: str) -> Slip | None:
    """The first slip of a text that is not TOML; None where it is none of those known here."""
    walk = _Walk(text)
    found = walk.file()
    return None if found is None else Slip(found[0], *_position(text, found[1]), found[2])


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


Found = tuple[str, int, str]


class _Walk:
    """Reads tables, keys and values; each method returns what is wrong, or None."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [
            _Token(match.lastgroup or "", match[0], match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "space"
        ]
        self._at = 0

    def _peek(self, ahead: int = 0) -> _Token:
        place = self._at + ahead
        end = len(self._text)
        return self._tokens[place] if place < len(self._tokens) else _Token("end", "", end, end)

    def _before(self) -> _Token:
        return self._tokens[self._at - 1] if self._at else _Token("end", "", 0, 0)

    def _lines(self) -> None:
        while self._peek().kind == "newline":
            self._at += 1

    def file(self) -> Found | None:
        while True:
            self._lines()
            token = self._peek()
            if token.kind == "end":
                return None
            found = self._header() if token.text == "[" else self._pair(inside="")
            if found is not None:
                return found
            rest = self._peek()
            if rest.kind not in {"newline", "end"}:
                return self._behind_value(rest)

    def _header(self) -> Found | None:
        start = self._peek()
        depth = 0
        while self._peek().text == "[":
            depth += 1
            self._at += 1
        names = self._at
        while self._peek().kind in _VALUES:
            self._at += 1
        if any(one.end != other.start for one, other in pairwise(self._tokens[names : self._at])):
            return ID, self._tokens[names].start, self._text[self._tokens[names].start : self._before().end]
        for _ in range(depth):
            if self._peek().text != "]":
                return HEADER, start.start, self._line_at(start.start)
            self._at += 1
        return None

    def _line_at(self, offset: int) -> str:
        return self._text[offset : self._text.find("\n", offset) % (len(self._text) + 1)].strip()

    def _pair(self, inside: str) -> Found | None:
        token = self._peek()
        wrong = self._not_a_value(token)
        if wrong is not None:
            return wrong
        if token.text in _CLOSERS and inside:
            return BRACKET, self._end_of_content(), _CLOSERS["{"]
        if token.kind not in _VALUES:
            return None if token.kind == "end" else (COMMA, token.start, token.text) if inside else None
        key = token
        self._at += 1
        while self._peek().kind in _VALUES and self._peek().start == self._before().end:
            self._at += 1
        if self._peek().text != "=":
            return EQUALS, key.start, key.text
        self._at += 1
        if self._peek().kind in {"newline", "end"} or self._peek().text in {",", "}", "]"}:
            return None
        return self._value()

    def _not_a_value(self, token: _Token) -> Found | None:
        if token.kind == "curly":
            return CURLY, token.start, token.text
        if token.kind == "open":
            return QUOTE, token.start, self._line_at(token.start)
        return None

    def _value(self) -> Found | None:
        token = self._peek()
        wrong = self._not_a_value(token)
        if wrong is not None:
            return wrong
        if token.text in _CLOSERS:
            return self._listed(token)
        self._at += 1
        return None

    def _behind_value(self, rest: _Token) -> Found | None:
        """Something stands right behind a value that should have ended its line."""
        before = self._before()
        wrong = self._not_a_value(rest)
        if before.kind == "string" and rest.kind in {"bare", "open", "string", "curly"}:
            return INNER, before.start, self._line_at(before.start)
        return wrong

    def _listed(self, opener: _Token) -> Found | None:
        """A list or an inline table, up to its closer."""
        closer = _CLOSERS[opener.text]
        self._at += 1
        while True:
            self._lines()
            token = self._peek()
            if token.text == closer:
                self._at += 1
                return None
            if self._ends_early(token, closer):
                return BRACKET, self._end_of_content(), closer
            found = self._pair(inside=opener.text) if opener.text == "{" else self._value()
            if found is not None:
                return found
            found = self._separator(closer)
            if found is not None:
                return found

    def _ends_early(self, token: _Token, closer: str) -> bool:
        """Whether what comes cannot be in the list: the end, another closer, a header, or the next key of the table."""
        if token.kind == "end" or (token.text in {"]", "}"} and token.text != closer):
            return True
        fresh = self._before().kind == "newline"
        if not fresh:
            return False
        if token.text == "[" and closer == "]":
            return bool(re.match(r"\[+[\w.\"-]+\]+[ \t]*(?:#.*)?$", self._line_at(token.start)))
        return closer == "]" and token.kind == "bare" and self._is_key(token)

    def _is_key(self, token: _Token) -> bool:
        return bool(re.match(r"[\w.-]+\s*=", self._text[token.start :]))

    def _end_of_content(self) -> int:
        """Where the text before the tokens at hand ends: there the closer is missing."""
        place = self._at - 1
        while place > 0 and self._tokens[place].kind == "newline":
            place -= 1
        return self._tokens[place].end - 1

    def _separator(self, closer: str) -> Found | None:
        """A comma, or the closer; else the comma is missing behind the value just read, or its quote is."""
        before = self._before()
        at = self._at
        self._lines()
        token = self._peek()
        if token.text == ",":
            self._at += 1
            return None
        if token.text == closer:
            return None
        if self._ends_early(token, closer):
            return BRACKET, self._end_of_content(), closer
        if before.kind == "string" and token.kind == "bare" and at == self._at and not self._is_key(token):
            return INNER, before.start, self._line_at(before.start)
        wrong = self._not_a_value(token)
        if wrong is not None and at == self._at:
            return wrong
        return COMMA, before.end - 1, before.text[-12:]
