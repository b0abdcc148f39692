"""What state is the terminal in before the app draws, and after it?"""

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_INPUT, _LOCAL = 0, 3
"""Places in what `tcgetattr` returns."""
_LINES = termios.ECHO | termios.ICANON


def reads_lines(*, plain: bool) -> bool:
    """Whether the conversation is held line by line: asked for, no terminal, or one that cannot draw."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return plain or not terminal or os.environ.get("TERM", "dumb") in {"dumb", ""}


@contextmanager
def prepared() -> Iterator[None]:
    """Keeps keys that are pressed while the app is loading from being echoed or cut into lines; restores everything.

    Without this an early key is shown by the terminal, and an early Enter reaches the app as Ctrl+J. Ctrl+C still
    interrupts. Where there is no terminal nothing is done.
    """
    if not sys.stdin.isatty():
        yield
        return
    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    quiet = termios.tcgetattr(file)
    quiet[_LOCAL] &= ~_LINES
    quiet[_INPUT] &= ~termios.ICRNL
    termios.tcsetattr(file, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(file, termios.TCSADRAIN, before)


def cooked(attributes: list[Any]) -> list[Any]:
    """The attributes of a terminal with what `prepared` switches off switched on."""
    on = [*attributes]
    on[_LOCAL] |= _LINES
    on[_INPUT] |= termios.ICRNL
    return on
