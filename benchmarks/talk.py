"""What is heard in answers to open questions? `python -m benchmarks.talk [--errors]`: recall and precision.

Of points and of misconceptions, in answers by someone who had seen the questions, the points' sentences and the
corrections, and neither terms nor code. The second sixty were written before the terms were made rich. A third of
each is kept apart and only scored; errors are listed for the open ones only.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.golden import book
from casebot.grading.grade import grade
from casebot.model.item import Free
from casebot.tutoring.book import Book

FOLDER = Path(__file__).resolve().parent / "talk"
CASE = "x-xai"
PARTS = {
    "looked at": FOLDER,
    "second, looked at": FOLDER / "second",
    "kept, scored only": FOLDER / "kept",
    "second, kept": FOLDER / "second" / "kept",
}


class Answer(NamedTuple):
    """An answer with the points it makes and the misconceptions it voices, as a careful reader found them."""

    id: str
    item: str
    lang: str
    kind: str
    text: str
    points: frozenset[str]
    misconceptions: frozenset[str]


class Tally:
    """How many were to be heard, how many of these were, and how many were heard in all."""

    def __init__(self) -> None:
        self.expected = self.hit = self.heard = 0

    def add(self, expected: frozenset[str], heard: frozenset[str]) -> None:
        """Counts one answer."""
        self.expected += len(expected)
        self.hit += len(expected & heard)
        self.heard += len(heard)

    def __str__(self) -> str:
        recall = self.hit / self.expected if self.expected else 1.0
        precision = self.hit / self.heard if self.heard else 1.0
        return f"{self.expected:>5}{recall:>9.3f}{precision:>11.3f}"


def read(folder: Path) -> Iterator[Answer]:
    """The answers of a folder."""
    for line in (folder / "answers.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        points, wrong = frozenset(row.pop("points")), frozenset(map(str, row.pop("misconceptions")))
        yield Answer(**row, points=points, misconceptions=wrong)


def heard(book: Book, answer: Answer) -> tuple[frozenset[str], frozenset[str]]:
    """The points and the misconceptions that are heard in an answer."""
    name = f"{CASE}/{answer.item}"
    item = book.item(name)
    if not isinstance(item, Free):
        raise TypeError(name)
    found = grade(item, answer.text, book.setting(name, answer.lang))
    points = frozenset(reason.args["point"] for reason in found.reasons if reason.code == "point")
    return points, frozenset(about.partition(":")[2] for about in found.feedback)


def main() -> None:
    """Prints recall and precision of each part, and with `--errors` what was heard wrongly in the open ones."""
    tutor = book()
    for part, folder in PARTS.items():
        points, wrong = Tally(), Tally()
        print(f"{part:<24}{'n':>5}{'recall':>9}{'precision':>11}")
        for answer in read(folder):
            made, voiced = heard(tutor, answer)
            points.add(answer.points, made)
            wrong.add(answer.misconceptions, voiced)
            if "--errors" in sys.argv and folder.name != "kept":
                report(answer, made, voiced)
        print(f"  {'points':<22}{points}")
        print(f"  {'misconceptions':<22}{wrong}")


def report(answer: Answer, made: frozenset[str], voiced: frozenset[str]) -> None:
    """Prints what was missed (-) and what was heard and not said (+)."""
    wanted = answer.points | {f"misconception {place}" for place in answer.misconceptions}
    found = made | {f"misconception {place}" for place in voiced}
    signs = [f"-{each}" for each in sorted(wanted - found)] + [f"+{each}" for each in sorted(found - wanted)]
    if signs:
        print(f"    {answer.id} {answer.item} {answer.kind}: {'; '.join(signs)}\n      {answer.text}")


if __name__ == "__main__":
    main()
