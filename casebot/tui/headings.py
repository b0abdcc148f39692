"""What stands in the bar above a session: what it is about, and how far it is?"""

from typing import NamedTuple

from casebot.desk import Desk
from casebot.tui.widgets.topbar import languages
from casebot.words.words import Words


class Headings(NamedTuple):
    """The texts at the left and at the right of the bar."""

    left: str
    right: str


def headings(desk: Desk, words: Words, *, judged: bool) -> Headings:
    """The headings of the open session; `judged` is whether its step has just been done."""
    state, row = desk.state, desk.progress
    if state is None:
        return Headings("", "")
    lesson, bank = desk.book.lesson(state.case, state.target), desk.book.bank(state.target)
    named = lesson.entry.title if lesson else bank.head.title if bank else None
    case = desk.book.cases.get(state.case)
    title = words.typeset(case.head.title.show(words.language)) if case else words.say(f"app.run-{state.run}")
    here = 0 if judged else 1
    place = words.say("app.place", n=min(row.place + here, row.steps), of=row.steps) if row and row.steps else ""
    right = f"{title}  {place}  {languages(words.language)}"
    return Headings(words.typeset(named.show(words.language)) if named else "", right)
