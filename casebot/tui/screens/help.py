"""The keys and commands of the place one is in."""

from typing import Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from casebot.documents.wrap import rows
from casebot.tui.speaking import speaking, words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar

_COLUMN: Final = 18
"""Cells of the keys, before what they do."""


class HelpScreen(Screen[None]):
    """Lists what can be done in another screen, and what can be typed there."""

    BINDINGS = [Binding("escape,enter,q,question_mark,f1", "dismiss", "back")]

    def __init__(self, place: Screen[object]) -> None:
        """`place` is the screen whose keys are told."""
        super().__init__()
        working = [each.binding for each in place.active_bindings.values() if each.enabled and each.binding.description]
        self._working = sorted(working, key=lambda binding: not binding.show)
        self._place = place

    def compose(self) -> ComposeResult:
        """The bars and, between them, the list."""
        yield TopBar()
        with VerticalScroll(classes="body"):
            yield Static(id="help")
        yield KeyBar()

    def on_mount(self) -> None:
        """Lets the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew."""
        del event
        self.call_after_refresh(self.spoken)

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        bar = self.query_one(TopBar)
        bar.left = words.say("app.help-title")
        bar.right = self._place.query_one(TopBar).left
        shown = [self._heading("app.help-keys"), *self._keys(), Content("")]
        typed = [line for name, does in getattr(self._place, "commands", ()) for line in self._row(name, does)]
        if typed:
            shown += [self._heading("app.help-typed"), *typed, Content("")]
        about = getattr(self._place, "about", "")
        shown += [*(Content(part) for part in rows(about, self._width, cell_len)), Content("")] if about else []
        shown += [Content(part) for part in rows(words.say("app.help-more"), self._width, cell_len)]
        self.query_one("#help", Static).update(Content("\n").join(shown))

    def _heading(self, key: str) -> Content:
        return Content.styled(words_of(self).say(key), "bold underline")

    @property
    def _width(self) -> int:
        return max(30, self.query_one("#help", Static).size.width)

    def _keys(self) -> list[Content]:
        words = words_of(self)
        told: dict[str, dict[str, str]] = {}
        for binding in self._working:
            if f"key.{binding.description}" in words:
                keys = told.setdefault(words.say(f"key.{binding.description}"), {})
                keys.setdefault(binding.action, speaking(self).spelt_key(binding))
        return [line for name, keys in told.items() for line in self._row("  ".join(keys.values()), name)]

    def _row(self, keys: str, does: str) -> list[Content]:
        named = [Content.styled(part, "bold") for part in rows(keys, _COLUMN - 2, cell_len)]
        told = [Content(part) for part in rows(does, max(10, self._width - _COLUMN), cell_len)]
        height = max(len(named), len(told))
        named += [Content("")] * (height - len(named))
        told += [Content("")] * (height - len(told))
        return [left.pad_right(_COLUMN - left.cell_length) + right for left, right in zip(named, told, strict=True)]
