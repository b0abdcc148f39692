"""A lesson: the conversation above, the answer area below, facts beside it where there is room."""

from collections.abc import Sequence
from time import monotonic
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer

from casebot.content.finding import Finding
from casebot.desk import Desk
from casebot.documents.commands import commands
from casebot.documents.findings import advice, brief
from casebot.documents.sheet import Sheet
from casebot.store.failure import MovedOnError, StoreError
from casebot.tui import lesson_keys
from casebot.tui.offer import Offer, offer
from casebot.tui.screens.conversing import Conversing
from casebot.tui.speaking import words_of
from casebot.tui.surroundings import facts_beside, headline
from casebot.tui.widgets.answer import KEPT, MODES, PARTS, SHOWN, WRITTEN, Answer
from casebot.tui.widgets.conversation import Conversation
from casebot.tui.widgets.facts import Facts
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar
from casebot.tutoring.moves import Answer as Given
from casebot.tutoring.moves import Arrive, Certain, Do, Move, Say
from casebot.tutoring.turns import Reply, Turn

HELD: Final = 0.25
"""Seconds for which a new question ignores keys that would answer it or cost something."""
DRAFT: Final = 0.3
"""Seconds after which half-typed text is kept."""


class LessonScreen(Conversing):
    """The desk's open session on screen."""

    class Spoken(Message):
        """The learner asked for another language."""

        def __init__(self, language: str) -> None:
            """`language` is its code."""
            super().__init__()
            self.language = language

    class Again(Message):
        """The learner wants to take the lesson once more."""

    AUTO_FOCUS = ""
    BINDINGS = lesson_keys.BINDINGS

    def __init__(self, desk: Desk, reply: Reply) -> None:
        """`reply` is what taking the lesson up brought; its turns are already kept."""
        super().__init__()
        self._desk = desk
        self._expects = reply.expects
        self._first = reply
        self._since = monotonic()
        self._draft: Timer | None = None

    def compose(self) -> ComposeResult:
        """The bars, the conversation with the facts beside it, and the answer area."""
        yield TopBar()
        with Horizontal(id="middle"):
            yield Conversation(self._desk)
            yield Facts(id="facts")
        yield Answer()
        yield KeyBar()

    def on_mount(self) -> None:
        """Loads the last turns, and offers what is expected with the half-typed text."""
        said = self.conversation
        said.load_last()
        if not self._first.kept and self._expects.kind != "end":
            said.tell("resumed")
        said.follow([turn for turn in self._first.turns if turn.fleeting])
        if self._desk.broken:
            said.tell("content-broken")
        self._offer(said.guarded(self._desk.draft, "") or self._expects.begun)

    @property
    def writing(self) -> bool:
        """Whether keys are text now."""
        return self.query_one(Answer).state != "reading"

    @property
    def commands(self) -> tuple[tuple[str, str], ...]:
        """What can be typed, and what it does."""
        return commands(words_of(self), weighing=bool(self._expects.part))

    @property
    def about(self) -> str:
        """What is to be known of what is asked, for the help; "" where the keys say it."""
        return words_of(self).say("turn.certainty-help") if self._expects.kind == "certainty" else ""

    def spoken(self) -> None:
        """Says everything in the app's language."""
        self.conversation.rewrite()
        answer = self.query_one(Answer)
        answer.offer(self._offered, answer.draft, keep=True)
        self._bars()

    def reread(self, errors: Sequence[Finding]) -> None:
        """Shows the question as its author has just saved it, or what is wrong with it beside the last good version."""
        words, said = words_of(self), self.conversation
        for finding in errors[:1]:
            said.tell("finding", text=brief(finding, words), help=advice(finding, words))
        if not errors:
            self._desk.move(Arrive())
            said.rewrite()
            said.tell("reread")
            answer = self.query_one(Answer)
            self._offer(answer.draft, keep=True)

    def _offer(self, draft: str = "", *, keep: bool = False) -> None:
        self._expects = self._desk.expects
        self.conversation.set_open(is_open=self._expects.kind in SHOWN)
        self.query_one(Answer).offer(self._offered, draft, keep=keep)
        self._bars()

    @property
    def _offered(self) -> Offer:
        return offer(self._expects, Sheet(self._desk.book, words_of(self), 0))

    def _bars(self) -> None:
        words = words_of(self)
        if self._desk.state is not None:
            bar = self.query_one(TopBar)
            bar.left, bar.right = headline(self._desk, self._expects, words)
            self.query_one(Facts).show(facts_beside(self._desk, words))
            self.set_class(bool(self._expects.dilemma), "-weighing")
        self.refresh_bindings()

    def move(self, move: Move) -> bool:
        """Makes a move; says what kept it from being kept. True where it was made."""
        before, answer = self._expects, self.query_one(Answer)
        try:
            reply = self._desk.move(move)
        except StoreError as error:
            self.conversation.tell_refusal(error)
            return False
        except MovedOnError:
            self._follow()
            return False
        self.conversation.follow(reply.turns)
        same = reply.expects.about == before.about and reply.expects.kind == before.kind
        answered = isinstance(move, Given | Say | Certain)
        # What is made of parts stays for the next try, in which often one is changed; a choice was struck out.
        again = reply.expects.about == before.about and before.kind in {reply.expects.kind, "certainty"}
        keep = (again and reply.expects.kind in PARTS) or (same and not answered)
        self._offer(answer.draft if keep else reply.expects.begun, keep=keep)
        if answered or not same:
            self._since = monotonic()
        if self._desk.language != words_of(self).language:
            self.post_message(self.Spoken(self._desk.language))
        if reply.leave:
            self.action_leave()
        return True

    def _follow(self) -> None:
        """Takes the session up as another window left it; a half-typed answer is kept in sight."""
        text = self.query_one(Answer).draft
        said = self.conversation
        said.guarded(self._desk.reload, None)
        if self._desk.state is None:
            self.dismiss()
            return
        said.load_last()
        said.tell("moved-on")
        written = self._desk.expects.kind in KEPT
        if text and not written:
            said.extend([Turn(role="you", key="typed", args={"text": text})])
        self._offer(text if written else "")

    @property
    def _held(self) -> bool:
        """Whether a new question still ignores keys."""
        return self._expects.kind in {*MODES, *WRITTEN, "position"} and monotonic() - self._since < HELD

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works now is offered."""
        if not self.is_mounted:
            return True
        answer = self.query_one(Answer)
        unread = self.conversation.unread
        place = lesson_keys.Place(self._expects, answer.state, answer.complete, unread)
        argument = parameters[0] if parameters else ""
        return lesson_keys.works(action, argument if isinstance(argument, str | int) else "", place)

    def write_on(self, text: str, key: str = "") -> bool:
        """Goes on writing with a character that is no key of this place, or with a paste; says where neither fits."""
        answer = self.query_one(Answer)
        if self._expects.kind in WRITTEN and not self.writing:
            answer.type_on(text)
        elif not key:
            answer.refuse_paste()
        elif answer.skipping:
            answer.say()
        return not key or self.writing

    def action_go_on(self) -> None:
        """Goes on; at the end, back to home."""
        if self._expects.kind == "end":
            self.dismiss()
        else:
            self.move(Do("continue"))

    def action_send(self) -> None:
        """Sends what is picked."""
        if not self._held:
            self.query_one(Answer).send()

    def action_choose(self) -> None:
        """Says that nothing can be sent yet."""
        self.query_one(Answer).ask_to_choose()

    def action_again(self) -> None:
        """Takes the lesson once more from its beginning."""
        self.post_message(self.Again())

    def action_home(self) -> None:
        """Goes home; a half-written answer is kept."""
        self.action_leave()

    def action_write(self) -> None:
        """Goes back to writing."""
        self.query_one(Answer).turn("writing")

    def action_sure(self, level: int) -> None:
        """Says how sure the answer is."""
        match level:
            case 1 | 2 | 3:
                self.move(Certain(level))
            case _:
                pass

    def action_pick(self, place: int) -> None:
        """Picks an option by its letter, or an argument by its number."""
        if not self._held:
            self.query_one(Answer).options.press(place)

    def action_argument(self, number: int) -> None:
        """Opens an argument by its number."""
        self.move(Say(str(number)))

    def action_mark(self, place: int) -> None:
        """Marks a line to be paired by its digit."""
        if not self._held:
            self.query_one(Answer).pairs.mark(place)

    def action_pick_named(self, name: str) -> None:
        """Picks an option by its id."""
        self.action_pick(self._expects.options.index(name))

    def action_cursor(self, by: int) -> None:
        """Moves the cursor; with one option to choose, or where it stays, it is picked as well."""
        options = self.query_one(Answer).options
        if by:
            options.move(by)
            self.query_one(Answer).say()
        if (not by or options.mode == "one") and not self._held:
            options.pick(options.cursor)

    def action_do(self, word: str) -> None:
        """Uses a command by its key."""
        match word:
            case "hint" | "skip":
                if not self._held:
                    self.move(Do(word))
            case "why" | "source" | "repeat" | "back" | "appeal" | "en" | "fr":
                self.move(Do(word))
            case _:
                pass

    def action_skip(self) -> None:
        """Skips; a question that can still be answered only when the key comes a second time."""
        risky = self._expects.kind in MODES and self._expects.counts
        if self._held:
            return
        answer = self.query_one(Answer)
        if risky and not answer.skipping:
            answer.ask_to_skip()
            self._since = monotonic()
        else:
            self.move(Do("skip"))

    def action_shift(self, by: int) -> None:
        """Moves the option under the cursor to another place of the order."""
        self.query_one(Answer).options.shift(by)

    def action_take_back(self) -> None:
        """Takes back what was placed last in an order."""
        self.query_one(Answer).options.take_back()

    def action_do_beside(self, word: str) -> None:
        """Uses a command by its key while an answer is being written."""
        self.action_do(word)

    def action_line(self) -> None:
        """Opens the line for a command."""
        self.query_one(Answer).turn("line")

    def action_leave(self) -> None:
        """Goes back to home; the half-typed text is kept."""
        self.keep_draft()
        self.dismiss()

    @on(Answer.Chosen)
    def _chosen(self, message: Answer.Chosen) -> None:
        self.move(Given(message.response))

    @on(Answer.Written)
    def _sent(self, message: Answer.Written) -> None:
        answer = self.query_one(Answer)
        empty = message.text.strip() in {"", "/"}
        if answer.state == "line":
            answer.turn("reading")
            if not empty:
                self._use_line(message.text)
        elif not (empty and self._held):
            self.move(Say(message.text))

    def _use_line(self, text: str) -> None:
        """Sends a line for commands; the half-typed answer stays where it is."""
        draft = self.query_one(Answer).draft
        about = self._expects.about
        if self.move(Say(text)) and self._expects.about == about and self._expects.kind in WRITTEN:
            self.query_one(Answer).offer(self._offered, draft, keep=False)

    @on(Answer.Typing)
    def _typing(self) -> None:
        self._desk.expect_question()
        if self._draft is None:
            self._draft = self.set_timer(DRAFT, self.keep_draft)

    def keep_draft(self) -> None:
        """Keeps the half-typed text; an answer that cannot be kept will say so when it is sent."""
        if self._draft is not None:
            self._draft.stop()
            self._draft = None
        if self._expects.kind in KEPT:
            try:
                self._desk.keep_draft(self.query_one(Answer).draft)
            except StoreError:
                return
