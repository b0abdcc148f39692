"""A list of rows that open: arrows and Enter, or the mouse. Headings and what has nothing behind it are passed over."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from casebot.documents.passage import Line
from casebot.documents.wrap import rows

EDGE = 3
"""Cells beside the text of a row: its margin, and the scrollbar."""
NARROWEST = 24


class Listing(OptionList):
    """Rows of lines, wrapped to the width at hand."""

    BINDINGS = [Binding("enter", "select", "open")]

    @property
    def room(self) -> int:
        """Cells for the text of a row."""
        return max(NARROWEST, self.container_size.width - EDGE)

    def fill(self, listed: Iterable[tuple[Sequence[Line], bool]]) -> None:
        """Shows rows, each with whether it opens; the cursor stays at its row where that still opens."""
        at = self.highlighted
        self.clear_options()
        self.add_options(
            [
                Option(self._prompt(lines), id=str(place), disabled=not opens)
                for place, (lines, opens) in enumerate(listed)
            ]
        )
        opening = [place for place, option in enumerate(self.options) if not option.disabled]
        self.highlighted = at if at in opening else next(iter(opening), None)
        if self.highlighted is not None and self.highlighted == next(iter(opening), None):
            self.scroll_home(animate=False)

    def _prompt(self, lines: Sequence[Line]) -> Content:
        shown: list[Content] = []
        for line in lines:
            style = "bold" if line.spans and line.spans[0].style in {"title", "strong"} else ""
            hang = min(line.hang, self.room // 3)
            first, *others = [line.text] if line.fixed else rows(line.text, self.room - hang, cell_len)
            shown += [Content.styled(row, style) for row in (first, *(" " * hang + other for other in others))]
            if style and len(line.spans) > 1:
                lead = len(line.spans[0].text)
                shown[-1 - len(others)] = Content.assemble((first[:lead], style), first[lead:])
        heading = bool(lines and lines[0].spans and lines[0].spans[0].style == "title")
        return Content("\n").join([*([Content("")] if heading else []), *shown])
