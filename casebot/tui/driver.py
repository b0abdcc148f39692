"""How are the bytes of the terminal read?"""

from codecs import getincrementaldecoder
from functools import partial

from textual.drivers import linux_driver


class LenientDriver(linux_driver.LinuxDriver):
    """A driver that takes bytes which are no UTF-8 for U+FFFD; Textual's own ends the program at the first of them."""

    def run_input_thread(self) -> None:
        """Reads the terminal until the program ends."""
        decoder = getincrementaldecoder("utf-8")
        linux_driver.getincrementaldecoder = lambda _: partial(decoder, errors="replace")  # type: ignore[attr-defined]
        super().run_input_thread()
