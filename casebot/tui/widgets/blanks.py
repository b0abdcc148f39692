"""What fills the blanks of a sentence? A field for each; Tab and the arrows go from one to the next."""

from textual import events, on
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from casebot.tui.widgets.field import Field

_BETWEEN = "; "


class Blank(Field):
    """The field of one blank."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]


class Blanks(Container, can_focus=False, inherit_bindings=False):
    """Numbered fields, read and written as one text: what stands in them, in order, with `;` between."""

    class Sent(Message):
        """The learner sent what stands in the blanks, or a command typed in one of them."""

        def __init__(self, text: str) -> None:
            """`text` is the answer, or the command alone."""
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        """No blanks yet."""
        super().__init__()
        self._numbers: list[Static] = []
        self._fields: list[Blank] = []
        self._count = 0
        self._last = 0
        """The place of the blank that had focus last."""

    @property
    def fields(self) -> list[Blank]:
        """The field of each blank."""
        return self._fields[: self._count]

    def show(self, count: int, text: str, *, keep: bool) -> None:
        """Offers that many blanks, filled from a text; with `keep` the learner stays in the same one."""
        for number in range(len(self._fields) + 1, count + 1):
            self._numbers.append(Static(Content(f"({number})")))
            self._fields.append(Blank())
            self.mount(self._numbers[-1], self._fields[-1])
        self._count = count
        for place, (name, field) in enumerate(zip(self._numbers, self._fields, strict=True)):
            name.display = field.display = place < count
        parts = [part.strip() for part in text.split(_BETWEEN.strip())]
        for place, field in enumerate(self.fields):
            field.fill(parts[place] if place < len(parts) else "")
        self._last = min(self._last, count - 1) if keep else self._empty(0) or 0

    @property
    def text(self) -> str:
        """What stands in the blanks; "" where they are all empty. A `;` inside one becomes a comma."""
        parts = [field.text.strip().replace(";", ",") for field in self.fields]
        return _BETWEEN.join(parts) if any(parts) else ""

    def write(self, *, writing: bool) -> None:
        """Lets the learner write, from the blank where they were; or not."""
        for field in self.fields:
            field.read_only = not writing
        if writing and self.fields:
            self.screen.set_focus(self.fields[self._last])

    def insert(self, text: str) -> None:
        """Adds a text in the blank where the learner was."""
        self.fields[self._last].insert(text)

    def _empty(self, start: int) -> int | None:
        """The place of the first empty blank from a place on, round to the ones before."""
        order = (*range(start, self._count), *range(start))
        return next((place for place in order if not self._fields[place].text.strip()), None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remembers where the learner is."""
        if event.widget in self._fields:
            self._last = self._fields.index(event.widget)

    @on(Field.Sent)
    def _sent(self, message: Field.Sent) -> None:
        """Goes to the next empty blank, or sends: where none is empty, or the one left here is left so."""
        message.stop()
        here, following = self._fields[self._last], self._empty(self._last)
        if message.text.strip().startswith("/"):
            here.fill("")
            self.post_message(self.Sent(message.text))
        elif message.text.strip() and following is not None:
            self.screen.set_focus(self._fields[following])
        else:
            self.post_message(self.Sent(self.text))
