"""Which keys work now? One line at the foot of every screen; each key can also be clicked."""

from typing import NamedTuple

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from casebot.tui.speaking import words_of

HELP = "app.help"


def _everywhere(active: ActiveBinding) -> bool:
    """Whether a key works in every place: those come last, where there is room."""
    return active.binding.priority


class _Shown(NamedTuple):
    key: str
    start: int
    end: int


class KeyBar(Widget):
    """The keys of the screen's visible bindings that are enabled, in order, as many as fit; the key for help always."""

    COMPONENT_CLASSES = {"keybar--key", "keybar--name"}
    DEFAULT_CLASSES = "bar"
    can_focus = False

    def on_mount(self) -> None:
        """Follows the screen's bindings."""
        self._shown: list[_Shown] = []
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """The keys with their names."""
        words = words_of(self)
        key_style, name_style = self.get_visual_style("keybar--key"), self.get_visual_style("keybar--name")
        found: dict[str, tuple[str, Content]] = {}
        for _, binding, enabled, _ in sorted(self.screen.active_bindings.values(), key=_everywhere):
            if not binding.show or not enabled or binding.action in found:
                continue
            key, name = self.app.get_key_display(binding), words.say(f"key.{binding.description}")
            part = Content.assemble((f" {key} ", key_style), (f"{name} ", name_style))
            found[binding.action] = binding.key, part
        return self._fitted(found)

    def _fitted(self, found: dict[str, tuple[str, Content]]) -> Content:
        pinned = [found.pop(HELP)] if HELP in found else []
        room = self.size.width - sum(part.cell_length for _, part in pinned)
        parts: list[Content] = []
        self._shown = []
        column = 0
        for key, part in found.values():
            if column + part.cell_length <= room:
                parts.append(part)
                self._shown.append(_Shown(key, column, column + part.cell_length))
                column += part.cell_length
        for key, part in pinned:
            parts.append(part)
            self._shown.append(_Shown(key, column, column + part.cell_length))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked; the second click of a double click is none."""
        if event.chain > 1:
            return
        for shown in self._shown:
            if shown.start <= event.x < shown.end:
                self.app.simulate_key(shown.key)
