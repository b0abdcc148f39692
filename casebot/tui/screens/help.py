"""The keys and commands of the place one is in."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from casebot.tui.speaking import words_of


class HelpScreen(ModalScreen[None]):
    """Lists what can be done in another screen."""

    BINDINGS = [Binding("escape,enter,q,question_mark,f1", "dismiss", "back")]

    def __init__(self, place: Screen[object]) -> None:
        """`place` is the screen whose keys are told."""
        super().__init__()
        self._keys = [
            active.binding for active in place.active_bindings.values() if active.enabled and active.binding.description
        ]
        self._typed: str = getattr(place, "commands", "")

    def compose(self) -> ComposeResult:
        """A box over the screen."""
        words = words_of(self.app.screen)
        rows: list[Content] = [Content.styled(words.say("app.help-title"), "bold"), Content("")]
        told: dict[str, dict[str, str]] = {}
        for binding in self._keys:
            if f"key.{binding.description}" in words:
                keys = told.setdefault(words.say(f"key.{binding.description}"), {})
                keys.setdefault(binding.action, self.app.get_key_display(binding))
        rows += [Content.assemble((f"{' '.join(keys.values()):<14} ", "bold"), text) for text, keys in told.items()]
        if self._typed:
            rows += [Content(""), Content(words.say("app.help-typed")), Content(words.say(self._typed))]
        rows += [Content(""), Content(words.say("app.help-close"))]
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(rows))
