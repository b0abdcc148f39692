"""What stands above the conversation, and beside it?"""

from typing import NamedTuple

from casebot.desk import Desk
from casebot.documents.facts import Section, facts
from casebot.documents.sheet import Sheet
from casebot.tui.widgets.facts import WIDTH
from casebot.tui.widgets.topbar import languages
from casebot.tutoring.expectation import Expects
from casebot.tutoring.weighing import parts
from casebot.words.words import Words


class Headline(NamedTuple):
    """What is open, and where in it the learner stands."""

    left: str
    right: str


def headline(desk: Desk, expects: Expects, words: Words) -> Headline:
    """The texts of the bar; of a dilemma by itself its question, and how many of its parts there are."""
    state, row = desk.state, desk.progress
    if state is None:
        return Headline("", "")
    lesson, bank = desk.book.lesson(state.case, state.target), desk.book.bank(state.target)
    dilemma = desk.book.dilemma(f"{state.case}/{state.target}") if state.run == "dilemma" else None
    named = dilemma.question if dilemma else lesson.entry.title if lesson else bank.head.title if bank else None
    place, steps = (row.place + (expects.kind != "verdict"), row.steps) if row else (0, 0)
    if dilemma is not None:
        order = parts(dilemma)
        place, steps = order.index(expects.part) + 1 if expects.part in order else len(order), len(order)
    case = desk.book.cases.get(state.case)
    run = f"app.run-{state.run}"
    title = words.typeset(case.head.title.show(words.language)) if case else ""
    shown = words.say("app.place", n=min(place, steps), of=steps) if row and steps else ""
    left = words.typeset(named.show(words.language)) if named else words.say(run) if run in words else ""
    return Headline(left, "  ".join(part for part in (title, shown, languages(words.language)) if part))


def facts_beside(desk: Desk, words: Words) -> list[Section]:
    """The claims of the page and the timeline; those that the open question rests on are withheld."""
    state = desk.state
    if state is None:
        return []
    sheet = Sheet(desk.book, words, WIDTH)
    claims, hidden, asked = desk.claims_in_view, desk.withheld, desk.question_open
    return facts(sheet, state.case, state.target, claims, hidden, question_open=asked)
