"""What is stored of learners, and where?"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from casebot.store import statements
from casebot.store.copies import copies, is_gradebook
from casebot.store.failure import Code, StoreError
from casebot.store.places import gradebook_files, settings_file
from casebot.store.report import report_file
from casebot.store.settings import settings_files
from casebot.store.trouble import told

KINDS: Final = ("sessions", "attempts", "appeals", "notes", "positions", "drafts")
"""What is counted, in the order of `statements.COUNTS`."""


class Stored(NamedTuple):
    """A file with its size in bytes, None where it is not there (any more)."""

    file: Path
    size: int | None


class Kept(NamedTuple):
    """A learner's gradebook: whose it is, how many rows it has of each kind, its copies; `trouble` if it is unread.

    `aside` is whether a forgotten lesson still waits in it to be brought back.
    """

    learners: tuple[str, ...]
    stored: Stored
    counts: dict[str, int]
    copies: tuple[Stored, ...]
    trouble: Code | None = None
    aside: bool = False


class Inventory(NamedTuple):
    """Everything that is stored."""

    gradebooks: tuple[Kept, ...]
    settings: tuple[Stored, ...]
    reports: tuple[Stored, ...]


def inventory() -> Inventory:
    """Looks at every file that casebot keeps, and changes none."""
    settings, reports = map(_stored, settings_files(settings_file())), (_stored(report_file()),)
    return Inventory(
        tuple(_kept(path) for path in gradebook_files()),
        tuple(each for each in settings if each.size is not None),
        tuple(each for each in reports if each.size is not None),
    )


def _stored(path: Path) -> Stored:
    try:
        return Stored(path, path.stat().st_size)
    except OSError:
        return Stored(path, None)


def _kept(path: Path) -> Kept:
    stored, made = _stored(path), tuple(_stored(copy) for copy in copies(path))
    try:
        if stored.size and not is_gradebook(path):
            raise StoreError("gradebook-foreign", file=str(path))
        with told(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            learners = tuple(str(row[0]) for row in db.execute(statements.LEARNERS)) if stored.size else ()
            counts = db.execute(statements.COUNTS).fetchone() if stored.size else [0] * len(KINDS)
            aside = bool(db.execute(statements.IS_ASIDE).fetchone()[0])
    except StoreError as error:
        return Kept((), stored, {}, made, error.code)
    return Kept(learners, stored, dict(zip(KINDS, counts, strict=True)), made, aside=aside)
