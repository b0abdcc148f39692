"""How is a conversation held, and kept answer by answer?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from random import SystemRandom
from typing import Final
from uuid import uuid4

from casebot.desk.indexing import Indexing
from casebot.desk.reviewing import after
from casebot.model.attempt import Attempt
from casebot.model.response import clean
from casebot.progress.stances import stances
from casebot.store.failure import StoreError
from casebot.store.gradebook import Gradebook, SessionRow
from casebot.store.settings import Settings
from casebot.tutoring.book import Book
from casebot.tutoring.draft import DAY_BEGINS
from casebot.tutoring.expectation import Expects, expectation, open_question, withheld
from casebot.tutoring.moves import Move
from casebot.tutoring.plan import plan
from casebot.tutoring.session import respond
from casebot.tutoring.state import Run, State, read_state
from casebot.tutoring.steps import score
from casebot.tutoring.turns import Reply, Turn

SEEDS: Final = 2**31


class Session:
    """The open session of a learner: every move is kept in the gradebook before it is shown."""

    def __init__(
        self,
        gradebook: Gradebook,
        settings: Settings,
        learner: str,
        language: str,
        book: Book,
        clock: Callable[[], datetime],
    ) -> None:
        """No session is open yet."""
        self.gradebook = gradebook
        self.settings = settings
        self.learner = learner
        self.language = language
        self.book = book
        self.state: State | None = None
        self._row: SessionRow | None = None
        self._turns = 0
        self._said: tuple[Turn, ...] = ()
        """What was said last: saying it once more adds nothing to keep."""
        self._clock = clock

    def settle(self, settings: Settings, language: str) -> None:
        """Works with other settings and in another language from now on, in the open session too."""
        self.settings = settings
        self.language = language
        if self.state is not None:
            self.state = self._settled(self.state)

    def _settled(self, state: State) -> State:
        """A state as the learner now wants it."""
        wanted = {"certainty": self.settings.certainty, "keep_positions": self.settings.keep_positions}
        return state.model_copy(update={"lang": self.language, "reader": self.gradebook.reader(), **wanted})

    def _begin(
        self, case: str, target: str, run: Run = "lesson", items: tuple[str, ...] = (), seed: int | None = None
    ) -> None:
        self.state = State(
            session=str(uuid4()),
            learner=self.learner,
            reader=self.gradebook.reader(),
            case=case,
            run=run,
            target=target,
            items=items,
            lang=self.language,
            certainty=self.settings.certainty,
            keep_positions=self.settings.keep_positions,
            seed=SystemRandom().randrange(SEEDS) if seed is None else seed,
        )
        self._row = None
        self._turns = 0
        self._remember()

    def _remember(self) -> None:
        """Looks up where the learner stood on each dilemma."""
        self.book = replace(self.book, stances=stances(self.gradebook.entries()))

    def _take_up(self, row: SessionRow) -> None:
        turns = self.gradebook.turn_count(row.id)
        state = read_state(row.state)
        if state is None:
            raise StoreError("gradebook-newer", file=str(self.gradebook.path))
        self.state = self._settled(state)
        self._row = row
        self._turns = turns
        self._remember()

    def reload(self) -> None:
        """Takes the session up as another window left it; where it was forgotten there, no session is open any more.

        Raises StoreError.
        """
        row = self.gradebook.session(self._row.id) if self._row is not None else None
        if row is not None:
            self._take_up(row)
        else:
            self.state, self._row, self._turns = None, None, 0

    def move(self, move: Move) -> Reply:
        """Makes a move and keeps what comes of it, whole or not at all.

        Raises StoreError where it cannot be kept and MovedOnError where another window went on; the session then
        stands where it stood.
        """
        if self.state is None:
            raise RuntimeError("no session is open")
        state, reply = respond(self.state, move, self.book, self._clock())
        said_again = state == self.state and (reply.turns == self._said or self._stands_last(reply.kept))
        if (reply.turns or reply.entries) and not said_again:
            self._save(self.state, state, reply)
            self._said = reply.turns
        self.state = state
        self.language = state.lang
        return reply

    def _stands_last(self, turns: tuple[Turn, ...]) -> bool:
        """Whether turns are the last that were kept, as those of a question that one comes back to."""
        return bool(turns) and self.turns(self._turns, len(turns)) == list(turns)

    def _save(self, before: State, state: State, reply: Reply) -> None:
        turns = [turn.model_dump_json() for turn in reply.kept]
        asked = expectation(before, self.book).about != reply.expects.about
        answered = asked or before.step != state.step or any(isinstance(entry, Attempt) for entry in reply.entries)
        row = self._session_row(state)
        due = after(reply.entries, self.gradebook, self.book, self.today)
        rev = self.gradebook.save(row, turns, reply.entries, self._turns, due=due, drop_draft=answered)
        self._row = row._replace(rev=rev)
        self._turns += len(turns)

    def _session_row(self, state: State) -> SessionRow:
        now = self._clock().isoformat()
        steps = plan(state, self.book)
        got, of = score(state, self.book)
        return SessionRow(
            id=state.session,
            learner=state.learner,
            case_id=state.case,
            run=state.run,
            target=state.target,
            state=state.model_dump_json(),
            rev=self._row.rev if self._row else 0,
            place=len([planned for planned in steps if planned.id in state.done]),
            steps=len(steps),
            score=got,
            outof=of,
            finished=state.finished,
            created=self._row.created if self._row else now,
            updated=now,
        )

    @property
    def today(self) -> date:
        """The learner's day, which begins at four in the morning."""
        return (self._clock() - DAY_BEGINS).date()

    @property
    def expects(self) -> Expects:
        """What the open session waits for."""
        return expectation(self.state, self.book) if self.state is not None else Expects(kind="end")

    @property
    def question_open(self) -> bool:
        """Whether the verdict of a question is still to come."""
        return self.state is not None and open_question(self.state, self.book) is not None

    @property
    def withheld(self) -> frozenset[str]:
        """The claims that the open question rests on."""
        return withheld(self.state, self.book) if self.state is not None else frozenset()

    @property
    def claims_in_view(self) -> tuple[str, ...]:
        """The claims that the page last told rests on."""
        state = self.state
        if state is None or state.run != "lesson":
            return ()
        told = (step for step in (state.step, *reversed(state.done)) if step)
        names = (self.book.step_claims(f"{state.case}/{state.target}/{step}") for step in told)
        return next((claims for claims in names if claims), ())

    @property
    def progress(self) -> SessionRow | None:
        """The open session as it was last kept."""
        return self._row

    @property
    def turn_total(self) -> int:
        """How many turns the open session has."""
        return self._turns

    def turns(self, before: int, limit: int) -> list[Turn]:
        """The last `limit` turns of the open session before number `before`. Raises StoreError."""
        if self.state is None:
            return []
        return [Turn.model_validate_json(body) for body in self.gradebook.turns(self.state.session, before, limit)]

    def expect_question(self) -> None:
        """Makes the cases ready for questions, in a thread, unless that has begun."""
        if isinstance(self.book.lookup, Indexing):
            self.book.lookup.begin()

    def draft(self) -> str:
        """The half-typed text of the open session. Raises StoreError."""
        return self.gradebook.draft(self.state.session) if self.state is not None else ""

    def keep_draft(self, text: str) -> None:
        """Keeps the half-typed text of the open session. Raises StoreError."""
        if self.state is not None and self._row is not None:
            self.gradebook.keep_draft(self.state.session, clean(text))
