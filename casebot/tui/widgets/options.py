"""What there is to choose from: one option, several, or all of them in an order."""

from typing import Final, Literal, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from casebot.documents.wrap import rows
from casebot.model.identity import LETTERS
from casebot.model.response import join_ids

Mode = Literal["one", "some", "order", "match"]
MARGIN: Final = 8


class Row(NamedTuple):
    """An option by its id, with its text."""

    id: str
    text: str
    struck: bool = False
    head: str = ""
    """Its number, where it has one instead of a letter."""


class Options(Widget, can_focus=True):
    """A list of lettered options; what is picked shows by a sign before it, not by colour alone."""

    COMPONENT_CLASSES = {"options--cursor", "options--picked", "options--struck"}

    class Changed(Message):
        """Something was picked or unpicked."""

    def __init__(self, name: str = "options") -> None:
        """An empty list; `name` is its id."""
        super().__init__(id=name)
        self.mode: Mode = "one"
        self.rows: tuple[Row, ...] = ()
        self.picked: tuple[str, ...] = ()
        self.cursor = -1
        """The place of the option under the cursor; -1 until the learner goes to one."""

    @property
    def first(self) -> int:
        """How many numbers there are before that of the first option."""
        return int(self.rows[0].head) - 1 if self.rows and self.rows[0].head else 0

    def show(self, mode: Mode, listed: tuple[Row, ...], *, keep: bool) -> None:
        """Offers these rows; with `keep` what is picked stays picked, where it still can be."""
        free = {row.id for row in listed if not row.struck}
        kept = keep and mode == self.mode and {row.id for row in listed} == {row.id for row in self.rows}
        self.mode = mode
        self.rows = listed
        self.picked = tuple(name for name in self.picked if name in free) if kept else ()
        if not kept or (self.cursor >= 0 and listed[self.cursor].struck):
            self.cursor = -1
        self.refresh(layout=True)

    def pick(self, place: int) -> None:
        """Picks the option at a place: it alone, beside others, or next in the order; a second time takes it back."""
        if not 0 <= place < len(self.rows) or self.rows[place].struck:
            return
        name = self.rows[place].id
        self.cursor = place
        if self.mode == "one":
            self.picked = (name,)
        elif name in self.picked:
            self.picked = tuple(other for other in self.picked if other != name)
        else:
            self.picked = (*self.picked, name)
        self.refresh(layout=True)
        self.keep_in_view(self.cursor)
        self.post_message(self.Changed())

    def take_back(self) -> None:
        """Takes back what was placed last in an order."""
        if self.mode == "order" and self.picked:
            self._reorder(self.picked[:-1])

    def shift(self, by: int) -> None:
        """Moves the option under the cursor earlier (-1) or later (1) in an order; one that has no place comes last."""
        name = self.rows[self.cursor].id if self.cursor >= 0 else ""
        if name not in self.picked:
            self.pick(self.cursor)
            return
        others = [other for other in self.picked if other != name]
        others.insert(max(0, self.picked.index(name) + by), name)
        self._reorder(tuple(others))

    def _reorder(self, picked: tuple[str, ...]) -> None:
        self.picked = picked
        self.refresh(layout=True)
        self.post_message(self.Changed())

    def press(self, key: int) -> None:
        """Picks by a letter or a digit, counted from 0: it means a place, or where the rows have numbers the number."""
        self.pick(key - self.first)

    def take(self, place: int) -> None:
        """Picks what was clicked."""
        self.pick(place)

    def move(self, by: int) -> None:
        """Moves the cursor past what is struck out."""
        start = self.cursor if self.cursor >= 0 else (-1 if by > 0 else 0)
        for step in range(1, len(self.rows) + 1):
            place = (start + by * step) % len(self.rows)
            if not self.rows[place].struck:
                self.cursor = place
                break
        self.refresh()
        self.keep_in_view(self.cursor)

    def keep_in_view(self, here: int) -> None:
        """Scrolls what holds the options so that the one at a place is seen whole."""
        places = [row for row, (place, _) in enumerate(self.lines(self.size.width)) if place == here]
        if places and isinstance(self.parent, Widget):
            region = Region(0, self.virtual_region.y + places[0], 1, len(places))
            self.parent.scroll_to_region(region, animate=False)

    @property
    def complete(self) -> bool:
        """Whether what is picked can be sent."""
        return len(self.picked) == len(self.rows) if self.mode == "order" else bool(self.picked)

    @property
    def response(self) -> str:
        """What is picked, in the form of `model.response`."""
        return join_ids(self.picked)

    def _sign(self, row: Row) -> str:
        if self.mode == "order":
            return f"{self.picked.index(row.id) + 1}." if row.id in self.picked else "  "
        if self.mode == "some":
            return "[x]" if row.id in self.picked else "[ ]"
        return "(x)" if row.id in self.picked else "( )"

    def lines(self, width: int) -> list[tuple[int, Content]]:
        """The rows of the widget, each with the place of its option."""
        lines: list[tuple[int, Content]] = []
        for place, row in enumerate(self.rows):
            pointer = ">" if place == self.cursor and not row.struck else " "
            text = [Content(part) for part in rows(row.text, max(8, width - MARGIN - 1), cell_len)]
            names = ["options--struck"] if row.struck else []
            names += ["options--picked"] if row.id in self.picked else []
            names += ["options--cursor"] if place == self.cursor and self.has_focus else []
            style = self.get_visual_style(*names) if names else self.visual_style
            head = f"{pointer}{row.head or LETTERS[place]} {'-' if row.struck else ' '}{self._sign(row):<3} "
            for number, part in enumerate(text):
                lead = Content(head if number == 0 else " " * len(head))
                lines.append((place, (lead + part).stylize_before(style)))
        return lines

    def render(self) -> Content:
        """All options."""
        return Content("\n").join(content for _, content in self.lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the options take at that width."""
        del container, viewport
        return len(self.lines(width))

    def on_click(self, event: events.Click) -> None:
        """Takes what was clicked; the second click of a double click is none."""
        if event.chain > 1:
            return
        lines = self.lines(self.size.width)
        if 0 <= event.y < len(lines):
            self.take(lines[event.y][0])
