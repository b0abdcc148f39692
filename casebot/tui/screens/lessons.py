"""All lessons, with how far the learner is."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from casebot.desk import Desk, LessonLine
from casebot.documents.lessons import how_far
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar


class LessonList(OptionList):
    """The lessons, one a row."""

    BINDINGS = [Binding("enter", "select", "open")]


class LessonsScreen(Screen[str]):
    """Chooses a lesson; the result is `case/lesson`, or "" where none was chosen."""

    BINDINGS = [
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
        yield LessonList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Lists the lessons."""
        self.spoken()
        self.query_one(LessonList).focus()

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        self.query_one(TopBar).left = words.say("app.lessons")
        options = self.query_one(LessonList)
        options.clear_options()
        options.add_options(
            [Option(self._prompt(line), id=f"{line.case}/{line.entry.id}") for line in self._desk.lessons()]
        )
        options.highlighted = 0 if options.option_count else None

    def _prompt(self, line: LessonLine) -> Content:
        words = words_of(self)
        title = words.typeset(line.entry.title.show(words.language))
        below = f"   {words.say('app.minutes', n=line.entry.minutes)}, {how_far(line, words)}"
        return Content.assemble((f"{line.number}  {title}", "bold"), "\n", below)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id or "")
