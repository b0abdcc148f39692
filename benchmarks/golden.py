"""How often does casebot give the verdict that a careful teacher gave? `python -m benchmarks.golden [--errors]`.

The open answers and the kept ones are scored apart; errors are listed for the open ones only. Answers on which casebot
is known to disagree stand with the reason in `benchmarks/golden/known.toml`; they count as wrong here.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tomli

from casebot.content.library import Library
from casebot.content.places import shipped
from casebot.desk.books import book_of
from casebot.grading.grade import grade
from casebot.tutoring.book import Book

FOLDER = Path(__file__).resolve().parent / "golden"
BANK = "x-xai/acquisition"
RIGHT = frozenset({"correct", "close"})


class Golden(NamedTuple):
    """An answer with the verdict that a teacher gave."""

    id: str
    item: str
    language: str
    answer: str
    verdict: str
    why: str


def read(folder: Path) -> Iterator[Golden]:
    """The golden answers of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Golden(row["id"], row["item"], row["lang"], row["answer"], row["verdict"], row["why"])


def known() -> dict[str, str]:
    """Id -> why casebot disagrees."""
    path = FOLDER / "known.toml"
    return dict(tomli.loads(path.read_text("utf-8"))) if path.exists() else {}


def book() -> Book:
    """The shipped case with its dictionary."""
    loaded = Library((shipped(),)).load("x-xai")
    if loaded is None:
        raise FileNotFoundError(shipped())
    return book_of(loaded.case)


def verdict(shelf: Book, golden: Golden) -> str:
    """What casebot says to a golden answer; letters mean the options in the order of the file."""
    name = f"{BANK}/{golden.item}"
    item = shelf.item(name)
    if item is None:
        raise KeyError(name)
    return grade(item, golden.answer, shelf.setting(name, golden.language)).verdict


def score(shelf: Book, folder: Path, *, errors: bool) -> None:
    """Prints the agreement by kind of item."""
    same, side, of = Counter[str](), Counter[str](), Counter[str]()
    for golden in read(folder):
        found = verdict(shelf, golden)
        item = shelf.item(f"{BANK}/{golden.item}")
        for kind in ("all", item.kind if item else ""):
            of[kind] += 1
            same[kind] += found == golden.verdict
            side[kind] += (found in RIGHT) == (golden.verdict in RIGHT)
        if errors and found != golden.verdict:
            print(f"  {golden.id} {golden.item}: {golden.answer!r} is {golden.verdict} ({golden.why}), not {found}")
    print(f"{folder.name}: {of['all']} answers")
    print(f"  {'kind':<12}{'n':>6}{'same verdict':>14}{'right or not':>14}")
    for kind, count in of.most_common():
        print(f"  {kind:<12}{count:>6}{same[kind] / count:>14.3f}{side[kind] / count:>14.3f}")


if __name__ == "__main__":
    shelf = book()
    score(shelf, FOLDER, errors="--errors" in sys.argv)
    score(shelf, FOLDER / "kept", errors=False)
