"""What does home show first? The desk's light twin: it reads two small files and loads no model."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final, Literal, NamedTuple

import tomli

from casebot.content.places import case_folder, case_ids
from casebot.store.header import APPLICATION_ID, VERSION

Trouble = Literal["gradebook-newer", "gradebook-foreign", "gradebook-damaged", "gradebook-unreadable"]
_SESSIONS: Final = """
select case_id, target, place, steps, finished, updated,
    exists (select * from attempt where attempt.session = session.id) from session
where run='lesson' or (run='test-out' and finished and score >= 0.8 * outof)
order by updated
"""
_COMING: Final = """
select coalesce(sum(day <= :today), 0), coalesce(sum(why = 'retest'), 0),
    coalesce(max(case when why = 'retest' then since end), '')
from due
"""
_KNEW: Final = """
select coalesce(sum(verdict in ('correct', 'close')), 0), count(*)
from (
    select verdict, max(at) from attempt
    where try = 1 and phase not in ('pre', 'retest') and item in (select item from due)
    group by item
)
"""
"""Of the items that come back, how many were right when they were asked last, and how many there are."""
_LAST: Final = "select coalesce(max(substr(updated, 1, 10)), '') from session"
LONG: Final = timedelta(days=14)
"""How long a learner is gone before home says what they knew."""


class Progress(NamedTuple):
    """How far the latest session of a lesson is; one that only looks at a finished lesson again is none."""

    place: int
    steps: int
    finished: bool
    updated: str


class Next(NamedTuple):
    """The lesson to take next."""

    case: str
    case_title: str
    lesson: str
    title: str
    number: int
    minutes: int
    place: int
    steps: int


class Coming(NamedTuple):
    """How many items are due, how many were answered wrong with confidence, the day of the latest of those."""

    due: int = 0
    watched: int = 0
    since: str = ""
    away: bool = False
    """Whether the last session is two weeks ago or more; the learner then knew `knew` items of `of` that come back."""
    knew: int = 0
    of: int = 0


class Glance(NamedTuple):
    """What home shows: the next lesson (None when all are done), how many cases there are, and what `Coming` tells."""

    next: Next | None
    cases: int
    trouble: Trouble | None = None
    due: int = 0
    watched: int = 0
    since: str = ""
    away: bool = False
    knew: int = 0
    of: int = 0
    fresh: bool = False
    """Whether the learner has begun nothing yet."""


def glance(roots: tuple[Path, ...], gradebook: Path, language: str) -> Glance:
    """A quick look at the cases in the places and at the gradebook; neither needs to exist."""
    progress, coming, trouble = _progress(gradebook)
    lessons = list(_lessons(roots, language))
    begun = [each for each in lessons if (seen := progress.get((each.case, each.lesson))) and not seen.finished]
    new = [each for each in lessons if (each.case, each.lesson) not in progress]
    begun.sort(key=lambda each: progress[each.case, each.lesson].updated, reverse=True)
    chosen = next(iter([*begun, *new]), None)
    if chosen is not None and (seen := progress.get((chosen.case, chosen.lesson))):
        chosen = chosen._replace(place=seen.place, steps=seen.steps)
    return Glance(chosen, len({each.case for each in lessons}), trouble, *coming, fresh=not progress)


def _today() -> date:
    return (datetime.now().astimezone() - timedelta(hours=4)).date()


def _coming(db: sqlite3.Connection) -> Coming:
    """What is due; after a long time away also what was known."""
    today = _today()
    coming = Coming(*db.execute(_COMING, {"today": today.isoformat()}).fetchone())
    last = db.execute(_LAST).fetchone()[0]
    if not last or date.fromisoformat(last) > today - LONG:
        return coming
    knew, of = db.execute(_KNEW).fetchone()
    return coming._replace(away=True, knew=knew, of=of)


def _progress(gradebook: Path) -> tuple[dict[tuple[str, str], Progress], Coming, Trouble | None]:
    try:
        if not gradebook.exists():
            return {}, Coming(), None
        db = sqlite3.connect(gradebook, timeout=0.2)
        try:
            if db.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                empty = gradebook.stat().st_size == 0
                return {}, Coming(), None if empty else "gradebook-foreign"
            version = db.execute("pragma user_version").fetchone()[0]
            if version > VERSION:
                return {}, Coming(), "gradebook-newer"
            rows = db.execute(_SESSIONS).fetchall()
            coming = _coming(db) if version == VERSION else Coming()
        finally:
            db.close()
    except OSError:
        return {}, Coming(), "gradebook-unreadable"
    except sqlite3.DatabaseError as error:
        damaged = getattr(error, "sqlite_errorname", "") in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
        return {}, Coming(), "gradebook-damaged" if damaged else "gradebook-unreadable"
    progress: dict[tuple[str, str], Progress] = {}
    for case, lesson, place, steps, finished, updated, answered in rows:
        before = progress.get((case, lesson))
        if finished or answered or before is None or not before.finished:
            progress[case, lesson] = Progress(place, steps, bool(finished), updated)
    return progress, coming, None


def lesson_names(roots: tuple[Path, ...]) -> tuple[str, ...]:
    """The names `case/lesson` of all lessons in the places."""
    return tuple(f"{each.case}/{each.lesson}" for each in _lessons(roots, ""))


def _lessons(roots: tuple[Path, ...], language: str) -> Iterable[Next]:
    for case, table, head in sorted(_heads(roots), key=lambda each: (_order(each[2]), each[0])):
        title = _text(head.get("title"), language) or case
        lessons = table.get("lesson")
        for number, entry in enumerate(lessons if isinstance(lessons, list) else [], start=1):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                minutes = entry.get("minutes")
                yield Next(
                    case,
                    title,
                    entry["id"],
                    _text(entry.get("title"), language) or entry["id"],
                    number,
                    minutes if isinstance(minutes, int) else 0,
                    0,
                    0,
                )


def _heads(roots: tuple[Path, ...]) -> Iterable[tuple[str, Mapping[str, object], Mapping[str, object]]]:
    for case in case_ids(roots):
        folder = case_folder(roots, case)
        table = _table(folder / "case.toml") if folder is not None else {}
        head = table.get("case")
        yield case, table, head if isinstance(head, dict) else {}


def _order(head: Mapping[str, object]) -> int:
    order = head.get("order")
    return order if isinstance(order, int) else 0


def _table(path: Path) -> Mapping[str, object]:
    try:
        return tomli.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError):
        return {}


def _text(value: object, language: str) -> str:
    if isinstance(value, dict):
        value = value.get(language, next(iter(value.values()), ""))
    return value if isinstance(value, str) else ""
