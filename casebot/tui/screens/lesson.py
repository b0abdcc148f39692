"""A lesson: the conversation above, the answer area below, facts beside it where there is room."""

from time import monotonic
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from casebot.desk import Desk
from casebot.documents.answers import Asked, option_text
from casebot.documents.facts import facts
from casebot.documents.passage import Passage
from casebot.documents.transcript import write
from casebot.store.failure import MovedOnError, StoreError
from casebot.tui.screens.home import languages
from casebot.tui.speaking import words_of
from casebot.tui.widgets.answer import MODES, WRITTEN, Answer
from casebot.tui.widgets.facts import Facts
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.options import Row
from casebot.tui.widgets.topbar import TopBar
from casebot.tui.widgets.transcript import Transcript
from casebot.tutoring.moves import Answer as Given
from casebot.tutoring.moves import Certain, Do, Move, Say
from casebot.tutoring.turns import Reply, Turn

LOADED: Final = 200
"""Turns loaded at a time."""
HELD: Final = 0.25
"""Seconds for which a new question ignores keys that would answer it."""
DRAFT: Final = 0.3
"""Seconds after the last key at which half-typed text is kept."""
_PICKS: Final = (
    "a,1,ampersand",
    "b,2,é",
    "c,3,quotation_mark",
    "d,4,apostrophe",
    "e,5,left_parenthesis",
    "f,6,minus",
    "g,7,è",
    "h,8,underscore",
)


