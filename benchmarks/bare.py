"""The floor of every measurement on screen: a Textual app with a line of text and a field."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Bare(App[None]):
    """A Static and an Input."""

    def compose(self) -> ComposeResult:
        """The two."""
        yield Static("BARE-READY")
        yield Input()


if __name__ == "__main__":
    Bare().run()
