"""Slips in words of a closed set, options, references and dates."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.slips.making import Edit, kind, text_pairs, without
from benchmarks.slips.of_shape import KEY_OF_KIND
from benchmarks.slips.reading import Book, Pair, Table, Value, World, pairs_of, some, typos

OTHER_KINDS = {
    "single": ("single-choice", "mcq", "choice"),
    "multiple": ("multiple-choice", "multi", "checkbox"),
    "true-false": ("truefalse", "true_false", "boolean"),
    "short": ("short-answer", "text", "string"),
    "numeric": ("number", "numerical", "integer"),
    "cloze": ("close", "gaps", "fill-in"),
    "order": ("ordering", "sequence", "ranking"),
    "match": ("matching", "pairs", "association"),
    "free": ("open", "essay", "free-text"),
    "evidence": ("proof", "fact-check", "status"),
    "page": ("text", "slide", "reading"),
    "figure": ("chart", "graph", "image"),
    "ask": ("question", "quiz", "item"),
}
OTHER_STATUSES = ("proven", "confirmed", "true", "rumour", "probable", "party claim", "alleged", "unknown")
CLOSED = {
    ("q:evidence", "answer"): ("proven", "likely", "maybe", "rumour", "confirmed", "doubtful"),
    ("q:true-false", "answer"): ("yes", "no", "vrai", "faux", "correct"),
    ("q:short", "mode"): ("keywords", "words"),
    ("series", "chart"): ("pie", "curve", "column", "histogram", "area"),
    ("series", "kind"): ("official", "guess", "press", "public", "survey"),
    ("dilemma", "a"): ("++", "yes", "0+"),
    ("dilemma", "b"): ("--", "no", "?"),
}


def words(table: Table, pair: Pair, choices: Sequence[str], label: str) -> Iterator[Edit]:
    """One edit for each word put in the place of a value."""
    for choice in choices:
        yield Edit(table, pair.value.start, pair.value.end, f'"{choice}"', pair.start, label)


@kind("unknown-kind")
def unknown_kind(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``kind = "mcq"``, or a kind mistyped."""
    valid = frozenset({*KEY_OF_KIND, "page", "talk"})
    for table in book.tables:
        pair = table.get("kind") if table.sort in ("q", "step") else None
        if pair:
            word = book.word(pair.value)
            choices = [*OTHER_KINDS.get(word, ()), *some(rng, typos(word, valid), 3)]
            yield from words(table, pair, some(rng, choices, 3), word)


