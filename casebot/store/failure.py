"""What can go wrong with what is kept?"""

from typing import Literal, get_args

Code = Literal[
    "gradebook-newer",
    "gradebook-foreign",
    "gradebook-damaged",
    "gradebook-unreadable",
    "gradebook-busy",
    "gradebook-readonly",
    "gradebook-full",
    "gradebook-vanished",
    "gradebook-failed",
    "home-unusable",
    "copy-foreign",
    "copy-newer",
    "copy-damaged",
]
CODES: tuple[Code, ...] = get_args(Code)


class StoreError(Exception):
    """Something could not be read or kept; the sentence stands in `words/` under `error.<code>`."""

    def __init__(self, code: Code, **args: str) -> None:
        """`args` are put into the sentence."""
        super().__init__(code)
        self.code = code
        self.args_said = args


class MovedOnError(Exception):
    """The session was saved by another window since it was read."""
