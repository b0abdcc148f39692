"""My record: what the answers tell, and behind every figure the answers it was counted from."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from casebot.desk import Desk
from casebot.documents.given import answer_lines, answer_turns
from casebot.documents.record import Row, record_rows
from casebot.documents.sheet import Sheet
from casebot.model.attempt import Attempt
from casebot.progress.record import Record
from casebot.tui.fitting import fitting
from casebot.tui.listing import listed
from casebot.tui.opening import PRACTISE, TEST_OUT
from casebot.tui.screens.passage import PassageScreen
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Menu
from casebot.tui.widgets.topbar import TopBar, languages


class RecordScreen(Screen[str]):
    """The record; the result is what to open next, as `CasebotApp.open_lesson` takes it, or ""."""

    BINDINGS = [
        Binding("enter", "open", "open"),
        Binding("p", "practise", "practise"),
        Binding("t", "test_out", "test-out"),
        Binding("escape,q", "dismiss('')", "home"),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self, desk: Desk, record: Record, hidden: frozenset[str]) -> None:
        """`hidden` are the claims that open questions rest on."""
        super().__init__()
        self._desk = desk
        self._record = record
        self._hidden = hidden
        self._rows: Sequence[Row] = ()

    def compose(self) -> ComposeResult:
        """The bars and the rows."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Gives the keys to the rows."""
        self.query_one(Menu).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Draws for the width at hand."""
        del event
        self.call_after_refresh(self.spoken)

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words, record, menu = words_of(self), self._record, self.query_one(Menu)
        bar = self.query_one(TopBar)
        bar.left = words.say("record.title")
        score = words.say("record.first-tries", right=record.total.right, n=record.total.n)
        bar.right = f"{score if record.total.n else ''}  {languages(words.language)}".strip()
        width = menu.size.width
        self._rows = record_rows(record, Sheet(self._desk.book, words, width), drawn=True)
        menu.show(tuple(listed(n, row.lines, width, opens=row.opens) for n, row in enumerate(self._rows)))
        self.refresh_bindings()

    @property
    def _row(self) -> Row | None:
        at = self.query_one(Menu).at
        return self._rows[int(at)] if at and int(at) < len(self._rows) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works at this row is offered."""
        del parameters
        if not self.is_mounted:
            return True
        if action == "practise":
            return bool(self._objective)
        return action != "test_out" or (self._row is not None and bool(self._row.test_out))

    @property
    def _objective(self) -> str:
        """The objective of this row, or else the one to practise next."""
        return (self._row.objective if self._row is not None else "") or self._record.practise or ""

    @on(Menu.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(Menu.Chosen)
    def action_open(self) -> None:
        """Opens what stands behind this row."""
        row = self._row
        if row is not None and row.test_out:
            self.action_test_out()
        elif row is not None and row.answers:
            fitting(self).show(AnswersScreen(self._desk, row.answers, self._hidden))
        elif row is not None and row.objective:
            self.action_practise()

    def action_practise(self) -> None:
        """Starts a review of the objective's questions, ahead of their days."""
        self.dismiss(f"{PRACTISE}{self._objective}")

    def action_test_out(self) -> None:
        """Starts the five questions of a lesson that was not begun."""
        if self._row is not None and self._row.test_out:
            self.dismiss(f"{TEST_OUT}{self._row.test_out}")


class AnswersScreen(Screen[None]):
    """The answers behind a figure, the latest first."""

    BINDINGS = [
        Binding("enter", "open", "open"),
        Binding("escape,q", "dismiss", "back"),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self, desk: Desk, answers: Sequence[Attempt], hidden: frozenset[str]) -> None:
        """`hidden` are the claims that open questions rest on."""
        super().__init__()
        self._desk = desk
        self._answers = tuple(reversed(answers))
        self._hidden = hidden

    def compose(self) -> ComposeResult:
        """The bars and the answers."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Gives the keys to the answers."""
        self.query_one(Menu).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps for the width at hand."""
        del event
        self.call_after_refresh(self.spoken)

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words, menu = words_of(self), self.query_one(Menu)
        bar = self.query_one(TopBar)
        bar.left, bar.right = words.say("record.answers", n=len(self._answers)), languages(words.language)
        sheet = Sheet(self._desk.book, words, 0)
        told = (answer_lines(each, sheet) for each in self._answers)
        menu.show(tuple(listed(n, lines, menu.size.width, opens=True) for n, lines in enumerate(told)))

    @on(Menu.Chosen)
    def action_open(self) -> None:
        """Shows the answer in full."""
        at = self.query_one(Menu).at
        if at:
            sheet = Sheet(self._desk.book, words_of(self), 0)
            turns = answer_turns(self._answers[int(at)], sheet, self._hidden)
            fitting(self).show(PassageScreen(self._desk, "find.answer", turns))
