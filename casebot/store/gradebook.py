"""What has a learner done? One SQLite file, one method a question, one transaction an answer."""

import errno
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from casebot.model.attempt import Attempt, Entry
from casebot.store.failure import MovedOnError, StoreError
from casebot.store.places import make_folder

APPLICATION_ID: Final = 0x43415345
"""The letters CASE, in the file's header."""
VERSION: Final = 1
BUSY_MS: Final = 2000
_SCHEMA: Final = Path(__file__).with_name("schema.sql")
_COLUMNS: Final = (
    "attempt, learner, session, case_id, item, objective, phase, at, day, lang, response, verdict, score, credit, "
    "certainty, try, hints, ms, tags, fingerprint"
)
_NAMES: Final = tuple(_COLUMNS.split(", "))
_ADD: Final = f"insert or ignore into attempt ({_COLUMNS}) values ({', '.join('?' * len(_NAMES))})"  # noqa: S608 - constants
_ALL: Final = f"select {_COLUMNS} from attempt order by at, rowid"  # noqa: S608 - constants
_UNFINISHED: Final = (
    "select * from session where case_id=? and run=? and target=? and finished=0 order by updated desc limit 1"
)


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


class Gradebook:
    """The open gradebook of one learner."""

    def __init__(self, path: Path) -> None:
        """Opens the file, making it where there is none. Raises StoreError with a sentence to say."""
        self.path = path
        self.readonly = False
        new = not path.exists()
        if new:
            make_folder(path.parent)
            self._create_file()
        self._db = self._connect()
        try:
            with self._told():
                self._db.execute(f"pragma busy_timeout = {BUSY_MS}")
                self._db.execute("pragma foreign_keys = on")
                self._db.execute("pragma synchronous = full")
                self._check(new=new or path.stat().st_size == 0)
        except StoreError:
            self._db.close()
            raise
        self._inode = self._stat()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def _create_file(self) -> None:
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise StoreError("home-unusable", folder=str(self.path.parent), why=why) from error

    def _connect(self) -> sqlite3.Connection:
        with self._told():
            return sqlite3.connect(self.path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)

    def _check(self, *, new: bool) -> None:
        """Makes the tables of a new file; refuses a file that is another program's or a newer casebot's."""
        if new:
            self._create()
            return
        application = self._db.execute("pragma application_id").fetchone()[0]
        version = self._db.execute("pragma user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise StoreError("gradebook-foreign", file=str(self.path))
        if version > VERSION:
            raise StoreError("gradebook-newer", file=str(self.path))
        self._db.execute("select count(*) from session").fetchone()
        self.readonly = not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK))

    def _create(self) -> None:
        script = _SCHEMA.read_text("utf-8")
        header = f"pragma application_id = {APPLICATION_ID}; pragma user_version = {VERSION};"
        self._db.executescript(f"begin immediate; {script} {header} commit;")

    def _stat(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite raises into a sentence to say."""
        file = str(self.path)
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
                if not self.path.exists():
                    raise StoreError("gradebook-vanished", file=file) from error
                raise StoreError("gradebook-unreadable", file=file, why=why) from error
            raise StoreError("gradebook-failed", file=file, why=why) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, rolled back whole if anything in it fails."""
        if self._stat() != self._inode:
            raise StoreError("gradebook-vanished", file=str(self.path))
        with self._told():
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise
            self._db.execute("commit")

    def save(self, row: SessionRow, turns: Sequence[str], entries: Sequence[Entry], first_turn: int) -> int:
        """Keeps an answer whole: its rows, its turns (from number `first_turn`) and the session's new state.

        Returns the new rev. Raises MovedOnError where another window has saved the session since `row.rev`, StoreError
        where it cannot be kept; in both cases nothing has changed.
        """
        with self._writing() as db:
            if row.rev == 0:
                db.execute(
                    "insert or ignore into session values (?,?,?,?,?,?,1,?,?,?,?,?,?,?)",
                    (*row[:6], *row[7:11], int(row.finished), row.created, row.updated),
                )
            changed = db.execute(
                "update session set state=?, rev=?, place=?, steps=?, score=?, outof=?, finished=?, updated=? "
                "where id=? and rev=?",
                (
                    row.state,
                    row.rev + 1,
                    row.place,
                    row.steps,
                    row.score,
                    row.outof,
                    int(row.finished),
                    row.updated,
                    row.id,
                    max(row.rev, 1),
                ),
            ).rowcount
            if not changed:
                raise MovedOnError
            db.executemany(
                "insert or ignore into turn values (?,?,?)",
                [(row.id, first_turn + place, body) for place, body in enumerate(turns)],
            )
            for entry in entries:
                _add(db, entry)
            db.execute("delete from draft where session=?", (row.id,))
        return row.rev + 1

    def session(self, name: str) -> SessionRow | None:
        """A session by its id."""
        with self._told():
            found = self._db.execute("select * from session where id=?", (name,)).fetchone()
        return _session(found) if found else None

    def unfinished(self, case: str, run: str, target: str) -> SessionRow | None:
        """The session on that target that was left open last; None where there is none."""
        with self._told():
            found = self._db.execute(_UNFINISHED, (case, run, target)).fetchone()
        return _session(found) if found else None

    def sessions(self) -> list[SessionRow]:
        """Every session, the latest first."""
        with self._told():
            return [_session(row) for row in self._db.execute("select * from session order by updated desc")]

    def turn_count(self, session: str) -> int:
        """How many turns a session has."""
        with self._told():
            found = self._db.execute("select coalesce(max(n) + 1, 0) from turn where session=?", (session,)).fetchone()
        return int(found[0])

    def turns(self, session: str, before: int, limit: int) -> list[str]:
        """The last `limit` turns with a number below `before`, in order."""
        with self._told():
            rows = self._db.execute(
                "select body from turn where session=? and n<? order by n desc limit ?", (session, before, limit)
            ).fetchall()
        return [str(row[0]) for row in reversed(rows)]

    def attempts(self) -> list[Attempt]:
        """Every attempt, in the order in which they were made."""
        with self._told():
            rows = self._db.execute(_ALL).fetchall()
        return [_attempt(row) for row in rows]

    def draft(self, session: str) -> str:
        """The half-typed text of a session."""
        with self._told():
            found = self._db.execute("select text from draft where session=?", (session,)).fetchone()
        return str(found[0]) if found else ""

    def keep_draft(self, session: str, text: str) -> None:
        """Keeps the half-typed text of a session; an empty one is removed."""
        with self._writing() as db:
            if text:
                db.execute(
                    "insert into draft select id, ? from session where id=? "
                    "on conflict (session) do update set text=excluded.text",
                    (text, session),
                )
            else:
                db.execute("delete from draft where session=?", (session,))


def _add(db: sqlite3.Connection, entry: Entry) -> None:
    if isinstance(entry, Attempt):
        values = entry.model_dump(by_alias=True)
        values |= {"case_id": values["case"], "tags": json.dumps(values["tags"])}
        db.execute(_ADD, [values[name] for name in _NAMES])
    else:
        row = (entry.id, entry.type, entry.at, entry.model_dump_json())
        db.execute("insert or ignore into entry values (?,?,?,?)", row)


def _session(row: Sequence[object]) -> SessionRow:
    found = SessionRow._make(row)
    return found._replace(finished=bool(found.finished))


def _attempt(row: Sequence[object]) -> Attempt:
    values = dict(zip(_NAMES, row, strict=True))
    values["case"] = values.pop("case_id")
    values["tags"] = tuple(json.loads(str(values["tags"])))
    return Attempt.model_validate(values)
