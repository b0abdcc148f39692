"""What is not there, or has nothing in it?"""

from typing import Final, Literal, get_args

from casebot.content.finding import Place
from casebot.content.library import Loaded

Refusal = Literal[
    "unknown-case",
    "unknown-lesson",
    "empty-lesson",
    "several-lessons",
    "unknown-dilemma",
    "several-dilemmas",
    "no-folder",
    "unknown-objective",
    "empty-objective",
    "unknown-bank",
    "unknown-item",
    "broken-item",
    "broken-bank",
]
REFUSALS: Final[tuple[Refusal, ...]] = get_args(Refusal)


class NotThereError(Exception):
    """A case or lesson that does not exist or has nothing in it; the sentence stands under `error.<code>`."""

    def __init__(self, code: Refusal, name: str, known: tuple[str, ...] = (), *, place: Place | None = None) -> None:
        """`known` are the names of those that exist, `place` is where what cannot be read has its first slip."""
        super().__init__(name)
        self.code = code
        self.name = name
        self.known = known
        self.place = place


def no_item(loaded: Loaded, bank: str, item: str) -> NotThereError:
    """Says of an item that a bank does not hold whether it is not there, or where it cannot be read."""
    place = loaded.slip("q", f"{bank}/{item}")
    if place is not None:
        return NotThereError("broken-item", item, place=place)
    return NotThereError("unknown-item", item, tuple(loaded.case.banks[bank].items))