class LessonScreen(Screen[None]):
    """The desk's open session on screen."""

    class Spoken(Message):
        """The learner asked for another language."""

        def __init__(self, language: str) -> None:
            """`language` is its code."""
            super().__init__()
            self.language = language

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("enter", "go_on", "continue"),
        Binding("enter", "send", "send"),
        Binding("enter,down,up", "write", "enter-field"),
        Binding("1,ampersand", "sure(1)", "guess"),
        Binding("2,é", "sure(2)", "fairly"),
        Binding("3,quotation_mark", "sure(3)", "sure"),
        *(Binding(keys, f"pick({place})", show=False) for place, keys in enumerate(_PICKS)),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "cursor(-1)", "up", show=False),
        Binding("down", "cursor(1)", "down", show=False),
        Binding("space", "pick_cursor", "select", show=False),
        Binding("o", "do('source')", "source"),
        Binding("t", "do('hint')", "hint"),
        Binding("ctrl+o", "do('source')", "source", show=False),
        Binding("ctrl+t", "do('hint')", "hint", show=False),
        Binding("y", "do('why')", "why"),
        Binding("s", "do('skip')", "skip"),
        Binding("p", "do('back')", "back"),
        Binding("exclamation_mark", "do('appeal')", "appeal"),
        Binding("r", "do('repeat')", "repeat", show=False),
        Binding("slash", "line", "line"),
        Binding("question_mark", "app.help", "help"),
        Binding("q", "leave", "home"),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    def __init__(self, desk: Desk, reply: Reply) -> None:
        """`reply` is what taking the lesson up brought; its turns are already kept."""
        super().__init__()
        self._desk = desk
        self._expects = reply.expects
        self._resumed = not reply.turns
        self._first = 0
        self._since = 0.0
        self._draft: Timer | None = None

    def compose(self) -> ComposeResult:
        """The bars, the conversation with the facts beside it, and the answer area."""
        yield TopBar()
        with Horizontal(id="middle"):
            yield Transcript(self._written)
            yield Facts(id="facts")
        yield Answer()
        yield KeyBar()

    def on_mount(self) -> None:
        """Loads the last turns, and offers what is expected with the half-typed text."""
        self._load()
        if self._resumed:
            self.query_one(Transcript).extend([Turn(role="notice", key="resumed")])
        if self._desk.broken:
            notice = Turn(role="notice", key="content-broken", args={"n": self._desk.broken})
            self.query_one(Transcript).extend([notice])
        self._offer(self._desk.draft)

    def _load(self) -> None:
        total = self._desk.turn_total
        self._first = max(0, total - LOADED)
        self.query_one(Transcript).load(self._desk.turns(total, LOADED), self._first)

    @on(Transcript.Older)
    def _older(self) -> None:
        turns = self._desk.turns(self._first, LOADED)
        self._first -= len(turns)
        self.query_one(Transcript).prepend(turns, self._first)

    def _written(self, turn: Turn, width: int, is_open: bool) -> Passage:
        return write(turn, self._desk.book, words_of(self), width, open_item=is_open)

    def spoken(self) -> None:
        """Says everything in the app's language."""
        self.query_one(Transcript).rewrite()
        answer = self.query_one(Answer)
        answer.offer(self._expects, self._rows(), answer.field.text)
        self._bars()

    def _offer(self, draft: str = "") -> None:
        self._expects = self._desk.expects
        self.query_one(Transcript).set_open(is_open=self._expects.kind in MODES)
        self.query_one(Answer).offer(self._expects, self._rows(), draft)
        self._bars()

    def _rows(self) -> tuple[Row, ...]:
        expects = self._expects
        item = self._desk.book.item(expects.item)
        if item is None or expects.kind not in MODES:
            return ()
        about = Asked(expects.item, item, self._desk.book, words_of(self))
        return tuple(Row(name, option_text(about, name), name in expects.struck) for name in expects.options)

    def _bars(self) -> None:
        words = words_of(self)
        state, row = self._desk.state, self._desk.progress
        bar = self.query_one(TopBar)
        if state is not None:
            lesson = self._desk.book.lesson(state.case, state.target)
            bar.left = words.typeset(lesson.entry.title.show(words.language)) if lesson else ""
            case = self._desk.book.cases[state.case]
            place = words.say("app.place", n=min(row.place + 1, row.steps), of=row.steps) if row else ""
            bar.right = f"{case.head.title.show(words.language)}  {place}  {languages(words.language)}"
            claims, hidden = self._desk.claims_in_view, self._desk.withheld
            self.query_one(Facts).show(facts(self._desk.book, state.case, state.target, claims, hidden, words))
        self.refresh_bindings()

    def _move(self, move: Move) -> bool:
        """Makes a move; says what kept it from being kept. True where it was made."""
        transcript = self.query_one(Transcript)
        before = self._expects.item
        try:
            reply = self._desk.move(move)
        except StoreError as error:
            why = words_of(self).say(f"error.{error.code}", **error.args_said)
            transcript.extend([Turn(role="notice", key="not-saved", args={"why": why})])
            return False
        except MovedOnError:
            self._desk.reload()
            self._load()
            transcript.extend([Turn(role="notice", key="moved-on")])
            self._offer(self.query_one(Answer).field.text)
            return False
        transcript.extend(reply.turns)
        if self._desk.language != words_of(self).language:
            self.post_message(self.Spoken(self._desk.language))
        self._offer()
        if reply.expects.item != before and reply.expects.kind in {*MODES, *WRITTEN}:
            self._since = monotonic()
        if reply.leave:
            self.action_leave()
        return True

    @property
    def _held(self) -> bool:
        """Whether a new question still ignores keys."""
        return self._expects.kind in MODES and monotonic() - self._since < HELD

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works now is offered."""
        kind = self._expects.kind
        answer = self.query_one(Answer) if self.is_mounted else None
        reading = answer is None or answer.state == "reading"
        match action:
            case "go_on":
                return reading and kind in {"page", "verdict", "end"}
            case "send":
                return reading and kind in MODES and answer is not None and answer.options.complete
            case "write":
                return reading and kind in WRITTEN
            case "sure":
                return reading and kind == "certainty"
            case "pick" | "cursor" | "pick_cursor":
                return reading and kind in MODES
            case "scroll":
                return reading and kind not in MODES and kind not in WRITTEN
            case "do":
                return self._can_do(str(parameters[0]), reading=reading)
            case "line" | "leave" | "app.help":
                return reading
            case _:
                return True

    def _can_do(self, word: str, *, reading: bool) -> bool:
        kind = self._expects.kind
        question = kind in MODES or kind in WRITTEN
        match word:
            case "hint":
                return self._expects.hint
            case "source":
                return kind in {"page", "verdict"}
            case "why" | "appeal":
                return reading and kind == "verdict"
            case "skip":
                return reading and (question or kind == "certainty")
            case _:
                return reading and kind in {"page", "verdict"} | set(MODES)

    def action_go_on(self) -> None:
        """Goes on; at the end, back to home."""
        if self._expects.kind == "end":
            self.dismiss()
        else:
            self._move(Do("continue"))

    def action_send(self) -> None:
        """Sends what is picked."""
        if not self._held:
            self.query_one(Answer).send()

    def action_write(self) -> None:
        """Goes back to writing."""
        self.query_one(Answer).turn("writing")

    def action_sure(self, level: int) -> None:
        """Says how sure the answer is."""
        match level:
            case 1 | 2 | 3:
                self._move(Certain(level))
            case _:
                pass

    def action_pick(self, place: int) -> None:
        """Picks an option by its letter."""
        if not self._held:
            self.query_one(Answer).options.pick(place)

    def action_pick_cursor(self) -> None:
        """Picks the option under the cursor."""
        options = self.query_one(Answer).options
        self.action_pick(options.cursor)

    def action_cursor(self, by: int) -> None:
        """Moves the cursor; with one option to choose it is picked as well."""
        options = self.query_one(Answer).options
        options.move(by)
        if options.mode == "one":
            self.action_pick(options.cursor)

    def action_do(self, word: str) -> None:
        """Uses a command by its key."""
        match word:
            case "hint" | "why" | "source" | "skip" | "repeat" | "back" | "appeal":
                draft = self.query_one(Answer).field.text
                if self._move(Do(word)) and self._expects.kind in WRITTEN:
                    self.query_one(Answer).offer(self._expects, (), draft)
            case _:
                pass

    def action_line(self) -> None:
        """Opens the line for a command."""
        self.query_one(Answer).open_line()

    def action_leave(self) -> None:
        """Goes back to home; the half-typed text is kept."""
        self.keep_draft()
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scrolls the conversation by a row."""
        self.query_one(Transcript).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scrolls the conversation by a page."""
        transcript = self.query_one(Transcript)
        transcript.scroll_relative(y=by * max(1, transcript.size.height - 2), animate=False)

    def action_edge(self, by: int) -> None:
        """Goes to the first or the last row of the conversation."""
        transcript = self.query_one(Transcript)
        transcript.scroll_to(y=0 if by < 0 else transcript.max_scroll_y, animate=False)

    @on(Answer.Chosen)
    def _chosen(self, message: Answer.Chosen) -> None:
        self._move(Given(message.response))

    @on(Answer.Written)
    def _sent(self, message: Answer.Written) -> None:
        if not message.text.strip() and self._expects.kind not in WRITTEN:
            self.query_one(Answer).turn("reading")
            return
        self._move(Say(message.text))

    @on(Answer.Typing)
    def _typing(self) -> None:
        if self._draft is not None:
            self._draft.stop()
        self._draft = self.set_timer(DRAFT, self.keep_draft)

    def keep_draft(self) -> None:
        """Keeps the half-typed text; an answer that cannot be kept will say so when it is sent."""
        if self._draft is not None:
            self._draft.stop()
            self._draft = None
        answer = self.query_one(Answer)
        if answer.expects.kind in WRITTEN:
            try:
                self._desk.keep_draft(answer.field.text)
            except StoreError:
                return
