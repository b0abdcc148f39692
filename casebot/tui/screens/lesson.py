"""A lesson: the conversation above, the answer area below, facts beside it where there is room."""

from collections.abc import Sequence
from time import monotonic
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from casebot.content.finding import Finding
from casebot.desk import Desk
from casebot.documents.facts import facts
from casebot.documents.findings import advice, concise
from casebot.documents.sheet import Sheet
from casebot.store.failure import MovedOnError, StoreError
from casebot.tui import lesson_keys
from casebot.tui.offer import Offer, offer
from casebot.tui.speaking import words_of
from casebot.tui.widgets.answer import KEPT, MODES, PARTS, SHOWN, WRITTEN, Answer
from casebot.tui.widgets.conversation import Conversation
from casebot.tui.widgets.facts import WIDTH, Facts
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar, languages
from casebot.tui.widgets.transcript import Transcript
from casebot.tutoring.moves import Answer as Given
from casebot.tutoring.moves import Arrive, Certain, Do, Move, Say
from casebot.tutoring.turns import Reply, Turn

HELD: Final = 0.25
"""Seconds for which a new question ignores keys that would answer it or cost something."""
DRAFT: Final = 0.3
"""Seconds after which half-typed text is kept."""


class LessonScreen(Screen[None]):
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
    TAKES_COMMANDS = True
    BINDINGS = lesson_keys.BINDINGS

    def __init__(self, desk: Desk, reply: Reply) -> None:
        """`reply` is what taking the lesson up brought; its turns are already kept."""
        super().__init__()
        self._desk = desk
        self._expects = reply.expects
        self._resumed = not reply.turns
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
        said = self._conversation
        said.load_last()
        if self._resumed and self._expects.kind != "end":
            said.tell("resumed")
        if self._desk.broken:
            said.tell("content-broken")
        self._offer(said.guarded(self._desk.draft, ""))

    @property
    def _conversation(self) -> Conversation:
        return self.query_one(Conversation)

    @property
    def writing(self) -> bool:
        """Whether keys are text now."""
        return self.query_one(Answer).state != "reading"

    def spoken(self) -> None:
        """Says everything in the app's language."""
        self._conversation.rewrite()
        answer = self.query_one(Answer)
        answer.offer(self._offered, answer.draft, keep=True)
        self._bars()

    def reread(self, errors: Sequence[Finding]) -> None:
        """Shows the question as its author has just saved it, or what is wrong with it beside the last good version."""
        words, said = words_of(self), self._conversation
        for finding in errors[:1]:
            said.tell("finding", text=concise(finding, words), help=advice(finding, words))
        if not errors:
            self._desk.move(Arrive())
            said.rewrite()
            said.tell("reread")
            answer = self.query_one(Answer)
            self._offer(answer.draft, keep=True)

    def _offer(self, draft: str = "", *, keep: bool = False) -> None:
        self._expects = self._desk.expects
        self._conversation.set_open(is_open=self._expects.kind in SHOWN)
        self.query_one(Answer).offer(self._offered, draft, keep=keep)
        self._bars()

    @property
    def _offered(self) -> Offer:
        return offer(self._expects, Sheet(self._desk.book, words_of(self), 0))

    def _bars(self) -> None:
        words = words_of(self)
        desk, state, row = self._desk, self._desk.state, self._desk.progress
        if state is not None:
            bar = self.query_one(TopBar)
            lesson, bank = desk.book.lesson(state.case, state.target), desk.book.bank(state.target)
            named = lesson.entry.title if lesson else bank.head.title if bank else None
            bar.left = words.typeset(named.show(words.language)) if named else ""
            case = desk.book.cases.get(state.case)
            title = words.typeset(case.head.title.show(words.language)) if case else words.say(f"app.run-{state.run}")
            here = 0 if self._expects.kind == "verdict" else 1
            place = words.say("app.place", n=min(row.place + here, row.steps), of=row.steps) if row else ""
            bar.right = f"{title}  {place}  {languages(words.language)}"
            sheet = Sheet(desk.book, words, WIDTH)
            claims, hidden, asked = desk.claims_in_view, desk.withheld, desk.question_open
            beside = facts(sheet, state.case, state.target, claims, hidden, question_open=asked)
            self.query_one(Facts).show(beside)
        self.refresh_bindings()

    def move(self, move: Move) -> bool:
        """Makes a move; says what kept it from being kept. True where it was made."""
        before, answer = self._expects, self.query_one(Answer)
        try:
            reply = self._desk.move(move)
        except StoreError as error:
            self._conversation.tell_refusal(error)
            return False
        except MovedOnError:
            self._follow()
            return False
        self._conversation.follow(reply.turns)
        same = reply.expects.item == before.item and reply.expects.kind == before.kind
        answered = isinstance(move, Given | Say | Certain)
        # What is made of parts stays for the next try, in which often one is changed; a choice was struck out.
        again = reply.expects.item == before.item and before.kind in {reply.expects.kind, "certainty"}
        keep = (again and reply.expects.kind in PARTS) or (same and not answered)
        self._offer(answer.draft if keep else "", keep=keep)
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
        said = self._conversation
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
        return self._expects.kind in {*MODES, *WRITTEN} and monotonic() - self._since < HELD

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works now is offered."""
        if not self.is_mounted:
            return True
        answer = self.query_one(Answer)
        unread = self._conversation.unread
        place = lesson_keys.Place(self._expects, answer.state, answer.options.complete, unread)
        argument = parameters[0] if parameters else ""
        return lesson_keys.works(action, argument if isinstance(argument, str | int) else "", place)

    def on_key(self, event: events.Key) -> None:
        """Goes on writing with a character that is no key of this place."""
        aside = self._expects.kind in WRITTEN and not self.writing
        if aside and event.is_printable and event.character and event.key not in self.active_bindings:
            event.stop()
            event.prevent_default()
            self.query_one(Answer).type_on(event.character)

    def action_more(self) -> None:
        """Shows what was said last and has not been on screen."""
        self._conversation.read_on()

    @on(Transcript.Read)
    def _read(self) -> None:
        self.refresh_bindings()

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
        """Goes home from beside a half-written answer, which is kept."""
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
        """Picks an option by its letter."""
        if not self._held:
            self.query_one(Answer).options.pick(place)

    def action_mark(self, place: int) -> None:
        """Marks a line to be paired by its digit."""
        if not self._held:
            self.query_one(Answer).pairs.mark(place)

    def action_pick_named(self, name: str) -> None:
        """Picks an option by its id."""
        self.action_pick(self._expects.options.index(name))

    def action_pick_cursor(self) -> None:
        """Picks the option under the cursor."""
        self.action_pick(self.query_one(Answer).options.cursor)

    def action_cursor(self, by: int) -> None:
        """Moves the cursor; with one option to choose it is picked as well."""
        options = self.query_one(Answer).options
        options.move(by)
        if options.mode == "one":
            self.action_pick(options.cursor)

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

    def action_do_beside(self, word: str) -> None:
        """Uses a command by its key while an answer is being written."""
        self.action_do(word)

    def action_line(self) -> None:
        """Opens the line for a command."""
        self.query_one(Answer).turn("line")

    def action_copy(self) -> None:
        """Copies the passage in view."""
        self._conversation.copy_passage()

    def action_leave(self) -> None:
        """Goes back to home; the half-typed text is kept."""
        self.keep_draft()
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scrolls the conversation by a row."""
        self._conversation.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scrolls the conversation by a page."""
        transcript = self._conversation
        transcript.scroll_relative(y=by * max(1, transcript.size.height - 2), animate=False)

    def action_edge(self, by: int) -> None:
        """Goes to the first or the last row of the conversation."""
        transcript = self._conversation
        transcript.scroll_to(y=0 if by < 0 else transcript.max_scroll_y, animate=False)

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
        item = self._expects.item
        if self.move(Say(text)) and self._expects.item == item and self._expects.kind in WRITTEN:
            self.query_one(Answer).offer(self._offered, draft, keep=False)

    @on(Answer.Typing)
    def _typing(self) -> None:
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
