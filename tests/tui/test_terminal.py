"""casebot in a real pseudo-terminal: early keys, a kill, and how the terminal is left."""

import os
import pty
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from casebot.model.attempt import Attempt
from casebot.store.gradebook import Gradebook
from casebot.store.places import gradebook_file, settings_file
from casebot.store.settings import Settings, write_settings
from tests.tui.screen import PLACE, prepare

EARLY = 0.08
"""Seconds after the start at which a hurried learner types."""


class Terminal:
    """A casebot on a terminal of its own."""

    def __init__(self, *arguments: str, program: str = "", **variables: str) -> None:
        self.seen = b""
        command = [sys.executable, *([program] if program else ["-m", "casebot"]), *arguments]
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"} | variables)
            os.execv(sys.executable, command)  # noqa: S606 - our own program
        self.before = termios.tcgetattr(self.file)

    def type(self, text: str) -> None:
        os.write(self.file, text.encode())

    def read(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and select.select([self.file], [], [], end - time.monotonic())[0]:
            try:
                chunk = os.read(self.file, 65536)
            except OSError:
                return
            self.seen += chunk

    def until(self, text: str, seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while text.encode() not in self.seen and time.monotonic() < end:
            self.read(0.05)
        assert text.encode() in self.seen, self.seen[-2000:]

    def ended(self, seconds: float = 15) -> int:
        """The exit status, once the program has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("it did not end")

    def kill(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0


@contextmanager
def terminal(*arguments: str, program: str = "", **variables: str) -> Iterator[Terminal]:
    started = Terminal(*arguments, program=program, **variables)
    try:
        yield started
    finally:
        with suppress(ProcessLookupError):
            started.kill()
        os.close(started.file)


def lesson(*more: str) -> tuple[str, ...]:
    write_settings(settings_file(), Settings(certainty=False))
    return ("play", "small/first", "--cases", str(PLACE), *more)


def attempts() -> list[Attempt]:
    book = Gradebook(gradebook_file("learner"))
    try:
        return book.attempts()
    finally:
        book.close()


@pytest.mark.startup
@pytest.mark.parametrize("early", [EARLY, 0.3])
def test_what_is_typed_before_the_first_frame_is_sent_once(early: float) -> None:
    prepare("ask-city")
    done = len(attempts())
    with terminal(*lesson()) as screen:
        time.sleep(early)
        screen.type("abc\r")
        screen.until("Not yet")
        assert b"abc\r\n" not in screen.seen, "the terminal echoed what was typed"
    assert [each.response for each in attempts()[done:]] == ["abc"]


@pytest.mark.startup
@pytest.mark.parametrize("when", [EARLY, 0.3])
def test_an_early_ctrl_c_leaves_the_terminal_as_it_was(when: float) -> None:
    with terminal(*lesson()) as screen:
        time.sleep(when)
        screen.type("\x03")
        screen.read(0.3)
        screen.type("\x03")
        assert screen.ended() in {0, 130, -signal.SIGINT}
        assert termios.tcgetattr(screen.file) == screen.before
        assert b"Traceback" not in screen.seen or when == EARLY, "before casebot began, Python speaks for itself"


def test_leaving_leaves_the_terminal_as_it_was() -> None:
    prepare("ask-city")
    with terminal(*lesson()) as screen:
        screen.until("Which paper")
        screen.type("\x11")
        assert screen.ended() == 0
        assert termios.tcgetattr(screen.file) == screen.before


def test_a_kill_in_the_middle_of_an_answer_loses_nothing() -> None:
    prepare("ask-city")
    kept = attempts()
    with terminal(*lesson()) as screen:
        screen.until("Which paper")
        screen.type("half an answer")
        screen.read(0.8)
        screen.kill()
    assert attempts() == kept
    with terminal(*lesson()) as screen:
        screen.until("half an answer")
        screen.until("Welcome back")
        screen.type("\r")
        screen.until("Not yet")
    assert attempts()[-1].response == "half an answer"


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "linux", "COLORTERM": ""}])
def test_a_screen_in_the_middle_of_a_lesson_needs_no_colour(variables: dict[str, str]) -> None:
    prepare("ask-city")
    with terminal(*lesson(), **variables) as screen:
        screen.until("Which paper")
        screen.until("Writing: Enter sends")
        codes = {code for codes in re.findall(rb"\x1b\[([\d;]*)m", screen.seen) for code in codes.split(b";")}
        assert codes <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9", b"39", b"49"}, "weight and reverse only"


def test_line_by_line_nothing_is_drawn() -> None:
    prepare("ask-city")
    with terminal(*lesson("--plain")) as screen:
        screen.until("Which paper")
        screen.type("City Gazete\n")
        screen.until("Right, spelling")
        screen.type("/quit\n")
        assert screen.ended() == 0
        assert not set(screen.seen) & (set(range(32)) - set(b"\r\n")), "no control character but ends of lines"


def test_ctrl_z_gives_the_terminal_back_and_fg_paints_anew() -> None:
    prepare("ask-city")
    with terminal(*lesson()) as screen:
        screen.until("Writing: Enter sends")
        screen.type("half")
        screen.until("half")
        screen.type("\x1a")
        end = time.monotonic() + 15
        while not (stopped := os.waitpid(screen.pid, os.WNOHANG | os.WUNTRACED))[0] and time.monotonic() < end:
            screen.read(0.05)
        assert os.WIFSTOPPED(stopped[1])
        assert termios.tcgetattr(screen.file)[3] & termios.ECHO
        assert termios.tcgetattr(screen.file)[3] & termios.ICANON
        assert b"\x1b[?1049l" in screen.seen, "the shell's own screen is back"
        screen.seen = b""
        os.kill(screen.pid, signal.SIGCONT)
        screen.until("Which paper")
        screen.until("half")
        screen.type(" past\r")
        screen.until("Not yet")
    assert attempts()[-1].response == "half past"


def test_a_crash_is_a_sentence_a_report_and_a_terminal_as_it_was(home: Path, tmp_path: Path) -> None:
    prepare("ask-city")
    broken = tmp_path / "broken.py"
    broken.write_text(CRASH)
    with terminal(*lesson(), program=str(broken)) as screen:
        screen.until("Which paper")
        screen.type("\x14")
        assert screen.ended() == 2
        assert termios.tcgetattr(screen.file) == screen.before
        assert b"stopped because of an error of its own" in screen.seen.replace(b"\r\n", b" ")
        assert b"Traceback" not in screen.seen
    assert "ZeroDivisionError" in (home / "crash-report.txt").read_text()


CRASH = """
import sys
from casebot import cli
import casebot.tui.screens.lesson as lesson
lesson.LessonScreen.action_do = lambda self, word: 1 / 0
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_house_of_the_tests_is_not_the_learners(home: Path) -> None:
    assert gradebook_file("learner").is_relative_to(home)


def test_a_broken_settings_file_is_set_aside_and_said_on_screen(home: Path) -> None:
    prepare("ask-city")
    settings_file().write_text("language = fr")
    with terminal("play", "small/first", "--cases", str(PLACE)) as screen:
        screen.until("Which paper")
        screen.until("The settings file could not be read")
    assert (home / "settings.broken.toml").read_text() == "language = fr"
