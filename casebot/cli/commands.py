"""Which arguments does each command take?"""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Final

from casebot.words.words import Words


class Form:
    """A parser to be filled, with its help in the language of the words; options not given leave what is usual."""

    def __init__(self, parser: ArgumentParser, words: Words) -> None:
        self.parser = parser
        self.words = words

    def option(self, name: str, key: str, *, shown: str = "", **more: object) -> None:
        """An option; `key` is that of its help under `cli`, `shown` stands for its value in the help."""
        settings = {"default": SUPPRESS, "help": self.words.say(f"cli.{key}")} | more
        if shown:
            settings["metavar"] = self._shown(shown)
        self.parser.add_argument(name, **settings)  # type: ignore[arg-type]

    def switch(self, name: str, key: str, **more: object) -> None:
        """An option without a value, off where it is not given."""
        self.option(name, key, **{"action": "store_true", "default": False} | more)  # type: ignore[arg-type]

    def place(self, name: str, key: str, shown: str, **more: object) -> None:
        """An argument by its place; `shown` stands for it in the help."""
        text = self.words.say(f"cli.{key}")
        self.parser.add_argument(name, metavar=self._shown(shown), help=text, **more)  # type: ignore[arg-type]

    def _shown(self, name: str) -> str:
        """What stands for a value in the help, in the language of the words."""
        return self.words.say(f"cli.value-{name}")

    def may(self, name: str, key: str, shown: str) -> None:
        """An argument by its place that may be left out."""
        self.place(name, key, shown, nargs="?", default="")


def _play(form: Form) -> None:
    form.may("lesson", "lesson", "lesson")
    form.option("--n", "n", dest="most", shown="n", type=_count)
    form.option("--shuffle", "shuffle", action="store_true")
    form.option("--test-out", "test-out", dest="test_out", action="store_true")


def _ask(form: Form) -> None:
    form.place("text", "text", "text", nargs="*")
    form.option("--case", "case", shown="case", default="")
    form.switch("--json", "json")
    form.switch("--batch", "batch")


def _due(form: Form) -> None:
    form.may("objective", "objective", "objective")
    form.switch("--ahead", "ahead")


def _record(form: Form) -> None:
    form.switch("--json", "json")
    form.switch("--answers", "record-answers", dest="answers")
    form.option("--find", "find", shown="words", default=None)


def _nothing(_: Form) -> None:
    """The shared options only."""


def _dilemmas(form: Form) -> None:
    form.may("dilemma", "dilemma", "dilemma")


def _export(form: Form) -> None:
    form.may("bank", "bank-to-print", "bank")
    form.option("--format", "export-format", dest="format", choices=["jsonl", "csv", "md", "html"], default="")
    form.switch("--positions", "positions")
    form.switch("--answers", "answers")


def _import(form: Form) -> None:
    form.place("file", "file-to-import", "file")


def _forget(form: Form) -> None:
    form.may("what", "forgotten", "forgotten")
    form.switch("--undo", "undo")
    form.switch("--yes", "yes")


def _backup(form: Form) -> None:
    form.place("file", "file-to-write", "file", type=Path)


def _restore(form: Form) -> None:
    form.place("file", "file-to-restore", "file", type=Path)


def _where(form: Form) -> None:
    form.switch("--json", "json")


def _check(form: Form) -> None:
    form.place("path", "path", "path", nargs="*", type=Path)
    form.option("--format", "format", choices=["full", "concise", "json"], default="full")
    form.switch("--strict", "strict")
    form.switch("--watch", "watch")
    form.switch("--no-generate", "no-generate", dest="generate", action="store_false", default=True)


def _try(form: Form) -> None:
    form.place("bank", "bank", "bank")
    form.place("item", "item", "item")
    form.place("answer", "answer", "answer")
    form.switch("--json", "json")
    form.switch("--trace", "trace")


def _preview(form: Form) -> None:
    form.place("lesson", "path-of-bank", "bank-file")
    form.option("--at", "at", shown="item", default="")


def _stats(form: Form) -> None:
    form.place("results", "results", "results", nargs="+", type=Path)
    form.switch("--json", "json")


def _review(form: Form) -> None:
    form.place("results", "results-and-banks", "results", nargs="+", type=Path)


def _new(form: Form) -> None:
    form.parser.add_argument("what", choices=["case", "bank"], help=form.words.say("cli.what"))
    form.place("name", "name", "name")
    form.option("--in", "in", dest="folder", shown="folder", default=".")


def _schema(form: Form) -> None:
    form.parser.add_argument("file", choices=["bank", "case", "lesson", "dilemmas"], help=form.words.say("cli.file"))


ARGUMENTS: Final[dict[str, Callable[[Form], None]]] = {
    "play": _play,
    "ask": _ask,
    "due": _due,
    "record": _record,
    "lessons": _nothing,
    "dilemmas": _dilemmas,
    "export": _export,
    "import": _import,
    "forget": _forget,
    "backup": _backup,
    "restore": _restore,
    "where": _where,
    "check": _check,
    "try": _try,
    "preview": _preview,
    "stats": _stats,
    "review": _review,
    "new": _new,
    "schema": _schema,
}
"""A command -> what asks for its arguments, in the order of the help."""
AUTHORS: Final = frozenset({"check", "try", "preview", "stats", "review", "new", "schema"})
"""Commands for those who write cases and banks, or look after them."""


def _count(text: str) -> int:
    """A number of questions, at least 1. Raises ValueError."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)
