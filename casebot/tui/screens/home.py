"""Home: one thing to do next."""

from collections.abc import Callable, Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from casebot.glance import Glance, glance
from casebot.tui.opening import ASK, DUE
from casebot.tui.speaking import words_of
from casebot.tui.widgets.brief import Brief, Told
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar, languages


class HomeScreen(Screen[None]):
    """What comes next, as the glance sees it."""

    class LessonWanted(Message):
        """The learner wants a lesson, or whatever is named."""

        def __init__(self, name: str) -> None:
            """`name` is `case/lesson`, or a name of `tui.opening`."""
            super().__init__()
            self.name = name

    class LessonsWanted(Message):
        """The learner wants to see all lessons."""

    class DilemmasWanted(Message):
        """The learner wants to see all dilemmas."""

    class WatchedWanted(Message):
        """The learner wants to see what they were sure of, and wrong about."""

    BINDINGS = [
        Binding("enter", "start", "start"),
        Binding("enter", "resume", "continue"),
        Binding("d", "review", "due"),
        Binding("w", "watch", "watch"),
        Binding("slash", "ask", "ask-case", key_display="/"),
        Binding("l", "lessons", "lessons"),
        Binding("m", "dilemmas", "dilemmas"),
        Binding("r", "app.record", "record"),
        Binding("f", "app.language", "language"),
        Binding("question_mark", "app.help", "help"),
        Binding("q", "app.leave", "quit"),
        Binding("comma", "app.settings", "settings"),
    ]

    def __init__(self, roots: tuple[Path, ...], gradebook: Path) -> None:
        """`roots` are the places with cases."""
        super().__init__()
        self._roots = roots
        self._gradebook = gradebook
        self._glance = Glance(None, 0)
        self.opening = False
        """Whether a lesson is being opened: keys are then kept for it."""
        self.news: Callable[[], Sequence[str]] = list
        """What has changed since the learner was here, in sentences; asked when home is seen."""

    def compose(self) -> ComposeResult:
        """The bars and, between them, a few lines."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(id="intro")
            yield Brief()
            yield Static(id="news")
            yield Static(id="said", classes="note")
        yield KeyBar(most=2)

    def on_mount(self) -> None:
        """Says that something is being opened; what comes next is said as home is shown, before the first frame."""
        if self.opening:
            self.note(words_of(self).say("app.loading"))

    def on_screen_resume(self) -> None:
        """Looks again after a lesson; what kept one from opening stays said."""
        self.spoken()

    def on_screen_suspend(self) -> None:
        """Leaves nothing said for the next time."""
        self.query_one("#said", Static).update("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a lesson is being opened no key does anything here."""
        del parameters
        found = self._glance.next
        if action in {"start", "resume"} and (found is None or bool(found.steps) != (action == "resume")):
            return False
        if action == "review" and not self._glance.due:
            return False
        if action == "watch" and not self._glance.watched:
            return False
        return not self.opening

    def take(self, gradebook: Path) -> None:
        """Shows what comes next for the learner of another gradebook."""
        self._gradebook = gradebook
        self.note("")
        self.spoken()

    def note(self, sentence: str) -> None:
        """Says a sentence below what comes next."""
        self.query_one("#said", Static).update(Content(sentence))

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words = words_of(self)
        found = glance(self._roots, self._gradebook, words.language)
        self._glance = found
        bar = self.query_one(TopBar)
        bar.left = words.say("app.title")
        bar.right = f"{found.next.case_title if found.next else ''}   {languages(words.language)}".strip()
        self.query_one(Brief).show((self._next(), *self._due()))
        intro = self.query_one("#intro", Static)
        intro.display = found.fresh
        intro.update(Content(words.say("app.intro") + "\n"))
        self.query_one("#news", Static).update(Content("\n").join(Content(f"\n{text}") for text in self._news()))
        if found.trouble is not None:
            self.note(words.say(f"error.{found.trouble}", file=str(self._gradebook), why=""))
        self.query_one(KeyBar).refresh()

    def _next(self) -> Told:
        """What comes next, and how far or how long it is."""
        words = words_of(self)
        found = self._glance.next
        if found is None:
            return Told("", "", words.say("app.all-done" if self._glance.cases else "app.no-cases"))
        left = (
            max(1, round(found.minutes * (found.steps - found.place) / found.steps)) if found.steps else found.minutes
        )
        how_far = (
            words.say("app.step", n=found.place + 1, of=found.steps, minutes=left)
            if found.steps
            else words.say("app.minutes", n=found.minutes)
        )
        title = words.say("app.lesson-line", n=found.number, title=found.title)
        return Told("next", words.say("app.next"), title, how_far)

    @on(Brief.Chosen)
    def _told_chosen(self, message: Brief.Chosen) -> None:
        if not self.opening:
            if message.name == "next":
                self.action_start()
            elif message.name == "due":
                self.action_review()
            else:
                self.action_watch()

    def _due(self) -> list[Told]:
        """How many questions are due, and what the learner was sure of and wrong about; nothing where nothing is."""
        words, found = words_of(self), self._glance
        lines = []
        if found.due:
            key = "app.away-line" if found.away else "app.due-line"
            minutes = max(1, found.due // 2)
            said = words.say(key, n=found.due, minutes=minutes, knew=found.knew, of=found.of)
            lines.append(Told("due", words.say("app.due"), said))
        if found.watched:
            said = words.say("app.watch-line", n=found.watched, day=words.date(found.since))
            lines.append(Told("watched", words.say("app.watch"), said))
        return lines

    def action_ask(self) -> None:
        """Opens a conversation in which the learner asks."""
        self.opening = True
        self.note(words_of(self).say("app.loading"))
        self.post_message(self.LessonWanted(ASK))

    def _news(self) -> Sequence[str]:
        return [] if self.opening else self.news()

    def action_review(self) -> None:
        """Opens a review of what is due."""
        self.opening = True
        self.note(words_of(self).say("app.loading"))
        self.post_message(self.LessonWanted(DUE))

    def action_start(self) -> None:
        """Opens the next lesson."""
        found = self._glance.next
        if found is not None:
            self.opening = True
            self.note(words_of(self).say("app.loading"))
            self.post_message(self.LessonWanted(f"{found.case}/{found.lesson}"))

    def action_resume(self) -> None:
        """Goes on with the lesson that is open."""
        self.action_start()

    def action_watch(self) -> None:
        """Shows the answers that were sure, and wrong."""
        self.post_message(self.WatchedWanted())

    def action_lessons(self) -> None:
        """Lists the lessons."""
        self.post_message(self.LessonsWanted())

    def action_dilemmas(self) -> None:
        """Lists the dilemmas."""
        self.post_message(self.DilemmasWanted())
