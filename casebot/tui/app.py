"""The app: it starts with home, loads the rest behind the first frame, and hands the screens what they need."""

import asyncio
import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text
from textual import events, on, work
from textual.binding import Binding
from textual.command import CommandPalette
from textual.driver import Driver

from casebot.content.watch import LOOK, Seen, look
from casebot.model.languages import SPOKEN
from casebot.model.quiz import Quiz
from casebot.store.failure import MovedOnError, StoreError
from casebot.store.places import gradebook_file
from casebot.store.report import write_report
from casebot.store.settings import Settings
from casebot.tui.keying import Keying
from casebot.tui.opening import DILEMMA, name_again, take
from casebot.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.tui.screens.lesson import LessonScreen
    from casebot.tui.screens.settings import SettingsScreen

BEHIND: Final = 0.03
"""Seconds after the first frame at which the rest is loaded: then it costs the frame nothing."""
SOON: Final = (
    "casebot.desk.looking",
    "casebot.documents.news",
    "casebot.tui.screens.lesson",
    "casebot.tui.screens.record",
)
"""What home and its keys need next: imported behind home, since at the first use it would hold up the screen."""
CRASHED: Final = 2
NOTICED: Final = 15.0
"""Seconds for which what went wrong before the start is shown."""


class CasebotApp(Keying):
    """casebot on a terminal."""

    CSS_PATH = "casebot.tcss"
    TITLE = "casebot"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    BINDINGS = [
        Binding("ctrl+c", "interrupt", "quit-twice", show=False, priority=True, system=True),
        Binding("ctrl+q", "leave", "quit", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True, system=True),
        Binding("ctrl+p", "command_palette", "palette", priority=True, system=True),
        Binding("f1,question_mark", "help", "help", show=False),
        Binding("ctrl+l", "language", "language", show=False),
    ]

    def __init__(
        self,
        roots: tuple[Path, ...],
        settings: Settings,
        learner: str,
        language: str,
        lesson: str = "",
        *,
        debug: bool = False,
        driver: type[Driver] | None = None,
    ) -> None:
        """`lesson` ([CASE/]LESSON, or a dilemma) opens at once where it is named; `debug` shows details of an error."""
        super().__init__(settings, learner, language, driver)
        self.roots = roots
        self._watched: Seen | None = None
        self.quiz: Quiz | None = None
        """The bank to ask by itself: it opens where `wanted` is its file."""
        self.notice = ""
        """Something to say at the start."""
        self.wanted = lesson
        """The lesson to open as soon as the desk is there."""
        self._early: list[events.Key] = []
        self.home = HomeScreen(roots, self.gradebook)
        self.home.opening = bool(lesson)
        self._debugging = debug

    @property
    def gradebook(self) -> Path:
        """The learner's gradebook."""
        return gradebook_file(self.learner)

    def get_default_screen(self) -> HomeScreen:
        """Home, under all other screens."""
        return self.home

    def on_mount(self) -> None:
        """Loads the rest behind home."""
        if self.notice:
            self.notify(self.notice, severity="warning", timeout=NOTICED, markup=False)
        self.set_timer(BEHIND, self.load)

    def on_unmount(self) -> None:
        """Closes what was opened."""
        if self.desk is not None:
            self.desk.close()

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Opens the desk in a thread; says on home what kept it from opening."""
        _collect_again()
        try:
            self.desk = await asyncio.to_thread(self._open_desk)
        except StoreError as error:
            self.complain(self.words.say(f"error.{error.code}", **error.args_said))
            return
        self.desk.settle(self.settings, self.words.language)
        self.home.news = self.news
        self.home.spoken()
        if self.wanted:
            self.open_lesson(self.wanted)
        elif self.soon is not None:
            self.soon()

    def _open_desk(self) -> "Desk":
        from casebot.desk import open_desk

        desk = open_desk(self.roots, self.gradebook, self.settings, self.learner, self.words.language)
        for case in desk.library.ids():
            desk.case(case)
        for name in SOON:
            import_module(name)
        return desk

    @on(HomeScreen.LessonWanted)
    def _lesson_wanted(self, message: HomeScreen.LessonWanted) -> None:
        self.open_lesson(message.name)

    @on(HomeScreen.LessonsWanted)
    def _lessons_wanted(self) -> None:
        from casebot.tui.screens.lessons import LessonsScreen

        if self.desk is not None:
            self.show(LessonsScreen(self.desk), self._lesson_chosen)
        else:
            self.soon = self._lessons_wanted

    @on(HomeScreen.DilemmasWanted)
    def _dilemmas_wanted(self) -> None:
        from casebot.tui.screens.dilemmas import DilemmasScreen

        if self.desk is not None:
            self.show(DilemmasScreen(self.desk), self._dilemma_chosen)
        else:
            self.soon = self._dilemmas_wanted

    @on(HomeScreen.WatchedWanted)
    def _watched_wanted(self) -> None:
        self.show_watched()

    def _dilemma_chosen(self, name: str | None) -> None:
        if name:
            self.open_lesson(f"{DILEMMA}{name}")

    def on_lesson_screen_spoken(self, message: "LessonScreen.Spoken") -> None:
        """Speaks the language that was asked for in a lesson."""
        self.speak(message.language)

    def _lesson_chosen(self, name: str | None) -> None:
        if name:
            self.open_lesson(name)

    def open_lesson(self, name: str, *, again: bool = False) -> None:
        """Opens a lesson, or does so as soon as the desk is there; says what keeps it from opening.

        A finished one is opened to be read, unless it is taken `again`.
        """
        self.wanted = name
        if self.desk is None:
            self.load()
            return
        from casebot.desk import NotThereError
        from casebot.documents.refusals import refusal
        from casebot.tui.screens.lesson import LessonScreen

        try:
            reply = take(self.desk, name, self.quiz, again=again)
        except (NotThereError, StoreError) as error:
            self.complain(refusal(error, self.words))
            return
        except MovedOnError:
            self.complain(self.words.say("turn.moved-on"))
            return
        if reply is None:
            self.complain(self.words.say("app.nothing-due"))
            return
        self.wanted = ""
        self.home.opening = False
        self.show(LessonScreen(self.desk, reply), self._lesson_left)
        if self.quiz is not None and self.quiz.watch and self._watched is None:
            self._watched = look([Path(self.quiz.file)])
            self.set_interval(LOOK, self._reread)
        self.call_after_refresh(self._replay_keys)

    def _lesson_left(self, _: None) -> None:
        """Says on home that the lesson was forgotten in another window, if that is why it closed."""
        if self.desk is not None and self.desk.state is None:
            self.call_after_refresh(self.complain, self.words.say("turn.removed"))

    def _reread(self) -> None:
        """Reads the bank again when it was saved, and shows its question as it now is, or what is wrong with it."""
        reread = getattr(self.screen, "reread", None)
        if self.quiz is None or self.desk is None or reread is None:
            return
        path = Path(self.quiz.file)
        now = look([path])
        if now and now != self._watched:
            self._watched = now
            reread(self.desk.reread_bank(path))

    def on_lesson_screen_again(self) -> None:
        """Takes the lesson that is open once more."""
        state = self.desk.state if self.desk is not None else None
        if state is not None:
            self.pop_screen()
            self.open_lesson(name_again(state, self.quiz), again=True)

    def on_key(self, event: events.Key) -> None:
        """Keeps keys that are pressed while a lesson is being opened."""
        if self.wanted:
            self._early.append(event)

    def _replay_keys(self) -> None:
        """Gives the kept keys to the field of the open question; keys that would choose or go on unseen are dropped."""
        kept, self._early = self._early, []
        if getattr(self.screen, "writing", False):
            for event in kept:
                self.post_message(events.Key(event.key, event.character))

    def complain(self, sentence: str) -> None:
        """Says on home what went wrong; no lesson is being opened any more."""
        self.wanted = ""
        self._early.clear()
        self.home.opening = False
        self.home.note(sentence)
        self.home.refresh_bindings()

    def action_language(self, language: str = "") -> None:
        """Goes to a language; to the next where none is named."""
        language = language or SPOKEN[(SPOKEN.index(self.words.language) + 1) % len(SPOKEN)]
        turn = getattr(self.screen, "action_do", None)
        if turn is not None:
            turn(language)
        else:
            self.speak(language)

    def action_help(self) -> None:
        """Shows the keys of this place."""
        from casebot.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen | CommandPalette):
            self.show(HelpScreen(self.screen))

    def action_settings(self) -> None:
        """Shows the settings."""
        from casebot.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.show(SettingsScreen())

    def on_settings_screen_named(self, message: "SettingsScreen.Named") -> None:
        """Goes home, and on with the record of another learner."""
        self.go_home()
        self.learner = message.learner
        self.change(lambda settings: settings._replace(learner=message.learner))
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.home.take(self.gradebook)
        self.load()

    def action_command_palette(self) -> None:
        """Opens the palette."""
        from casebot.tui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self))

    def _fatal_error(self) -> None:
        """Ends with a sentence and a report, not with a traceback; Textual has no public place for this."""
        error = sys.exception()
        if self._debugging or error is None:
            super()._fatal_error()
            return
        report = write_report(error)
        self._exit_renderables.append(Text(self.words.say("error.crash", file=report or "-")))
        self._close_messages_no_wait()


def _collect_again() -> None:
    """Switches the collector on, if it was off for the start, and spares it what is loaded and stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class Start(NamedTuple):
    """What the app begins with; `notice` is said at once, `quiz` is asked where `wanted` is its file."""

    roots: tuple[Path, ...]
    settings: Settings
    learner: str
    language: str
    wanted: str
    quiz: Quiz | None
    notice: str
    debug: bool


def run(start: Start) -> int:
    """Runs the app until the learner leaves; returns the exit status, 2 after a crash."""
    from casebot.tui.driver import LenientDriver

    roots, settings, learner, language, wanted, quiz, notice, debug = start
    app = CasebotApp(roots, settings, learner, language, wanted, debug=debug, driver=LenientDriver)
    app.quiz, app.notice = quiz, notice
    app.run()
    return CRASHED if app.return_code else 0
