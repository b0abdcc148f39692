"""All lessons, with how far the learner is."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from casebot.desk import Desk, LessonLine
from casebot.documents.lessons import how_far
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Entry, Menu
from casebot.tui.widgets.topbar import TopBar, languages


class LessonsScreen(Screen[str]):
    """Chooses a lesson; the result is `case/lesson`, or "" where none was chosen."""

    BINDINGS = [
        Binding("enter", "open", "open"),
        Binding("escape,q", "dismiss('')", "home"),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self, desk: Desk) -> None:
        """`desk` knows the lessons."""
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """The bars and the list."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Lists the lessons, the cursor at the first that is not done."""
        self.query_one(Menu).focus()
        self.spoken()

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        bar = self.query_one(TopBar)
        bar.left, bar.right = words.say("app.lessons"), languages(words.language)
        lines = self._desk.lessons()
        entries: list[Entry] = []
        for place, line in enumerate(lines):
            if place == 0 or lines[place - 1].case != line.case:
                entries.append(Entry("", words.typeset(self._desk.case(line.case).head.title.show(words.language))))
            entries.append(self._entry(line))
        menu = self.query_one(Menu)
        begin = next((f"{line.case}/{line.entry.id}" for line in lines if line.steps or not line.finished), "")
        menu.show(tuple(entries), menu.at or begin)

    def _entry(self, line: LessonLine) -> Entry:
        words = words_of(self)
        title = words.typeset(line.entry.title.show(words.language))
        below = f"{words.say('app.minutes', n=line.entry.minutes)}, {how_far(line, words)}"
        return Entry(f"{line.case}/{line.entry.id}", title, f"{line.number}", below=below)

    def action_open(self) -> None:
        """Opens the lesson under the cursor."""
        self.dismiss(self.query_one(Menu).at)

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        self.dismiss(message.entry)
