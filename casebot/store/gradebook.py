"""What has a learner done? One SQLite file, one method a question, one transaction an answer."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from casebot.model.attempt import Appeal, Attempt, Entry, Note, Position, entry_of
from casebot.store import statements
from casebot.store.failure import MovedOnError, StoreError
from casebot.store.header import APPLICATION_ID, MIGRATIONS, VERSION
from casebot.store.places import make_folder
from casebot.store.trouble import told

BUSY_MS: Final = 2000
_SCHEMA: Final = Path(__file__).with_name("schema.sql")


class SessionRow(NamedTuple):
    """A session as it is kept; `place` of `steps` are done, and it has earned `score` of `outof`."""

    id: str
    learner: str
    case_id: str
    run: str
    target: str
    state: str
    rev: int
    place: int
    steps: int
    score: float
    outof: int
    finished: bool
    created: str
    updated: str


class DueRow(NamedTuple):
    """An item with the day on which it comes back, why (retest, changed, review), and the day of its last answer."""

    item: str
    day: str
    why: str
    since: str


class Gradebook:
    """The open gradebook of one learner."""

    def __init__(self, path: Path) -> None:
        """Opens the file, making it where there is none. Raises StoreError with a sentence to say."""
        self.path = path
        make_folder(path.parent)
        if not self._there():
            self._create_file()
        with self._told():
            self._db = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
        try:
            with self._told():
                self._db.execute(f"pragma busy_timeout = {BUSY_MS}")
                self._db.execute("pragma foreign_keys = on")
                self._db.execute("pragma synchronous = full")
                self._db.execute("pragma secure_delete = on")
                self._check()
        except StoreError:
            self._db.close()
            raise
        self._file = self._stat()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def _there(self) -> bool:
        try:
            return self.path.exists()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise StoreError("gradebook-unreadable", file=str(self.path), why=why) from error

    def _create_file(self) -> None:
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise StoreError("home-unusable", folder=str(self.path.parent), why=why) from error

    def _check(self) -> None:
        """Makes the tables of an empty file; refuses a file that is another program's or a newer casebot's."""
        if self._empty():
            self._create()
        if self._number("pragma application_id") != APPLICATION_ID:
            raise StoreError("gradebook-foreign", file=str(self.path))
        found = self._number("pragma user_version")
        if found > VERSION:
            raise StoreError("gradebook-newer", file=str(self.path))
        if found < VERSION:
            self._migrate()
        self._number("select count(*) from session")

    def _number(self, question: str, *values: str) -> int:
        return int(self._db.execute(question, values).fetchone()[0])

    def _empty(self) -> bool:
        return self._number("select count(*) from sqlite_schema") == 0

    def _create(self) -> None:
        """Makes the tables, unless another process has made them in the meantime."""
        with self._transaction() as db:
            if self._empty():
                for statement in _SCHEMA.read_text("utf-8").split(";\n"):
                    db.execute(statement)
                db.execute(f"pragma application_id = {APPLICATION_ID}")
                db.execute(f"pragma user_version = {VERSION}")

    def _migrate(self) -> None:
        """Makes an older file one of this version, unless another process has done so in the meantime."""
        with self._transaction() as db:
            for version in range(self._number("pragma user_version"), VERSION):
                db.execute(MIGRATIONS[version])
            db.execute(f"pragma user_version = {VERSION}")

    def _stat(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _told(self) -> AbstractContextManager[None]:
        return told(self.path)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("begin immediate")
        try:
            yield self._db
            self._db.execute("commit")
        except BaseException:
            # A commit that finds the file busy leaves the transaction open, and its lock with it.
            if self._db.in_transaction:
                self._db.execute("rollback")
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The tables, outside a transaction. Raises StoreError for what goes wrong with them."""
        with self._told():
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The tables in one transaction, rolled back whole if anything in it fails. Raises StoreError."""
        if self._stat() != self._file:
            raise StoreError("gradebook-vanished", file=str(self.path))
        with self._told(), self._transaction() as db:
            yield db

    def save(
        self,
        row: SessionRow,
        turns: Sequence[str],
        entries: Sequence[Entry],
        first_turn: int,
        *,
        due: Iterable[DueRow] = (),
        drop_draft: bool = True,
    ) -> int:
        """Keeps an answer whole: its rows, its turns (from number `first_turn`) and the session's new state.

        `due` says when the items answered come back. The half-typed text goes, unless `drop_draft` is false. Returns
        the new rev. Raises MovedOnError where another window has saved the session since `row.rev`, StoreError where it
        cannot be kept; in both cases nothing has changed.
        """
        values = row._asdict() | {"rev": row.rev + 1, "finished": int(row.finished)}
        with self.writing() as db:
            statement = statements.GO_ON if row.rev else statements.BEGIN_SESSION
            if not db.execute(statement, values).rowcount:
                raise MovedOnError
            numbered = [(row.id, first_turn + place, body) for place, body in enumerate(turns)]
            db.executemany(statements.ADD_TURN, numbered)
            for entry in entries:
                _add(db, entry)
            db.executemany(statements.PLAN, [each._asdict() for each in due])
            if drop_draft:
                db.execute(statements.DROP_DRAFT, (row.id,))
        return row.rev + 1

    def session(self, name: str) -> SessionRow | None:
        """A session by its id."""
        with self._told():
            found = self._db.execute(statements.SESSION, (name,)).fetchone()
        return _session(found) if found else None

    def latest(self, case: str, run: str, target: str, *, finished: bool) -> SessionRow | None:
        """The session on that target that was finished last, or left open last; None where there is none."""
        with self._told():
            found = self._db.execute(statements.LATEST, (case, run, target, int(finished))).fetchone()
        return _session(found) if found else None

    def sessions(self) -> list[SessionRow]:
        """Every session, the latest first."""
        with self._told():
            return [_session(row) for row in self._db.execute(statements.SESSIONS)]

    def answered(self) -> frozenset[str]:
        """The ids of the sessions in which something was answered."""
        with self._told():
            return frozenset(str(row[0]) for row in self._db.execute(statements.ANSWERED))

    def turn_count(self, session: str) -> int:
        """How many turns a session has."""
        with self._told():
            return self._number(statements.TURN_COUNT, session)

    def turns(self, session: str, before: int, limit: int) -> list[str]:
        """The last `limit` turns with a number below `before`, in order."""
        with self._told():
            rows = self._db.execute(statements.TURNS, (session, before, limit)).fetchall()
        return [str(row[0]) for row in reversed(rows)]

    def attempts(self) -> list[Attempt]:
        """Every attempt, in the order in which they were made."""
        with self._told():
            cursor = self._db.execute(statements.ATTEMPTS)
            names = [column[0] for column in cursor.description]
            return [_attempt(dict(zip(names, row, strict=True))) for row in cursor]

    def attempts_of(self, items: Iterable[str]) -> list[Attempt]:
        """Every attempt at these items, in the order in which they were made."""
        with self._told():
            cursor = self._db.execute(statements.ATTEMPTS_OF, (json.dumps(list(items)),))
            names = [column[0] for column in cursor.description]
            return [_attempt(dict(zip(names, row, strict=True))) for row in cursor]

    def planned(self) -> list[DueRow]:
        """When each item that was answered comes back, as it was last worked out."""
        with self._told():
            return [DueRow._make(row) for row in self._db.execute(statements.PLANNED)]

    def plan(self, due: Iterable[DueRow]) -> None:
        """Replaces the whole plan of what comes back."""
        with self.writing() as db:
            db.execute(statements.FORGET_PLAN)
            db.executemany(statements.PLAN, [each._asdict() for each in due])

    def entries(self) -> list[Appeal | Position | Note]:
        """What the learner said beside answers, in the order in which it was said."""
        with self._told():
            found = [entry_of(json.loads(row[0])) for row in self._db.execute(statements.ALL_ENTRIES)]
        return [entry for entry in found if not isinstance(entry, Attempt)]

    def add(self, entries: Sequence[Entry]) -> int:
        """Keeps entries that were made elsewhere, those that are there already excepted; returns how many were new."""
        with self.writing() as db:
            return sum(_add(db, entry) for entry in entries)

    def positions(self) -> list[Position]:
        """Every position on a dilemma, in the order in which they were given."""
        return [Position.model_validate_json(body) for body in self._entries("position")]

    def notes(self) -> list[Note]:
        """Every note, in the order in which they were written."""
        return [Note.model_validate_json(body) for body in self._entries("note")]

    def _entries(self, kind: str) -> list[str]:
        with self._told():
            return [str(row[0]) for row in self._db.execute(statements.ENTRIES, (kind,))]

    def reader(self) -> str:
        """The name that was drawn for who reads in this gradebook."""
        with self._told():
            return str(self._db.execute(statements.READER).fetchone()[0])

    def looked(self) -> dict[str, dict[str, str]]:
        """Of each case that was looked at, the claims that had changed by then and the day of the change."""
        with self._told():
            return {str(case): json.loads(changed) for case, changed in self._db.execute(statements.LOOKED)}

    def look(self, changed: Mapping[str, Mapping[str, str]]) -> None:
        """Keeps what has now been told of these cases."""
        with self.writing() as db:
            db.executemany(statements.LOOK, [(case, json.dumps(dict(days))) for case, days in changed.items()])

    def draft(self, session: str) -> str:
        """The half-typed text of a session."""
        with self._told():
            found = self._db.execute(statements.DRAFT, (session,)).fetchone()
        return str(found[0]) if found else ""

    def keep_draft(self, session: str, text: str) -> None:
        """Keeps the half-typed text of a session; an empty one is removed."""
        with self.writing() as db:
            if text:
                db.execute(statements.KEEP_DRAFT, (text, session))
            else:
                db.execute(statements.DROP_DRAFT, (session,))


def _add(db: sqlite3.Connection, entry: Entry) -> int:
    """Adds an entry; 1 where it is new, 0 where it was there."""
    if isinstance(entry, Attempt):
        values = entry.model_dump()
        return db.execute(statements.ADD_ATTEMPT, values | {"tags": json.dumps(values["tags"])}).rowcount
    return db.execute(statements.ADD_ENTRY, (entry.id, entry.type, entry.at, entry.model_dump_json())).rowcount


def _session(row: Sequence[object]) -> SessionRow:
    found = SessionRow._make(row)
    return found._replace(finished=bool(found.finished))


def _attempt(values: dict[str, object]) -> Attempt:
    return Attempt.model_validate(values | {"tags": tuple(json.loads(str(values["tags"])))})
