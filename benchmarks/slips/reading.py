"""A reader of TOML that keeps offsets, and what the slips must know of a whole case."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import tomli


class Slip(NamedTuple):
    """One slip, and where a person would mend it."""

    name: str  # the kind of slip, one of KINDS
    file: str  # path relative to the root
    text: str  # the whole file with the slip in it
    line: int  # 1-based line of ``text`` that a person would mend
    item: str  # the header of the table that the slip is in, as it stands in ``text``, without its brackets


# ---------------------------------------------------------------------------------------------------------------------
# A reader that keeps offsets. It reads valid files only; the slips are made afterwards.


@dataclass
class Value:
    """A value and the span of text it takes; ``shape`` is string, number, boolean, other, list or table."""

    shape: str
    start: int
    end: int
    items: list["Value"] = field(default_factory=list)
    pairs: list["Pair"] = field(default_factory=list)
    commas: list[int] = field(default_factory=list)  # only those with an entry after them


@dataclass
class Pair:
    """``key = value``, at the level of a table or inside an inline table."""

    key: str
    start: int
    key_end: int
    equals: int
    value: Value


@dataclass
class Table:
    """A ``[header]`` or ``[[header]]`` and its pairs."""

    name: str
    array: bool
    start: int  # of the first bracket
    name_start: int
    name_end: int
    end: int  # after the last bracket
    pairs: list[Pair] = field(default_factory=list)

    @property
    def sort(self) -> str:
        """The first part of the header: q, claim, step, bank, ..."""
        return self.name.partition(".")[0]

    def get(self, key: str) -> Pair | None:
        """The pair of that key, if there is one."""
        return next((pair for pair in self.pairs if pair.key == key), None)


BLANK = re.compile(r"(?:[ \t\r\n\ufeff]|#[^\n]*)*")
KEY_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
KEY = re.compile(rf"{KEY_PART}(?:[ \t]*\.[ \t]*{KEY_PART})*")
STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")
NUMBER = re.compile(r"[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?")


class Reader:
    """Reads one valid TOML text into tables with offsets."""

    def __init__(self, text: str) -> None:
        """Keep the text; ``tables`` does the work."""
        self.text = text
        self.at = 0

    def skip(self) -> str:
        """Go past blanks, line breaks and comments; the character that follows, or an empty string at the end."""
        found = BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def tables(self) -> list[Table]:
        """All tables, in file order; pairs before the first header are left out."""
        tables = [Table("", False, 0, 0, 0, 0)]
        while char := self.skip():
            if char == "[":
                tables.append(self.header())
            else:
                tables[-1].pairs.append(self.pair())
        return tables[1:]

    def header(self) -> Table:
        """A header, from its first bracket to its last."""
        start, brackets = self.at, 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        self.skip()
        name_start, name = self.at, self.key()
        name_end = self.at
        self.skip()
        self.at += brackets
        return Table(name, brackets == 2, start, name_start, name_end, self.at)

    def key(self) -> str:
        """A key, dotted or not, as it is written."""
        found = KEY.match(self.text, self.at)
        if not found:
            raise ValueError(f"no key at offset {self.at}")
        self.at = found.end()
        return found[0]

    def pair(self) -> Pair:
        """A key, an equals sign and a value."""
        start, key = self.at, self.key()
        key_end = self.at
        if self.skip() != "=":
            raise ValueError(f"no equals sign at offset {self.at}")
        equals = self.at
        self.at += 1
        self.skip()
        return Pair(key, start, key_end, equals, self.value())

    def value(self) -> Value:
        """Any value."""
        start, char = self.at, self.text[self.at]
        if char in "[{":
            return self.many("list" if char == "[" else "table", "]" if char == "[" else "}")
        if found := STRING.match(self.text, start):
            shape = "string"
        elif found := SCALAR.match(self.text, start):
            shape = "boolean" if found[0] in ("true", "false") else "number" if NUMBER.fullmatch(found[0]) else "other"
        else:
            raise ValueError(f"no value at offset {start}")
        self.at = found.end()
        return Value(shape, start, self.at)

    def many(self, shape: str, close: str) -> Value:
        """A list or an inline table."""
        value, comma = Value(shape, self.at, self.at), -1
        self.at += 1
        while (char := self.skip()) != close:
            if char == ",":
                comma = self.at
                self.at += 1
                continue
            if comma >= 0:
                value.commas.append(comma)
            if shape == "list":
                value.items.append(self.value())
            else:
                value.pairs.append(self.pair())
        self.at += 1
        value.end = self.at
        return value


@dataclass
class Book:
    """One file: its text, its tables and what it is for."""

    file: str
    text: str
    tables: list[Table]
    role: str
    value: dict[str, Any]

    def word(self, value: Value | None) -> str:
        """What stands between the quotes of a string, as written; empty for anything else."""
        return self.text[value.start + 1 : value.end - 1] if value is not None and value.shape == "string" else ""

    def of(self, table: Table, key: str) -> str:
        """The string of a key of a table, or an empty one."""
        pair = table.get(key)
        return self.word(pair.value) if pair else ""

    def group(self, table: Table) -> str:
        """What slips are spread over: the kind of an item or of a step, else the sort of table."""
        if table.sort in ("q", "step"):
            return f"{table.sort}:{self.of(table, 'kind')}"
        return table.sort

    def plain(self, value: Value) -> bool:
        """Whether a value is a string on one line, in straight double quotes, with something in it."""
        if value.shape != "string" or value.end - value.start < 3:
            return False
        text = self.text[value.start : value.end]
        return text[0] == '"' and not text.startswith('"""')


