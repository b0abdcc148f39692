"""What is wrong with a file, and where?"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
TablePath = tuple[str | int, ...]
NO_ARGS: Mapping[str, str] = {}


class Place(NamedTuple):
    """A position in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0


class Finding(NamedTuple):
    """A problem as a code with arguments; its sentence stands in `words/` under `check.<code>`."""

    place: Place
    code: str
    args: Mapping[str, str] = NO_ARGS

    @property
    def severity(self) -> Severity:
        """Warnings are about craft and fairness (6xx); everything else is an error."""
        return "warning" if self.code.startswith("6") else "error"
