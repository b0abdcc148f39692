"""How does the app open what one looks back on: the record, a search, a case file, what has changed?"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from casebot.store.failure import StoreError
from casebot.tui.fitting import Fitting

if TYPE_CHECKING:
    from casebot.desk import Desk

SEARCH: Final = Binding("ctrl+f", "search", "search", priority=True)


class Looking(Fitting):
    """An app with a desk, whose record can be opened from every place; the desk may still be on its way."""

    BINDINGS = [SEARCH]
    _changed: "tuple[Desk, tuple[str, ...]] | None" = None
    """The desk whose news was looked up, and the claims that had changed."""
    soon: Callable[[], None] | None = None
    """What was asked for before the desk was there."""

    def complain(self, sentence: str) -> None:
        """Says what went wrong."""
        raise NotImplementedError

    def open_lesson(self, name: str, *, again: bool = False) -> None:
        """Opens what is named."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search is not opened over another one, nor over help."""
        if action == "search":
            searching = any(getattr(each, "SEARCHES", False) for each in self.screen_stack)
            return not searching and not self.screen.is_modal and super().check_action(action, parameters)
        if action == "case_file":
            return self.desk is not None and self.desk.state is not None and self.desk.expects.kind == "end"
        return super().check_action(action, parameters)

    def action_record(self) -> None:
        """Opens the record."""
        from casebot.desk.looking import hidden, record
        from casebot.tui.screens.record import RecordScreen

        if self.desk is None:
            self.soon = self.action_record
            return
        try:
            screen = RecordScreen(self.desk, record(self.desk), hidden(self.desk))
        except StoreError as error:
            self._refuse(error)
            return
        self.show(screen, self._go_on)

    def show_watched(self) -> None:
        """Shows the answers that were sure, and wrong, and whose questions are asked again."""
        from casebot.desk.looking import hidden, watched
        from casebot.tui.screens.record import AnswersScreen

        if self.desk is None:
            self.soon = self.show_watched
            return
        try:
            screen = AnswersScreen(self.desk, watched(self.desk), hidden(self.desk))
        except StoreError as error:
            self._refuse(error)
            return
        self.show(screen)

    def _go_on(self, name: str | None) -> None:
        if name:
            self.open_lesson(name)

    def action_search(self) -> None:
        """Opens the search."""
        from casebot.desk.looking import hidden, kept
        from casebot.tui.screens.search import SearchScreen

        if self.desk is None:
            self.soon = self.action_search
            return
        try:
            screen = SearchScreen(self.desk, kept(self.desk), hidden(self.desk))
        except StoreError as error:
            self._refuse(error)
            return
        self.show(screen)

    def action_case_file(self) -> None:
        """Writes the case file of what was answered in this lesson to the folder that casebot was started in."""
        from casebot.desk.looking import hidden, record, told
        from casebot.documents.casefile import Made, Said, Withheld, case_file
        from casebot.documents.markdown import markdown
        from casebot.documents.sheet import Sheet
        from casebot.store.casefiles import put_down

        desk = self.desk
        state = desk.state if desk is not None else None
        if desk is None or state is None:
            return
        lesson = f"{state.case}/{state.target}" if state.run == "lesson" else ""
        try:
            made = Made(desk.learner, desk.today.isoformat(), lesson)
            sheet = Sheet(desk.book, self.words, 0)
            said, withheld = Said(desk.gradebook.notes()), Withheld(hidden(desk), told(desk))
            document = case_file(record(desk, lesson), said, made, sheet, withheld)
            path = put_down(
                Path.cwd(), f"casebot-{state.target if lesson else desk.today.isoformat()}", markdown(document)
            )
        except StoreError as error:
            self._refuse(error)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.notify(self.words.say("casefile.not-written", why=why), markup=False)
        else:
            self.notify(self.words.say("casefile.written", file=path), markup=False)

    def news(self) -> list[str]:
        """What has changed since the learner was here, in sentences; looked up at the first call, kept to the end."""
        from casebot.desk.looking import news
        from casebot.documents.news import news_lines
        from casebot.documents.sheet import Sheet

        desk = self.desk
        if desk is None:
            return []
        if self._changed is None or self._changed[0] is not desk:
            try:
                self._changed = desk, news(desk)
            except StoreError:
                self._changed = desk, ()
        return news_lines(self._changed[1], Sheet(desk.book, self.words, 0))

    def _refuse(self, error: StoreError) -> None:
        from casebot.documents.refusals import refusal

        self.notify(refusal(error, self.words), markup=False)
