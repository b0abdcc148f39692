"""How is a program timed on a terminal of its own? Text is looked for once escape sequences are taken out."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_ESCAPE: Final = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\|\x1b.")
_ANSWERS: Final = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b[c", b"\x1b[?62;c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[?u", b"\x1b[?0u"),
)
"""What a terminal answers to what a program asks it."""
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""An installed program finds its modules compiled: the first run, which is not counted, compiles them here."""


class Pseudo:
    """A program on a pseudo-terminal; `start` is when it was begun."""

    def __init__(self, command: Sequence[str], more: Mapping[str, str], rows: int = 24, columns: int = 80) -> None:
        """Begins the program with these environment variables added."""
        self.raw = b""
        self.start = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            environment: Mapping[str, str] = {**os.environ, "TERM": "xterm-256color", **more}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - programs of the benchmark
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, wait: float) -> bool:
        """Reads what comes within `wait` seconds; False at the end of the stream."""
        if not select.select([self.file], [], [], wait)[0]:
            return True
        try:
            chunk = os.read(self.file, 1 << 16)
        except OSError:
            return False
        self.raw += chunk
        for asked, said in _ANSWERS:
            if asked in chunk:
                os.write(self.file, said)
        return bool(chunk)

    def until(self, text: str, seconds: float = 30) -> float:
        """When the text stood there, by `time.perf_counter`. Raises TimeoutError."""
        end = time.perf_counter() + seconds
        while text not in _ESCAPE.sub(b"", self.raw).decode("utf-8", "replace"):
            if time.perf_counter() > end or not self.read(0.2):
                raise TimeoutError(text)
        return time.perf_counter()

    def press(self, keys: str) -> None:
        """Types keys."""
        os.write(self.file, keys.encode())

    def press_until(self, keys: str, text: str) -> float:
        """Seconds from keys to a text that stands there then and did not before. Raises TimeoutError."""
        self.raw = b""
        start = time.perf_counter()
        self.press(keys)
        return self.until(text) - start

    def rest(self, silence: float = 0.25, seconds: float = 5) -> None:
        """Waits until nothing more is written."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            before = len(self.raw)
            self.read(silence)
            if len(self.raw) == before:
                return

    def next_paint(self, key: str, settle: float = 0.004) -> float:
        """Seconds from a key to the end of what it paints."""
        return self._painted(lambda: self.press(key), settle)

    def resize(self, rows: int, columns: int, settle: float = 0.04) -> float:
        """Seconds from a new size of the window to the end of what it paints."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        return self._painted(lambda: fcntl.ioctl(self.file, termios.TIOCSWINSZ, size), settle)

    def _painted(self, do: Callable[[], object], settle: float) -> float:
        self.raw = b""
        start = time.perf_counter()
        do()
        while not self.raw:
            if not self.read(1) or time.perf_counter() - start > 5:
                raise TimeoutError
        end = time.perf_counter()
        while True:
            before = len(self.raw)
            self.read(settle)
            if len(self.raw) == before:
                return end - start
            end = time.perf_counter()

    def memory(self) -> float:
        """Its own share of memory now, in MiB."""
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text("utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def close(self) -> None:
        """Ends the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.close(self.file)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


@contextmanager
def pseudo(command: Sequence[str], **more: str) -> Iterator[Pseudo]:
    """A program on a pseudo-terminal, ended at the end."""
    started = Pseudo(command, more)
    try:
        yield started
    finally:
        started.close()


def python(*arguments: str) -> list[str]:
    """The command that runs this Python with these arguments."""
    return [sys.executable, *arguments]
