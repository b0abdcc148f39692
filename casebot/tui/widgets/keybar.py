"""Which keys work now? A line or two at the foot of every screen; each key can also be clicked."""

from typing import NamedTuple

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from casebot.tui.speaking import words_of

HELP = "app.help"


def _everywhere(active: ActiveBinding) -> bool:
    """Whether a key works in every place: those come last, where there is room."""
    return active.binding.priority


class _Key(NamedTuple):
    """A key as it is pressed, and as it is shown."""

    key: str
    shown: Content


class KeyBar(Widget):
    """The keys of the screen's visible bindings that are enabled, in order, as many as fit; the key for help always."""

    COMPONENT_CLASSES = {"keybar--key", "keybar--name"}
    DEFAULT_CLASSES = "bar"
    can_focus = False

    def __init__(self, most: int = 1) -> None:
        """`most` rows are taken where the keys do not fit in one."""
        super().__init__()
        self._most = most
        self._told = ""

    def on_mount(self) -> None:
        """Follows the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def tell(self, key: str, seconds: float) -> None:
        """Says a sentence in place of the keys for a while."""
        self._told = key
        self.refresh(layout=self._most > 1)
        self.set_timer(seconds, self._be_quiet)

    def _be_quiet(self) -> None:
        self._told = ""
        self.refresh(layout=self._most > 1)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh(layout=self._most > 1)

    def _keys(self) -> dict[str, _Key]:
        """The keys that work now, by what they do."""
        words = words_of(self)
        key_style, name_style = self.get_visual_style("keybar--key"), self.get_visual_style("keybar--name")
        found: dict[str, _Key] = {}
        for _, binding, enabled, _ in sorted(self.screen.active_bindings.values(), key=_everywhere):
            if binding.show and enabled and binding.action not in found:
                key, name = self.app.get_key_display(binding), words.say(f"key.{binding.description}")
                found[binding.action] = _Key(
                    binding.key, Content.assemble((f" {key} ", key_style), (f"{name} ", name_style))
                )
        return found

    def _rows(self, width: int) -> list[list[_Key]]:
        """The keys that fit, in rows; the key for help ends the last of them."""
        found = self._keys()
        pinned = [found.pop(HELP)] if HELP in found else []
        needed = sum(each.shown.cell_length for each in (*found.values(), *pinned))
        rows: list[list[_Key]] = [[]]
        left = width
        for each in found.values():
            last = len(rows) == self._most or needed <= width
            if each.shown.cell_length > left - sum(part.shown.cell_length for part in pinned) * last:
                if last:
                    continue
                rows.append([])
                left = width
            rows[-1].append(each)
            left -= each.shown.cell_length
        return [*rows[:-1], [*rows[-1], *pinned]]

    def render(self) -> Content:
        """The keys with their names, or what is told in their place."""
        if self._told:
            return Content(f" {words_of(self).say(self._told)}")
        return Content("\n").join(Content("").join(each.shown for each in row) for row in self._rows(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the keys take at that width."""
        del container, viewport
        return len(self._rows(width))

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked; the second click of a double click is none."""
        rows = self._rows(self.size.width)
        if event.chain > 1 or not 0 <= event.y < len(rows):
            return
        column = 0
        for each in rows[event.y]:
            column += each.shown.cell_length
            if event.x < column:
                self.app.simulate_key(each.key)
                return
