"""How the learner wants it: one row a setting; a change takes effect at once."""

from collections.abc import Sequence
from typing import Final, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen

from casebot.model.languages import SPOKEN
from casebot.store.places import LEARNER
from casebot.store.settings import MOST_A_DAY, MOTIONS
from casebot.tui.settled import Change, Settled, theme_names, theme_title
from casebot.tui.speaking import words_of
from casebot.tui.widgets.field import Field
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Entry, Menu
from casebot.tui.widgets.rule import Rule
from casebot.tui.widgets.topbar import TopBar, languages

ROWS: Final = ("language", "theme", "certainty", "daily-limit", "keep-positions", "motion", "learner")
WRITTEN: Final = frozenset({"daily-limit", "learner"})
"""Settings whose value can be typed."""
T = TypeVar("T")


class ValueField(Field):
    """The field for a value."""

    BINDINGS = [Binding("enter", "send", "keep"), Binding("escape", "leave", "back")]


class SettingsScreen(Screen[None]):
    """Changes one setting at a time; the app carries each change out."""

    class Changed(Message):
        """A setting was changed."""

        def __init__(self, how: Change) -> None:
            """`how` gives the settings that are wanted."""
            super().__init__()
            self.how = how

    class Spoken(Message):
        """Another language is wanted."""

        def __init__(self, language: str) -> None:
            """`language` is its code."""
            super().__init__()
            self.language = language

    class Named(Message):
        """Another learner's record is wanted."""

        def __init__(self, learner: str) -> None:
            """`learner` is the name."""
            super().__init__()
            self.learner = learner

    BINDINGS = [
        Binding("enter", "write", "write"),
        Binding("enter,space,right", "turn(1)", "change"),
        Binding("left", "turn(-1)", "change-back"),
        Binding("escape,q", "dismiss", "back"),
        Binding("question_mark", "app.help", "help"),
    ]

    def __init__(self) -> None:
        """At the first row."""
        super().__init__()
        self.writing = False
        """Whether keys are text now."""

    def compose(self) -> ComposeResult:
        """The bars, the rows, and a field that is there when a value is typed."""
        yield TopBar()
        with VerticalScroll(classes="body", can_focus=False):
            yield Menu()
        yield Rule()
        yield ValueField()
        yield KeyBar()

    def on_mount(self) -> None:
        """Lists the settings."""
        self._write(writing=False)

    @property
    def _app(self) -> Settled:
        app = self.app
        if not isinstance(app, Settled):
            raise TypeError(f"{type(app).__name__} has no settings")
        return app

    def spoken(self) -> None:
        """Says everything in the app's language."""
        words, values = words_of(self), self.values()
        bar = self.query_one(TopBar)
        bar.left, bar.right = words.say("app.settings"), languages(words.language)
        entries = (Entry(name, words.say(f"setting.{name}"), value=values[name]) for name in ROWS)
        self.query_one(Menu).show(tuple(entries))
        self._explain()

    @on(Menu.Moved)
    def _explain(self) -> None:
        """Says what the row under the cursor is, or what can be done in the field."""
        words, menu = words_of(self), self.query_one(Menu)
        about = words.say(f"setting.{menu.at}-does")
        if menu.at == "theme" and self._app.few_colours:
            about = words.say("setting.theme-fixed")
        self.query_one(Rule).said = words.say("app.label-value") if self.writing else about
        self.refresh_bindings()

    def values(self) -> dict[str, str]:
        """Every setting as it now is, in words."""
        app, words = self._app, words_of(self)
        settings = app.settings
        return {
            "language": words.say("name"),
            "theme": theme_title(app.theme, words),
            "certainty": words.say("setting.yes" if settings.certainty else "setting.no"),
            "daily-limit": words.number(settings.daily_limit),
            "keep-positions": words.say("setting.yes" if settings.keep_positions else "setting.no"),
            "motion": words.say(f"setting.motion-{settings.motion}"),
            "learner": app.learner if app.learner != LEARNER else words.say("setting.no-name"),
        }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works now is offered."""
        if not self.is_mounted:
            return True
        at = self.query_one(Menu).at
        if action == "write":
            return at in WRITTEN
        if action == "turn":
            return at != "learner" and not (at == "theme" and self._app.few_colours)
        return True

    def action_turn(self, by: int) -> None:
        """Takes the next value of the row, or the one before."""
        at = self.query_one(Menu).at
        if at == "language":
            self.post_message(self.Spoken(_next(SPOKEN, words_of(self).language, by)))
        else:
            self.post_message(self.Changed(self._turned(at, by)))

    def _turned(self, at: str, by: int) -> Change:
        now = self._app.settings
        theme = _next(theme_names(self._app), self._app.theme, by)
        certainty, positions = not now.certainty, not now.keep_positions
        limit, motion = _within(now.daily_limit + by), _next(MOTIONS, now.motion, by)
        match at:
            case "theme":
                return lambda settings: settings._replace(theme=theme)
            case "certainty":
                return lambda settings: settings._replace(certainty=certainty)
            case "daily-limit":
                return lambda settings: settings._replace(daily_limit=limit)
            case "keep-positions":
                return lambda settings: settings._replace(keep_positions=positions)
            case _:
                return lambda settings: settings._replace(motion=motion)

    def action_write(self) -> None:
        """Opens the field for a value."""
        self._write(writing=True)

    def _write(self, *, writing: bool) -> None:
        field, menu = self.query_one(ValueField), self.query_one(Menu)
        self.writing = field.display = writing
        if writing:
            learner = self._app.learner if self._app.learner != LEARNER else ""
            field.fill(learner if menu.at == "learner" else str(self._app.settings.daily_limit))
        (field if writing else menu).focus()
        self.call_after_refresh(self.spoken)

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        if message.entry in WRITTEN:
            self.action_write()
        elif self.check_action("turn", ()):
            self.action_turn(1)

    @on(Field.Left)
    def _left(self) -> None:
        self._write(writing=False)

    @on(Field.Sent)
    def _sent(self, message: Field.Sent) -> None:
        text = " ".join(message.text.split())
        if self.query_one(Menu).at == "learner":
            self.post_message(self.Named(text or LEARNER))
        elif text.isdecimal() and int(text[:9]) == _within(int(text[:9])):
            self.post_message(self.Changed(lambda settings: settings._replace(daily_limit=int(text))))
        else:
            self.query_one(Rule).said = words_of(self).say("app.label-limit", most=MOST_A_DAY)
            return
        self._write(writing=False)


def _next(values: Sequence[T], value: T, by: int) -> T:
    return values[(values.index(value) + by) % len(values)]


def _within(limit: int) -> int:
    return min(MOST_A_DAY, max(1, limit))
