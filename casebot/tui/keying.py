"""What does a key do, however fast the next one comes?"""

from typing import Protocol, runtime_checkable

from textual import events
from textual.widgets import Input, TextArea

from casebot.tui.leaving import Leaving


@runtime_checkable
class Writable(Protocol):
    """A screen in which characters that are no keys of its own go into a field."""

    def write_on(self, text: str, key: str = "") -> bool:
        """Writes what was typed or pasted, if it is text here; `key` is the name of the key that was pressed."""


class Keying(Leaving):
    """An app that acts on a key at once where no field has focus, so that the next key finds what this one opened.

    Textual sends a key from the widget in focus up to the app before its binding acts; the keys behind it would by
    then be on their way to the widget that is left.
    """

    wanted: str

    async def on_event(self, event: events.Event) -> None:
        """Acts on keys and pastes as they come; leaves those for a field, and all else, to Textual."""
        if self._is_new(event) and not self.wanted and not isinstance(self.focused, Input | TextArea):
            if isinstance(event, events.Key) and await self._act(event):
                return
            if isinstance(event, events.Paste) and self._written(event.text):
                return
        await super().on_event(event)

    def _is_new(self, event: events.Event) -> bool:
        return isinstance(event, events.Key | events.Paste) and not event.is_forwarded

    async def _act(self, event: events.Key) -> bool:
        """Does what a key means here, and says whether it means anything; a capital acts as its letter (Caps Lock)."""
        if await self._check_bindings(event.key, priority=True):
            return True
        known = self.screen.active_bindings
        lower = event.key.lower()
        letter = lower if len(event.key) == 1 and event.key not in known and lower in known else event.key
        if await self._check_bindings(letter):
            return True
        return event.is_printable and self._written(event.character or "", event.key)

    def _written(self, text: str, key: str = "") -> bool:
        return isinstance(self.screen, Writable) and self.screen.write_on(text, key)
