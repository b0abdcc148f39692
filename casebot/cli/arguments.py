"""What can be asked of the command `casebot`, and what was asked? In the language of the words."""

import os
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from typing import Final

from casebot import __version__
from casebot.cli.commands import ARGUMENTS, Form
from casebot.cli.usage import Parser, heading
from casebot.words.words import Words

_USUAL: Final = 80
"""Columns of a terminal that tells none."""
_OUTPUT: Final = 1
"""The file that the help is written to."""


def read_options(arguments: list[str], words: Words) -> Namespace:
    """The arguments as options. Where an option stands, before or behind the command, makes no difference."""
    usual = Namespace(command="", lang="", learner="", cases_before=[], cases=[], plain=False, debug=False, lesson="")
    usual.most, usual.shuffle, usual.test_out = 0, False, False
    options = _parser(words, frozenset(arguments)).parse_args(arguments, usual)
    options.cases = [*options.cases_before, *options.cases]
    return options


def _parser(words: Words, asked: frozenset[str]) -> ArgumentParser:
    """The parser; only commands that are among the arguments have theirs filled, which is most of the work."""

    class Formatter(HelpFormatter):
        """Help in the language of the words, as wide as the terminal."""

        def __init__(self, prog: str, **more: object) -> None:
            """Asks for the width itself: argparse would load a module for packing files to do so."""
            super().__init__(prog, width=_columns() - 2, **more)  # type: ignore[arg-type]

        def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            """The usage line, its first word translated."""
            return super().add_usage(usage, actions, groups, f"{words.say('cli.usage')} " if prefix is None else prefix)

    class Speaking(Parser):
        """A parser that speaks the language of the words."""

    Speaking.words, Speaking.layout = words, Formatter
    parser = Speaking(prog="casebot", description=words.say("cli.description"))
    _share(Form(parser, words), "cases_before")
    Form(parser, words).option("--version", "version", action="version", version=f"casebot {__version__}")
    commands = parser.add_subparsers(
        title=words.say("cli.commands"), dest="command", metavar="", prog=parser.prog, parser_class=Speaking
    )
    for name, fill in ARGUMENTS.items():
        text = words.say(f"cli.{name}")
        command = commands.add_parser(name, help=text, description=text, listed=name not in asked)
        if name in asked:
            _share(Form(command, words), "cases")
            fill(Form(command, words))
    return parser


def _share(form: Form, cases: str) -> None:
    """Options that may stand before and behind a command; `cases` names where the folders are collected."""
    form.option("--lang", "lang", choices=["en", "fr"])
    form.option("--learner", "learner", shown="name")
    form.option("--cases", "cases", shown="folder", action="append", dest=cases)
    form.option("--plain", "plain", action="store_true")
    form.option("--debug", "debug", action="store_true")
    form.parser.add_argument("-h", "--help", action="help", default=SUPPRESS, help=form.words.say("cli.help"))
    form.parser._positionals.title = heading("arguments", form.words)  # noqa: SLF001 - argparse has no other way
    form.parser._optionals.title = heading("options", form.words)  # noqa: SLF001


def _columns() -> int:
    """The width of the terminal, or what COLUMNS says of it."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(_OUTPUT).columns or _USUAL
    except OSError:
        return _USUAL
