"""What is there to go to? A list of rows: arrows and Enter, or the mouse; a sign before the row one is at."""

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from casebot.documents.search import spots
from casebot.documents.wrap import rows


class Entry(NamedTuple):
    """A row: a mark, its text, a value in a column beside it, and a line below; without an id it is a heading.

    A text with line breaks keeps them.
    """

    id: str
    text: str
    mark: str = ""
    value: str = ""
    below: str = ""
    still: bool = False
    """Whether it is only to be read, and no heading."""


class Menu(Widget, can_focus=True):
    """A list of entries. What holds it scrolls."""

    COMPONENT_CLASSES = {"menu--cursor", "menu--heading", "menu--value", "menu--below"}
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, entry: str) -> None:
            """`entry` is its id."""
            super().__init__()
            self.entry = entry

    class Moved(Message):
        """The cursor is at another row."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._at = ""
        self._sought: frozenset[str] = frozenset()

    @property
    def at(self) -> str:
        """The id of the row under the cursor; "" in an empty list."""
        return self._at

    def show(self, entries: tuple[Entry, ...], at: str = "", sought: frozenset[str] = frozenset()) -> None:
        """Shows these rows, the cursor where it was, or at a given one; words that begin so are underlined."""
        self._sought = sought
        ids = [entry.id for entry in entries if entry.id]
        self._entries = entries
        self._at = next((name for name in (at, self._at, *ids) if name in ids), "")
        self.refresh(layout=True)
        self.call_after_refresh(self._keep_in_view)

    def action_move(self, by: int) -> None:
        """Moves the cursor by rows, as far as there are any."""
        ids = self._ids
        if ids:
            self._go(ids[min(len(ids) - 1, max(0, ids.index(self._at) + by))])
            self._keep_in_view()

    def action_edge(self, place: int) -> None:
        """Moves the cursor to the first (0) or the last row (-1)."""
        if self._ids:
            self._go(self._ids[place])
            self._keep_in_view()

    def action_page(self, by: int) -> None:
        """Scrolls by a screenful, down (1) or up (-1), with the cursor on it where a row there can be chosen.

        One line of the screenful before stays; at the end the cursor goes to the last row, at the head to the first.
        """
        holder = self.parent
        if not isinstance(holder, Widget) or not self._ids:
            return
        height = holder.scrollable_content_region.height
        top = min(holder.max_scroll_y, max(0, round(holder.scroll_y) + by * max(1, height - 1)))
        if top == round(holder.scroll_y):
            self.action_edge(0 if by < 0 else -1)
            return
        holder.scroll_to(y=top, animate=False)
        starts: dict[str, int] = {}
        for row, (name, _) in enumerate(self._lines(self.size.width), self.virtual_region.y):
            starts.setdefault(name, row)
        seen = [name for name in self._ids if top <= starts[name] < top + height]
        if seen:
            self._go(seen[0] if by > 0 else seen[-1])

    @property
    def _ids(self) -> list[str]:
        return [entry.id for entry in self._entries if entry.id]

    def _go(self, name: str) -> None:
        self._at = name
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_view(self) -> None:
        lines = self._lines(self.size.width)
        places = [row for row, (name, _) in enumerate(lines) if name == self._at]
        if self._at and places and isinstance(self.parent, Widget):
            top = 0 if self._at == self._ids[0] else places[0]
            bottom = len(lines) if self._at == self._ids[-1] else places[-1] + 1
            region = Region(0, self.virtual_region.y + top, 1, bottom - top)
            self.parent.scroll_to_region(region, animate=False)

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        """The rows of the widget, each with the id of its entry."""
        column = max((_hang(entry) + cell_len(entry.text) for entry in self._entries if entry.value), default=0) + 2
        lines: list[tuple[str, Content]] = []
        for entry in self._entries:
            if not entry.id and not entry.still and lines:
                lines.append(("", Content("")))
            lines += [(entry.id, part) for part in self._written(entry, column, width)]
        return lines

    def _written(self, entry: Entry, column: int, width: int) -> list[Content]:
        if not entry.id:
            return self._part(entry.text, 2, width, "") if entry.still else self._part(entry.text, 0, width, "heading")
        here = entry.id == self._at
        hang = _hang(entry)
        first, *others = self._part(entry.text, hang, width, "cursor" if here else "")
        lead = ("> " if here else "  ") + entry.mark
        first = Content(lead).pad_right(hang - cell_len(lead)) + first[hang:]
        values = self._part(entry.value, hang + 2, width, "value") if entry.value else []
        if values and not others and column + cell_len(entry.value) <= width:
            first = first.pad_right(column - first.cell_length) + values.pop(0)[hang + 2 :]
        below = self._part(entry.below, hang, width, "below") if entry.below else []
        return [first, *others, *values, *below]

    def _part(self, text: str, lead: int, width: int, name: str) -> list[Content]:
        style = self.get_visual_style(f"menu--{name}", partial=True) if name else ""
        parts = [row for line in text.split("\n") for row in rows(line, max(8, width - lead), cell_len)]
        return [Content(" " * lead) + self._marked(part, style) for part in parts]

    def _marked(self, text: str, style: Style | str) -> Content:
        content = Content.styled(text, style)
        for start, end in spots(text, self._sought) if self._sought else ():
            content = content.stylize("bold underline", start, end)
        return content

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(content for _, content in self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the entries take at that width."""
        del container, viewport
        return max(1, len(self._lines(width)))

    def on_click(self, event: events.Click) -> None:
        """Chooses the row that was clicked; the second click of a double click is none."""
        lines = self._lines(self.size.width)
        if event.chain == 1 and 0 <= event.y < len(lines) and lines[event.y][0]:
            self._at = lines[event.y][0]
            self.refresh()
            self.post_message(self.Chosen(self._at))


def _hang(entry: Entry) -> int:
    """The column of an entry's text."""
    return 2 + (cell_len(entry.mark) + 2 if entry.mark else 0)
