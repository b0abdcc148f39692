"""Is the latest stance on a dilemma told, and no mixture of two?"""

from typing import Literal

from casebot.model.attempt import Note, Position
from casebot.progress.stances import Stance, about, stances


def position(session: str, when: Literal["before", "after"], value: int, at: str) -> Position:
    return Position(
        id=f"{session}-{when}",
        learner="me",
        session=session,
        dilemma="small/warn",
        when=when,
        at=at,
        lang="en",
        value=value,
        reason="",
    )


def note(part: str, text: str) -> Note:
    name = about("small/warn", part)
    return Note(id=part + text, learner="me", session="one", about=name, at="2026-01-01", lang="en", text=text)


FIRST = [position("one", "before", 20, "2026-01-01"), position("one", "after", 40, "2026-01-02")]


def test_both_positions_are_of_the_session_begun_last() -> None:
    assert stances(FIRST) == {"small/warn": Stance("2026-01-02", 20, 40)}
    later = [*FIRST, position("two", "before", 70, "2026-02-01")]
    assert stances(later) == {"small/warn": Stance("2026-02-01", 70)}


def test_a_fact_stays_until_another_is_named() -> None:
    notes = [note("fact", "a crack"), note("answer", "no")]
    assert stances([*FIRST, *notes])["small/warn"].fact == "a crack"
    assert stances([*FIRST, *notes, note("fact", "a fall")])["small/warn"].fact == "a fall"
    assert stances(notes) == {"small/warn": Stance("2026-01-01", fact="a crack")}
