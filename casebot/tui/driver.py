"""How are the bytes of the terminal read, and how is it given back?"""

import termios
from codecs import getincrementaldecoder
from functools import partial

from textual.drivers import linux_driver

from casebot.tui.terminal import cooked


class LenientDriver(linux_driver.LinuxDriver):
    """A driver that takes bytes which are no UTF-8 for U+FFFD; Textual's own ends the program at the first of them.

    A shell that gets the terminal back while the app is suspended finds echo and lines there, although the app found
    them off (`terminal.prepared`); dash does not switch them on by itself.
    """

    def run_input_thread(self) -> None:
        """Reads the terminal until the program ends."""
        decoder = getincrementaldecoder("utf-8")
        linux_driver.getincrementaldecoder = lambda _: partial(decoder, errors="replace")  # type: ignore[attr-defined]
        super().run_input_thread()

    def suspend_application_mode(self) -> None:
        """Gives the terminal to the shell."""
        super().suspend_application_mode()
        if self.attrs_before is not None:
            termios.tcsetattr(self.fileno, termios.TCSANOW, cooked(self.attrs_before))
