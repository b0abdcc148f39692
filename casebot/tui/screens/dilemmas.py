"""All dilemmas, with where the learner stood before and after."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from casebot.desk import Desk, DilemmaLine
from casebot.documents.stances import stood
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar


class DilemmaList(OptionList):
    """The dilemmas, one after the other."""

    BINDINGS = [Binding("enter", "select", "open")]


class DilemmasScreen(Screen[str]):
    """Chooses a dilemma; the result is `case/dilemma`, or "" where none was chosen."""

    BINDINGS = [
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
        yield Static(id="no-dilemmas", classes="note")
        yield DilemmaList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Lists the dilemmas."""
        self.spoken()
        self.query_one(DilemmaList).focus()

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        self.query_one(TopBar).left = words.say("app.dilemmas")
        lines = self._desk.dilemmas()
        nothing = self.query_one("#no-dilemmas", Static)
        nothing.display = not lines
        nothing.update(Content(words.say("app.no-dilemmas")))
        options = self.query_one(DilemmaList)
        options.clear_options()
        options.add_options([Option(self._prompt(line), id=line.name) for line in lines])
        options.highlighted = 0 if options.option_count else None

    def _prompt(self, line: DilemmaLine) -> Content:
        words = words_of(self)
        question = words.typeset(line.sides.dilemma.question.show(words.language))
        below = "".join(f"\n   {phrase}" for phrase in stood(line, self._desk.book, words))
        return Content.assemble((question, "bold"), below)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id or "")
