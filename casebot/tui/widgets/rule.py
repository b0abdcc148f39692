"""Where does the answer area begin, and what can be done in it? A line across it that says so."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from casebot.documents.wrap import rows


class Rule(Widget):
    """A sentence set into a line; where it takes several rows the line is beside the first."""

    can_focus = False
    said: reactive[str] = reactive("", layout=True)

    def _rows(self, width: int) -> list[str]:
        return rows(self.said, max(8, width - 4), cell_len)

    def render(self) -> Content:
        """The sentence, and the line."""
        width = self.size.width
        first, *others = self._rows(width)
        ruled = f"─ {first} "
        line = Content(ruled + "─" * max(0, width - cell_len(ruled)))
        return Content("\n").join([line, *(Content(f"  {row}") for row in others)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the sentence takes at that width."""
        del container, viewport
        return len(self._rows(width))
