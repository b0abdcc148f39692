"""The command `casebot`: one file a command, and the only place that wires the parts together.

Imports stand where they are used: `--version` and `--help` load next to nothing, home loads only what it shows.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casebot import __version__

if TYPE_CHECKING:
    from casebot.words.words import Words

COULD_NOT_RUN = 2
STOPPED = 130
COMMANDS: Final = {
    "": "casebot.cli.play",
    "play": "casebot.cli.play",
    "lessons": "casebot.cli.lessons",
    "dilemmas": "casebot.cli.dilemmas",
    "due": "casebot.cli.due",
    "ask": "casebot.cli.ask",
    "record": "casebot.cli.record",
    "check": "casebot.cli.check",
    "try": "casebot.cli.trial",
    "new": "casebot.cli.new",
    "review": "casebot.cli.review",
    "preview": "casebot.cli.preview",
    "stats": "casebot.cli.stats",
    "export": "casebot.cli.export",
    "import": "casebot.cli.bring",
    "forget": "casebot.cli.forget",
    "backup": "casebot.cli.backup",
    "restore": "casebot.cli.restore",
    "where": "casebot.cli.where",
    "schema": "casebot.cli.schema",
}
"""A command -> the module whose `run` does it."""
_DRAWN: Final = frozenset({"", "play", "preview", "due", "dilemmas"})
"""Commands that may take the screen."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; returns its exit status: 0 done, 1 errors found or refused, 2 could not run, 130 interrupted."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"casebot {__version__}\n")
        return 0
    gc.disable()  # until the first frame, which the app tells, or the command: a twentieth of the time that it takes
    _open_streams()
    if _draws(arguments):
        from casebot.tui.terminal import prepared

        with prepared():
            return _guarded(arguments, drawn=True)
    return _guarded(arguments)


def _open_streams() -> None:
    """Lets no stream fail over a character; one that was closed before the start is read and written as empty."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _draws(arguments: list[str]) -> bool:
    """Whether the command will take the screen, so that early keys are kept from the first moment on."""
    told = {"-h", "--help", "--version"} | (COMMANDS.keys() - _DRAWN)
    if told & set(arguments):
        return False
    from casebot.tui.terminal import reads_lines

    return not reads_lines(plain="--plain" in arguments)


def _guarded(arguments: list[str], *, drawn: bool = False) -> int:
    """Runs a command; whatever goes wrong is said in a sentence."""
    from casebot.cli.arguments import read_options
    from casebot.cli.job import Job, complain
    from casebot.store.places import settings_file
    from casebot.store.settings import language_of, read_settings
    from casebot.words.words import Words

    read = read_settings(settings_file())
    words = Words(language_of(_wanted_language(arguments), read.settings))
    notice = words.say("error.settings-broken", file=read.set_aside) if read.set_aside is not None else ""
    if notice:
        complain(notice)
    try:
        options = read_options(arguments, words)
        if not drawn:
            gc.enable()
        return int(import_module(COMMANDS[options.command]).run(Job(options, words, read.settings, notice)))
    except KeyboardInterrupt:
        complain(words.say("error.interrupted"))
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if "--debug" in arguments:
            raise
        complain(_sentence(error, words))
        return COULD_NOT_RUN


def _wanted_language(arguments: list[str]) -> str:
    """The language asked for on the command line, before it is parsed: the help is in it."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _sentence(error: Exception, words: "Words") -> str:
    from casebot.desk import NotThereError
    from casebot.documents.refusals import refusal
    from casebot.store.failure import StoreError

    if isinstance(error, StoreError | NotThereError):
        return refusal(error, words)
    return words.say("error.unexpected", why=f"{type(error).__name__}: {error}")
