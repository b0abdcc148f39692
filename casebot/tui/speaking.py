"""In what language do screens and widgets speak?"""

from textual.app import App
from textual.widget import Widget

from casebot.words.words import Words


class Speaking(App[int]):
    """An app with a voice, which every screen and widget asks for its words."""

    words: Words


def words_of(widget: Widget) -> Words:
    """The words of the app that a widget belongs to. Raises TypeError in an app without a voice."""
    app = widget.app
    if not isinstance(app, Speaking):
        raise TypeError(f"{type(app).__name__} has no words")
    return app.words
