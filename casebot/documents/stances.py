"""Where does the learner stand on a dilemma, in words?"""

from casebot.desk import DilemmaLine
from casebot.documents.dilemmas import position_text
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.tutoring.book import Book


def stood(line: DilemmaLine, book: Book, voice: Voice) -> tuple[str, ...]:
    """Whether it is new or open, and the positions before and after, one phrase each."""
    sheet = Sheet(book, voice, 0)
    stance = line.stance
    given = (("before", stance.before), ("after", stance.after)) if stance is not None else ()
    positions = tuple(
        voice.say(f"dilemma.stood-{when}", position=position_text(line.sides, value, sheet))
        for when, value in given
        if value is not None
    )
    if line.begun or not positions:
        return (voice.say("app.begun" if line.begun else "app.untouched"), *positions)
    return positions
