"""The command `casebot`: one function a command, and the only place that wires the parts together.

Imports stand where they are used: `--version` and `--help` load next to nothing, home loads only what it shows.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from casebot import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from casebot.desk import Desk
    from casebot.store.settings import Settings
    from casebot.words.words import Words

COULD_NOT_RUN = 2
FOUND = 1
STOPPED = 130
TOLD = ("lessons", "check")
"""Commands that print and need no screen."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; returns its exit status: 0 done, 1 errors found or refused, 2 could not run, 130 interrupted."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"casebot {__version__}\n")
        return 0
    _open_streams()
    if _draws(arguments):
        from casebot.tui.terminal import prepared

        with prepared():
            return _guarded(arguments)
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
    return not _wants_lines("--plain" in arguments) and not {"-h", "--help", "--version", *TOLD} & set(arguments)


def _guarded(arguments: list[str]) -> int:
    """Runs a command; whatever goes wrong is said in a sentence."""
    from casebot.store.places import settings_file
    from casebot.store.settings import language_of, read_settings
    from casebot.words.words import Words

    read = read_settings(settings_file())
    words = Words(language_of(_wanted_language(arguments), read.settings))
    if read.set_aside is not None:
        _complain(words.say("error.settings-broken", file=read.set_aside))
    try:
        return _command(_options(arguments, words), words, read.settings)
    except KeyboardInterrupt:
        _complain(words.say("error.interrupted"))
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if "--debug" in arguments:
            raise
        _complain(_sentence(error, words))
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


def _complain(sentence: str) -> None:
    sys.stderr.write(f"casebot: {sentence}\n")


def _options(arguments: list[str], words: "Words") -> "Namespace":
    """The arguments as options. Where an option stands, before or behind the command, makes no difference."""
    from argparse import Namespace

    usual = Namespace(command="", lang="", learner="", cases_before=[], cases=[], plain=False, debug=False, lesson="")
    options = _parser(words).parse_args(arguments, usual)
    options.cases = [*options.cases_before, *options.cases]
    return options


def _parser(words: "Words") -> "ArgumentParser":
    from argparse import SUPPRESS, ArgumentParser, HelpFormatter

    class Formatter(HelpFormatter):
        """Help in the language of the words."""

        def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            """The usage line, its first word translated."""
            return super().add_usage(usage, actions, groups, f"{words.say('cli.usage')} " if prefix is None else prefix)

    def option(parser: ArgumentParser, name: str, key: str, **more: object) -> None:
        settings = {"default": SUPPRESS, "help": words.say(f"cli.{key}")} | more
        parser.add_argument(name, **settings)  # type: ignore[arg-type]

    def shared(cases: str) -> ArgumentParser:
        """Options that may stand before and behind a command; `cases` names where the folders are collected."""
        made = ArgumentParser(add_help=False)
        option(made, "--lang", "lang", choices=["en", "fr"])
        option(made, "--learner", "learner", metavar="NAME")
        option(made, "--cases", "cases", metavar="FOLDER", action="append", dest=cases)
        option(made, "--plain", "plain", action="store_true")
        option(made, "--debug", "debug", action="store_true")
        made.add_argument("-h", "--help", action="help", default=SUPPRESS, help=words.say("cli.help"))
        return made

    parser = ArgumentParser(
        "casebot",
        description=words.say("cli.description"),
        formatter_class=Formatter,
        parents=[shared("cases_before")],
        add_help=False,
        allow_abbrev=False,
    )
    option(parser, "--version", "version", action="version", version=f"casebot {__version__}")
    commands = parser.add_subparsers(title=words.say("cli.commands"), dest="command", metavar="")

    def command(name: str) -> ArgumentParser:
        text = words.say(f"cli.{name}")
        made = commands.add_parser(
            name,
            help=text,
            description=text,
            formatter_class=Formatter,
            parents=[shared("cases")],
            add_help=False,
            allow_abbrev=False,
        )
        _translate(made, words)
        return made

    play = command("play")
    play.add_argument("lesson", nargs="?", default="", metavar="LESSON", help=words.say("cli.lesson"))
    command("lessons")
    check = command("check")
    check.add_argument("path", nargs="*", type=Path, metavar="PATH", help=words.say("cli.path"))
    option(check, "--format", "format", choices=["full", "concise", "json"], default="full")
    option(check, "--strict", "strict", action="store_true", default=False)
    _translate(parser, words)
    return parser


def _translate(parser: "ArgumentParser", words: "Words") -> None:
    """Gives the headings of a parser's help in the language of the words."""
    parser._positionals.title = words.say("cli.arguments")  # noqa: SLF001 - argparse has no other way
    parser._optionals.title = words.say("cli.options")  # noqa: SLF001


