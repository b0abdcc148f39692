"""Which parts of an answer only remark on it: Delaware, because many companies are registered there?"""

import re
from typing import Final, Literal, NamedTuple

from casebot.grading.words import articles

Kind = Literal["said", "remark", "denial"]
_EN: Final = "which who whose that because cause cos cuz since as like namely formerly known ie i.e. e.g."
_FR: Final = "qui que dont car parce puisque comme soit c'est-à-dire anciennement ex"
_OPENERS: Final = frozenset(f"{_EN} {_FR}".split())
_DENIALS: Final = (
    *("it was not", "it wasn't", "it is not", "it isn't", "it's not", "its not", "but not", "not", "rather than"),
    *("instead of", "ce n'était pas", "c'était pas", "ce n'est pas", "c'est pas", "et pas", "et non", "mais pas"),
    *("pas", "plutôt que"),
)
_TURNS: Final = re.compile(
    r"(?:but|mais)\s+(?:rather\s+|bien\s+|plutôt\s+)?(?:(?:it is|it's|it was|c'est|c'était)\s+)?(?=\S)"
)
"""What stands between a denial and the answer: not the buyer but the seller."""
_BREAK: Final = re.compile(
    r"\s*[,;:()\[\]]\s*|\s+[-/]\s+|(?<!\bbut)(?<!\bmais)(?<!\bit is)(?<!\bit was)(?<!\bit's)"
    + r"(?<![nc]'est)(?<![nc]'était)\s+(?="
    + "|".join(re.escape(word) for word in sorted((*_OPENERS, *_DENIALS, "but", "mais"), key=len, reverse=True))
    + r"(?:\s|$))"
)


class Segment(NamedTuple):
    """A part of a normalised answer, and how it begins: as something said, a remark, or a denial (its opener off)."""

    kind: Kind
    text: str


def segments(text: str) -> tuple[Segment, ...]:
    """The parts of a normalised answer, in order; one where it has no seam."""
    return tuple(_segment(part) for part in _BREAK.split(text) if part)


def _segment(text: str) -> Segment:
    for opener in _DENIALS:
        if text == opener or text.startswith(f"{opener} "):
            return Segment("denial", text[len(opener) :].strip())
    text = _TURNS.sub("", text, count=1) if _TURNS.match(text) else text
    first, _, rest = text.partition(" ")
    if first in _OPENERS:
        return Segment("remark", rest)
    begins_small = any(first in articles(language) or first.startswith("l'") for language in ("en", "fr"))
    return Segment("remark" if begins_small and rest.count(" ") >= 1 else "said", text)
