"""What is a piece of written conversation: a label, and lines of styled text?"""

import re
from typing import Final, Literal, NamedTuple

from casebot.tutoring.turns import Role

Style = Literal["plain", "title", "strong", "dim", "mark", "quote", "struck", "typed", "chart"]


_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and marks that would turn the direction of what stands around them."""


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


def visible(text: str) -> str:
    """A text a learner typed, safe to show: controls become their pictures (␛), marks of direction U+FFFD."""
    return _UNSEEN.sub(_picture, text.replace("\r\n", "\n").replace("\t", "    "))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
