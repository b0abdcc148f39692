"""What is shown where nothing fits?"""

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from casebot.tui.speaking import words_of

LEAST: Final = Size(40, 10)
"""The smallest window, in cells."""


def fits(size: Size) -> bool:
    """Whether the screens can be used in a window."""
    return size.width >= LEAST.width and size.height >= LEAST.height


class SmallScreen(Screen[None]):
    """One sentence that asks for a larger window; what was there comes back as it was."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        said = words_of(self.app.screen).say("app.small", columns=LEAST.width, rows=LEAST.height)
        yield Static(Content(said))
