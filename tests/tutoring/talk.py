"""A conversation in a test: moves go in, the last reply and everything stored can be looked at."""

from datetime import UTC, datetime, timedelta

from casebot.model.attempt import Appeal, Attempt, Entry
from casebot.tutoring.book import Book
from casebot.tutoring.moves import Answer, Arrive, Certain, Do, Move, Say, Word
from casebot.tutoring.session import respond
from casebot.tutoring.state import State
from casebot.tutoring.turns import Reply, Turn

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def begin(
    case: str = "small", lesson: str = "first", lang: str = "en", *, certainty: bool = False, seed: int = 3
) -> State:
    return State(
        session="11111111-2222-3333-4444-555555555555",
        learner="ada",
        case=case,
        run="lesson",
        target=lesson,
        lang=lang,
        certainty=certainty,
        seed=seed,
    )


class Talk:
    """Makes moves one second apart."""

    def __init__(self, book: Book, state: State | None = None) -> None:
        self.book = book
        self.state = state or begin()
        self.now = START
        self.turns: list[Turn] = []
        self.entries: list[Entry] = []
        self.reply = self.move(Arrive())

    def move(self, move: Move) -> Reply:
        self.now += timedelta(seconds=1)
        self.state, self.reply = respond(self.state, move, self.book, self.now)
        self.turns += self.reply.turns
        self.entries += self.reply.entries
        return self.reply

    def say(self, text: str) -> Reply:
        return self.move(Say(text))

    def do(self, word: Word) -> Reply:
        return self.move(Do(word))

    def sure(self, level: int) -> Reply:
        return self.move(Certain(1 if level == 1 else 2 if level == 2 else 3))

    def answer(self, response: str) -> Reply:
        return self.move(Answer(response))

    def go_to(self, step: str) -> "Talk":
        """Goes on, past every question, until a step is reached."""
        for _ in range(100):
            if self.state.step == step and self.state.waiting == "":
                return self
            self.do("continue" if self.reply.expects.kind in {"page", "verdict"} else "skip")
        raise AssertionError(f"never came to {step}")

    def waits_for(self) -> str:
        """The kind of input that is expected."""
        return self.reply.expects.kind

    @property
    def keys(self) -> list[str]:
        """The keys of the last reply's turns."""
        return [turn.key for turn in self.reply.turns]

    @property
    def attempts(self) -> list[Attempt]:
        return [entry for entry in self.entries if isinstance(entry, Attempt)]

    @property
    def appeals(self) -> list[Appeal]:
        return [entry for entry in self.entries if isinstance(entry, Appeal)]
