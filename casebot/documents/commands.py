"""Which commands can be typed in a lesson, and what does each do?"""

from typing import Final

from casebot.documents.passage import Line, Span, line
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.tutoring.turns import Turn

_NAMES: Final = ("hint", "why", "source", "skip", "repeat", "back", "appeal", "languages", "help", "quit")


def commands(voice: Voice) -> tuple[tuple[str, str], ...]:
    """Every command as it is typed in the voice's language, with what it does."""
    return tuple((voice.say(f"command.{name}"), voice.say(f"command.{name}-does")) for name in _NAMES)


def helped(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The commands, one a line, and what else there is to know."""
    del turn
    listed = commands(sheet.voice)
    column = max(len(name) for name, _ in listed) + 2
    told = (Line((Span(f"{name:<{column}}", "strong"), Span(does)), column) for name, does in listed)
    return (*told, line(sheet.voice.say("turn.help")))
