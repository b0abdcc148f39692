"""In what language do screens and widgets speak?"""

from typing import Final

from textual.app import App
from textual.binding import Binding
from textual.widget import Widget

from casebot.words.words import Words

_SIGNS: Final = {
    "question_mark": "?",
    "slash": "/",
    "exclamation_mark": "!",
    "up": "↑",
    "down": "↓",
    "f1": "F1",
}
_NAMED: Final = frozenset({"enter", "escape", "space", "pageup", "pagedown"})
"""Keys whose name is a word, under `key.` in the words."""


class Speaking(App[int]):
    """An app with a voice, which every screen and widget asks for its words."""

    words: Words

    def get_key_display(self, binding: Binding) -> str:
        """A key as the learner's keyboard calls it."""
        modifier, _, key = binding.key.rpartition("+")
        name = self.words.say(f"key.{key}") if key in _NAMED else _SIGNS.get(key, key)
        if modifier:
            name = name.upper()
        return f"^{name}" if modifier == "ctrl" else name


def words_of(widget: Widget) -> Words:
    """The words of the app that a widget belongs to. Raises TypeError in an app without a voice."""
    app = widget.app
    if not isinstance(app, Speaking):
        raise TypeError(f"{type(app).__name__} has no words")
    return app.words
