"""How is French set? With U+202F before ; ! ? % and in numbers, U+00A0 before : and inside guillemets."""

import re
from typing import Final

_NARROW: Final = "\u202f"
_FIXED: Final = "\u00a0"
_BEFORE: Final = re.compile(r"(?<=[^\s\u00a0\u202f;!?])[ \u00a0]?(?=[;!?]+(?:[\s»\")\u00a0\u202f]|$))")
_COLON: Final = re.compile(r"(?<=[^\s\u00a0\u202f:/\d]) (?=:(?:\s|$))|(?<=\d) (?=:(?:\s|$))")
_OPEN: Final = re.compile(r"«[ \u00a0\u202f]*")
_CLOSE: Final = re.compile(r"[ \u00a0\u202f]*»")
_THOUSANDS: Final = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_PERCENT: Final = re.compile(r"(?<=\d) (?=[%$€])")


def typeset(text: str) -> str:
    """A text with the spaces of French; setting twice is setting once."""
    text = _OPEN.sub(f"«{_FIXED}", text)
    text = _CLOSE.sub(f"{_FIXED}»", text)
    text = _BEFORE.sub(_NARROW, text)
    text = _COLON.sub(_FIXED, text)
    text = _THOUSANDS.sub(_NARROW, text)
    return _PERCENT.sub(_NARROW, text)