@kind("unknown-status")
def unknown_status(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A status that there is none of."""
    for table in book.tables:
        pair = table.get("status") if table.sort == "claim" else None
        if pair:
            choices = [*OTHER_STATUSES, *some(rng, typos(book.word(pair.value), set()), 4)]
            yield from words(table, pair, some(rng, choices, 2), book.word(pair.value))


@kind("out-of-set")
def out_of_set(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """An answer, a chart, the kind of a point, ... outside the words allowed."""
    for table in book.tables:
        for site in pairs_of(table):
            choices = CLOSED.get((book.group(table), site.pair.key), ())
            yield from words(table, site.pair, choices, site.pair.key)


def option_sites(book: Book, table: Table) -> tuple[list[Value], list[int]]:
    """The options of an item, and the indexes of the right ones."""
    options = table.get("options")
    values = options.value.items if options else []
    right = [
        index
        for index, value in enumerate(values)
        if any(pair.key == "right" and book.text.startswith("true", pair.value.start) for pair in value.pairs)
    ]
    return values, right


@kind("no-right-option")
def no_right_option(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """``right = true`` left out of a single: nothing tells which option it was, so ``options`` is to be mended."""
    for table in book.tables:
        options = table.get("options")
        if options and book.of(table, "kind") == "single":
            values, right = option_sites(book, table)
            if len(right) == 1:
                inner = values[right[0]].pairs
                pair = next(pair for pair in inner if pair.key == "right")
                yield Edit(table, *without(inner, pair), "", options.start, "options")


@kind("two-right-options")
def two_right_options(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A second ``right = true`` in a single, after the first one."""
    for table in book.tables:
        if book.of(table, "kind") == "single":
            values, right = option_sites(book, table)
            for value in values[right[0] + 1 :] if len(right) == 1 else []:
                spoken = text_pairs(world, book, value.pairs)
                if spoken and not any(pair.key == "right" for pair in value.pairs):
                    end = spoken[-1].value.end
                    yield Edit(table, end, end, ", right = true", end, "options")


@kind("duplicate-option-id")
def duplicate_option_id(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """An option, an item to order or a keypoint that bears the id of one before it."""
    for table in book.tables:
        for top in table.pairs:
            if top.key not in ("options", "items", "keypoints", "misconceptions"):
                continue
            ids = [pair for value in top.value.items for pair in value.pairs if pair.key == "id"]
            for index, pair in enumerate(ids[1:], 1):
                other = rng.choice(ids[:index]).value
                new = book.text[other.start : other.end]
                yield Edit(table, pair.value.start, pair.value.end, new, pair.start, top.key)


def mistyped(
    book: Book, known: frozenset[str], rng: Random, table: Table, value: Value, *, label: str, most: int = 3
) -> Iterator[Edit]:
    """A reference by a string, its last part mistyped."""
    word = book.word(value)
    name = word.rpartition("/")[2]
    for typo in some(rng, typos(name, known), most):
        yield Edit(table, value.end - 1 - len(name), value.end - 1, typo, value.start, label)


@kind("unknown-claim")
def unknown_claim(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A claim mistyped, in a list of claims, in ``claim`` or in the ``{mark}`` of a text."""
    known = world.ids.get("claim", frozenset())
    for table in book.tables:
        for site in pairs_of(table):
            value, label = site.pair.value, site.pair.key
            if label in ("claims", "see_also", "rebuttal_claims", "epilogue_claims"):
                for each in value.items:
                    yield from mistyped(book, known, rng, table, each, label=label)
            elif label in ("claim", "precedent_claim"):
                yield from mistyped(book, known, rng, table, value, label=label)
            elif value.shape == "string":
                for mark in re.finditer(r"\{([a-z0-9 -]+)\}", book.word(value)):
                    for name in re.finditer(r"[^ ]+", mark[1]):
                        if name[0] in known:
                            start = value.start + 1 + mark.start(1) + name.start()
                            for typo in some(rng, typos(name[0], known), 1):
                                yield Edit(table, start, start + len(name[0]), typo, site.pair.start, "mark")


def reference(name: str, sort: str, places: dict[str, str], *, most: int = 3, extra: bool = False) -> None:
    """Put on the list a kind of slip that mistypes one sort of reference; ``places`` gives its key by sort of table."""

    def maker(book: Book, world: World, rng: Random) -> Iterator[Edit]:
        known = world.ids.get(sort, frozenset())
        for table in book.tables:
            pair = table.get(places.get(table.sort, ""))
            if pair and pair.value.shape == "string":
                yield from mistyped(book, known, rng, table, pair.value, label=table.sort, most=most)

    maker.__doc__ = f"A reference to a {sort} that is not there."
    kind(name, extra=extra)(maker)


reference("unknown-item", "q", {"step": "item"})
reference("unknown-objective", "objective", {"q": "objective"})
reference("unknown-series", "series", {"step": "series"}, most=12)
reference(
    "unknown-lesson",
    "lesson",
    {"bank": "lesson", "timeline": "lesson", "objective": "lesson", "dilemma": "lesson"},
    most=2,
    extra=True,
)

BAD_DATES = ("2022-13-45", "yesterday", "2022-02-30", "27/10/2022", "2022-00-10", "27-10-2022", "October 2022", "soon")


@kind("bad-date")
def bad_date(book: Book, world: World, rng: Random) -> Iterator[Edit]:
    """A date that there is none of, or not written as a date."""
    for table in book.tables:
        for site in pairs_of(table):
            if site.pair.key in ("date", "as_of", "at") and book.plain(site.pair.value):
                yield from words(table, site.pair, some(rng, BAD_DATES, 2), f"{table.sort} {site.top.key}")
