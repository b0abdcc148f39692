"""What is there to do? A few things under each other, each with a label; a click takes one."""

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from casebot.documents.wrap import rows


class Told(NamedTuple):
    """A thing to do: its id ("" where it cannot be taken), its label, what it is, and a line about it."""

    id: str
    label: str
    text: str
    below: str = ""


class Brief(Widget):
    """What is told, the labels in a column of their own."""

    COMPONENT_CLASSES = {"brief--label", "brief--below"}
    can_focus = False

    class Chosen(Message):
        """One was clicked."""

        def __init__(self, name: str) -> None:
            """`name` is its id."""
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self._told: tuple[Told, ...] = ()

    def show(self, told: tuple[Told, ...]) -> None:
        """Tells something else."""
        self._told = told
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        """The rows of the widget, each with the id of what it tells."""
        column = max((cell_len(told.label) + 3 for told in self._told if told.label), default=0)
        label, below = (self.get_visual_style(f"brief--{part}", partial=True) for part in ("label", "below"))
        lines: list[tuple[str, Content]] = []
        for told in self._told:
            texts = [Content(part) for part in rows(told.text, max(8, width - column), cell_len)]
            texts += [Content.styled(told.below, below)] if told.below else []
            heads = [Content.styled(told.label, label), *[Content("")] * (len(texts) - 1)]
            for head, text in zip(heads, texts, strict=True):
                lines.append((told.id, head.pad_right(column - head.cell_length) + text))
        return lines

    def render(self) -> Content:
        """All of it."""
        return Content("\n").join(content for _, content in self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as it takes at that width."""
        del container, viewport
        return len(self._lines(width))

    def on_click(self, event: events.Click) -> None:
        """Takes what was clicked; the second click of a double click is none."""
        lines = self._lines(self.size.width)
        if event.chain == 1 and 0 <= event.y < len(lines) and lines[event.y][0]:
            self.post_message(self.Chosen(lines[event.y][0]))