def role_of(tables: Sequence[Table]) -> str:
    """What a file is for, told by its tables and not by its name."""
    if any(table.name == "bank" for table in tables):
        return "bank"
    if any(table.name == "case" for table in tables):
        return "case"
    if any(table.name == "lesson" and not table.array for table in tables):
        return "lesson"
    return Counter(table.sort for table in tables).most_common(1)[0][0] if tables else ""


def read_books(root: Path) -> list[Book]:
    """All TOML files of banks and lessons, in the order of their paths."""
    books = []
    for path in sorted([*root.glob("question_banks/**/*.toml"), *root.glob("lessons/**/*.toml")]):
        text = path.read_bytes().decode("utf-8")
        tables = Reader(text).tables()
        if tables:
            books.append(Book(path.relative_to(root).as_posix(), text, tables, role_of(tables), parse(text)))
    return books


def parse(text: str) -> dict[str, Any]:
    """The value of a TOML text, with or without a BOM."""
    return tomli.loads(text.removeprefix("\ufeff"))


# ---------------------------------------------------------------------------------------------------------------------
# What the slips must know of the whole: languages, keys, ids.

KNOWN_KEYS = (
    "accept answer argument article_says article_status as_of assertion at blanks buckets certainty changed chart "
    "claim claims close criteria date dilemma epilogue epilogue_claims explain file format hint hints id in_article "
    "indicators item items keypoints kind label languages left lesson licence match minutes misconceptions mode "
    "model name need note objective options pairs partial points policy pre precedent precedent_claim prompt "
    "publisher question reading rebuttal rebuttal_claims right said_by samples say see_also series side skip source "
    "sources stakeholders status straw supports tag tell terms text timeline title tolerance tries unit "
    "unit_required unless url value was why wrong"
)
KEYS = frozenset(KNOWN_KEYS.split())


@dataclass(frozen=True)
class World:
    """What is declared in the files of a root."""

    languages: tuple[str, ...]
    keys: frozenset[str]
    ids: dict[str, frozenset[str]]  # by sort of table: q, claim, objective, series, lesson


def world_of(books: Sequence[Book]) -> World:
    """Gather the declared languages, the keys in use and the ids."""
    languages: list[str] = []
    keys = set(KEYS)
    ids: dict[str, set[str]] = defaultdict(set)
    for book in books:
        for table in book.tables:
            ids[table.sort].add(table.name.partition(".")[2])
            if table.name == "lesson":
                ids["lesson"].add(book.of(table, "id"))
            if table.name in ("case", "bank") and (pair := table.get("languages")):
                languages += [word for value in pair.value.items if (word := book.word(value)) not in languages]
            for site in pairs_of(table):
                keys.update(site.pair.key.split("."))
    return World(
        tuple(languages or ("en", "fr")), frozenset(keys), {sort: frozenset(names) for sort, names in ids.items()}
    )


# ---------------------------------------------------------------------------------------------------------------------
# Walking over a table.


class Site(NamedTuple):
    """A pair, the pairs beside it, the pair of the table that it stands under, and how deep it is."""

    pair: Pair
    beside: list[Pair]
    top: Pair
    depth: int  # 0 for a pair of the table itself
    in_list: bool


def pairs_of(table: Table) -> Iterator[Site]:
    """All pairs of a table, those of inline tables too."""
    for pair in table.pairs:
        yield Site(pair, table.pairs, pair, 0, False)
        yield from pairs_in(pair.value, pair, 1, False)


def pairs_in(value: Value, top: Pair, depth: int, in_list: bool) -> Iterator[Site]:
    """All pairs inside a value."""
    for item in value.items:
        yield from pairs_in(item, top, depth, True)
    for pair in value.pairs:
        yield Site(pair, value.pairs, top, depth, in_list)
        yield from pairs_in(pair.value, top, depth + 1, in_list)


def values_of(table: Table) -> Iterator[tuple[Value, Pair]]:
    """All values of a table, at any depth, each with the pair of the table that it stands under."""

    def inside(value: Value) -> Iterator[Value]:
        yield value
        for item in value.items:
            yield from inside(item)
        for pair in value.pairs:
            yield from inside(pair.value)

    for pair in table.pairs:
        for value in inside(pair.value):
            yield value, pair


def typos(word: str, taken: frozenset[str] | set[str]) -> list[str]:
    """Ways to mistype a word: two letters swapped, one left out, one typed twice. The first letter stays."""
    made: dict[str, None] = {}
    for index in range(1, len(word)):
        if not word[index].isalpha():
            continue
        if word[index - 1].isalpha() and index > 1:
            made[word[: index - 1] + word[index] + word[index - 1] + word[index + 1 :]] = None
        made[word[:index] + word[index + 1 :]] = None
        made[word[: index + 1] + word[index:]] = None
    return [typo for typo in made if typo != word and typo not in taken and len(typo) > 1 and not typo.endswith("-")]


def some(rng: Random, choices: Sequence[str], most: int) -> list[str]:
    """Up to ``most`` of the choices, in a random order."""
    return rng.sample(choices, min(most, len(choices)))
