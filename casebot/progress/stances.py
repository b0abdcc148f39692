"""Where does a learner stand on each dilemma, before and after weighing it, and what would move them?"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from casebot.model.attempt import WEIGHING, Entry, Note, Position


class Stance(NamedTuple):
    """What a learner said when a dilemma was weighed last; values run from 0 (side a) to 100 (side b).

    `at` is the time of the last position, in UTC and ISO form; `fact` is what they said would move them.
    """

    at: str
    before: int | None = None
    after: int | None = None
    fact: str = ""


def about(dilemma: str, part: str) -> str:
    """What a note is about that was written at a part of a dilemma `case/dilemma`."""
    return f"{WEIGHING}{dilemma}/{part}"


def stances(entries: Iterable[Entry]) -> Mapping[str, Stance]:
    """The latest stance on each dilemma `case/dilemma`, from entries in the order in which they were made.

    Both positions are of the session that was begun last; a fact stays until another one is named.
    """
    found: dict[str, Stance] = {}
    session: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry, Position):
            known = found.get(entry.dilemma, Stance(entry.at))
            if session.get(entry.dilemma) != entry.session:
                known = Stance(entry.at, fact=known.fact)
            session[entry.dilemma] = entry.session
            known = known._replace(at=entry.at)
            before = entry.when == "before"
            found[entry.dilemma] = known._replace(before=entry.value) if before else known._replace(after=entry.value)
        elif isinstance(entry, Note) and (name := _dilemma(entry, "fact")):
            found[name] = found.get(name, Stance(entry.at))._replace(fact=entry.text)
    return found


def _dilemma(note: Note, part: str) -> str:
    """The dilemma that a note is about, if it was written at that part; else nothing."""
    name, _, written = note.about.removeprefix(WEIGHING).rpartition("/")
    return name if note.about.startswith(WEIGHING) and written == part else ""
