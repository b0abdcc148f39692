"""What did learners answer, in the files they exported? JSON lines or CSV, as `casebot export` writes them."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Result(NamedTuple):
    """One attempt as exported, with what the figures and the review need of it."""

    learner: str
    item: str
    phase: str
    lang: str
    response: str
    verdict: str
    score: float
    number: int
    """Which try it was, from 1."""


class Objection(NamedTuple):
    """A learner's objection to a verdict, as exported."""

    item: str
    lang: str
    response: str


class NotAResultError(ValueError):
    """A line is no attempt; `line` counts from 1."""

    def __init__(self, file: Path, line: int) -> None:
        """Says where."""
        super().__init__(f"{file}:{line}")
        self.file = file
        self.line = line


def read_results(path: Path) -> Iterator[Result]:
    """The attempts of a file, in its order; other entries are passed over.

    Raises NotAResultError for a line that is neither, and OSError where the file cannot be read.
    """
    for line, row in _rows(path, "attempt"):
        try:
            yield _result(row)
        except (KeyError, TypeError, ValueError) as error:
            raise NotAResultError(path, line) from error


def read_objections(path: Path) -> Iterator[Objection]:
    """The objections of a file, in its order. Raises as `read_results` does."""
    for line, row in _rows(path, "appeal"):
        try:
            yield Objection(str(row["item"]), str(row["lang"]), str(row["response"] or ""))
        except KeyError as error:
            raise NotAResultError(path, line) from error


def _rows(path: Path, kind: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The entries of one type with their lines; a row of a CSV without a type is an attempt."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows: Iterator[str | dict[str, str]] = csv.DictReader(file) if path.suffix.lower() == ".csv" else file
        first = 2 if path.suffix.lower() == ".csv" else 1
        for line, row in enumerate(rows, start=first):
            try:
                found = json.loads(row) if isinstance(row, str) and row.strip() else row
            except ValueError as error:
                raise NotAResultError(path, line) from error
            if isinstance(found, dict) and found.get("type", "attempt") == kind:
                yield line, found


def _result(row: Mapping[str, object]) -> Result:
    return Result(
        learner=str(row["learner"]),
        item=str(row["item"]),
        phase=str(row["phase"]),
        lang=str(row["lang"]),
        response=str(row["response"] or ""),
        verdict=str(row["verdict"]),
        score=float(str(row["score"])),
        number=int(str(row["try"])),
    )
