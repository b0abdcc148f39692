"""Slips after which a file is no longer TOML, and slips in keys and headers."""

import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random

from benchmarks.slips.making import Edit, kind, line_start
from benchmarks.slips.reading import Book, Table, World, pairs_of, some, typos, values_of


@kind("misspelt-key")
def misspelt_key(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``hints`` typed as ``hitns``, at the level of the table."""
    for table in book.tables:
        for pair in table.pairs:
            parts = pair.key.split(".")
            offset = pair.start
            for part in parts[: 2 if parts[0] == "samples" else 1]:
                if part not in world.languages and len(part) > 2:
                    for typo in some(rng, typos(part, world.keys), 2):
                        yield Edit(table, offset, offset + len(part), typo, pair.start, pair.key)
                offset += len(part) + 1


@kind("misspelt-inner-key")
def misspelt_inner_key(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A key of an option, a wrong answer, a keypoint, a source, ... mistyped."""
    for table in book.tables:
        for site in pairs_of(table):
            pair = site.pair
            if site.depth and pair.key not in world.languages and len(pair.key) > 2:
                for typo in some(rng, typos(pair.key, world.keys), 2):
                    yield Edit(table, pair.start, pair.key_end, typo, pair.start, f"{site.top.key}.{pair.key}")


LANGUAGE_TYPOS = {"en": ("enn", "ne", "em", "eb"), "fr": ("fe", "rf", "frr", "ft")}


@kind("misspelt-language")
def misspelt_language(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``fr`` typed as ``fe``."""
    for table in book.tables:
        for site in pairs_of(table):
            pair = site.pair
            if pair.key in world.languages:
                choices = [typo for typo in LANGUAGE_TYPOS.get(pair.key, (pair.key * 2,)) if typo not in world.keys]
                for typo in some(rng, choices, 1):
                    yield Edit(table, pair.start, pair.key_end, typo, pair.start, f"{site.top.key}.{pair.key}")


@kind("duplicate-key", syntax=True, extra=True)
def duplicate_key(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """The line of one language copied, and its key left as it was: the second is to be mended."""
    for table in book.tables:
        for site in pairs_of(table):
            spoken = [pair for pair in site.beside if pair.key in world.languages]
            if site.pair in spoken[1:]:
                pair = site.pair
                yield Edit(table, pair.start, pair.key_end, spoken[0].key, pair.start, site.top.key)


@kind("dropped-comma-table", syntax=True)
def dropped_comma_table(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """No comma between two entries of an inline table."""
    yield from dropped_comma(book, "table")


@kind("dropped-comma-list", syntax=True)
def dropped_comma_list(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """No comma between two entries of a list."""
    yield from dropped_comma(book, "list")


def dropped_comma(book: Book, shape: str) -> Iterator[Edit]:
    """Commas that have an entry after them, taken away one by one."""
    for table in book.tables:
        for value, top in values_of(table):
            if value.shape == shape:
                for comma in value.commas:
                    ends_line = "\n" in book.text[comma : comma + 3]
                    yield Edit(table, comma, comma + 1, "", comma, f"{top.key} {'end' if ends_line else 'middle'}")


@kind("missing-closing-quote", syntax=True)
def missing_closing_quote(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A string without its last quote."""
    for table in book.tables:
        for value, top in values_of(table):
            if book.plain(value):
                yield Edit(table, value.end - 1, value.end, "", value.start, top.key)


@kind("missing-bracket", syntax=True)
def missing_bracket(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A list without its last bracket; a bracket alone on its line leaves an empty line, where it has to be added."""
    yield from unclosed(book, "list")


@kind("missing-brace", syntax=True)
def missing_brace(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """An inline table without its last brace."""
    yield from unclosed(book, "table")


def unclosed(book: Book, shape: str) -> Iterator[Edit]:
    """The last character of lists or inline tables taken away."""
    for table in book.tables:
        for value, top in values_of(table):
            if value.shape == shape:
                last = value.end - 1
                alone = not book.text[line_start(book.text, last) : last].strip()
                yield Edit(table, last, last + 1, "", last, f"{top.key} {'alone' if alone else 'in line'}")


@kind("curly-quotes", syntax=True)
def curly_quotes(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A string pasted from a word processor, between curly quotes."""
    for table in book.tables:
        for value, top in values_of(table):
            if book.plain(value) and "\\" not in book.word(value):
                new = f"\u201c{book.word(value)}\u201d"
                yield Edit(table, value.start, value.end, new, value.start, top.key)


@kind("inner-quotes", syntax=True)
def inner_quotes(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    r"""Straight quotes inside a string: ``\"`` without its backslash, or a word put between quotes."""
    for table in book.tables:
        for value, top in values_of(table):
            if not book.plain(value):
                continue
            word = book.word(value)
            quoted = re.search(r'\\"(.*?)\\"', word)
            words = list(re.finditer(r"(?<= )[^\W\d_]{5,}(?= )", word))
            if quoted:
                start, end, new = quoted.start(), quoted.end(), f'"{quoted[1]}"'
            elif words and "\\" not in word:
                found = rng.choice(words)
                start, end, new = found.start(), found.end(), f'"{found[0]}"'
            else:
                continue
            offset = value.start + 1
            yield Edit(table, offset + start, offset + end, new, value.start, f"{top.key} {bool(quoted)}")


@kind("missing-equals", syntax=True)
def missing_equals(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``kind "single"``."""
    for table in book.tables:
        for site in pairs_of(table):
            pair = site.pair
            yield Edit(table, pair.key_end, pair.value.start, " ", pair.start, f"{site.top.key} {site.depth > 0}")


@kind("bare-string", syntax=True, extra=True)
def bare_string(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A word without quotes: ``kind = single``."""
    for table in book.tables:
        for value, top in values_of(table):
            word = book.word(value)
            if re.fullmatch(r"[a-z][a-z-]*", word) and word not in ("true", "false", "inf", "nan"):
                yield Edit(table, value.start, value.end, word, value.start, top.key)


@kind("decimal-comma", syntax=True, extra=True)
def decimal_comma(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``54,2`` as a number, the French way."""
    for table in book.tables:
        for value, top in values_of(table):
            number = book.text[value.start : value.end]
            if value.shape == "number" and "." in number:
                yield Edit(table, value.start, value.end, number.replace(".", ","), value.start, top.key)


@kind("header-bracket", syntax=True)
def header_bracket(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A header without its last bracket."""
    for table in book.tables:
        yield Edit(table, table.end - 1, table.end, "", table.start, table.sort)


def named(book: Book) -> Iterator[tuple[Table, int, str]]:
    """Tables whose header holds an id, with the offset of the id and the id."""
    for table in book.tables:
        _, dot, name = table.name.partition(".")
        if dot and not table.array and re.fullmatch(r"[a-z0-9-]+", name):
            yield table, table.name_end - len(name), name


@kind("duplicate-id", syntax=True)
def duplicate_id(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """An item that bears the id of one before it, most often the one that it was copied from."""
    seen: dict[str, list[str]] = defaultdict(list)
    for table, offset, name in named(book):
        before = seen[table.sort]
        if before:
            other = before[-1] if rng.random() < 0.6 else rng.choice(before)
            yield Edit(table, offset, table.name_end, other, table.start, table.sort, f"{table.sort}.{other}")
        before.append(name)


@kind("invalid-id")
def invalid_id(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """Capital letters or underscores in an id: TOML still, but not an id."""
    for table, offset, name in named(book):
        choices = {name.title(), name.capitalize(), name.upper(), name.replace("-", "_")} - {name}
        for other in some(rng, sorted(choices), 2):
            label = "underscore" if "_" in other else "capital"
            yield Edit(table, offset, table.name_end, other, table.start, label, f"{table.sort}.{other}")


@kind("id-with-space", syntax=True)
def id_with_space(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """An id of several words, written with spaces: no longer TOML."""
    for table, offset, name in named(book):
        if "-" in name:
            other = name.replace("-", " ")
            yield Edit(table, offset, table.name_end, other, table.start, table.sort, f"{table.sort}.{other}")
