"""How is a turn of the conversation written out?"""

from collections.abc import Callable
from typing import Final

from casebot.documents import questions, telling, verdicts
from casebot.documents.passage import Line, Passage, line, visible
from casebot.documents.voice import Voice
from casebot.tutoring.book import Book
from casebot.tutoring.turns import Turn

Writer = Callable[[Turn, Book, Voice, int], tuple[Line, ...]]

_WRITERS: Final[dict[str, Writer]] = {
    "page": telling.page,
    "figure": telling.figure,
    "welcome-lesson": telling.welcome,
    "end-lesson": telling.end,
    "item": questions.item,
    "typed": questions.typed,
    "chosen": questions.chosen,
    "certain": questions.certain,
    "hint": questions.hint,
    "feedback": questions.feedback,
    "answer": questions.answer,
    "explain": questions.explain,
    "why": verdicts.why,
    "try-again": questions.try_again,
    "guess-was-wrong": questions.guess_was_wrong,
    "sources": telling.sources,
    "claims": telling.claims,
}


def write(turn: Turn, book: Book, voice: Voice, width: int, *, open_item: bool = False) -> Passage:
    """A turn written out for a width of `width` cells; content that is gone is said to be gone.

    With `open_item` the options of a question are left out, because the front end shows them itself.
    """
    label = voice.say(f"role.{turn.role}")
    if turn.key.startswith("verdict-"):
        if turn.key == "verdict-close":
            label = voice.say("verdict.label-close")
        return Passage(turn.role, label, verdicts.verdict(turn, book, voice, width))
    writer = _WRITERS.get(turn.key)
    if writer is None:
        return Passage(turn.role, label, (line(_sentence(turn, voice)),))
    lines = questions.stem(turn, book, voice) if open_item and turn.key == "item" else writer(turn, book, voice, width)
    return Passage(turn.role, label, lines or (line(voice.say("turn.content-gone"), "dim"),))


def _sentence(turn: Turn, voice: Voice) -> str:
    args: dict[str, object] = {name: visible(arg) if isinstance(arg, str) else arg for name, arg in turn.args.items()}
    for reason in turn.reasons:
        args |= reason.args
    return voice.say(f"turn.{turn.key}", **args)
