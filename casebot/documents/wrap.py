"""Where may a line break? At plain spaces only: no-break spaces hold together what stands around them."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^ ]+ *| +")


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in {"W", "F"} for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def breaks(text: str, width: int, measure: Callable[[str], int] = cells) -> list[int]:
    """The offsets at which a text is divided so that no part is wider than `width` cells.

    Spaces stay at the end of a part. A word wider than `width` is cut.
    """
    places: list[int] = []
    column = 0
    for match in _WORD.finditer(text):
        solid = measure(match[0].rstrip(" "))
        if column and column + solid > width:
            places.append(match.start())
            column = 0
        last = 0
        if solid > width:
            cuts = list(_cuts(match[0], width, measure))
            places += [match.start() + cut for cut in cuts]
            last = cuts[-1] if cuts else 0
        column += measure(match[0][last:])
    return places


def _cuts(word: str, width: int, measure: Callable[[str], int]) -> Iterator[int]:
    column = 0
    for place, char in enumerate(word):
        wide = measure(char)
        if column + wide > width and column:
            yield place
            column = 0
        column += wide


def rows(text: str, width: int, measure: Callable[[str], int] = cells) -> list[str]:
    """A text divided into rows of at most `width` cells, the spaces at their ends left out."""
    places = [0, *breaks(text, width, measure), len(text)]
    return [text[start:end].rstrip(" ") for start, end in pairwise(places)]
