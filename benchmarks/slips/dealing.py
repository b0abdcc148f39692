"""Spreading the slips over kinds, items and files."""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import tomli

from benchmarks.slips import of_meaning, of_shape, of_syntax  # noqa: F401 - they add their makers
from benchmarks.slips.making import MAKERS, SYNTAX, Edit
from benchmarks.slips.reading import Book, Slip, parse, read_books, world_of

KINDS = tuple(MAKERS)


SHARES = {"bank": 0.77, "lesson": 0.08, "claim": 0.07, "series": 0.03, "case": 0.025, "timeline": 0.025}
OTHER_SHARE = 0.03  # scenarios, glossary, dilemmas
SMALL_GROUPS = {"bank": 0.3, "lesson": 0.3, "case": 0.5}  # weights of groups of one small table; the others weigh 1
FEW = 4  # a kind of slip that can be made in so few groups is dealt first


class Found(NamedTuple):
    """An edit and its file."""

    book: Book
    edit: Edit


class Dealer:
    """Deals slips so that kinds of slip, files and kinds of item get even shares."""

    def __init__(self, books: Sequence[Book], rng: Random) -> None:
        """Find all edits, by kind of slip, role of the file and group of the table."""
        world = world_of(books)
        self.rng = rng
        self.pools: dict[str, dict[tuple[str, str], list[Found]]] = {}
        for name, maker in MAKERS.items():
            pool: dict[tuple[str, str], list[Found]] = defaultdict(list)
            for book in books:
                for edit in maker(book, world, rng):
                    pool[book.role, book.group(edit.table)].append(Found(book, edit))
            self.pools[name] = dict(pool)
        self.kinds: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.roles_of_kind: Counter[tuple[str, str]] = Counter()
        self.groups: Counter[tuple[str, str]] = Counter()
        self.items: Counter[tuple[str, int]] = Counter()
        self.sites: Counter[tuple[str, tuple[str, int]]] = Counter()
        self.labels: Counter[tuple[str, str]] = Counter()
        self.made: set[tuple[str, str]] = set()

    def order(self, count: int) -> list[str]:
        """The kinds to deal, one for each slip: those that can be made in few groups first, then all in turns."""
        names = self.rng.sample(KINDS, len(KINDS))
        turns = {name: count // len(names) + (index < count % len(names)) for index, name in enumerate(names)}
        first = [name for name in names if len(self.pools[name]) <= FEW]
        dealt = [name for name in first for _ in range(turns[name])]
        rest = [name for name in names if name not in first]
        for turn in range(max(turns.values(), default=0)):
            dealt += [name for name in self.rng.sample(rest, len(rest)) if turn < turns[name]]
        return dealt

    def deal(self, count: int) -> Iterator[Slip]:
        """Exactly ``count`` slips; a kind of which there are too few leaves its share to the others."""
        owed = 0
        for name in self.order(count):
            slip = self.draw(name)
            if slip:
                yield slip
            else:
                owed += 1
        for _ in range(owed):
            for name in sorted(KINDS, key=lambda name: (self.kinds[name], name)):
                if slip := self.draw(name):
                    yield slip
                    break
            else:
                raise ValueError(f"the files have no room for {count} slips")

    def served(self, name: str, role: str) -> float:
        """How much of its share a role has had, of all slips and of those of a kind."""
        return (self.roles[role] + len(KINDS) / 4 * self.roles_of_kind[name, role]) / share(role)

    def draw(self, name: str) -> Slip | None:
        """One slip of a kind, where there have been the fewest so far; none if there is none left."""
        pool = self.pools[name]
        while cells := [cell for cell, found in pool.items() if found]:
            role = min({role for role, _ in cells}, key=lambda role: (self.served(name, role), role))
            groups = [cell for cell in cells if cell[0] == role]
            cell = min(groups, key=lambda cell: (self.groups[cell] / SMALL_GROUPS.get(cell[1], 1), cell))
            ranked = [
                (
                    self.sites[name, place(found)],
                    self.labels[name, found.edit.label],
                    self.items[place(found)],
                    self.rng.random(),
                    index,
                )
                for index, found in enumerate(pool[cell])
            ]
            found = pool[cell].pop(min(ranked)[-1])
            if slip := self.make(name, found):
                self.kinds[name] += 1
                self.roles[role] += 1
                self.roles_of_kind[name, role] += 1
                self.groups[cell] += 1
                self.items[place(found)] += 1
                self.sites[name, place(found)] += 1
                self.labels[name, found.edit.label] += 1
                return slip
        return None

    def make(self, name: str, found: Found) -> Slip | None:
        """The slip of an edit, unless it turns out to be none, or one that has been made before."""
        book, edit = found
        text = book.text[: edit.start] + edit.new + book.text[edit.end :]
        try:
            broken = parse(text) == book.value
        except tomli.TOMLDecodeError:
            broken = name not in SYNTAX
        else:
            broken = broken or name in SYNTAX
        if broken or (book.file, text) in self.made:
            return None
        self.made.add((book.file, text))
        at = edit.at if edit.at <= edit.start else edit.at + len(edit.new) - (edit.end - edit.start)
        return Slip(name, book.file, text, text.count("\n", 0, at) + 1, edit.item or edit.table.name)


def share(role: str) -> float:
    """The share of the slips that files of a role should get."""
    return SHARES.get(role, OTHER_SHARE)


def place(found: Found) -> tuple[str, int]:
    """The table of an edit, to count by."""
    return found.book.file, found.edit.table.start


def slips(root: Path, seed: int, count: int) -> list[Slip]:
    """Exactly ``count`` slips in the files under ``root``; the same for the same arguments."""
    rng = Random(seed)  # noqa: S311 - no secret
    dealt = list(Dealer(read_books(root), rng).deal(count))
    rng.shuffle(dealt)
    return dealt


def main(arguments: Sequence[str] | None = None) -> None:
    """Write slips as JSON lines."""
    parser = argparse.ArgumentParser(description="Write slips in instructors' TOML files as JSON lines.")
    parser.add_argument("root", type=Path, help="the folder that holds lessons/ and question_banks/")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=400)
    options = parser.parse_args(arguments)
    for slip in slips(options.root, options.seed, options.count):
        sys.stdout.write(json.dumps(slip._asdict(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
