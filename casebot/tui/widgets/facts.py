"""What is known here: the claims of the page, beside the conversation on wide screens."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from casebot.documents.passage import Line
from casebot.documents.wrap import rows

WIDTH: Final = 40
"""Cells of text in the panel (casebot.tcss gives it 44)."""


class Facts(VerticalScroll, can_focus=False):
    """A panel of lines under two headings."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="facts-text")

    def show(self, parts: Sequence[tuple[str, Sequence[Line]]]) -> None:
        """Shows headings, each with its lines."""
        shown: list[Content] = []
        for heading, lines in parts:
            shown += [
                Content.styled(heading, "bold"),
                *(row for line in lines for row in _rows(line)),
                Content(""),
            ]
        self.query_one("#facts-text", Static).update(Content("\n").join(shown))
        self.scroll_home(animate=False)


def _rows(line: Line) -> list[Content]:
    first, *others = rows(line.text, WIDTH - line.hang, cell_len)
    return [Content(first), *(Content(" " * line.hang + row) for row in others)]
