"""Which copies of a gradebook did casebot make, and where do they lie?"""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from casebot.store import statements
from casebot.store.failure import StoreError
from casebot.store.header import APPLICATION_ID
from casebot.store.places import gradebook_file

BEFORE: Final = ".before-restore"
_MAGIC: Final = b"SQLite format 3\0"
_ID_AT: Final = 68
"""Where the application id stands in the header of an SQLite file: four bytes, the highest first."""


def list_file(gradebook: Path) -> Path:
    """The file that lists a gradebook's backups: a path in JSON on each line, only ever added to."""
    return gradebook.with_suffix(".backups")


def remember(gradebook: Path, copy: Path) -> None:
    """Notes that a backup was made. Raises StoreError where that cannot be noted."""
    try:
        file = os.open(list_file(gradebook), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(file, "w", encoding="utf-8") as lines:
            lines.write(json.dumps(str(copy.absolute())) + "\n")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreError("home-unusable", folder=str(gradebook.parent), why=why) from error


def copies(gradebook: Path) -> tuple[Path, ...]:
    """Every copy that casebot made: those beside it, above all of before a restore, then the backups, the oldest first.

    A backup that was deleted or moved since is listed too; one in whose place another file or another learner's backup
    lies is not.
    """
    beside = [path for path in sorted(gradebook.parent.glob(f"{gradebook.name}.*")) if is_gradebook(path)]
    listed = (path for path in dict.fromkeys(_listed(gradebook)) if path not in beside)
    return (*beside, *(path for path in listed if not path.exists() or _is_of(path, gradebook)))


def _is_of(copy: Path, gradebook: Path) -> bool:
    """Whether a file is a copy of that gradebook, by whose entries it holds; an empty one may be anyone's."""
    if not is_gradebook(copy):
        return False
    names = _learners(copy)
    own = any(gradebook_file(name).name == gradebook.name for name in names)
    return own or not names or bool(names & _learners(gradebook))


def _learners(path: Path) -> frozenset[str]:
    """The learners in a gradebook; none where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return frozenset(str(row[0]) for row in db.execute(statements.LEARNERS))
    except sqlite3.Error:
        return frozenset()


def _listed(gradebook: Path) -> list[Path]:
    try:
        lines = list_file(gradebook).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            found.append(Path(str(json.loads(line))))
        except ValueError:
            continue
    return found


def is_gradebook(path: Path) -> bool:
    """Whether a file says in its header that it is a gradebook of casebot."""
    head = _head(path)
    return head.startswith(_MAGIC) and int.from_bytes(head[_ID_AT:], "big") == APPLICATION_ID


def is_foreign(path: Path) -> bool:
    """Whether a file says in its header that it is the database of another program."""
    return _head(path).startswith(_MAGIC) and not is_gradebook(path)


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_ID_AT + 4)
    except OSError:
        return b""
