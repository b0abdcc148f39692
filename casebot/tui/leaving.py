"""How does one go home, or leave, with nothing lost?"""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Final

from casebot.tui.looking import Looking
from casebot.tui.screens.home import HomeScreen
from casebot.tui.widgets.keybar import KeyBar

AGAIN: Final = 5.0
"""Seconds within which a second Ctrl+C leaves."""


class Leaving(Looking):
    """An app that keeps half-typed text before it leaves a place."""

    home: HomeScreen
    _interrupted = -AGAIN

    def go_home(self) -> None:
        """Goes home from wherever; half-typed text is kept."""
        self._keep_drafts()
        while self.screen is not self.home:
            self.pop_screen()

    def _keep_drafts(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()

    def action_leave(self) -> None:
        """Leaves; everything has been kept as it came."""
        self._keep_drafts()
        self.exit(0)

    def action_interrupt(self) -> None:
        """Asks once, then leaves."""
        now = monotonic()
        if now - self._interrupted < AGAIN:
            self.action_leave()
            return
        self._interrupted = now
        for bar in self.screen.query(KeyBar):
            bar.tell("app.interrupt", AGAIN)

    def from_home(self, do: Callable[[], object]) -> None:
        """Leaves what is open, and does something at home."""
        self.go_home()
        do()

    def open_from_home(self, name: str) -> None:
        """Leaves what is open, and opens a lesson, or whatever is named."""
        self.from_home(partial(self.open_lesson, name))
