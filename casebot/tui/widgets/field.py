"""Where a learner types: one to six lines; Enter sends, a paste keeps its lines."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from casebot.model.response import clean


class Field(TextArea):
    """A text field that sends on Enter; Ctrl+J and Alt+Enter make a line."""

    class Sent(Message):
        """The learner pressed Enter."""

        def __init__(self, text: str) -> None:
            """`text` is what stood in the field."""
            super().__init__()
            self.text = text

    class Left(Message):
        """The learner pressed Esc: the text stays."""

    class Entered(Message):
        """The learner clicked into the field."""

    BINDINGS = [
        Binding("enter", "send", "send"),
        Binding("escape", "leave", "leave-field"),
        Binding("ctrl+j,alt+enter,shift+enter", "newline", "newline", show=False),
        Binding("ctrl+underscore,ctrl+slash", "undo", "undo", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    def __init__(self) -> None:
        """An empty field."""
        super().__init__(soft_wrap=True, compact=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        if event.key in {"enter", "escape"}:
            event.prevent_default()
        else:
            await super()._on_key(event)

    def action_send(self) -> None:
        """Sends the text."""
        self.post_message(self.Sent(clean(self.text)))

    def action_leave(self) -> None:
        """Leaves the field."""
        self.post_message(self.Left())

    def on_click(self) -> None:
        """Wants to be written in."""
        self.post_message(self.Entered())

    def action_newline(self) -> None:
        """Begins a new line."""
        self.insert("\n")

    def fill(self, text: str) -> None:
        """Puts a text in the field, the cursor behind it."""
        if text != self.text:
            self.text = text
        self.move_cursor(self.document.end)
