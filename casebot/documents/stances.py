"""Where does the learner stand on a dilemma, in words?

Everywhere in the numbers that the learner gave: 0 is wholly with the side they read first.
"""

from casebot.desk import DilemmaLine
from casebot.documents.dilemmas import position_text
from casebot.documents.passage import Line, line
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.progress.record import Record
from casebot.progress.stances import Stance
from casebot.tutoring.book import Book
from casebot.tutoring.sides import is_turned, read_by, turn


def stood(found: DilemmaLine, book: Book, voice: Voice) -> tuple[str, ...]:
    """Whether it is new or open, and the positions before and after, one phrase each."""
    sheet = Sheet(book, voice, 0)
    given = found.stance or Stance("")
    positions = tuple(
        voice.say(f"dilemma.stood-{when}", position=position_text(found.sides, value, sheet))
        for when, value in (("before", given.before), ("after", given.after))
        if value is not None
    )
    if found.begun or not positions:
        return (voice.say("app.begun" if found.begun else "app.untouched"), *positions)
    return positions


def position_given(name: str, value: int, reader: str, sheet: Sheet) -> str:
    """A position of the author's scale on a dilemma `case/dilemma` as it was given; where that is gone the number."""
    dilemma = sheet.book.dilemma(name)
    if dilemma is None:
        return sheet.voice.number(turn(value, turned=is_turned(reader, name)))
    return position_text(read_by(reader, name, dilemma), value, sheet)


def ends(name: str, reader: str, sheet: Sheet) -> str:
    """What the two ends of the learner's scale mean; "" where the dilemma is gone."""
    dilemma = sheet.book.dilemma(name)
    if dilemma is None:
        return ""
    one, other = (sheet.show(side.label) for side in read_by(reader, name, dilemma).both)
    return sheet.voice.say("record.ends", a=one, b=other)


def stance_lines(name: str, record: Record, sheet: Sheet) -> tuple[Line, ...]:
    """A dilemma `case/dilemma` with where the learner stood before weighing it, and after."""
    stance, dilemma = record.stances[name], sheet.book.dilemma(name)
    lines = [line(f"  {sheet.show(dilemma.question) if dilemma is not None else name}", "plain", 2)]
    for when, value in (("before", stance.before), ("after", stance.after)):
        if value is not None:
            position = position_given(name, value, record.reader, sheet)
            lines.append(line(f"    {sheet.voice.say(f'dilemma.stood-{when}', position=position)}", "plain", 4))
    meant = ends(name, record.reader, sheet)
    return (*lines, *((line(f"    {meant}", "dim", 4),) if meant else ()))
