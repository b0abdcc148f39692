"""All dilemmas, with where the learner stood before and after."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from casebot.desk import Desk, DilemmaLine
from casebot.documents.stances import stood
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Entry, Menu
from casebot.tui.widgets.topbar import TopBar, languages


class DilemmasScreen(Screen[str]):
    """Chooses a dilemma; the result is `case/dilemma`, or "" where none was chosen."""

    BINDINGS = [
        Binding("enter", "open", "open"),
        Binding("escape,q", "dismiss('')", "home"),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self, desk: Desk) -> None:
        """`desk` knows the dilemmas."""
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """The bars and the list."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
            yield Static(classes="note")
        yield KeyBar()

    def on_mount(self) -> None:
        """Lists the dilemmas."""
        self.query_one(Menu).focus()
        self.spoken()

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        bar = self.query_one(TopBar)
        bar.left, bar.right = words.say("app.dilemmas"), languages(words.language)
        lines = self._desk.dilemmas()
        self.query_one(Static).update(Content("" if lines else words.say("app.no-dilemmas")))
        entries: list[Entry] = []
        for place, line in enumerate(lines):
            if place == 0 or lines[place - 1].case != line.case:
                entries.append(Entry("", words.typeset(self._desk.case(line.case).head.title.show(words.language))))
            entries.append(self._entry(line))
        menu = self.query_one(Menu)
        menu.show(tuple(entries), menu.at)

    def _entry(self, line: DilemmaLine) -> Entry:
        words = words_of(self)
        question = words.typeset(line.sides.dilemma.question.show(words.language))
        return Entry(line.name, question, below=" ".join(stood(line, self._desk.book, words)))

    def action_open(self) -> None:
        """Opens the dilemma under the cursor."""
        self.dismiss(self.query_one(Menu).at)

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        self.dismiss(message.entry)
