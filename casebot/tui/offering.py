"""What does the answer area offer, and what stands above and beside it, for what is expected now?"""

from typing import NamedTuple

from casebot.desk import Desk
from casebot.documents.answers import Asked, offered_text
from casebot.documents.dilemmas import brief
from casebot.documents.facts import Section, facts
from casebot.documents.sheet import Sheet
from casebot.documents.sides import point_text
from casebot.tui.widgets.answer import MODES
from casebot.tui.widgets.facts import WIDTH
from casebot.tui.widgets.options import Row
from casebot.tui.widgets.topbar import languages
from casebot.tutoring.expectation import Expects
from casebot.tutoring.sides import Sides, read_by
from casebot.tutoring.weighing import parts
from casebot.words.words import Words


def sides_read(desk: Desk, expects: Expects) -> Sides | None:
    """The sides of the dilemma that is being weighed, as the learner reads them."""
    dilemma = desk.book.dilemma(expects.dilemma) if expects.dilemma else None
    return read_by(desk.learner, expects.dilemma, dilemma) if dilemma is not None else None


def offered_rows(desk: Desk, expects: Expects, words: Words) -> tuple[Row, ...]:
    """The options of the open question, or the arguments to choose from."""
    sheet = Sheet(desk.book, words, 0)
    sides = sides_read(desk, expects)
    if sides is not None:
        points = [point for point in sides.points if point.name in expects.options]
        tell = point_text if len(points) < len(sides.points) else brief
        return tuple(Row(point.name, tell(point, sheet), head=str(point.number)) for point in points)
    item = desk.book.item(expects.item)
    if item is None or expects.kind not in MODES:
        return ()
    about = Asked(expects.item, item, sheet)
    return tuple(Row(name, offered_text(about, name), name in expects.struck) for name in expects.options)


def scale_ends(desk: Desk, expects: Expects, words: Words) -> tuple[str, str]:
    """The names of the two ends of the scale: the side read first at 0, the other at 100."""
    sides = sides_read(desk, expects)
    if sides is None:
        return "", ""
    first, second = (words.typeset(side.label.show(words.language)) for side in sides.both)
    return first, second


class Headline(NamedTuple):
    """What is open, and where in it the learner stands."""

    left: str
    right: str


def headline(desk: Desk, expects: Expects, words: Words) -> Headline:
    """The texts of the bar."""
    state, row = desk.state, desk.progress
    if state is None:
        return Headline("", "")
    sides = sides_read(desk, expects)
    lesson, bank = desk.book.lesson(state.case, state.target), desk.book.bank(state.target)
    alone = desk.book.dilemma(f"{state.case}/{state.target}") if state.run == "dilemma" else None
    named = alone.question if alone else lesson.entry.title if lesson else bank.head.title if bank else None
    place, steps = (row.place + (expects.kind != "verdict"), row.steps) if row else (0, 0)
    if alone is not None and sides is not None:
        order = parts(sides.dilemma)
        place, steps = order.index(expects.part) + 1 if expects.part in order else len(order), len(order)
    shown = words.say("app.place", n=min(place, steps), of=steps) if row else ""
    case = desk.book.cases.get(state.case)
    title = words.typeset(case.head.title.show(words.language)) if case else words.say(f"app.run-{state.run}")
    left = words.typeset(named.show(words.language)) if named else ""
    return Headline(left, f"{title}  {shown}  {languages(words.language)}")


def facts_beside(desk: Desk, words: Words) -> list[Section]:
    """The claims of the page and the timeline; those that the open question rests on are withheld."""
    state = desk.state
    if state is None:
        return []
    sheet = Sheet(desk.book, words, WIDTH)
    claims, hidden, asked = desk.claims_in_view, desk.withheld, desk.question_open
    return facts(sheet, state.case, state.target, claims, hidden, question_open=asked)
