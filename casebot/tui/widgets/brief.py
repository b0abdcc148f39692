"""What comes next? A label, what it is, and a line about it; a click takes it."""

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from casebot.documents.wrap import rows


class Brief(Widget):
    """One thing to do."""

    COMPONENT_CLASSES = {"brief--label", "brief--below"}
    can_focus = False

    class Chosen(Message):
        """It was clicked."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self._told = ("", "", "")

    def show(self, label: str, text: str, below: str) -> None:
        """Shows another thing to do."""
        self._told = (label, text, below)
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        label, text, below = self._told
        hang = cell_len(label) + 3 if label else 0
        first, *others = [Content(part) for part in rows(text, max(8, width - hang), cell_len)]
        styled = Content.styled(label, self.get_visual_style("brief--label", partial=True))
        about = [Content.styled(below, self.get_visual_style("brief--below", partial=True))] if below else []
        head = styled + Content(" " * (hang - cell_len(label))) + first
        return [head, *(Content(" " * hang) + part for part in (*others, *about))]

    def render(self) -> Content:
        """The label with what it is, and the line below."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as it takes at that width."""
        del container, viewport
        return len(self._lines(width))

    def on_click(self, event: events.Click) -> None:
        """Takes it; the second click of a double click is none."""
        if event.chain == 1:
            self.post_message(self.Chosen())
