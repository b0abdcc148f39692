"""How does one move through what was said, and take something of it along?"""

from textual import on
from textual.screen import Screen

from casebot.tui.widgets.conversation import Conversation
from casebot.tui.widgets.transcript import Transcript


class Conversing(Screen[None]):
    """A screen with a conversation in it."""

    @property
    def conversation(self) -> Conversation:
        """What was said."""
        return self.query_one(Conversation)

    def action_more(self) -> None:
        """Shows what was said last and has not been on screen."""
        self.conversation.read_on()

    @on(Transcript.Read)
    def _read(self) -> None:
        self.refresh_bindings()

    def action_copy(self) -> None:
        """Copies the passage in view."""
        self.conversation.copy_passage()

    def action_scroll(self, by: int) -> None:
        """Scrolls the conversation by a row."""
        self.conversation.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scrolls the conversation by a page."""
        transcript = self.conversation
        transcript.scroll_relative(y=by * max(1, transcript.size.height - 2), animate=False)

    def action_edge(self, by: int) -> None:
        """Goes to the first or the last row of the conversation."""
        transcript = self.conversation
        transcript.scroll_to(y=0 if by < 0 else transcript.max_scroll_y, animate=False)
