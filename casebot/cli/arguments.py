"""What can be asked of the command `casebot`, and what was asked? In the language of the words."""

from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable
from pathlib import Path

from casebot import __version__
from casebot.words.words import Words


def read_options(arguments: list[str], words: Words) -> Namespace:
    """The arguments as options. Where an option stands, before or behind the command, makes no difference."""
    usual = Namespace(command="", lang="", learner="", cases_before=[], cases=[], plain=False, debug=False, lesson="")
    usual.most, usual.shuffle, usual.test_out = 0, False, False
    options = _parser(words).parse_args(arguments, usual)
    options.cases = [*options.cases_before, *options.cases]
    return options


def _parser(words: Words) -> ArgumentParser:
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
    option(play, "--n", "n", dest="most", metavar="N", type=_count)
    option(play, "--shuffle", "shuffle", action="store_true")
    option(play, "--test-out", "test-out", dest="test_out", action="store_true")
    ask = command("ask")
    ask.add_argument("text", nargs="*", metavar="TEXT", help=words.say("cli.text"))
    option(ask, "--case", "case", metavar="CASE", default="")
    option(ask, "--json", "json", action="store_true", default=False)
    option(ask, "--batch", "batch", action="store_true", default=False)
    due = command("due")
    due.add_argument("objective", nargs="?", default="", metavar="OBJECTIVE", help=words.say("cli.objective"))
    option(due, "--ahead", "ahead", action="store_true", default=False)
    record = command("record")
    option(record, "--json", "json", action="store_true", default=False)
    option(record, "--answers", "record-answers", dest="answers", action="store_true", default=False)
    option(record, "--find", "find", metavar="WORDS", default=None)
    command("lessons")
    weigh = command("dilemmas")
    weigh.add_argument("dilemma", nargs="?", default="", metavar="DILEMMA", help=words.say("cli.dilemma"))
    _for_keeping(command, option, words)
    _for_authors(command, option, words)
    _translate(parser, words)
    return parser


def _for_keeping(command: Callable[[str], ArgumentParser], option: Callable[..., None], words: Words) -> None:
    """The commands for what is kept: out, in, away, and to a safe place."""
    export = command("export")
    export.add_argument("bank", nargs="?", default="", metavar="BANK", help=words.say("cli.bank-to-print"))
    option(export, "--format", "export-format", dest="format", choices=["jsonl", "csv", "md", "html"], default="")
    option(export, "--positions", "positions", action="store_true", default=False)
    option(export, "--answers", "answers", action="store_true", default=False)
    command("import").add_argument("file", metavar="FILE", help=words.say("cli.file-to-import"))
    forget = command("forget")
    forget.add_argument("what", nargs="?", default="", metavar="LESSON|positions|all", help=words.say("cli.forgotten"))
    option(forget, "--undo", "undo", action="store_true", default=False)
    option(forget, "--yes", "yes", action="store_true", default=False)
    command("backup").add_argument("file", type=Path, metavar="FILE", help=words.say("cli.file-to-write"))
    command("restore").add_argument("file", type=Path, metavar="FILE", help=words.say("cli.file-to-restore"))
    option(command("where"), "--json", "json", action="store_true", default=False)


def _for_authors(command: Callable[[str], ArgumentParser], option: Callable[..., None], words: Words) -> None:
    """The commands of those who write banks and cases."""
    check = command("check")
    check.add_argument("path", nargs="*", type=Path, metavar="PATH", help=words.say("cli.path"))
    option(check, "--format", "format", choices=["full", "concise", "json"], default="full")
    option(check, "--strict", "strict", action="store_true", default=False)
    option(check, "--watch", "watch", action="store_true", default=False)
    option(check, "--no-generate", "no-generate", dest="generate", action="store_false", default=True)
    trial = command("try")
    trial.add_argument("bank", metavar="BANK", help=words.say("cli.bank"))
    trial.add_argument("item", metavar="ITEM", help=words.say("cli.item"))
    trial.add_argument("answer", metavar="ANSWER", help=words.say("cli.answer"))
    option(trial, "--json", "json", action="store_true", default=False)
    option(trial, "--trace", "trace", action="store_true", default=False)
    preview = command("preview")
    preview.add_argument("lesson", metavar="BANK.toml", help=words.say("cli.path-of-bank"))
    option(preview, "--at", "at", metavar="ITEM", default="")
    stats = command("stats")
    stats.add_argument("results", nargs="+", type=Path, metavar="RESULTS", help=words.say("cli.results"))
    option(stats, "--json", "json", action="store_true", default=False)
    review = command("review")
    review.add_argument("results", nargs="+", type=Path, metavar="RESULTS", help=words.say("cli.results-and-banks"))
    new = command("new")
    new.add_argument("what", choices=["case", "bank"], help=words.say("cli.what"))
    new.add_argument("name", metavar="NAME", help=words.say("cli.name"))
    option(new, "--in", "in", dest="folder", metavar="FOLDER", default=".")
    command("schema").add_argument("file", choices=["bank", "case", "lesson", "dilemmas"], help=words.say("cli.file"))


def _count(text: str) -> int:
    """A number of questions, at least 1. Raises ValueError."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def _translate(parser: ArgumentParser, words: Words) -> None:
    """Gives the headings of a parser's help in the language of the words."""
    parser._positionals.title = words.say("cli.arguments")  # noqa: SLF001 - argparse has no other way
    parser._optionals.title = words.say("cli.options")  # noqa: SLF001
