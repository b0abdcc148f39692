"""What can be done from here? Everything, by name, in the learner's language."""

import re
from collections.abc import Callable, Iterator, Sequence
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
from casebot.tui.looking import SEARCH
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
_SIGNS: Final = re.compile(r"[^\w]+")
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
    yield Command(words.say("key.search"), app.spelt_key(SEARCH), app.action_search)
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
                found = ranked(query, [command.name for command in self._all()])
                named = {command.name: command for command in self._all()}
                hits = [Hit(score, _row(named[name]), named[name].do, name) for name, score in found.items()]
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


def ranked(query: str, names: Sequence[str]) -> dict[str, float]:
    """The names that fit what was typed, with a score, higher for what fits better.

    Best is a name that begins so, then one in which it begins a word, then one in which each of its words does; letters
    strewn over a name count only where there is none of these.
    """
    typed, bare = _bare(query), {name: _bare(name) for name in names}
    whole = {
        name: 3.0 if text.startswith(typed) else 2.0 if f" {typed}" in text else 1.0
        for name, text in bare.items()
        if all(f" {word}" in f" {text}" for word in typed.split())
    }
    matcher = Matcher(typed)
    return whole or {name: score for name, text in bare.items() if (score := matcher.match(text))}


def _bare(text: str) -> str:
    """A text as it is typed in haste: no accents nor capitals, signs and all spaces alike."""
    return " ".join(_SIGNS.sub(" ", fold(text.casefold())).split())


def _row(command: Command) -> Text:
    name = command.name[:1].upper() + command.name[1:]
    return Text(f"{name:<{_KEYS}} {command.key}".rstrip())
