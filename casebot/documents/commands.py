"""Which commands can be typed in a lesson, and what does each do?"""

from typing import Final

from casebot.documents.passage import Line, Span, line
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.tutoring.turns import Turn

_NAMES: Final = ("hint", "why", "source", "skip", "repeat", "back", "appeal", "ask", "languages", "help", "quit")
_WEIGHING: Final = ("argument", "source", "why", "back", "skip", "repeat", "languages", "help", "quit")
"""Those that do something while a dilemma is weighed."""


def commands(voice: Voice, *, weighing: bool = False) -> tuple[tuple[str, str], ...]:
    """Every command as it is typed in the voice's language, with what it does there."""
    if not weighing:
        return tuple((voice.say(f"command.{name}"), voice.say(f"command.{name}-does")) for name in _NAMES)
    own = {name: f"command.{name}-weighing" for name in _WEIGHING}
    does = {name: key if key in voice else f"command.{name}-does" for name, key in own.items()}
    return tuple((voice.say(f"command.{name}"), voice.say(key)) for name, key in does.items())


def helped(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The commands, one a line, and what else there is to know."""
    listed = commands(sheet.voice, weighing=turn.key == "dilemma-help")
    column = max(len(name) for name, _ in listed) + 2
    told = (Line((Span(f"{name:<{column}}", "strong"), Span(does)), column) for name, does in listed)
    return (*told, line(sheet.voice.say(f"turn.{turn.key}")))
