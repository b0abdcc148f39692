"""What does an error of SQLite mean to a learner?"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casebot.store.failure import StoreError


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises over a gradebook into a StoreError with a sentence to say."""
    file = str(path)
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        why = str(error)
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            raise StoreError("gradebook-damaged", file=file) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StoreError("gradebook-busy", file=file) from error
        if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
            raise StoreError("gradebook-readonly", file=file) from error
        if name.startswith("SQLITE_FULL") or os.strerror(errno.ENOSPC) in why:
            raise StoreError("gradebook-full", file=file) from error
        if name.startswith("SQLITE_CANTOPEN"):
            if not path.exists():
                raise StoreError("gradebook-vanished", file=file) from error
            raise StoreError("gradebook-unreadable", file=file, why=why) from error
        raise StoreError("gradebook-failed", file=file, why=why) from error
