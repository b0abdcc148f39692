"""How are the help and the errors of the command line said, in the learner's language?

argparse says both in English, and gives its errors as sentences only.
"""

import re
from argparse import ArgumentParser, HelpFormatter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, NoReturn

from casebot.cli.commands import ARGUMENTS, AUTHORS
from casebot.words.words import Words

_NEAR: Final = 0.5
"""The share of letters, as difflib measures it, that a command has in common with one mistaken for it."""
_ERRORS: Final = {
    "wrong-choice": re.compile(
        r"argument (?P<name>.*?): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<all>.*)\)"
    ),
    "wrong-value": re.compile(r"argument (?P<name>.*?): invalid \S+ value: '?(?P<what>.*?)'?"),
    "no-value": re.compile(r"argument (?P<name>.*?): expected .*"),
    "no-such-option": re.compile(r"unrecognized arguments: (?P<what>.*)"),
    "missing": re.compile(r"the following arguments are required: (?P<what>.*)"),
}
"""The sentences of argparse, by what is said in their place."""


def told(message: str, words: Words) -> str:
    """An error of argparse in the words; one that is not known stays as it is."""
    for key, pattern in _ERRORS.items():
        found = pattern.fullmatch(message)
        if found is None:
            continue
        args = found.groupdict()
        if key == "wrong-choice" and not args["name"]:
            return _no_command(args["what"], words)
        if "all" in args:
            args["all"] = args["all"].replace("'", "")
        return words.say(f"cli.{key}", **args)
    return message


def _no_command(name: str, words: Words) -> str:
    near = get_close_matches(name, ARGUMENTS, n=1, cutoff=_NEAR)
    said = words.say("error.near", name=near[0]) if near else ""
    return words.say("cli.no-such-command", name=name, near=said)


class Parser(ArgumentParser):
    """A parser that speaks a language; that of a command which is only listed is never asked, and stays empty."""

    words: Words
    layout: type[HelpFormatter]

    def __init__(self, *, listed: bool = False, **more: object) -> None:
        if not listed:
            super().__init__(formatter_class=self.layout, add_help=False, allow_abbrev=False, **more)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Says what is wrong, and where help is; ends with status 2."""
        why = told(message, self.words)
        self.exit(2, f"casebot: {why} {self.words.say('cli.see-help', command=self.prog)}\n")

    def format_help(self) -> str:
        """The help; that of casebot itself lists the commands of learners before those of authors."""
        if self._subparsers is None:
            return super().format_help()
        shown = self._get_formatter()
        shown.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        shown.add_text(self.description)
        listed = self._subparsers._group_actions[0]  # noqa: SLF001 - argparse has no other way
        commands = list(listed._get_subactions())  # type: ignore[attr-defined]  # noqa: SLF001
        for key, kept in (("commands", False), ("author-commands", True)):
            self._list(shown, key, (each for each in commands if (each.dest in AUTHORS) == kept))
        self._list(shown, "options", self._optionals._group_actions)  # noqa: SLF001 - argparse has no other way
        return shown.format_help()

    def _list(self, shown: HelpFormatter, key: str, actions: Iterable[object]) -> None:
        shown.start_section(heading(key, self.words))
        shown.add_arguments(actions)  # type: ignore[arg-type]
        shown.end_section()


def heading(key: str, words: Words) -> str:
    """The heading of a part of the help, to which argparse adds a colon."""
    return words.say("cli.heading", title=words.say(f"cli.{key}"))
