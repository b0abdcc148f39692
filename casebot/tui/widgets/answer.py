"""The answer area: what can be done now, options to choose from, a scale, and a field to write in."""

from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from casebot.model.response import join_ids
from casebot.tui.speaking import words_of
from casebot.tui.widgets.field import Field
from casebot.tui.widgets.options import Mode, Options, Row
from casebot.tui.widgets.scale import Scale
from casebot.tutoring.expectation import Expects, Input

State = Literal["reading", "writing", "line"]
MODES: Final[dict[Input, Mode]] = {"choice": "one", "choices": "some", "order": "order"}
WRITTEN: Final[frozenset[Input]] = frozenset({"text", "number", "open", "blanks", "match", "correction"})


class Answer(VerticalScroll, can_focus=False, inherit_bindings=False):
    """In Reading no field has focus and single keys act; in Writing every character is text.

    The line for commands borrows the field; the half-typed answer comes back when it closes.
    """

    class Chosen(Message):
        """An answer was chosen, in the form of `model.response`."""

        def __init__(self, response: str) -> None:
            """`response` holds the ids."""
            super().__init__()
            self.response = response

    class Written(Message):
        """A line was written and sent."""

        def __init__(self, text: str) -> None:
            """`text` is as typed."""
            super().__init__()
            self.text = text

    class Typing(Message):
        """The half-typed answer has changed."""

    def __init__(self) -> None:
        """Offers nothing yet."""
        super().__init__(id="answer")
        self.expects = Expects(kind="page")
        self.state: State = "reading"
        self._draft = ""
        self.ends = ("", "")
        """The names of the two ends of the scale."""

    def compose(self) -> ComposeResult:
        """A line that says what to do, the options, and the field."""
        yield Static(id="answer-label")
        yield Options()
        yield Scale()
        yield Field()

    @property
    def options(self) -> Options:
        """The list of options."""
        return self.query_one(Options)

    @property
    def scale(self) -> Scale:
        """The scale of positions."""
        return self.query_one(Scale)

    @property
    def placing(self) -> bool:
        """Whether a position is asked for."""
        return self.expects.kind == "position"

    @property
    def complete(self) -> bool:
        """Whether what is chosen can be sent."""
        return self.scale.value is not None if self.placing else self.options.complete

    @property
    def field(self) -> Field:
        """The text field."""
        return self.query_one(Field)

    @property
    def draft(self) -> str:
        """The half-typed answer, also while the line for commands is open."""
        if self.placing:
            return self.scale.typed
        return self._draft if self.state == "line" else self.field.text

    def offer(self, expects: Expects, rows: tuple[Row, ...], draft: str, *, keep: bool) -> None:
        """Offers what is expected now, with a half-typed answer; `keep` keeps what is picked, and the way of typing."""
        self.expects = expects
        mode = MODES.get(expects.kind)
        self.options.display = mode is not None
        if mode is not None:
            self.options.show(mode, rows, keep=keep)
        self.scale.display = self.placing
        if self.placing:
            self.scale.show(self.ends, draft)
        self.field.fill("" if self.placing else draft)
        was, self.state = self.state, "reading"
        self.turn("writing" if expects.kind in WRITTEN and not (keep and was == "reading") else "reading")
        if not keep:
            self.scroll_home(animate=False)

    def turn(self, state: State) -> None:
        """Goes to Reading or Writing, or to the line for a command."""
        if self.state == "line" and state != "line":
            self.field.fill(self._draft)
        elif state == "line" and self.state != "line":
            self._draft = self.field.text
            self.field.fill("/")
        self.state = state
        self.field.display = state != "reading" or (self.expects.kind in WRITTEN and bool(self.field.text))
        self.field.read_only = state == "reading"
        self.say()
        if state != "reading":
            self.field.focus()
        elif self.options.display:
            self.options.focus()
        elif self.scale.display:
            self.scale.focus()
        else:
            self.screen.set_focus(None)
        self.screen.refresh_bindings()

    def say(self) -> None:
        """Says what to do, in the app's language."""
        if self.state != "reading":
            self._label(self.state)
        elif self.expects.kind in WRITTEN:
            self._label("left" if self.field.text else "left-empty")
        elif self.expects.part == "sides":
            self._label("sides")
        elif self.expects.dilemma and self.options.display:
            self._label("pick")
        elif self.expects.dilemma and self.expects.kind == "end":
            self._label("end-dilemma")
        else:
            self._label(self.expects.kind)

    def ask_to_choose(self) -> None:
        """Says that there is nothing to send yet."""
        if self.placing or self.expects.dilemma:
            self._label("position-first" if self.placing else "pick-first")
        else:
            self._label("order-first" if self.options.mode == "order" else "choose-first")

    def _label(self, key: str) -> None:
        self.query_one("#answer-label", Static).update(Content(words_of(self).say(f"app.label-{key}")))

    def type_on(self, character: str) -> None:
        """Goes back to writing with one more character."""
        self.turn("writing")
        self.field.insert(character)

    def send(self) -> None:
        """Sends what is picked, if it can be sent."""
        if self.placing and self.scale.value is not None:
            self.post_message(self.Chosen(str(self.scale.value)))
        elif not self.placing and self.options.complete:
            self.post_message(self.Chosen(join_ids(self.options.picked)))

    @on(Field.Sent)
    def _sent(self, message: Field.Sent) -> None:
        message.stop()
        self.post_message(self.Written(message.text))

    @on(Field.Left)
    def _left(self, message: Field.Left) -> None:
        message.stop()
        self.turn("reading")

    @on(TextArea.Changed)
    def _typing(self, message: TextArea.Changed) -> None:
        message.stop()
        if self.state == "writing":
            self.post_message(self.Typing())

    @on(Options.Changed)
    def _picked(self, message: Options.Changed) -> None:
        message.stop()
        self.say()
        self.screen.refresh_bindings()

    @on(Scale.Changed)
    def _placed(self, message: Scale.Changed) -> None:
        message.stop()
        self.say()
        self.post_message(self.Typing())
        self.screen.refresh_bindings()
