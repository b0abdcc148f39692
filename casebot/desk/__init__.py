"""One learner at work: the library, the gradebook, the book and the open session; all that a front end is given."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from typing import Self

from casebot.content.finding import Finding
from casebot.content.library import Library, Loaded, load_files
from casebot.content.references import references
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.desk.books import protected_of
from casebot.desk.dilemmas import DilemmaLine, dilemma_lines
from casebot.desk.indexing import Indexing
from casebot.desk.naming import DILEMMA, LESSON, find, in_order
from casebot.desk.opening import Opening
from casebot.desk.progress import LessonLine, lesson_line
from casebot.desk.refusal import REFUSALS, NotThereError, Refusal, no_item
from casebot.desk.reviewing import fingerprints, rows
from casebot.desk.session import SEEDS, Session
from casebot.model.bank import Bank
from casebot.model.case import Case
from casebot.model.languages import SPOKEN
from casebot.model.quiz import Quiz
from casebot.progress.schedule import Due, due, session
from casebot.progress.stances import stances
from casebot.store.forgetting import let_go
from casebot.store.gradebook import Gradebook, SessionRow
from casebot.store.settings import Settings
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shuffled
from casebot.tutoring.moves import Arrive
from casebot.tutoring.sampling import test_out
from casebot.tutoring.state import Run
from casebot.tutoring.turns import Reply

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


def local_now() -> datetime:
    """Now, in the learner's own zone."""
    return datetime.now().astimezone()


class Desk(Session):
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
        super().__init__(gradebook, settings, learner, language, Book({}, Opening(SPOKEN), read_phrases()), clock)
        self.library = library
        self.broken = False
        """Whether anything kept parts of the open cases from being read."""

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
        words = {**self.book.protected, **protected}
        indexing = Indexing(cases, self.book.lexicon)
        self.book = replace(self.book, cases=cases, protected=words, lookup=indexing)

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
        answered = self.gradebook.answered()
        return [
            lesson_line(
                case, lesson.entry, number, latest.get((case, name, False)), latest.get((case, name, True)), answered
            )
            for case in in_order(self.library.ids(), self.case)
            for number, (name, lesson) in enumerate(self.case(case).lessons.items(), start=1)
        ]

    def dilemmas(self) -> list[DilemmaLine]:
        """Every dilemma of every case with where the learner stands. Raises StoreError."""
        known = stances(self.gradebook.entries())
        return [
            line
            for case in in_order(self.library.ids(), self.case)
            for line in dilemma_lines(case, self.case(case), known, self.gradebook)
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

        What was opened once more and not answered yet does not keep the finished one from being shown.

        Raises NotThereError or StoreError.
        """
        if not self.case(case).lessons[lesson].steps:
            raise NotThereError("empty-lesson", lesson)
        row = self.gradebook.latest(case, "lesson", lesson, finished=False)
        if reread and (row is None or row.id not in self.gradebook.answered()):
            row = self.gradebook.latest(case, "lesson", lesson, finished=True) or row
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
            raise no_item(loaded, bank.id, quiz.at)
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
            if self.state is not None:
                self.state = self.state.model_copy(update={"preview": quiz.watch})
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

    def due(self) -> list[Due]:
        """When each item answered so far comes back, the most pressing first; keeps that for the first glance.

        Raises StoreError.
        """
        cases = [self.case(name) for name in self.library.ids()]
        attempts = self.gradebook.attempts()
        found = due(attempts, fingerprints(cases), self.today)
        self.gradebook.plan(rows(found, attempts))
        return found

    def take_due(self, *, ahead: bool = False) -> Reply | None:
        """Goes on with today's open review, or begins one of what is due; None where nothing is.

        With `ahead` a review of what is due next, which changes no schedule. Raises StoreError.
        """
        run: Run = "ahead" if ahead else "review"
        row = self.gradebook.latest("", run, self.today.isoformat(), finished=False)
        if row is not None:
            self.due()
            self._take_up(row)
            return self.move(Arrive())
        listed = [each for each in self.due() if ahead or each.day <= self.today]
        chosen = session(listed, self.settings.daily_limit)
        if not chosen:
            return None
        self._begin("", self.today.isoformat(), run, chosen)
        if self.state is not None:
            changed = tuple(each.item for each in listed if each.why == "changed" and each.item in chosen)
            later = 0 if ahead else len(listed) - len(chosen)
            self.state = self.state.model_copy(update={"changed": changed, "later": later})
        return self.move(Arrive())

    def take_ask(self) -> Reply:
        """Begins a conversation in which the learner asks and the cases answer. Raises StoreError."""
        for name in self.library.ids():
            self.case(name)
        self.expect_question()
        self._begin("", "", "ask")
        return self.move(Arrive())

    def find_objective(self, name: str) -> tuple[str, str]:
        """The case and the objective that `[CASE/]OBJECTIVE` names. Raises NotThereError where that is not just one."""
        case, _, objective = name.rpartition("/")
        known = [(each, found) for each in self.library.ids() for found in self.case(each).objectives]
        found = [(each, which) for each, which in known if which == objective and case in {"", each}]
        if len(found) != 1:
            raise NotThereError("unknown-objective", name, tuple("/".join(each) for each in known))
        return found[0]

    def take_practice(self, case: str, objective: str) -> Reply:
        """Goes on with today's review of an objective's items, or begins one; it changes no schedule.

        What was answered before comes first, the most pressing at the head. Raises NotThereError or StoreError.
        """
        target = f"{self.today.isoformat()}/{objective}"
        row = self.gradebook.latest(case, "ahead", target, finished=False)
        if row is not None:
            self._take_up(row)
            return self.move(Arrive())
        banks = self.case(case).banks.values()
        items = [f"{case}/{bank.id}/{name}" for bank in banks for name in bank.items]
        mine = [name for name in items if (item := self.book.item(name)) and item.objective == objective]
        listed = [each for each in self.due() if each.item in mine]
        chosen = session(listed, self.settings.daily_limit) or tuple(mine[: self.settings.daily_limit])
        if not chosen:
            raise NotThereError("empty-objective", objective)
        self._begin(case, target, "ahead", chosen)
        return self.move(Arrive())

    def take_test_out(self, case: str, lesson: str) -> Reply:
        """Goes on with the open test-out of a lesson, or begins one. Raises NotThereError or StoreError."""
        row = self.gradebook.latest(case, "test-out", lesson, finished=False)
        if row is not None:
            self._take_up(row)
            return self.move(Arrive())
        seed = SystemRandom().randrange(SEEDS)
        items = test_out(self.case(case), lesson, seed)
        if not items:
            raise NotThereError("empty-lesson", lesson)
        self._begin(case, lesson, "test-out", items, seed)
        return self.move(Arrive())


def open_desk(roots: tuple[Path, ...], gradebook: Path, settings: Settings, learner: str, language: str) -> Desk:
    """The desk of a learner. Raises StoreError where the gradebook cannot be used."""
    book = Gradebook(gradebook)
    let_go(book)
    return Desk(Library(roots), book, settings, learner, language)
