"""Search: one's own answers, pages that were read and claims, by their words."""

from collections.abc import Sequence
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input

from casebot.desk import Desk
from casebot.desk.looking import Kept
from casebot.documents.given import answer_turns
from casebot.documents.passage import Line, Span, line
from casebot.documents.search import Found, extract, find, searchable
from casebot.documents.search import words_of as query_words
from casebot.documents.sheet import Sheet
from casebot.model.attempt import Attempt
from casebot.model.response import clean
from casebot.tui.fitting import fitting
from casebot.tui.listing import listed
from casebot.tui.screens.passage import PassageScreen
from casebot.tui.speaking import words_of
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Entry, Menu
from casebot.tui.widgets.topbar import TopBar

MOST: Final = 50
"""Results that are listed."""
EXCERPT: Final = 160
"""Characters shown of a result."""


class Query(Input):
    """The words that are looked for; the arrows go to what was found."""

    BINDINGS = [Binding("down", "screen.results", show=False), Binding("enter", "screen.results", "open")]

    def on_mount(self) -> None:
        """Keeps the cursor from blinking."""
        self.cursor_blink = False


class SearchScreen(Screen[None]):
    """Finds while one types, and opens what was found at its place."""

    SEARCHES = True
    BINDINGS = [Binding("enter", "open", "open"), Binding("escape", "dismiss", "back")]

    def __init__(self, desk: Desk, kept: Kept, hidden: frozenset[str]) -> None:
        """`hidden` are the claims that open questions rest on."""
        super().__init__()
        self._desk = desk
        self._kept = kept
        self._hidden = hidden
        self._listed: tuple[Found, ...] = ()
        self._found: Sequence[Found] = ()

    def compose(self) -> ComposeResult:
        """The field, and below it what was found."""
        yield TopBar()
        yield Query(select_on_focus=False)
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begins with an empty field."""
        self.spoken()
        self.query_one(Query).focus()

    def spoken(self) -> None:
        """Says everything in the app's language, which is also the one that is searched."""
        words = words_of(self)
        self.query_one(TopBar).left = words.say("find.title")
        self.query_one(Query).placeholder = words.say("find.prompt")
        kept = self._kept
        self._listed = searchable(kept.answers, kept.pages, kept.claims, Sheet(self._desk.book, words, 0))
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps for the width at hand."""
        del event
        self.call_after_refresh(self._look)

    @on(Input.Changed)
    def _look(self) -> None:
        """Lists what is found of the words in the field."""
        words = words_of(self)
        query = clean(self.query_one(Query).value)
        found = find(query, self._listed)
        self._found = found[:MOST]
        menu = self.query_one(Menu)
        entries = [listed(n, self._lines(each), menu.size.width, opens=True) for n, each in enumerate(self._found)]
        if len(found) > MOST:
            entries.append(Entry("", words.say("find.more", n=len(found) - MOST), still=True))
        if not found:
            entries.append(Entry("", words.say("find.none" if query.strip() else "find.empty"), still=True))
        menu.show(tuple(entries), "0", query_words(query))

    def _lines(self, found: Found) -> tuple[Line, ...]:
        kind = words_of(self).say(f"find.{found.kind}")
        text = extract(found, query_words(clean(self.query_one(Query).value)), EXCERPT)
        return (Line((Span(f"{kind}  ", "strong"), Span(found.head)), 2), line(f"  {text}", "plain", 2))

    def action_results(self) -> None:
        """Goes to what was found; one that stands alone is opened."""
        if len(self._found) == 1:
            self._open(self._found[0])
        elif self._found:
            self.query_one(Menu).focus()

    @on(Menu.Chosen)
    def action_open(self) -> None:
        """Opens what is found under the cursor."""
        at = self.query_one(Menu).at
        if at:
            self._open(self._found[int(at)])

    def write_on(self, text: str, key: str = "") -> bool:
        """Goes on typing from the list."""
        del key
        field = self.query_one(Query)
        self.set_focus(field)
        field.insert_text_at_cursor(" ".join(text.splitlines()))
        return True

    def _open(self, found: Found) -> None:
        opened = found.opens
        sheet = Sheet(self._desk.book, words_of(self), 0)
        turns = answer_turns(opened, sheet, self._hidden) if isinstance(opened, Attempt) else (opened,)
        fitting(self).show(PassageScreen(self._desk, f"find.{found.kind}", turns))
