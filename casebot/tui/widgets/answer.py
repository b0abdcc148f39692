"""The answer area: what can be done now, options to choose from, a scale, and a field to write in."""

from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import TextArea

from casebot.tui.offer import Offer
from casebot.tui.speaking import words_of
from casebot.tui.widgets.blanks import Blanks
from casebot.tui.widgets.field import Field
from casebot.tui.widgets.options import Mode, Options
from casebot.tui.widgets.pairs import Pairs
from casebot.tui.widgets.rule import Rule
from casebot.tui.widgets.scale import Scale
from casebot.tutoring.expectation import Expects, Input

State = Literal["reading", "writing", "line"]
MODES: Final[dict[Input, Mode]] = {"choice": "one", "choices": "some", "order": "order", "match": "match"}
WRITTEN: Final[frozenset[Input]] = frozenset({"text", "number", "open", "blanks", "correction", "ask"})
KEPT: Final[frozenset[Input]] = WRITTEN | {"match", "position"}
"""Inputs whose half-made answer is kept as a draft."""
PARTS: Final[frozenset[Input]] = frozenset({"choices", "order", "match", "blanks", "position"})
"""Inputs of several parts, of which some may be right, and positions: what was given stays for the next try."""
SHOWN: Final[frozenset[Input]] = frozenset({*MODES, "blanks", "open"})
"""Inputs for which the answer area shows what there is to choose from or to fill, and how."""
_HINTS: Final[dict[Mode, str]] = {"order": "order-first", "match": "match-first"}


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
        self._labelled = ""

    def compose(self) -> ComposeResult:
        """A line that says what to do, what there is to choose from or to fill, and the field."""
        yield Rule(id="answer-label")
        yield Options()
        yield Scale()
        yield Pairs()
        yield Blanks()
        yield Field()

    @property
    def options(self) -> Options:
        """The list of options, or the two lists to pair."""
        return self.pairs if self.expects.kind == "match" else self.query_one("#options", Options)

    @property
    def pairs(self) -> Pairs:
        """The two lists to pair."""
        return self.query_one(Pairs)

    @property
    def blanks(self) -> Blanks:
        """The fields for blanks."""
        return self.query_one(Blanks)

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
        """The half-made answer, also while the line for commands is open."""
        match self.expects.kind:
            case "match":
                return self.pairs.response
            case "blanks":
                return self.blanks.text
            case "position":
                return self.scale.typed
            case _:
                return self._draft if self.state == "line" else self.field.text

    def offer(self, offer: Offer, draft: str, *, keep: bool) -> None:
        """Offers what is expected now, with a half-made answer; `keep` keeps what is picked, and the way of typing."""
        kind, before = offer.expects.kind, self.expects.kind
        if keep and kind in {"match", "blanks"}:
            draft = self.pairs.response if kind == "match" else self.blanks.text
        self.expects = offer.expects
        mode = MODES.get(kind)
        self.query_one("#options").display = mode not in {None, "match"}
        self.pairs.display = mode == "match"
        self.blanks.display = kind == "blanks"
        self.scale.display = self.placing
        if mode == "match":
            self.pairs.show_pairs(offer.lefts, offer.rows, draft, keep=keep)
        elif mode is not None:
            self.options.show(mode, offer.rows, keep=keep)
        elif kind == "blanks":
            self.blanks.show(offer.blanks, draft, keep=keep)
        elif self.placing:
            self.scale.show(offer.ends, draft)
        self.field.fill(draft if kind in WRITTEN - {"blanks"} else "")
        self.field.set_class(kind == "open", "-open")
        left = keep and kind == before and self.state == "reading"
        self.state = "reading"
        self.turn("writing" if kind in WRITTEN and not left else "reading")
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
        self.field.display = state == "line" or (self._writes and not self.blanks.display)
        self.field.read_only = state == "reading"
        if self.blanks.display:
            self.blanks.write(writing=state == "writing")
        self.say()
        if state == "line" or (state == "writing" and not self.blanks.display):
            self.screen.set_focus(self.field)
        elif state == "reading" and self.options.display:
            self.screen.set_focus(self.options, scroll_visible=False)
        elif state == "reading" and self.placing:
            self.screen.set_focus(self.scale, scroll_visible=False)
        elif state == "reading":
            self.screen.set_focus(None)
        self.screen.refresh_bindings()

    @property
    def _writes(self) -> bool:
        """Whether the field of a written answer is to be seen: while it is written in, or as it was left."""
        return self.state == "writing" or (self.expects.kind in WRITTEN and bool(self.field.text))

    def say(self) -> None:
        """Says what to do, in the app's language."""
        if self.state == "writing" and self.expects.kind in {"blanks", "open"}:
            self._label(f"writing-{self.expects.kind}")
        elif self.state != "reading":
            self._label(self.state)
        elif self.expects.kind in WRITTEN:
            self._label("left" if self.draft else "left-empty")
        elif self.expects.part == "sides":
            self._label("sides")
        elif self.expects.dilemma and self.options.display:
            self._label("pick")
        elif self.expects.kind == "choices" and self.options.picked and self.expects.judged:
            self._label("choices-again")
        elif self.expects.dilemma and self.expects.kind == "end":
            self._label("end-dilemma")
        else:
            self._label(self.expects.kind)

    def ask_to_choose(self) -> None:
        """Says that there is nothing to send yet."""
        if self.placing or self.expects.dilemma:
            self._label("position-first" if self.placing else "pick-first")
        else:
            self._label(_HINTS.get(self.options.mode, "choose-first"))

    def ask_to_skip(self) -> None:
        """Says what the key that skips would show."""
        self._label("skip-again")

    @property
    def skipping(self) -> bool:
        """Whether the key that skips was pressed once, and nothing since."""
        return self._labelled == "skip-again"

    def _label(self, key: str) -> None:
        self._labelled = key
        said = [words_of(self).say(f"app.label-{key}")]
        if self.expects.of:
            said.insert(0, words_of(self).say("app.label-points", made=self.expects.made, of=self.expects.of))
        self.query_one(Rule).said = " ".join(said)

    def type_on(self, text: str) -> None:
        """Goes back to writing, with what was typed or pasted."""
        self.turn("writing")
        (self.blanks if self.blanks.display else self.field).insert(text)

    def refuse_paste(self) -> None:
        """Says that nothing can be pasted here."""
        self._label("no-paste")

    def send(self) -> None:
        """Sends what is picked, if it can be sent."""
        if self.complete:
            self.post_message(self.Chosen(self.scale.typed if self.placing else self.options.response))

    @on(Field.Sent)
    @on(Blanks.Sent)
    def _sent(self, message: Field.Sent | Blanks.Sent) -> None:
        message.stop()
        self.post_message(self.Written(message.text))

    @on(Field.Left)
    def _left(self, message: Field.Left) -> None:
        message.stop()
        self.turn("reading")

    @on(Field.Entered)
    def _entered(self, message: Field.Entered) -> None:
        message.stop()
        if self.state == "reading":
            self.turn("writing")

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
        if self.expects.kind in KEPT:
            self.post_message(self.Typing())

    @on(Scale.Changed)
    def _placed(self, message: Scale.Changed) -> None:
        message.stop()
        self.say()
        self.post_message(self.Typing())
        self.screen.refresh_bindings()
