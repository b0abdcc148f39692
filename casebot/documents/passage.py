"""What is a piece of written conversation: a label, and lines of styled text?"""

from typing import Literal, NamedTuple

from casebot.tutoring.turns import Role

Style = Literal["plain", "title", "strong", "dim", "mark", "quote", "struck", "typed", "chart"]


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = "plain"


class Line(NamedTuple):
    """A line to be wrapped to the width at hand; lines after the first are indented by `hang` cells."""

    spans: tuple[Span, ...]
    hang: int = 0
    fixed: bool = False
    """Whether the line was drawn for its width and is not wrapped."""

    @property
    def text(self) -> str:
        """The line without styles."""
        return "".join(span.text for span in self.spans)


class Passage(NamedTuple):
    """One turn, written out."""

    role: Role
    label: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The passage without styles, its label before it."""
        return f"{self.label}: " + "\n".join(line.text for line in self.lines)


def line(text: str, style: Style = "plain", hang: int = 0) -> Line:
    """A line in one style."""
    return Line((Span(text, style),), hang)
