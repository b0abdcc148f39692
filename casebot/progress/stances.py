"""Where does a learner stand on each dilemma, before and after weighing it, and what would move them?"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from casebot.model.attempt import Note, Position

PREFIX: Final = "dilemma:"
"""Before what a note is about, where it was written while weighing a dilemma."""


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
    return f"{PREFIX}{dilemma}/{part}"


def stances(positions: Iterable[Position], notes: Iterable[Note]) -> Mapping[str, Stance]:
    """The latest stance on each dilemma `case/dilemma`, from positions and notes in the order they were made.

    Both positions are of the session that was begun last; a fact stays until another one is named.
    """
    found: dict[str, Stance] = {}
    session: dict[str, str] = {}
    for each in positions:
        known = found.get(each.dilemma) if session.get(each.dilemma) == each.session else None
        session[each.dilemma] = each.session
        stance = (known or Stance(each.at))._replace(at=each.at)
        found[each.dilemma] = (
            stance._replace(before=each.value) if each.when == "before" else stance._replace(after=each.value)
        )
    for note in notes:
        name = _dilemma(note, "fact")
        if name:
            found[name] = found.get(name, Stance(note.at))._replace(fact=note.text)
    return found


def _dilemma(note: Note, part: str) -> str:
    """The dilemma that a note is about, if it was written at that part; else nothing."""
    name, _, written = note.about.removeprefix(PREFIX).rpartition("/")
    return name if note.about.startswith(PREFIX) and written == part else ""
