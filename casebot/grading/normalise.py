"""In what form are texts compared, whatever their case, quotes, dashes, spaces and accents?"""

import re
import unicodedata
from functools import lru_cache

CAP = 2_000
"""Characters of an answer that are read; whatever is longer is cut, with a notice."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ´`′＇", "'"),
        **dict.fromkeys("“”„«»‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "…": " ",
    }
)
_SPACES = re.compile(r"\s+")
_OUTER = " \"'.,;:!?()[]{}<>*_~|/\\-"


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category in {"Cc", "Cs", "Zl", "Zp"} else char


def _strip(text: str) -> str:
    """`text` without outer punctuation; a sign or point that belongs to a leading number or amount stays."""
    text = text.rstrip(_OUTER)
    start = len(text) - len(text.lstrip(_OUTER))
    marks = "-.," if text[start : start + 1].isdigit() else "-" if text[start : start + 1] in tuple("$€£¥") else ""
    if start and text[start - 1] in marks and text[start - 2 : start - 1] not in tuple("-.,"):
        start -= 1
    return text[start:]


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """`text` ready to be compared; accents stay. Normalising twice is normalising once."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode())
        text = "".join(map(_visible, text.translate(_ALIKE)))
        text = unicodedata.normalize("NFKC", text.casefold()).translate(_ALIKE)
    else:
        text = text.lower().translate(_ALIKE)
    return _strip(_SPACES.sub(" ", text).strip())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without its accents."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in split if not unicodedata.combining(char)))


def cut(text: str) -> tuple[str, bool]:
    """The part of an answer that is read (at most `CAP` characters), and whether something was left out."""
    return (text[:CAP], True) if len(text) > CAP else (text, False)
