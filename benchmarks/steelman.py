"""Does casebot hear what a careful reader hears in a best case for a side? `python -m benchmarks.steelman [--errors]`.

Each answer of `benchmarks/steelman` tells which arguments of the side it makes and which straw men it voices. The open
answers and the kept ones are scored apart; errors are listed for the open ones only. Recall is the share of the
arguments made that are heard, precision the share of those heard that are made; straw men likewise.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.golden import book
from casebot.grading.setting import Setting
from casebot.grading.steelman import Steelman, steelman
from casebot.tutoring.book import Book

FOLDER = Path(__file__).resolve().parent / "steelman"
CASE = "x-xai"


class Answer(NamedTuple):
    """An answer with the arguments it makes and the straw men it voices, as a careful reader found them."""

    id: str
    dilemma: str
    side: str
    lang: str
    kind: str
    text: str
    points: frozenset[str]
    straws: frozenset[int]


class Tally:
    """How many were to be heard, how many of these were, and how many were heard in all."""

    def __init__(self) -> None:
        self.expected = self.hit = self.heard = 0

    def add(self, expected: frozenset[object], heard: frozenset[object]) -> None:
        """Counts one answer."""
        self.expected += len(expected)
        self.hit += len(expected & heard)
        self.heard += len(heard)

    def __str__(self) -> str:
        recall = f"{self.hit / self.expected:.3f}" if self.expected else "-"
        precision = f"{self.hit / self.heard:.3f}" if self.heard else "-"
        return f"{self.expected:>7}{recall:>8}{precision:>11}"


def read(folder: Path) -> Iterator[Answer]:
    """The answers of a folder."""
    for line in (folder / "answers.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        points, straws = frozenset(row.pop("points")), frozenset(row.pop("straws"))
        yield Answer(**row, points=points, straws=straws)


def heard(shelf: Book, answer: Answer) -> Steelman:
    """What casebot hears in an answer."""
    setting: Setting = shelf.setting(f"{CASE}/", answer.lang)
    return steelman(shelf.cases[CASE].dilemmas[answer.dilemma], answer.side, answer.text, setting)


def score(shelf: Book, folder: Path, *, errors: bool) -> None:
    """Prints recall and precision of arguments and straw men, in all, by language and by kind of answer."""
    points: defaultdict[str, Tally] = defaultdict(Tally)
    straws: defaultdict[str, Tally] = defaultdict(Tally)
    answers = list(read(folder))
    for answer in answers:
        found = heard(shelf, answer)
        covered, voiced = frozenset(each.argument for each in found.covered), frozenset(e.straw for e in found.straws)
        for row in ("all", answer.lang, answer.kind, f"{answer.lang} {answer.kind}"):
            points[row].add(answer.points, covered)
            straws[row].add(answer.straws, voiced)
        if errors and (covered, voiced) != (answer.points, answer.straws):
            print_errors(answer, found)
    print(f"{folder.name}: {len(answers)} answers")
    print(f"  {'':<10}{'points':>7}{'recall':>8}{'precision':>11}   {'straws':>6}{'recall':>8}{'precision':>11}")
    for row in sorted(points, key=lambda name: (name != "all", len(name.split()), name)):
        print(f"  {row:<10}{points[row]}  {straws[row]}")


def print_errors(answer: Answer, found: Steelman) -> None:
    """Prints what was missed in an answer and what was heard that is not there, with the words that did it."""
    print(f"  {answer.id} {answer.kind}: {answer.text}")
    missed = sorted(answer.points & set(found.missing))
    over = [
        f"{each.argument} {[quote.words for quote in each.quotes]}"
        for each in found.covered
        if each.argument not in answer.points
    ]
    unvoiced = sorted(answer.straws - {each.straw for each in found.straws})
    extra = [
        f"{each.straw} {[quote.words for quote in each.quotes]}"
        for each in found.straws
        if each.straw not in answer.straws
    ]
    for label, what in (("missed", missed), ("over", over), ("straw missed", unvoiced), ("straw over", extra)):
        if what:
            print(f"      {label}: {what}")


if __name__ == "__main__":
    shelf = book()
    score(shelf, FOLDER, errors="--errors" in sys.argv)
    score(shelf, FOLDER / "kept", errors=False)
