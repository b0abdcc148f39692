"""Where does a learner stand on each dilemma, before and after weighing it, and what would move them?"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from casebot.model.attempt import Note, Position


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
    return f"dilemma:{dilemma}/{part}"


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
    facts = {note.about: note.text for note in notes}
    return {name: stance._replace(fact=facts.get(about(name, "fact"), "")) for name, stance in found.items()}
