"""How does the app look and behave as the learner wants it, from the first frame on and after every change?"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import constants
from textual.app import App
from textual.driver import Driver

from casebot.store.places import settings_file
from casebot.store.settings import Settings, read_settings, write_settings
from casebot.tui.speaking import Speaking
from casebot.tui.themes import DARK, SHADES, TERMINAL, THEMES
from casebot.words.words import Words

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.tui.screens.settings import SettingsScreen

Change = Callable[[Settings], Settings]
_MANY: Final = frozenset({"256", "truecolor"})


class Settled(Speaking):
    """An app with settings. A change of one takes effect at once and is kept."""

    def __init__(self, settings: Settings, learner: str, language: str, driver: type[Driver] | None) -> None:
        """Begins with what was set; `learner` and `language` may have been asked for in place of it."""
        colourless = "NO_COLOR" in os.environ
        super().__init__(driver_class=driver, ansi_color=True if colourless else None)
        self.settings = settings
        self.learner = learner
        self.words = Words(language)
        self.desk: Desk | None = None
        self.few_colours = colourless or self.console.color_system not in _MANY
        """Whether the terminal has 16 colours, or none are wanted: then its own two are used."""
        for theme in THEMES:
            self.register_theme(theme)
        if not self.few_colours:
            self._begin_in(self._wanted_theme())
        self._settle()

    def _begin_in(self, theme: str) -> None:
        """Takes the first theme before the style sheet is read: it is then not read again for it."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        for shade, worn in (("-dark-mode", self.current_theme.dark), ("-light-mode", not self.current_theme.dark)):
            self.set_class(worn, shade, update=False)

    def _wanted_theme(self) -> str:
        return self.settings.theme if self.settings.theme in self.available_themes else DARK.name

    def _settle(self) -> None:
        self.theme = TERMINAL.name if self.few_colours else self._wanted_theme()
        self.animation_level = "none" if self.settings.motion == "reduced" else constants.TEXTUAL_ANIMATIONS
        if self.desk is not None:
            self.desk.settle(self.settings, self.words.language)

    def change(self, how: Change) -> None:
        """Changes the settings, keeps the change beside those of other windows, and shows it on every screen."""
        self.settings = how(self.settings)
        self._settle()
        path = settings_file()
        try:
            write_settings(path, how(read_settings(path).settings))
        except OSError as error:
            why = error.strerror or type(error).__name__
            said = self.words.say("error.home-unusable", folder=str(path.parent), why=why)
            self.notify(said, severity="warning", markup=False)
        for screen in self.screen_stack:
            spoken = getattr(screen, "spoken", None)
            if spoken is not None:
                spoken()
            screen.refresh_bindings()

    def action_shade(self) -> None:
        """Goes from dark to light or back."""
        self.wear(SHADES.get(self.theme, DARK.name))

    def wear(self, theme: str) -> None:
        """Takes another theme."""
        self.change(lambda settings: settings._replace(theme=theme))

    def speak(self, language: str) -> None:
        """Speaks another language from now on, and the next time."""
        self.words = Words(language)
        self.change(lambda settings: settings._replace(language=language))

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        """Changes a setting."""
        self.change(message.how)

    def on_settings_screen_spoken(self, message: "SettingsScreen.Spoken") -> None:
        """Speaks the language that was asked for in the settings."""
        self.speak(message.language)


def theme_title(theme: str, words: Words) -> str:
    """What a theme is called: ours by what they are, the others by their names."""
    return words.say(f"theme.{theme}") if f"theme.{theme}" in words else theme


def theme_names(app: Settled) -> tuple[str, ...]:
    """The names of all themes, ours first."""
    ours = [theme.name for theme in THEMES]
    return (*ours, *sorted(app.available_themes.keys() - set(ours)))
