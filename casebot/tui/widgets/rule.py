"""Where does the answer area begin, and what can be done in it? A line across it that says so."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from casebot.documents.wrap import rows


class Rule(Widget):
    """A sentence set into a line; where it takes several rows the line goes on behind the last."""

    can_focus = False
    said: reactive[str] = reactive("", layout=True)

    def _rows(self, width: int) -> list[str]:
        return rows(self.said, max(8, width - 4), cell_len)

    def render(self) -> Content:
        """The sentence, and the line."""
        width = self.size.width
        said = [f"{'  ' if place else '─ '}{row}" for place, row in enumerate(self._rows(width))]
        said[-1] += " " + "─" * max(0, width - cell_len(said[-1]) - 1)
        return Content("\n").join(map(Content, said))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the sentence takes at that width."""
        del container, viewport
        return len(self._rows(width))
