"""The conversation so far: one view over any number of turns, each written and wrapped when it is first seen."""

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from itertools import accumulate
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from casebot.documents.passage import Line, Passage
from casebot.documents.wrap import breaks
from casebot.tui.speaking import words_of
from casebot.tutoring.turns import Turn

Writer = Callable[[Turn, int, bool], Passage]
GUTTER: Final = 12
"""Cells for the labels, where the view is wide enough for a column of them."""
WIDE: Final = 70
MEASURE: Final = 88
"""Cells of the longest line of text: longer ones are hard to come back from."""
KEPT: Final = 400
"""Turns whose rows are kept; the others are written again when they are seen."""
OWN_ROWS: Final = 3
"""Rows of a long line of the learner's own that are shown above what is said to it."""
GUESS: Final = 4
"""Rows of a turn that has not been written yet."""
_APART: Final = frozenset(
    "page figure sort sorted item typed chosen welcome-lesson welcome-quiz resumed sides stakes argument position "
    "picked epilogue dilemma-kept dilemma-not-kept".split()
)
"""Turns with an empty row before them; the others belong to what stands above."""


_NOTHING: Final = Content("")


class _Entry:
    """A turn with its rows, once they are known."""

    __slots__ = ("height", "rows", "turn")

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.rows: list[Strip] | None = None
        self.height = GUESS


