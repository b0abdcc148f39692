"""What does a learner want forgotten: a lesson, which can be brought back until the next start, or the positions?"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from casebot.model.attempt import tells_position
from casebot.store import statements
from casebot.store.failure import StoreError
from casebot.store.gradebook import Gradebook

DILEMMA: Final = "dilemma"
"""The key under which the arguments of a turn, or a part of a state, name the dilemma that they are about."""
_ELSEWHERE: Final = frozenset({"item", "step"})
"""The keys under which a turn names a question or a page."""
_FORGOTTEN: Final = json.dumps({"role": "notice", "key": "forgotten", "args": {}, "reasons": []})
"""The turn that stands in the transcript in place of what was removed."""


class Removed(NamedTuple):
    """How many rows were removed, or brought back."""

    sessions: int
    attempts: int
    entries: int


def forget_lesson(book: Gradebook, case: str, target: str, names: Collection[str]) -> Removed:
    """Removes the sessions on a lesson (or quiz), with their turns, drafts, attempts and entries.

    `names` are the full names of the items and dilemmas that belong to it alone: what was kept of them in reviews, came
    from another machine, or was said of a dilemma by itself goes too; a quiz and the sessions of other lessons stay
    whole. All of it is kept aside, for `bring_back`, until `let_go`. Raises StoreError, and then nothing has changed.
    """
    values = {"case": case, "target": target, "names": json.dumps(sorted(names))}
    with book.writing() as db:
        _drop(db)
        for statement in statements.KEEP_ASIDE:
            db.execute(statement, values)
        removed = Removed(
            entries=db.execute(statements.FORGET_ENTRIES).rowcount,
            attempts=db.execute(statements.FORGET_ATTEMPTS).rowcount,
            sessions=db.execute(statements.FORGET_SESSIONS).rowcount,
        )
        db.execute(statements.FORGET_STALE)
        if not any(removed):
            _drop(db)
    return removed


def bring_back(book: Gradebook) -> Removed | None:
    """Puts back what `forget_lesson` kept aside; None where nothing is. Raises StoreError."""
    with book.writing() as db:
        if not _is_aside(db):
            return None
        brought = Removed(
            sessions=db.execute(statements.BRING_SESSIONS).rowcount,
            attempts=db.execute(statements.BRING_ATTEMPTS).rowcount,
            entries=db.execute(statements.BRING_ENTRIES).rowcount,
        )
        for statement in statements.BRING_REST:
            db.execute(statement)
        _drop(db)
    return brought


def let_go(book: Gradebook) -> None:
    """Removes for good what was kept aside; where the file cannot be written now, the next start does."""
    with suppress(StoreError):
        with book.reading() as db:
            kept = _is_aside(db)
        if kept:
            with book.writing() as db:
                _drop(db)
            tidy(book)


def _is_aside(db: sqlite3.Connection) -> bool:
    return bool(db.execute(statements.IS_ASIDE).fetchone()[0])


def _drop(db: sqlite3.Connection) -> None:
    for statement in statements.DROP_ASIDE:
        db.execute(statement)


def tidy(book: Gradebook) -> None:
    """Writes the file anew without the room that removed rows left, so that nothing of them stays in its bytes.

    Rows are zeroed as they are deleted, but SQLite may have moved copies of them about in its pages before. The copy
    that is made on the way stays in memory. Raises StoreError, above all while another window is writing.
    """
    with book.reading() as db:
        db.execute("pragma temp_store = memory")
        db.execute("vacuum")


def forget_positions(book: Gradebook) -> int:
    """Removes what tells where the learner stands, from the rows and from the file; returns how many entries it was.

    These are the positions and what was written beside them, their part of the transcript, what sessions remember of
    the dilemma they are at, and the half-typed text there. A session that is open in another window learns at its next
    move that it went on. Raises StoreError; doing it again is safe, and finishes what a busy file left unfinished.
    """
    with book.writing() as db:
        _drop(db)
        told = [entry for entry in book.entries() if tells_position(entry)]
        db.executemany(statements.DROP_ENTRY, [(entry.id,) for entry in told])
        for session in [str(row[0]) for row in db.execute(statements.SESSION_IDS)]:
            _forget_in(db, session)
    tidy(book)
    return len(told)


def _forget_in(db: sqlite3.Connection, session: str) -> None:
    """Removes positions from the turns, the state and the draft of a session."""
    state = json.loads(db.execute(statements.STATE, (session,)).fetchone()[0])
    turns = [str(row[0]) for row in db.execute(statements.ALL_TURNS, (session,))]
    left, without = _left(turns), _without(state)
    if left != turns or without != state:
        db.execute(statements.DROP_TURNS, (session,))
        db.executemany(statements.ADD_TURN, [(session, number, body) for number, body in enumerate(left)])
        db.execute(statements.REPLACE_STATE, (json.dumps(without, ensure_ascii=False), session))
        db.execute(statements.DROP_DRAFT, (session,))


def _left(turns: Sequence[str]) -> list[str]:
    """The turns with one notice for each stretch that weighs a dilemma.

    A stretch begins with a turn that names a dilemma. It ends with the last one that does, or that holds what the
    learner said, before a page or a question.
    """
    left: list[str] = []
    behind: list[str] | None = None
    for body in turns:
        turn = json.loads(body)
        named = turn["args"].keys()
        if DILEMMA in named or (behind is not None and (turn["role"] == "you" or "typed" in named)):
            left += [_FORGOTTEN] if behind is None else []
            behind = []
        elif behind is None or named & _ELSEWHERE:
            left += [*(behind or []), body]
            behind = None
        else:
            behind.append(body)
    return [*left, *(behind or [])]


def _without(value: object) -> object:
    """A state in which there is null for whatever is said of a dilemma."""
    if isinstance(value, dict):
        return None if DILEMMA in value else {key: _without(each) for key, each in value.items()}
    return [_without(each) for each in value] if isinstance(value, list) else value
