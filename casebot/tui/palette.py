"""What can be done from here? Everything, by name, in the learner's language."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.fuzzy import Matcher
from textual.screen import Screen

from casebot.grading.normalise import fold
from casebot.model.languages import SPOKEN
from casebot.store.failure import StoreError
from casebot.tui.lesson_keys import does
from casebot.tui.opening import ASK, DILEMMA
from casebot.tui.settled import Settled, theme_names, theme_title
from casebot.tui.speaking import Speaking
from casebot.tutoring.expectation import Expects
from casebot.words.words import Words

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.tui.app import CasebotApp

_KEYS: Final = 30
"""The column of the keys."""
_MOVES: Final = frozenset({"palette", "choose", "select", "scroll", "change", "change-back"})
"""What only a key or the mouse can do where one is."""
_AT_HOME: Final = 2
"""Screens that are open where the palette is opened at home: home and the palette."""


class Command(NamedTuple):
    """Something that can be done: its name, its key if it has one, and how it is done.

    `known` is whether it is listed before anything is typed.
    """

    name: str
    key: str
    do: Callable[[], object]
    known: bool = True


def everything(app: "CasebotApp", screen: Screen[object]) -> Iterator[Command]:
    """Everything that can be done in a place, and what can be done anywhere."""
    words = app.words
    yield from keyed(app, screen)
    do = getattr(screen, "action_do", None)
    if do is not None and app.desk is not None:
        yield from commanded(app.desk.expects, do, words)
    if len(app.screen_stack) > _AT_HOME:
        yield Command(words.say("key.home"), "", app.go_home)
    yield Command(words.say("key.record"), "", partial(app.from_home, app.action_record))
    yield Command(words.say("key.search"), "", app.action_search)
    yield Command(words.say("key.ask-case"), "", partial(app.open_from_home, ASK))
    yield Command(words.say("key.settings"), "", app.action_settings)
    for language in SPOKEN:
        name = words.say("app.palette-language", name=Words(language).say("name"))
        yield Command(name, "", partial(app.speak, language))
    if app.desk is not None:
        yield from contents(app, app.desk)
    if not app.few_colours:
        yield from themed(app)


def contents(app: "CasebotApp", desk: "Desk") -> Iterator[Command]:
    """The lessons and the dilemmas; none where the gradebook cannot be read, which home tells."""
    words = app.words
    try:
        lessons, dilemmas = desk.lessons(), desk.dilemmas()
    except StoreError:
        return
    for line in lessons:
        title = words.typeset(line.entry.title.show(words.language))
        name = words.say("app.lesson-line", n=line.number, title=title)
        yield Command(name, "", partial(app.open_from_home, f"{line.case}/{line.entry.id}"))
    for each in dilemmas:
        question = words.typeset(each.sides.dilemma.question.show(words.language))
        name = words.say("app.palette-dilemma", name=question)
        yield Command(name, "", partial(app.open_from_home, f"{DILEMMA}{each.name}"))


def keyed(app: Speaking, screen: Screen[object]) -> Iterator[Command]:
    """What the keys of a place do, once each."""
    told: set[str] = set()
    for active in sorted(screen.active_bindings.values(), key=lambda active: not active.binding.show):
        binding = active.binding
        key = f"key.{binding.description}"
        if active.enabled and key not in told and key in app.words and binding.description not in _MOVES:
            told.add(key)
            do = partial(app.call_later, app.run_action, binding.action, active.node)
            yield Command(app.words.say(key), app.spelt_key(binding), do)


def commanded(expects: Expects, do: Callable[[str], object], words: Words) -> Iterator[Command]:
    """The commands of a lesson that do something now, also while an answer is being written."""
    for word in ("hint", "why", "source", "skip", "repeat", "back", "appeal"):
        if does(word, expects):
            yield Command(words.say(f"key.{word}"), words.say(f"command.{word}"), partial(do, word))


def themed(app: Settled) -> Iterator[Command]:
    """The themes, and the other one of a pair; all but ours are found by typing."""
    words = app.words
    yield Command(words.say("key.theme"), "", app.action_shade)
    for theme in theme_names(app):
        name = words.say("app.palette-theme", name=theme_title(theme, words))
        yield Command(name, "", partial(app.wear, theme), known=f"theme.{theme}" in words)


class Palette(CommandPalette):
    """A list of commands that typing narrows; nothing in it blinks."""

    def __init__(self, app: "CasebotApp") -> None:
        """`app` is asked what can be done."""

        class Told(Provider):
            async def discover(self) -> Hits:
                for command in self._all():
                    if command.known:
                        yield DiscoveryHit(_row(command), command.do, command.name)

            async def search(self, query: str) -> Hits:
                matcher = Matcher(_bare(query))
                found = [(matcher.match(_bare(command.name)), command) for command in self._all()]
                hits = [Hit(score, _row(command), command.do, command.name) for score, command in found if score]
                nothing = app.words.say("app.palette-nothing")
                for hit in hits or [Hit(0, Text(nothing), lambda: None, nothing)]:
                    yield hit

            def _all(self) -> list[Command]:
                once = {command.name: command for command in reversed(list(everything(app, self.screen)))}
                return list(reversed(once.values()))

        super().__init__([Told], placeholder=app.words.say("app.palette"), id="--command-palette")

    def on_mount(self) -> None:
        """Keeps the cursor from blinking."""
        self.query_one(CommandInput).cursor_blink = False


def _bare(text: str) -> str:
    """A text as it is typed in haste: no accents, all spaces alike."""
    return " ".join(fold(text).split())


def _row(command: Command) -> Text:
    name = command.name[:1].upper() + command.name[1:]
    return Text(f"{name:<{_KEYS}} {command.key}".rstrip())
