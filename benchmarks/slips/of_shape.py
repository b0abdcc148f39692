"""Slips that leave something out, or write it in another type."""

from collections.abc import Iterator
from random import Random

from benchmarks.slips.making import Edit, cut_lines, kind, text_pairs, without
from benchmarks.slips.reading import Book, World, pairs_of

KEY_OF_KIND = {
    "single": ("options",),
    "multiple": ("options",),
    "true-false": ("answer",),
    "short": ("accept",),
    "numeric": ("answer",),
    "cloze": ("blanks",),
    "order": ("items",),
    "match": ("pairs",),
    "free": ("keypoints",),
    "evidence": ("claim", "answer"),
    "ask": ("item",),
    "figure": ("series", "timeline"),
    "sort": ("items",),
    "dilemma": ("dilemma",),
}
KEYS_OF_SORT = {
    "bank": ("format",),
    "case": ("format", "id"),
    "lesson": ("id", "file"),
    "claim": ("status",),
    "series": ("title", "points"),
    "timeline": ("date", "text"),
}


@kind("missing-key")
def missing_key(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A key that must be there is not: the kind, or what the kind needs."""
    for table in book.tables:
        if table.name == "lesson" and not table.array:
            continue
        needed = KEYS_OF_SORT.get(table.sort, ())
        if table.sort in ("q", "step"):
            needed = ("kind", *KEY_OF_KIND.get(book.of(table, "kind"), ()))
        for key in needed:
            yield from cut_lines(book, table, [pair for pair in table.pairs if pair.key.split(".")[0] == key], key)


@kind("missing-stem")
def missing_stem(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """The text of an item, a claim, an objective or a page left out in all languages."""
    for table in book.tables:
        if table.sort in ("q", "claim", "objective") or book.group(table) == "step:page":
            yield from cut_lines(book, table, text_pairs(world, book, table.pairs), table.sort)


@kind("missing-translation")
def missing_translation(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """One language of a stem, of a title or of an event left out: the header is to be mended."""
    for table in book.tables:
        spoken = text_pairs(world, book, table.pairs)
        if len(spoken) > 1:
            for pair in spoken:
                yield from cut_lines(book, table, [pair], f"stem {pair.key}")
        for pair in table.pairs:
            if pair.key == "title" or (pair.key, table.sort) == ("text", "timeline"):
                inner = pair.value.pairs
                if len(text_pairs(world, book, inner)) > 1:
                    for each in inner:
                        yield Edit(table, *without(inner, each), "", table.start, f"{pair.key} {each.key}")


@kind("missing-inner-translation")
def missing_inner_translation(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """One language left out of an option, a hint, a ``why``, ...: that inline table is to be mended."""
    for table in book.tables:
        for site in pairs_of(table):
            spoken = text_pairs(world, book, site.beside)
            if site.in_list and len(spoken) > 1 and site.pair in spoken:
                label = f"{site.top.key} {site.pair.key}"
                yield Edit(table, *without(site.beside, site.pair), "", site.beside[0].start, label)


@kind("missing-field-translation", extra=True)
def missing_field_translation(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """One language left out of ``explain``, ``note``, ... of a table: the line of that key is to be mended."""
    for table in book.tables:
        for pair in table.pairs:
            inner = pair.value.pairs
            if pair.key == "title" or (pair.key, table.sort) == ("text", "timeline"):
                continue
            if len(text_pairs(world, book, inner)) > 1:
                for each in inner:
                    yield Edit(table, *without(inner, each), "", pair.start, f"{pair.key} {each.key}")


@kind("empty-stem")
def empty_stem(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """The text of an item, a claim, a page or an event left empty in one language."""
    for table in book.tables:
        spoken = text_pairs(world, book, table.pairs)
        if table.sort == "timeline" and (text := table.get("text")):
            spoken = text_pairs(world, book, text.value.pairs)
        for pair in spoken:
            yield Edit(table, pair.value.start, pair.value.end, '""', pair.start, pair.key)


# ---- wrong types


@kind("string-for-list")
def string_for_list(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``claims = "acq-price"``: the brackets left out of a list of one."""
    for table in book.tables:
        for site in pairs_of(table):
            value = site.pair.value
            if value.shape == "list" and len(value.items) == 1 and book.plain(value.items[0]):
                inner = value.items[0]
                new = book.text[inner.start : inner.end]
                yield Edit(table, value.start, value.end, new, site.pair.start, site.top.key)


@kind("list-for-string")
def list_for_string(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``objective = ["deal"]``: brackets round a single string."""
    keys = {"kind", "objective", "tag", "claim", "title", "lesson", "licence", "status", "date", "item", "series"}
    keys |= {"chart", "id", "source", "url", "publisher", "file", "as_of", *world.languages}
    for table in book.tables:
        for site in pairs_of(table):
            value = site.pair.value
            if site.pair.key in keys and book.plain(value):
                new = f"[{book.text[value.start : value.end]}]"
                yield Edit(table, value.start, value.end, new, site.pair.start, f"{site.top.key}.{site.pair.key}")


@kind("quoted-number")
def quoted_number(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``answer = "11"``; not for a tolerance, which may be a string."""
    yield from quoted(book, "number")


@kind("quoted-boolean")
def quoted_boolean(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``right = "true"``."""
    yield from quoted(book, "boolean")


def quoted(book: Book, shape: str) -> Iterator[Edit]:
    """Quotes round the values of a shape."""
    for table in book.tables:
        for site in pairs_of(table):
            value = site.pair.value
            if value.shape == shape and site.pair.key != "tolerance":
                new = f'"{book.text[value.start : value.end]}"'
                yield Edit(table, value.start, value.end, new, site.pair.start, site.pair.key)
