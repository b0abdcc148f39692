"""Something to read: an answer of another day, a page, a claim with its sources."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from casebot.desk import Desk
from casebot.documents.passage import Passage
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar
from casebot.tui.widgets.transcript import Transcript
from casebot.tutoring.turns import Turn


class PassageScreen(Screen[None]):
    """A few turns, from the first of them on."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape,enter,q", "dismiss", "back"),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", "scroll", show=False),
        Binding("pagedown,space", "page(1)", "scroll", show=False),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self, desk: Desk, title: str, turns: Sequence[Turn]) -> None:
        """`title` is a key of the words."""
        super().__init__()
        self._desk = desk
        self._title = title
        self._turns = tuple(turns)

    def compose(self) -> ComposeResult:
        """The bars and the text."""
        yield TopBar()
        yield Transcript(self._written)
        yield KeyBar()

    def on_mount(self) -> None:
        """Shows the text from its beginning."""
        self.query_one(TopBar).left = words_of(self).say(self._title)
        self.query_one(Transcript).extend(self._turns)

    def _written(self, turn: Turn, width: int, is_open: bool) -> Passage:
        return write(turn, Sheet(self._desk.book, words_of(self), width), open_item=is_open)

    def spoken(self) -> None:
        """Says everything in the app's language."""
        self.query_one(TopBar).left = words_of(self).say(self._title)
        self.query_one(Transcript).rewrite()

    def action_scroll(self, by: int) -> None:
        """Scrolls by a row."""
        self.query_one(Transcript).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scrolls by a page."""
        text = self.query_one(Transcript)
        text.scroll_relative(y=by * max(1, text.size.height - 2), animate=False)
