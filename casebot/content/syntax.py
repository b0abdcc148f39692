"""What does a teacher have to mend in a text that is not TOML?

tomli says where its reading stopped; that is often a line or more behind the slip. Here the text is walked until the
first thing that cannot stand where it stands, and the slip is named: a comma, a quote, a bracket, an equals sign, a
number; then on behind it.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

import tomli

from casebot.content.finding import NO_ARGS
from casebot.content.locate import STRING
from casebot.content.stopped import why_stopped

_TOKEN: Final = re.compile(
    rf"(?P<space>[ \t\r]+|#[^\n]*)|(?P<newline>\n)|(?P<string>{STRING})|(?P<curly>[“”„‟‘’«»])"
    r"|(?P<mark>[\[\]{},=])|(?P<open>[\"\'])|(?P<bare>[^\s\[\]{},=#\"\'“”„‟‘’«»]+)",
    re.DOTALL,
)
_VALUES: Final = frozenset({"string", "bare"})
_CLOSERS: Final = {"[": "]", "{": "}"}
_NUMBER: Final = re.compile(
    r"[+-]?(?:\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)+)(?![\w.,\-:])(?!\s*=)",
)
"""A number written for readers: 25,5 and 44,000 and 1.234,5 and 25 000."""
_THOUSANDS: Final = 3
_KEY: Final = re.compile(r"^([ \t]*)[\w.\"-]+[ \t]*=", re.MULTILINE)


class Slip(NamedTuple):
    """A slip by the code of its finding, and its place in the text (line and column from 1)."""

    code: str
    line: int
    column: int
    text: str = ""
    args: Mapping[str, str] = NO_ARGS


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


CURLY, INNER, COMMA, BRACKET, QUOTE, EQUALS, HEADER, NUMBER = "104", "105", "106", "107", "108", "109", "110", "111"
ID, UNKNOWN = "216", "101"
MOST: Final = 5
"""Slips that are told of one table: more are likely to come of one misreading."""


def find_slips(text: str) -> list[Slip]:
    """The slips of a text that is not TOML, at most one for each of its keys; none of a text that is TOML.

    Behind a slip the text is read on from the next key that is indented like the one with the slip. A slip that is not
    known here is told where tomli stopped, and only as the first: behind a known one it may come of what is left out.
    """
    slips: list[Slip] = []
    while len(slips) < MOST:
        try:
            tomli.loads(text)
            break
        except tomli.TOMLDecodeError as error:
            walk = _Walk(text)
            found = walk.file()
            known = found is not None and walk.statement <= error.pos
            if slips and not known:
                break
            code, offset, shown = found if found is not None and known else (UNKNOWN, min(error.pos, len(text)), "")
            args = _numbers(shown) if code == NUMBER else NO_ARGS if known else {"why": why_stopped(error.msg)}
            slips.append(Slip(code, *_position(text, offset), shown, args))
            text = _without(text, walk.statement if known else _statement(text, offset), offset)
    return slips


def _statement(text: str, offset: int) -> int:
    """Where the key begins that is being read at an offset: the last one before it that is indented like the first."""
    keys = list(_KEY.finditer(text))
    before = (match.end(1) for match in keys if match[1] == keys[0][1] and match.start() <= offset)
    return max(before, default=0)


def _without(text: str, statement: int, slip: int) -> str:
    """A text without the statement that begins at one offset and has a slip at another; lines stay where they are."""
    start = text.rfind("\n", 0, statement) + 1
    later = (match.start() for match in _KEY.finditer(text, slip) if match[1] == text[start:statement])
    end = next(later, len(text))
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _numbers(typed: str) -> dict[str, str]:
    """How a number is written in TOML; `near` is how, where its comma may set thousands apart as well."""
    whole, *parts = re.sub(r"[ .\u00a0\u202f]", "", typed).split(",")
    joined = whole + "".join(parts)
    if len(parts) != 1:
        return {"number": joined}
    number = f"{whole}.{parts[0]}"
    plain = whole == typed.partition(",")[0]
    return {"number": number, "near": joined} if plain and len(parts[0]) == _THOUSANDS else {"number": number}


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


Found = tuple[str, int, str]


class _Walk:
    """Reads tables, keys and values; each method returns what is wrong, or None."""

    def __init__(self, text: str) -> None:
        self.statement = 0
        """Where the key or the header that is being read begins."""
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
            self.statement = token.start
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
        value = self._peek()
        if value.kind in {"newline", "end"} or value.text in {",", "}", "]"}:
            return None
        number = _NUMBER.match(self._text, value.start)
        return (NUMBER, value.start, number[0]) if number is not None else self._value()

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
