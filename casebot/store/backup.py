"""How is a gradebook copied to a safe place, and brought back from there?"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from casebot.store import statements
from casebot.store.copies import BEFORE, is_gradebook, remember
from casebot.store.failure import Code, StoreError
from casebot.store.gradebook import BUSY_MS, Gradebook
from casebot.store.places import make_folder
from casebot.store.trouble import told

LOOKS: Final = 5
"""How often a gradebook that is being written is waited for, each time for as long as a save would wait."""


def back_up(book: Gradebook, copy: Path) -> None:
    """Copies a gradebook whole, as it is at one moment, also while another window writes, and notes where.

    Raises FileExistsError where something is there already, OSError where no file can be made there, and StoreError
    where the gradebook is damaged or in use; then there is no copy.
    """
    with book.reading() as db:
        _copy(db, copy, book.path)
    try:
        if not _is_whole(copy):
            raise StoreError("gradebook-damaged", file=str(book.path))
        remember(book.path, copy)
    except StoreError:
        copy.unlink()
        raise


def restore(gradebook: Path, copy: Path) -> Path | None:
    """Puts a backup in the place of a gradebook; returns where the one before lies now, None where there was none.

    Raises OSError where the backup cannot be read, and StoreError where it is no gradebook, a newer casebot's, or
    damaged, or while another window is writing; nothing has changed then.
    """
    copy.stat()
    if copy.is_file():
        copy.open("rb").close()
    make_folder(gradebook.parent)
    if not is_gradebook(copy):
        raise StoreError("copy-foreign", file=str(copy))
    fresh = gradebook.with_name(f"{gradebook.name}.restoring")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as db:
            _copy(db, fresh, copy)
        _check(fresh, copy)
        return _swap(gradebook, fresh)
    except sqlite3.Error as error:
        raise StoreError("copy-damaged", file=str(copy)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, target: Path, file: Path) -> None:
    """Copies a database into a new file that only its owner can read; `file` is the one that is copied."""
    looks = count(1)

    def wait(status: int, remaining: int, total: int) -> None:
        del remaining, total
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and next(looks) == LOOKS:
            raise StoreError("gradebook-busy", file=str(file))

    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(sqlite3.connect(target)) as db:
            source.backup(db, progress=wait, sleep=0.01)
    except BaseException:
        target.unlink()
        raise


def _check(fresh: Path, copy: Path) -> None:
    """Raises StoreError for a copy that this casebot cannot go on with."""
    code: Code = "copy-damaged"
    try:
        if _is_whole(fresh):
            _read(fresh)
            return
    except StoreError as error:
        if error.code == "gradebook-newer":
            code = "copy-newer"
    except ValueError:
        pass
    raise StoreError(code, file=str(copy))


def _is_whole(path: Path) -> bool:
    """Whether every page of a gradebook is as it should be: a single damaged one is seen by nothing else."""
    try:
        with closing(sqlite3.connect(path)) as db:
            db.execute("select count(*) from session")
            return [str(row[0]) for row in db.execute("pragma quick_check(1)")] == ["ok"]
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _read(path: Path) -> None:
    """Reads every row once: damage inside a text is no damage to a page. Raises StoreError or ValueError."""
    with closing(Gradebook(path)) as book:
        book.sessions()
        book.attempts()
        book.entries()
        with book.reading() as db:
            for statement in statements.TEXTS:
                db.execute(statement).fetchall()


def _swap(gradebook: Path, fresh: Path) -> Path | None:
    """Puts a file in the gradebook's place and keeps the one before beside it, under a name that is free."""
    if not gradebook.exists():
        fresh.replace(gradebook)
        return None
    names = (gradebook.with_name(f"{gradebook.name}{BEFORE}{'' if n == 1 else f'-{n}'}") for n in count(1))
    before = next(name for name in names if not name.exists())
    with alone(gradebook):
        gradebook.replace(before)
        journal = Path(f"{gradebook}-journal")
        if journal.exists():
            journal.replace(f"{before}-journal")
        fresh.replace(gradebook)
    return before


@contextmanager
def alone(gradebook: Path) -> Iterator[None]:
    """Holds a gradebook so that no window is in the middle of writing; into a damaged one nothing can be written.

    Raises StoreError while a window is.
    """
    with closing(sqlite3.connect(gradebook, timeout=BUSY_MS / 1000, isolation_level=None)) as db:
        try:
            with told(gradebook):
                db.execute("begin exclusive")
        except StoreError as error:
            if error.code == "gradebook-busy":
                raise
        yield
