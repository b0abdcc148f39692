"""The conversation as a pure function: a state and a move give the next state and a reply."""

from datetime import datetime

from casebot.model.response import clean
from casebot.tutoring.answering import answer, conclude
from casebot.tutoring.book import Book
from casebot.tutoring.commands import use
from casebot.tutoring.deliberating import hear
from casebot.tutoring.draft import Draft
from casebot.tutoring.moves import Answer, Arrive, Certain, Do, Move, Say
from casebot.tutoring.reading import read_line
from casebot.tutoring.state import State
from casebot.tutoring.steps import arrive
from casebot.tutoring.turns import Reply


def respond(state: State, move: Move, book: Book, now: datetime) -> tuple[State, Reply]:
    """The next state, and what to say, to expect and to store.

    `now` is an aware time in the learner's own zone (its date, from four in the morning, is the learner's day). Nothing
    else is read: the same arguments give the same result.
    """
    draft = Draft(state, book, now)
    match move:
        case Arrive():
            arrive(draft)
        case Say(text, certainty):
            read_line(draft, clean(text), certainty)
        case Answer(response, certainty):
            if not hear(draft, clean(response)):
                answer(draft, clean(response), certainty)
        case Certain(level):
            opened = draft.open_item()
            if opened is not None and opened.asking.pending is not None:
                draft.say("you", "certain", level=level)
                conclude(draft, opened, opened.asking.pending, level)
        case Do(word):
            use(draft, word)
    return draft.state, draft.reply()
