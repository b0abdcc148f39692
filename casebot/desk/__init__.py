"""One learner at work: the library, the gradebook, the book and the open session; all that a front end is given."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from typing import Final, Self
from uuid import uuid4

from casebot.content.finding import Finding
from casebot.content.library import Library, Loaded, load_files
from casebot.content.references import references
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.desk.books import protected_of
from casebot.desk.dilemmas import DilemmaLine, dilemma_lines
from casebot.desk.naming import DILEMMA, LESSON, find, in_order
from casebot.desk.opening import Opening
from casebot.desk.progress import LessonLine, lesson_line, session_row
from casebot.desk.refusal import REFUSALS, NotThereError, Refusal
from casebot.model.attempt import Attempt
from casebot.model.bank import Bank
from casebot.model.case import Case
from casebot.model.languages import SPOKEN
from casebot.model.quiz import Quiz
from casebot.model.response import clean
from casebot.progress.stances import stances
from casebot.store.failure import StoreError
from casebot.store.gradebook import Gradebook, SessionRow
from casebot.store.settings import Settings
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shuffled
from casebot.tutoring.expectation import Expects, expectation, open_question, withheld
from casebot.tutoring.moves import Arrive, Move
from casebot.tutoring.session import respond
from casebot.tutoring.state import Run, State, read_state
from casebot.tutoring.turns import Reply, Turn

__all__ = [
    "REFUSALS",
    "Desk",
    "DilemmaLine",
    "LessonLine",
    "NotThereError",
    "Opening",
    "Refusal",
    "local_now",
    "open_desk",
]

SEEDS: Final = 2**31


def local_now() -> datetime:
    """Now, in the learner's own zone."""
    return datetime.now().astimezone()


