"""The conversation of the desk's open session: what is said, what was said before, and what cannot be kept."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from textual import on

from casebot.desk import Desk
from casebot.documents.passage import Passage
from casebot.documents.refusals import refusal
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.documents.wrap import rows
from casebot.store.failure import StoreError
from casebot.tui.speaking import words_of
from casebot.tui.widgets.transcript import Transcript
from casebot.tutoring.turns import Turn

LOADED: Final = 200
"""Turns loaded at a time."""
COPIED: Final = frozenset({"page", "figure", "sources", "passages", "claims", "explain", "answer", "item"})
"""Turns that are worth copying."""
WIDE: Final = 10_000
"""Cells of a line that is copied: it is not wrapped."""
SHORT: Final = 40
"""Cells by which it is told what was copied."""
BRIEFLY: Final = 3.0
"""Seconds for which that is told."""

T = TypeVar("T")


class Conversation(Transcript):
    """A transcript that loads what was said before as one scrolls to it."""

    def __init__(self, desk: Desk) -> None:
        """`desk` has an open session."""
        super().__init__(self._written)
        self._desk = desk
        self._first = 0

    def _written(self, turn: Turn, width: int, is_open: bool) -> Passage:
        sheet = Sheet(self._desk.book, words_of(self), width, self.app.size.width)
        return write(turn, sheet, open_item=is_open)

    def load_last(self) -> None:
        """Shows the last turns in place of all others."""
        total = self._desk.turn_total
        self._first = max(0, total - LOADED)
        self.load(_shown(self.guarded(lambda: self._desk.turns(total, LOADED), [])), self._first)

    @on(Transcript.Older)
    def _older(self) -> None:
        turns = self.guarded(lambda: self._desk.turns(self._first, LOADED), list[Turn]())
        self._first -= len(turns)
        self.prepend(_shown(turns), self._first if turns else 0)

    def follow(self, turns: Sequence[Turn]) -> None:
        """Shows what has just been said."""
        self.extend(_shown(turns))

    def copy_passage(self) -> None:
        """Copies the last passage or source that is in view to the clipboard, and says so."""
        words = words_of(self)
        turn = self.last_in_view(COPIED)
        if turn is None:
            self.notify(words.say("app.copied-nothing"), markup=False, timeout=BRIEFLY)
            return
        lines = [line.text for line in self._written(turn, WIDE, False).lines]
        self.app.copy_to_clipboard("\n".join(lines))
        first, *more = rows(lines[0], SHORT)
        self.notify(words.say("app.copied", what=f"{first} …" if more else first), markup=False, timeout=BRIEFLY)

    def tell(self, key: str, **args: str | int) -> None:
        """Says something that is not part of the conversation as it is kept."""
        self.extend([Turn(role="notice", key=key, args=dict(args))])

    def tell_refusal(self, error: StoreError) -> None:
        """Says what kept an answer from being kept."""
        self.tell("not-saved", why=refusal(error, words_of(self)))

    def guarded(self, do: Callable[[], T], otherwise: T) -> T:
        """Asks the gradebook; what keeps it from answering is said."""
        try:
            return do()
        except StoreError as error:
            self.tell_refusal(error)
            return otherwise


def _shown(turns: Sequence[Turn]) -> list[Turn]:
    """The turns without the question for certainty, which the answer area asks."""
    return [turn for turn in turns if turn.key != "certainty"]
