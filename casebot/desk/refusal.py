"""What is not there, or has nothing in it?"""

from typing import Final, Literal, get_args

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
    "broken-bank",
]
REFUSALS: Final[tuple[Refusal, ...]] = get_args(Refusal)


class NotThereError(Exception):
    """A case or lesson that does not exist or has nothing in it; the sentence stands under `error.<code>`."""

    def __init__(self, code: Refusal, name: str, known: tuple[str, ...] = ()) -> None:
        """`known` are the names of those that exist."""
        super().__init__(name)
        self.code = code
        self.name = name
        self.known = known
