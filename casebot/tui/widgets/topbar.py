"""Where is the learner? One line at the head of every screen."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casebot.model.languages import SPOKEN


def languages(language: str) -> str:
    """The languages, the one spoken in capitals."""
    return " | ".join(name.upper() if name == language else name for name in SPOKEN)


class TopBar(Widget):
    """What is open on the left, where it stands on the right; the left gives way where both do not fit."""

    DEFAULT_CLASSES = "bar"
    can_focus = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Both texts, with the space there is between them."""
        width = self.size.width
        right = Content(f" {self.right} ")
        left = Content(f" {self.left}").truncate(max(0, width - right.cell_length), ellipsis=True)
        gap = max(0, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)

    async def on_click(self, event: events.Click) -> None:
        """Speaks the language that was clicked; the one that is spoken is no button."""
        start = self.size.width - len(languages("")) - 1
        for name in SPOKEN if languages("") in self.right.lower() else ():
            place = start + languages("").index(name)
            if place <= event.x < place + len(name) and name in self.right:
                event.stop()
                await self.run_action(f"app.language('{name}')")
