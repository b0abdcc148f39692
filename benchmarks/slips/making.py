"""Walking over a table, and the edits that make a slip."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.slips.reading import Book, Pair, Table, World


class Edit(NamedTuple):
    """One replacement; ``at`` is the offset, in the file as it was, of what a person would mend."""

    table: Table
    start: int
    end: int
    new: str
    at: int
    label: str  # the key or the place, so that a kind of slip does not always fall on the same one
    item: str = ""  # the header as it stands after the edit, if it is not what it was


Maker = Callable[[Book, World, Random], Iterator[Edit]]
MAKERS: dict[str, Maker] = {}
SYNTAX: set[str] = set()  # kinds after which the file is no longer TOML
EXTRA: set[str] = set()  # kinds beyond the ones that were asked for


def kind(name: str, *, syntax: bool = False, extra: bool = False) -> Callable[[Maker], Maker]:
    """Put a maker on the list."""

    def add(maker: Maker) -> Maker:
        MAKERS[name] = maker
        if syntax:
            SYNTAX.add(name)
        if extra:
            EXTRA.add(name)
        return maker

    return add


def line_start(text: str, at: int) -> int:
    """The offset of the first character of the line of ``at``."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """The offset after the line break that ends the line of ``at``."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def without(beside: Sequence[Pair], pair: Pair) -> tuple[int, int]:
    """The span to cut so that an inline table loses one of its pairs and its comma."""
    index = next(i for i, other in enumerate(beside) if other is pair)
    if index:
        return beside[index - 1].value.end, pair.value.end
    return pair.start, beside[1].start if len(beside) > 1 else pair.value.end


def cut_lines(book: Book, table: Table, pairs: Sequence[Pair], label: str) -> Iterator[Edit]:
    """Cut whole pairs of a table, if they follow one another; the header is to be mended."""
    if not pairs:
        return
    first = next(i for i, pair in enumerate(table.pairs) if pair is pairs[0])
    if list(table.pairs[first : first + len(pairs)]) == list(pairs):
        start, end = line_start(book.text, pairs[0].start), line_end(book.text, pairs[-1].value.end)
        yield Edit(table, start, end, "", table.start, label)


def text_pairs(world: World, book: Book, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that hold one text in several languages."""
    return [pair for pair in pairs if pair.key in world.languages and book.plain(pair.value)]
