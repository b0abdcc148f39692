"""Which keys has a lesson, and which of them work now?"""

from collections.abc import Callable
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from casebot.model.identity import LETTERS
from casebot.tui.widgets.answer import MODES, WRITTEN, State
from casebot.tutoring.expectation import Expects

TRUTHS: Final = ("true", "false")
_DIGITS: Final = (
    "1,ampersand",
    "2,é",
    "3,quotation_mark",
    "4,apostrophe",
    "5,left_parenthesis",
    "6,minus",
    "7,è",
    "8,underscore",
)
"""Digits mean the options as letters do, or the lines of a match; the AZERTY digits need no Shift."""
_NUMBERS: Final = (*_DIGITS, "9,ç")
BINDINGS: Final[list[BindingType]] = [
    Binding("enter", "more", "more"),
    Binding("enter", "go_on", "continue"),
    Binding("enter", "send", "send"),
    Binding("enter", "choose", show=False),
    Binding("enter,down,up", "write", "enter-field"),
    Binding("escape", "home", "home", show=False),
    Binding("n", "again", "again"),
    Binding("w", "app.case_file", "case-file"),
    Binding("t,v", "pick_named('true')", show=False),
    Binding("f", "pick_named('false')", show=False),
    *(Binding(letter, f"pick({place})", "choose", show=False) for place, letter in enumerate(LETTERS)),
    *(Binding(keys, f"mark({place})", "line-of-match", show=False) for place, keys in enumerate(_DIGITS)),
    *(Binding(keys, f"pick({place})", "choose", show=False) for place, keys in enumerate(_DIGITS)),
    Binding("1,ampersand", "sure(1)", "guess"),
    Binding("2,é", "sure(2)", "fairly"),
    Binding("3,quotation_mark", "sure(3)", "sure"),
    *(Binding(keys, f"argument({n})", "argument", show=n == 1) for n, keys in enumerate(_NUMBERS, start=1)),
    Binding("up", "scroll(-1)", show=False),
    Binding("down", "scroll(1)", show=False),
    Binding("up", "cursor(-1)", show=False),
    Binding("down", "cursor(1)", show=False),
    Binding("space", "cursor(0)", "select", show=False),
    Binding("less_than_sign,shift+up", "shift(-1)", "earlier"),
    Binding("greater_than_sign,shift+down", "shift(1)", "later"),
    Binding("backspace", "take_back", "take-back", show=False),
    Binding("o", "do('source')", "source"),
    Binding("t", "do('hint')", "hint"),
    Binding("ctrl+t", "do_beside('hint')", "hint"),
    Binding("ctrl+o", "do_beside('source')", "source"),
    Binding("y", "do('why')", "why"),
    Binding("s", "skip", "skip"),
    Binding("p", "do('back')", "back"),
    Binding("exclamation_mark", "do('appeal')", "appeal"),
    Binding("r", "do('repeat')", "repeat", show=False),
    Binding("slash", "line", "line"),
    Binding("question_mark", "app.help", "help"),
    Binding("f1", "app.help", "help"),
    Binding("q", "leave", "home"),
    Binding("k", "copy", "copy"),
    Binding("pageup", "page(-1)", "scroll", show=False),
    Binding("pagedown", "page(1)", "scroll", show=False),
    Binding("home", "edge(-1)", show=False),
    Binding("end", "edge(1)", show=False),
]


class Place(NamedTuple):
    """What is expected, whether the learner is reading or writing, whether what is chosen can be sent.

    `unread` is whether some of what was said last has not been on screen yet.
    """

    expects: Expects
    state: State
    complete: bool
    unread: bool

    @property
    def reading(self) -> bool:
        """Whether single keys act."""
        return self.state == "reading"

    @property
    def choosing(self) -> bool:
        """Whether there are options to choose from."""
        return self.reading and self.expects.kind in MODES

    @property
    def placing(self) -> bool:
        """Whether there is a scale to choose on."""
        return self.reading and self.expects.kind == "position"

    @property
    def pairing(self) -> bool:
        """Whether two lists are paired: letters are entries, digits lines."""
        return self.choosing and self.expects.kind == "match"

    @property
    def aside(self) -> bool:
        """Whether the learner has left the field of a written answer: a letter goes on writing, it does not act."""
        return self.reading and self.expects.kind in WRITTEN

    @property
    def told(self) -> bool:
        """Whether there is only something to read."""
        return self.reading and self.expects.kind in {"page", "verdict", "end"}


Argument = str | int
_WHEN: Final[dict[str, Callable[[Place, Argument], bool]]] = {
    "more": lambda place, _: place.told and place.unread,
    "go_on": lambda place, _: place.told and not place.unread,
    "again": lambda place, _: place.expects.kind == "end",
    "send": lambda place, _: (place.choosing or place.placing) and place.complete,
    "choose": lambda place, _: (place.choosing or place.placing) and not place.complete,
    "pick": lambda place, number: place.choosing and (bool(place.expects.dilemma) or _has(place, int(number))),
    "mark": lambda place, number: place.pairing and _has(place, int(number)),
    "argument": lambda place, _: place.told and place.expects.part == "sides",
    "pick_named": lambda place, _: place.choosing and place.expects.options == TRUTHS,
    "cursor": lambda place, _: place.choosing,
    "sure": lambda place, _: place.reading and place.expects.kind == "certainty",
    "write": lambda place, _: place.aside,
    "home": lambda place, _: place.reading,
    "skip": lambda place, _: place.reading and not place.aside and does("skip", place.expects),
    "shift": lambda place, _: place.reading and place.expects.kind == "order",
    "take_back": lambda place, _: place.reading and place.expects.kind == "order",
    "leave": lambda place, _: place.reading and not place.aside,
    "line": lambda place, _: place.reading,
    "copy": lambda place, _: place.reading and not place.aside,
    "scroll": lambda place, _: place.reading and not place.choosing and not place.aside,
    "do": lambda place, word: place.reading and not place.aside and does(str(word), place.expects),
    "do_beside": lambda place, word: (place.aside or not place.reading) and does(str(word), place.expects),
}


def works(action: str, argument: Argument, place: Place) -> bool:
    """Whether an action does something now; one that is not named here always does."""
    when = _WHEN.get(action)
    return when is None or when(place, argument)


def _has(place: Place, number: int) -> bool:
    return number < len(place.expects.options)


def does(word: str, expects: Expects) -> bool:
    """Whether a command word does something where that is expected."""
    match word:
        case "hint":
            return expects.hint
        case "source":
            return expects.source if expects.dilemma else expects.kind in {"page", "verdict", "correction"}
        case "why" | "appeal":
            return expects.judged or (word == "why" and expects.part == "sides")
        case "skip":
            return expects.kind in {*MODES, *WRITTEN, "certainty", "position"}
        case "back":
            return expects.back
        case _:
            return expects.kind != "end"