def _command(options: "Namespace", words: "Words", settings: "Settings") -> int:
    match options.command:
        case "lessons":
            return _lessons(options, words, settings)
        case "check":
            return _check(options, words)
        case _:
            return _play(options, words, settings)


def _roots(options: "Namespace") -> tuple[Path, ...]:
    """The places with cases; a folder that was named and is none is told."""
    from casebot.content.places import folder, places
    from casebot.desk import NotThereError

    for name in options.cases:
        if not folder(name).is_dir():
            raise NotThereError("no-folder", name)
    return places(options.cases)


def _learner(options: "Namespace", settings: "Settings") -> str:
    from casebot.model.response import clean

    return clean(options.learner) or settings.learner


def _desk(options: "Namespace", words: "Words", settings: "Settings") -> "Desk":
    from casebot.desk import open_desk
    from casebot.store.places import gradebook_file

    learner = _learner(options, settings)
    return open_desk(_roots(options), gradebook_file(learner), settings, learner, words.language)


def _wants_lines(plain: bool) -> bool:
    """Whether the conversation is held line by line: asked for, no terminal, or one that cannot draw."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return plain or not terminal or os.environ.get("TERM", "dumb") in {"dumb", ""}


def _play(options: "Namespace", words: "Words", settings: "Settings") -> int:
    """Home, or a lesson; line by line it is the lesson named, or the one that home would offer."""
    from casebot.glance import glance, lesson_names
    from casebot.store.places import gradebook_file

    roots, learner = _roots(options), _learner(options, settings)
    lesson = options.lesson
    if not _wants_lines(options.plain):
        from casebot.tui.app import run

        names = lesson_names(roots)
        if not lesson or lesson in names or any(name.endswith(f"/{lesson}") for name in names):
            return run(roots, settings, learner, words.language, lesson, debug=options.debug)
    if not lesson:
        found = glance(roots, gradebook_file(learner), words.language)
        if found.next is None:
            return _lessons(options, words, settings)
        lesson = f"{found.next.case}/{found.next.lesson}"
    with _desk(options, words, settings) as desk:
        return _play_lines(desk, lesson, words)


def _play_lines(desk: "Desk", lesson: str, words: "Words") -> int:
    from casebot.plain import Conversation
    from casebot.words.words import Words

    reply = desk.take_lesson(*desk.find_lesson(lesson))
    if desk.broken:
        _complain(words.say("turn.content-broken"))
    status = Conversation(desk, Words, sys.stdin, sys.stdout).hold(reply, resumed=not reply.turns)
    if desk.language != words.language:
        _keep_language(desk, words)
    return status


def _keep_language(desk: "Desk", words: "Words") -> None:
    """Keeps the language that was changed to in the conversation for the next time."""
    from dataclasses import replace

    from casebot.store.places import settings_file
    from casebot.store.settings import write_settings

    path = settings_file()
    try:
        write_settings(path, replace(desk.settings, language=desk.language))
    except OSError as error:
        _complain(words.say("error.home-unusable", folder=path.parent, why=error.strerror or type(error).__name__))


def _lessons(options: "Namespace", words: "Words", settings: "Settings") -> int:
    from casebot.documents.lessons import how_far

    with _desk(options, words, settings) as desk:
        lines = desk.lessons()
    if not lines:
        _complain(words.say("app.no-cases"))
        return COULD_NOT_RUN
    width = max(len(f"{line.case}/{line.entry.id}") for line in lines)
    for line in lines:
        name = f"{line.case}/{line.entry.id}"
        title = words.typeset(line.entry.title.show(words.language))
        sys.stdout.write(f"{line.number}  {name:<{width}}  {title}  ({how_far(line, words)})\n")
    return 0


def _check(options: "Namespace", words: "Words") -> int:
    from casebot.content.check import check
    from casebot.content.finding import Finding
    from casebot.content.targets import targets
    from casebot.documents import findings as shown

    found: list[Finding] = []
    files = 0
    for target in targets(options.path, _roots(options)):
        more, read = check(target)
        found += more
        files += read
    if not files:
        paths = options.path or _roots(options)
        _complain(words.say("check.nothing", path=", ".join(map(str, paths))))
        return COULD_NOT_RUN
    if options.format == "json":
        sys.stdout.write(shown.as_json(found, words) + "\n")
    else:
        for finding in found:
            text = shown.concise(finding, words) if options.format == "concise" else shown.full(finding, words, _line)
            sys.stdout.write(text + "\n")
        sys.stderr.write(shown.summary(found, files, words) + "\n")
    failed = any(finding.severity == "error" for finding in found) or (options.strict and found)
    return FOUND if failed else 0


def _line(file: str, number: int) -> str:
    path = Path(file)
    try:
        rows = path.read_text("utf-8-sig", errors="replace").splitlines() if path.is_file() else []
    except OSError:
        return ""
    return rows[number - 1] if 0 < number <= len(rows) else ""