class Transcript(ScrollView, can_focus=False):
    """A view that keeps turns, not widgets: it costs the same with ten turns and with ten thousand."""

    COMPONENT_CLASSES = {
        *(f"transcript--{role}" for role in "tells asks hints prompts source right partly notyet notice you".split()),
        *(f"transcript--{style}" for style in "title strong dim mark quote struck typed chart".split()),
    }

    class Read(Message):
        """The last of what was said has come on screen."""

    class Older(Message):
        """The first turn in view is the first one loaded, and there are older ones."""

    def __init__(self, write: Writer) -> None:
        """`write(turn, width, open)` writes a turn out for that many cells."""
        super().__init__()
        self._write = write
        self._entries: list[_Entry] = []
        self._tops: list[int] = [0]
        self._open = -1
        self._earlier = 0
        self._asked_older = False
        self._goal = -1
        """The first of the turns added last, kept in view until the learner scrolls; -1 for the end."""
        self._shown_at = 0
        self._shown_for = (Size(0, 0), 0)
        """The size and the rows that the view was put right for: any other scrolling at that size is the learner's."""
        self.unread = False
        """Whether some of what was said last has not been on screen yet."""
        self._following = True
        self._width = 0
        self._styles: dict[str, Style] = {}

    def load(self, turns: Sequence[Turn], earlier: int) -> None:
        """Shows these turns in place of all others; `earlier` older ones are not loaded."""
        self._entries = [_Entry(turn) for turn in turns]
        self._earlier = earlier
        self._open = -1
        self._goal = -1
        self._following = True
        self._measure()
        self._follow_on()

    def extend(self, turns: Sequence[Turn]) -> None:
        """Adds turns at the end, unless they stand there already; shows the first of them, or all where they fit."""
        if not turns:
            return
        if [entry.turn for entry in self._entries[-len(turns) :]] != list(turns):
            self._entries += [_Entry(turn) for turn in turns]
        self._goal = len(self._entries) - len(turns)
        self._following = True
        self.unread = True
        self._measure()
        self._follow_on()

    def prepend(self, turns: Sequence[Turn], earlier: int) -> None:
        """Adds older turns at the top; what is in view stays where it is."""
        anchor, offset = self._top_entry()
        self._entries[:0] = [_Entry(turn) for turn in turns]
        self._open = self._open + len(turns) if self._open >= 0 else -1
        self._earlier = earlier
        self._asked_older = False
        self._measure()
        self.scroll_to(y=self._tops[anchor + len(turns)] + offset, animate=False)

    def set_open(self, *, is_open: bool) -> None:
        """Says whether the last question is open: its options are then shown by the answer area, not here."""
        items = (place for place in range(len(self._entries) - 1, -1, -1) if self._entries[place].turn.key == "item")
        place = next(items, -1) if is_open else -1
        if place != self._open:
            for changed in {place, self._open} - {-1}:
                self._entries[changed].rows = None
            self._open = place
            self._measure()
            self._follow_on()

    def rewrite(self) -> None:
        """Writes every turn anew, in another language or other colours."""
        anchor, _ = self._top_entry()
        self._styles.clear()
        for entry in self._entries:
            entry.rows = None
        self._measure()
        if self._following:
            self._follow_on()
        elif self._entries:
            self.scroll_to(y=self._tops[anchor], animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew for a new width; keeps the turns added last in view, and of those the question that is asked."""
        if self._goal >= 0:
            asked = (at for at in range(len(self._entries) - 1, self._goal, -1) if self._asks(at))
            self._goal = next(asked, self._goal)
        if event.size.width != self._width:
            self._width = event.size.width
            self.rewrite()
        else:
            self._follow_on()

    def _asks(self, place: int) -> bool:
        return self._entries[place].turn.role in {"asks", "prompts"}

    def _follow_on(self) -> None:
        """Keeps the turns added last in view, unless the learner has scrolled."""
        if self._following:
            self.call_after_refresh(self._show_goal)

    def notify_style_update(self) -> None:
        """Takes over new colours."""
        super().notify_style_update()
        self._styles.clear()
        for entry in self._entries:
            entry.rows = None

    def _show_goal(self) -> None:
        """Shows the turns added last from their first row, or the end where they all fit."""
        if not self.size.height:
            return
        if self._goal >= 0:
            self._write_entries(range(self._goal, len(self._entries)))
        self._settle(self._rows_total() - self.size.height, self.size.height)
        last = max(0, self._rows_total() - self.size.height)
        self._shown_at = min(self._goal_row(), last) if self._goal >= 0 else last
        self._shown_for = (self.size, self._rows_total())
        self.scroll_to(y=self._shown_at, animate=False, force=True)
        self._mark_read(self._shown_at)

    def _goal_row(self) -> int:
        """The first row to show of the turns added last; of a long line of the learner's own its end is enough."""
        own = self._entries[self._goal]
        long = own.turn.role == "you" and own.height > self.size.height // 2 and self._goal + 1 < len(self._entries)
        return self._tops[self._goal + 1] - OWN_ROWS if long else self._tops[self._goal]

    def _mark_read(self, row: float) -> None:
        """Notes whether the last row is on screen with that row at the top."""
        if self.unread and row + self.size.height >= self._rows_total():
            self.unread = False
            self.post_message(self.Read())

    def read_on(self) -> None:
        """Shows what comes below what is in view; at the end everything has been seen."""
        if self.scroll_y >= self.max_scroll_y:
            self._mark_read(self._rows_total())
        self.scroll_relative(y=max(1, self.size.height - 2), animate=False)

    def last_in_view(self, keys: Container[str]) -> Turn | None:
        """The last turn with one of these keys that is in view, or else the last one above."""
        bottom = bisect_right(self._tops, self.scroll_offset.y + self.size.height - 1)
        seen = reversed([entry.turn for entry in self._entries[:bottom]])
        return next((turn for turn in seen if turn.key in keys), None)

    def turn_page(self, by: int) -> None:
        """Scrolls by a page, up (-1) or down (1)."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def go_to_edge(self, by: int) -> None:
        """Goes to the first row (-1) or the last (1)."""
        self.scroll_to(y=0 if by < 0 else self.max_scroll_y, animate=False)

    def _rows_total(self) -> int:
        return self._tops[-1]

    def _top_entry(self) -> tuple[int, int]:
        """The entry at the top of the view, and how many of its rows are above it."""
        if not self._entries:
            return 0, 0
        row = self.scroll_offset.y
        place = min(bisect_right(self._tops, row) - 1, len(self._entries) - 1)
        return max(0, place), row - self._tops[max(0, place)]

    def _measure(self) -> None:
        self._tops = [0, *accumulate(entry.height for entry in self._entries)]
        self.virtual_size = Size(self.scrollable_content_region.width or self.size.width, self._rows_total())
        self.refresh()

    def _write_entries(self, places: range) -> bool:
        """Writes the entries that are not written yet; says whether any height changed."""
        fresh = [place for place in places if self._entries[place].rows is None]
        changed = False
        for place in fresh:
            entry = self._entries[place]
            entry.rows = self._rows(entry.turn, is_open=place == self._open)
            changed = changed or entry.height != len(entry.rows)
            entry.height = len(entry.rows)
        if fresh:
            self._let_go(places)
        if changed:
            self._measure()
        elif fresh:
            self.refresh()
        return changed

    def _let_go(self, places: range) -> None:
        """Drops the rows farthest from these turns once there are twice as many as are kept; their height stays."""
        written = [place for place, entry in enumerate(self._entries) if entry.rows is not None]
        if len(written) > 2 * KEPT:
            for place in sorted(written, key=lambda place: abs(place - places.start))[KEPT:]:
                self._entries[place].rows = None

    def _settle(self, row: int, height: int) -> None:
        """Writes what stands in these rows, until their heights are known."""
        for _ in range(20):
            first = max(0, bisect_right(self._tops, max(0, row)) - 1)
            last = min(len(self._entries), bisect_right(self._tops, max(0, row) + height))
            if not self._write_entries(range(first, last)):
                return
            row = self._rows_total() - height if row + height >= self._rows_total() else row

    def _settle_in_view(self) -> None:
        """Writes what is in view; where that moves what was said last, goes after it."""
        before = self._rows_total()
        self._settle(self.scroll_offset.y, self.size.height)
        if self._following and self._rows_total() != before:
            self._show_goal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Writes what comes into view; scrolling up keeps the rows below where they are."""
        super().watch_scroll_y(old_value, new_value)
        if self._shown_for == (self.size, self._rows_total()):
            self._following = round(new_value) == self._shown_at
            self._mark_read(new_value)
        if not self._entries or not self.size.height:
            return
        bottom = min(len(self._entries) - 1, max(0, bisect_right(self._tops, new_value + self.size.height - 1) - 1))
        below = self._tops[bottom + 1] - new_value
        first = max(0, bisect_right(self._tops, new_value) - 1)
        if self._write_entries(range(first, bottom + 1)) and 0 < new_value < old_value:
            self.scroll_to(y=max(0, self._tops[bottom + 1] - below), animate=False)
        if new_value < GUESS and self._earlier and not self._asked_older:
            self._asked_older = True
            self.post_message(self.Older())

    def render_line(self, y: int) -> Strip:
        """One row of the view."""
        row = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if row >= self._rows_total():
            return Strip.blank(width, base)
        place = bisect_right(self._tops, row) - 1
        entry = self._entries[place]
        if entry.rows is None:
            self.call_later(self._settle_in_view)
            return Strip.blank(width, base)
        return entry.rows[row - self._tops[place]].adjust_cell_length(width, base)

    def _rows(self, turn: Turn, *, is_open: bool) -> list[Strip]:
        room = max(20, self.scrollable_content_region.width)
        gutter = GUTTER if room >= WIDE else 0
        width = min(MEASURE, room - gutter - 1)
        passage = self._write(turn, width, is_open)
        base = self.visual_style
        contents: list[Content] = [Content("")] if turn.key in _APART or turn.key.startswith("end-") else []
        contents += self._labelled(passage, width, gutter)
        return [Strip(content.render_segments(base), content.cell_length) for content in contents]

    def _labelled(self, passage: Passage, width: int, gutter: int) -> list[Content]:
        """The rows of a passage, its label in a column of its own, or before the first words in a narrow view."""
        style = self._style(passage.role)
        first, *others = passage.lines
        inline = not gutter and not first.fixed
        lead = Content.styled(words_of(self).say("plain.label", label=passage.label), style) if inline else _NOTHING
        rows = [*self._wrap(first, width, lead), *(row for line in others for row in self._wrap(line, width))]
        label = Content.styled(f" {passage.label}", style)
        if inline:
            head = []
        elif label.cell_length < gutter:
            head = [label.pad_right(gutter - label.cell_length) + rows.pop(0)]
        else:
            head = [label]
        return [*head, *(Content(" " * max(1, gutter)) + row for row in rows)]

    def _wrap(self, line: Line, width: int, lead: Content = _NOTHING) -> list[Content]:
        content = lead + Content.assemble(*((span.text, self._style(span.style)) for span in line.spans))
        if line.fixed:
            return [content]
        places = breaks(content.plain, max(8, width - line.hang), cell_len)
        first, *others = (part.rstrip() for part in content.divide(places))
        return [first, *(part.pad_left(line.hang) for part in others)]

    def _style(self, name: str) -> Style:
        if name == "plain":
            return Style()
        if name not in self._styles:
            self._styles[name] = self.get_visual_style(f"transcript--{name}", partial=True)
        return self._styles[name]
