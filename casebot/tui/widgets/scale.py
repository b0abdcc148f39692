"""Where between two ends does the learner stand? A number from 0 to 100, by arrows, digits or a click."""

from typing import Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from casebot.documents.wrap import rows
from casebot.tutoring.sides import MIDDLE, WHOLE

TEN: Final = 10
GAP: Final = 4
"""Cells between the names of the two ends."""
_DIGITS: Final = (
    "0,à",
    "1,ampersand",
    "2,é",
    "3,quotation_mark",
    "4,apostrophe",
    "5,left_parenthesis",
    "6,minus",
    "7,è",
    "8,underscore",
    "9,ç",
)
"""The AZERTY digits need no Shift."""


class Scale(Widget, can_focus=True):
    """Eleven stops between two ends of the same weight; nothing is chosen until the learner chooses."""

    COMPONENT_CLASSES = {"scale--chosen"}
    BINDINGS = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        *(Binding(keys, f"type_digit({digit})", show=False) for digit, keys in enumerate(_DIGITS)),
        Binding("backspace", "take_back", show=False),
    ]

    class Changed(Message):
        """Another number was chosen."""

    def __init__(self) -> None:
        """A scale without names at its ends."""
        super().__init__()
        self.ends = ("", "")
        self.typed = ""
        """The number as digits; it may be on its way to one."""
        self._by_digits = False

    def show(self, ends: tuple[str, str], typed: str) -> None:
        """Offers a scale between two ends, with the number so far."""
        self.ends = ends
        self.typed = typed if typed.isascii() and typed.isdecimal() else ""
        self.refresh(layout=True)

    @property
    def value(self) -> int | None:
        """The number chosen, from 0 to 100."""
        return int(self.typed) if self.typed and int(self.typed) <= WHOLE else None

    def action_move(self, by: int) -> None:
        """Goes to the next ten below (-1) or above (1); the first move of all goes to the middle."""
        if self.value is None:
            self._choose(MIDDLE)
        elif by < 0:
            self._choose(max(0, (self.value - 1) // TEN * TEN))
        else:
            self._choose(min(WHOLE, self.value // TEN * TEN + TEN))

    def action_type_digit(self, digit: int) -> None:
        """Adds a digit to those typed, unless that would pass 100; behind an arrow it begins a new number."""
        longer = int(f"{self.typed if self._by_digits else ''}{digit}")
        if longer <= WHOLE:
            self._choose(longer)
            self._by_digits = True

    def action_take_back(self) -> None:
        """Takes the last digit away."""
        self.typed = self.typed[:-1]
        self._changed()

    def _choose(self, value: int) -> None:
        self.typed = str(value)
        self._by_digits = False
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Changed())

    def _place(self, value: int) -> int:
        """The column of a number."""
        return round(value * max(1, self.size.width - 1) / WHOLE)

    def _names(self, width: int) -> list[str]:
        """The names of the ends, the one at the left and the other at the right, in the same room."""
        room = max(8, (width - GAP) // 2)
        left, right = (rows(end, room, cell_len) for end in self.ends)
        height = max(len(left), len(right))
        pairs = zip(left + [""] * (height - len(left)), right + [""] * (height - len(right)), strict=True)
        return [one + " " * max(1, width - cell_len(one) - cell_len(other)) + other for one, other in pairs]

    def render(self) -> Content:
        """The names, the scale with what is chosen, and its numbers."""
        width = self.size.width
        names = [Content(row) for row in self._names(width)]
        bar, numbers = ["-"] * width, [" "] * (width + 3)
        for value in range(0, WHOLE + 1, TEN):
            bar[min(width - 1, self._place(value))] = "+"
            text = str(value)
            start = min(max(0, self._place(value) - len(text) // 2), width - len(text))
            numbers[start : start + len(text)] = text
        return Content("\n").join([*names, self._marked("".join(bar)), Content("".join(numbers).rstrip())])

    def _marked(self, bar: str) -> Content:
        if self.value is None:
            return Content(bar)
        mark = f"[{self.value}]"
        start = min(max(0, self._place(self.value) - len(mark) // 2), max(0, len(bar) - len(mark)))
        style = self.get_visual_style("scale--chosen")
        return Content.assemble(bar[:start], (mark, style), bar[start + len(mark) :])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of the names, and two."""
        del container, viewport
        return len(self._names(width)) + 2

    def on_click(self, event: events.Click) -> None:
        """Goes to the ten nearest to the click."""
        share = event.x / max(1, self.size.width - 1)
        self._choose(min(WHOLE, max(0, round(share * WHOLE / TEN) * TEN)))
