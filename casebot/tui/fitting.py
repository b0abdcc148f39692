"""Does the window have room? Where it has none, one sentence asks for more."""

from collections.abc import Callable
from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from casebot.tui.screens.small import SmallScreen, fits
from casebot.tui.settled import Settled

T = TypeVar("T")


class Fitting(Settled):
    """An app whose screens come back as they were once the window is large enough again."""

    def show(self, screen: Screen[T], then: Callable[[T | None], None] | None = None) -> None:
        """Shows a screen, where the window has room for it."""
        if isinstance(self.screen, SmallScreen):
            self.pop_screen()
        self.push_screen(screen, then)
        self._fit(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Asks for a larger window where nothing fits."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        small = isinstance(self.screen, SmallScreen)
        if small == fits(size):
            if small:
                self.pop_screen()
            else:
                self.push_screen(SmallScreen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a window where nothing fits one can only leave; only some terminals can suspend."""
        del parameters
        if action == "suspend_process":
            return self._driver is not None and self._driver.can_suspend
        return action in {"interrupt", "leave"} or not self.screen_stack or not isinstance(self.screen, SmallScreen)


def fitting(screen: Screen[T]) -> Fitting:
    """The app that shows a screen. Raises TypeError where it is another one."""
    if not isinstance(screen.app, Fitting):
        raise TypeError(f"{type(screen.app).__name__} shows no screens")
    return screen.app
