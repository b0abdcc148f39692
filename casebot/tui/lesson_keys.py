"""Which keys has a lesson, and which of them work now?"""

from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from casebot.tui.widgets.answer import MODES, WRITTEN, State
from casebot.tutoring.expectation import Expects

_PICKS: Final = (
    "a,1,ampersand",
    "b,2,é",
    "c,3,quotation_mark",
    "d,4,apostrophe",
    "e,5,left_parenthesis",
    "f,6,minus",
    "g,7,è",
    "h,8,underscore",
)
"""Letters and digits for the options; the AZERTY digits need no Shift."""
BINDINGS: Final[list[BindingType]] = [
    Binding("enter", "go_on", "continue"),
    Binding("enter", "send", "send"),
    Binding("enter,down,up", "write", "enter-field"),
    Binding("1,ampersand", "sure(1)", "guess"),
    Binding("2,é", "sure(2)", "fairly"),
    Binding("3,quotation_mark", "sure(3)", "sure"),
    *(Binding(keys, f"pick({place})", show=False) for place, keys in enumerate(_PICKS)),
    Binding("up", "scroll(-1)", show=False),
    Binding("down", "scroll(1)", show=False),
    Binding("up", "cursor(-1)", show=False),
    Binding("down", "cursor(1)", show=False),
    Binding("space", "pick_cursor", "select", show=False),
    Binding("o", "do('source')", "source"),
    Binding("t", "do('hint')", "hint"),
    Binding("ctrl+t", "do('hint')", "hint"),
    Binding("ctrl+o", "do('source')", "source", show=False),
    Binding("y", "do('why')", "why"),
    Binding("s", "do('skip')", "skip"),
    Binding("p", "do('back')", "back"),
    Binding("exclamation_mark", "do('appeal')", "appeal"),
    Binding("r", "do('repeat')", "repeat", show=False),
    Binding("slash", "line", "line"),
    Binding("question_mark", "app.help", "help"),
    Binding("f1", "app.help", "help"),
    Binding("q", "leave", "home"),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
    Binding("home", "edge(-1)", show=False),
    Binding("end", "edge(1)", show=False),
]


class Place(NamedTuple):
    """What is expected, whether the learner is reading or writing, and whether what is picked can be sent."""

    expects: Expects
    state: State
    complete: bool

    @property
    def asked(self) -> bool:
        """Whether a question waits for its answer."""
        return self.expects.kind in MODES or self.expects.kind in WRITTEN


def works(action: str, word: str, place: Place) -> bool:
    """Whether an action does something now; `word` is the argument of `do`."""
    kind, reading = place.expects.kind, place.state == "reading"
    match action:
        case "go_on":
            return reading and kind in {"page", "verdict", "end"}
        case "send":
            return reading and kind in MODES and place.complete
        case "write":
            return reading and kind in WRITTEN
        case "sure":
            return reading and kind == "certainty"
        case "pick" | "cursor" | "pick_cursor":
            return reading and kind in MODES
        case "scroll":
            return reading and not place.asked
        case "do":
            return _does(word, place, reading=reading)
        case "line" | "leave":
            return reading
        case _:
            return True


def _does(word: str, place: Place, *, reading: bool) -> bool:
    expects = place.expects
    match word:
        case "hint":
            return expects.hint
        case "source":
            return expects.kind in {"page", "verdict"}
        case "why" | "appeal":
            return reading and expects.judged
        case "skip":
            return reading and (place.asked or expects.kind == "certainty")
        case "back":
            return reading and expects.back and expects.kind != "certainty"
        case _:
            return reading and expects.kind != "end"
