"""In what language do screens and widgets speak, and what are the keys called?"""

from typing import Final

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.keys import key_to_character
from textual.widget import Widget

from casebot.words.words import Words

_SIGNS: Final = {
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "underscore": "_",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
}
_NAMED: Final = frozenset({"enter", "escape", "space", "backspace", "pageup", "pagedown"})
"""Keys whose name is a word, under `key.` in the words."""


class Speaking(App[int]):
    """An app with a voice, which every screen and widget asks for its words."""

    words: Words

    def key_name(self, key: str) -> str:
        """A key as the learner's keyboard calls it, without what is held down with it."""
        return self.words.say(f"key.{key}") if key in _NAMED else _SIGNS.get(key, key)

    def get_key_display(self, binding: Binding) -> str:
        """A key in the few cells of the foot: ^T."""
        modifier, _, key = binding.key.rpartition("+")
        name = self.key_name(key).upper() if modifier else self.key_name(key)
        return f"^{name}" if modifier == "ctrl" else name

    def spelt_key(self, binding: Binding) -> str:
        """A key written out, where there is room: Ctrl+T."""
        modifier, _, key = binding.key.rpartition("+")
        return f"{modifier.title()}+{self.key_name(key).upper()}" if modifier else self.key_name(key)

    async def on_event(self, event: events.Event) -> None:
        """Gives a key its character where the terminal sends only the code of it, as VS Code does for Space and &."""
        if isinstance(event, events.Key) and event.character is None:
            character = key_to_character("space" if event.key == "shift+space" else event.key)
            if character is not None and character.isprintable():
                event.character = character
        await super().on_event(event)


def speaking(widget: Widget) -> Speaking:
    """The app that a widget belongs to. Raises TypeError where it has no voice."""
    app = widget.app
    if not isinstance(app, Speaking):
        raise TypeError(f"{type(app).__name__} has no words")
    return app


def words_of(widget: Widget) -> Words:
    """The words of the app that a widget belongs to. Raises TypeError in an app without a voice."""
    return speaking(widget).words