class Desk:
    """One learner at work. Closing it closes the gradebook."""

    def __init__(
        self,
        library: Library,
        gradebook: Gradebook,
        settings: Settings,
        learner: str,
        language: str,
        clock: Callable[[], datetime] = local_now,
    ) -> None:
        """Nothing is read of the cases until a session is opened or the lessons are listed."""
        self.library = library
        self.gradebook = gradebook
        self.settings = settings
        self.learner = learner
        self.language = language
        self.book = Book({}, Opening(SPOKEN), read_phrases())
        self.broken = False
        """Whether anything kept parts of the open cases from being read."""
        self.state: State | None = None
        self._row: SessionRow | None = None
        self._turns = 0
        self._said: tuple[Turn, ...] = ()
        """What was said last: saying it once more adds nothing to keep."""
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the gradebook."""
        self.gradebook.close()

    def case(self, name: str) -> Case:
        """A case, read when it is first asked for. Raises NotThereError."""
        if name not in self.book.cases:
            loaded = self.library.load(name)
            if loaded is None:
                raise NotThereError("unknown-case", name, self.library.ids())
            self._add(name, loaded)
        return self.book.cases[name]

    def _add(self, name: str, loaded: Loaded) -> None:
        protected = protected_of(name, loaded.case)
        found = (*loaded.findings, *references(loaded))
        self.broken = self.broken or any(finding.severity == "error" for finding in found)
        cases = {**self.book.cases, name: loaded.case}
        self.book = replace(self.book, cases=cases, protected={**self.book.protected, **protected})

    def find_lesson(self, name: str) -> tuple[str, str]:
        """The case and the lesson that `[CASE/]LESSON` names. Raises NotThereError; one name must mean one lesson."""
        return find(name, LESSON, self.library.ids(), self.case)

    def find_dilemma(self, name: str) -> tuple[str, str]:
        """The case and the dilemma that `[CASE/]DILEMMA` names. Raises NotThereError; one name must mean one."""
        return find(name, DILEMMA, self.library.ids(), self.case)

    def lessons(self) -> list[LessonLine]:
        """Every lesson of every case with how far the learner is. Raises StoreError."""
        latest: dict[tuple[str, str, bool], SessionRow] = {}
        for row in self.gradebook.sessions():
            if row.run == "lesson":
                latest.setdefault((row.case_id, row.target, row.finished), row)
        return [
            lesson_line(case, lesson.entry, number, latest.get((case, name, False)), latest.get((case, name, True)))
            for case in in_order(self.library.ids(), self.case)
            for number, (name, lesson) in enumerate(self.case(case).lessons.items(), start=1)
        ]

    def dilemmas(self) -> list[DilemmaLine]:
        """Every dilemma of every case with where the learner stands. Raises StoreError."""
        known = stances(self.gradebook.positions(), self.gradebook.notes())
        return [
            line
            for case in in_order(self.library.ids(), self.case)
            for line in dilemma_lines(case, self.case(case), self.learner, known, self.gradebook)
        ]

    def take_dilemma(self, case: str, dilemma: str) -> Reply:
        """Goes on with the dilemma's open session, or begins one. Raises StoreError."""
        row = self.gradebook.latest(case, "dilemma", dilemma, finished=False)
        if row is not None:
            self._take_up(row)
        else:
            self._begin(case, dilemma, "dilemma")
        return self.move(Arrive())

    def take_lesson(self, case: str, lesson: str, *, reread: bool = False) -> Reply:
        """Goes on with the lesson's open session, or begins one; `reread` shows a finished one, if there is one.

        Raises NotThereError or StoreError.
        """
        if not self.case(case).lessons[lesson].steps:
            raise NotThereError("empty-lesson", lesson)
        row = self.gradebook.latest(case, "lesson", lesson, finished=False)
        if row is None and reread:
            row = self.gradebook.latest(case, "lesson", lesson, finished=True)
        if row is not None:
            self._take_up(row)
        else:
            self._begin(case, lesson)
        return self.move(Arrive())

    def take_bank(self, quiz: Quiz) -> Reply:
        """Goes on with the open quiz on a bank by itself, or begins one.

        Raises NotThereError where the file is no bank with a question, or lacks the one to begin with, or StoreError.
        """
        case, bank, loaded = self._read_bank(Path(quiz.file))
        if bank is None or not bank.items:
            raise NotThereError("broken-bank", quiz.file)
        if quiz.at and quiz.at not in bank.items:
            raise NotThereError("unknown-item", quiz.at, tuple(bank.items))
        self._add(case, loaded)
        name = f"{case}/{bank.id}"
        row = self.gradebook.latest(case, "quiz", name, finished=False)
        if row is not None:
            self._take_up(row)
        else:
            items = tuple(f"{name}/{item}" for item in bank.items)
            seed = SystemRandom().randrange(SEEDS)
            drawn = shuffled(items, seed, name) if quiz.shuffle else items
            first = list(bank.items).index(quiz.at) if quiz.at else 0
            drawn = (*drawn[first:], *drawn[:first])
            self._begin(case, name, "quiz", drawn[: quiz.most] if quiz.most else drawn, seed)
        return self.move(Arrive())

    def _read_bank(self, path: Path) -> tuple[str, Bank | None, Loaded]:
        target = next(iter(targets([path], self.library.roots)))
        loaded = load_files(target.case, target.case_files, target.bank_files)
        return target.case, loaded.case.banks.get(path.stem), loaded

    def reread_bank(self, path: Path) -> list[Finding]:
        """Reads the bank that is being asked again; with errors in it the last good version stays.

        Returns the errors. Questions that were added come last; the session stays at its question.
        """
        case, bank, loaded = self._read_bank(path)
        errors = [each for each in loaded.findings if each.severity == "error" and each.place.file == str(path)]
        if errors or bank is None or not bank.items or self.state is None:
            return errors
        self._add(case, loaded)
        listed = tuple(f"{case}/{bank.id}/{item}" for item in bank.items)
        kept = tuple(item for item in self.state.items if item in listed)
        added = tuple(item for item in listed if item not in kept)
        self.state = self.state.model_copy(update={"items": (*kept, *added)})
        return []

    def _begin(
        self, case: str, target: str, run: Run = "lesson", items: tuple[str, ...] = (), seed: int | None = None
    ) -> None:
        self.state = State(
            session=str(uuid4()),
            learner=self.learner,
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
        known = stances(self.gradebook.positions(), self.gradebook.notes())
        self.book = replace(self.book, stances=known)

    def _take_up(self, row: SessionRow) -> None:
        turns = self.gradebook.turn_count(row.id)
        state = read_state(row.state)
        if state is None:
            raise StoreError("gradebook-newer", file=str(self.gradebook.path))
        self.state = state.model_copy(update={"lang": self.language, "keep_positions": self.settings.keep_positions})
        self._row = row
        self._turns = turns
        self._remember()

    def reload(self) -> None:
        """Takes the session up as another window left it. Raises StoreError."""
        row = self.gradebook.session(self._row.id) if self._row is not None else None
        if row is not None:
            self._take_up(row)

    def move(self, move: Move) -> Reply:
        """Makes a move and keeps what comes of it, whole or not at all.

        Raises StoreError where it cannot be kept and MovedOnError where another window went on; the session then
        stands where it stood.
        """
        if self.state is None:
            raise RuntimeError("no session is open")
        state, reply = respond(self.state, move, self.book, self._clock())
        said_again = state == self.state and reply.turns == self._said
        if (reply.turns or reply.entries) and not said_again:
            self._save(self.state, state, reply)
            self._said = reply.turns
        self.state = state
        self.language = state.lang
        return reply

    def _save(self, before: State, state: State, reply: Reply) -> None:
        turns = [turn.model_dump_json() for turn in reply.kept]
        asked = expectation(before, self.book).about != reply.expects.about
        answered = asked or before.step != state.step or any(isinstance(entry, Attempt) for entry in reply.entries)
        row = session_row(state, self.book, self._row, self._clock().isoformat())
        rev = self.gradebook.save(row, turns, reply.entries, self._turns, drop_draft=answered)
        self._row = row._replace(rev=rev)
        self._turns += len(turns)

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

    def draft(self) -> str:
        """The half-typed text of the open session. Raises StoreError."""
        return self.gradebook.draft(self.state.session) if self.state is not None else ""

    def keep_draft(self, text: str) -> None:
        """Keeps the half-typed text of the open session. Raises StoreError."""
        if self.state is not None and self._row is not None:
            self.gradebook.keep_draft(self.state.session, clean(text))


def open_desk(roots: tuple[Path, ...], gradebook: Path, settings: Settings, learner: str, language: str) -> Desk:
    """The desk of a learner. Raises StoreError where the gradebook cannot be used."""
    return Desk(Library(roots), Gradebook(gradebook), settings, learner, language)
