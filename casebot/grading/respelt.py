"""Which words of a quantity are misspelt: elevn days, 7 milion, févier 2022?"""

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Final

from casebot.grading.dates import MONTHS
from casebot.grading.matching import Guard, one_edit, typo
from casebot.grading.normalise import fold
from casebot.grading.numerals import LARGE, is_numeral, number_words
from casebot.grading.units import UNITS
from casebot.grading.verdict import Reason
from casebot.model.languages import SPOKEN

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SHORTEST: Final = 4
"""Letters from which a word is looked for among all those of a quantity, and a number word may be misspelt at all."""
_MEANT: Final[dict[str, Hashable]] = {
    **{word: found for word, found in UNITS.items() if len(word) > 1},
    **{word: ("month", month) for word, month in MONTHS.items()},
    **{word: word.removesuffix("s") for word in LARGE},
    **number_words(),
    "virgule": "point",
}
"""What each word of a quantity says; two words that say the same are as good as one."""
_SPOKEN: Final = tuple(sorted(word for word in number_words() if len(word) >= _SHORTEST))
_ACCENTED: Final = {
    fold(word): word for word in "février août décembre mètre mètres kilomètre kilomètres année".split()
}
"""How words are written that are known without their accents."""
_ONLY_LARGE: Final = re.compile(r"(?:lli?on|il?l?i?ard)s?$")
"""How words end that, beside a number, can only be meant for a magnitude, though some are real: 7 billon."""
_DAY_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th|er|e)?(?: of| de)? $")
_FIGURE_BEHIND: Final = re.compile(r"\.?,?(?: of| de)? \d")


@lru_cache(maxsize=4096)
def repair(text: str, guard: Guard) -> tuple[str, tuple[Reason, ...]]:
    """A normalised text with the misspelt words of its quantities put right, and each slip.

    A word that is real in any language stays, and so does one that may be meant for two words of different meaning. A
    magnitude must follow a number and a month stand beside one; both are one edit away at most.
    """
    slips: list[Reason] = []
    read, end = "", 0
    for match in _WORD.finditer(text):
        read += text[end : match.start()]
        meant = _meant(match[0], read, text[match.end() :], guard)
        meant = _ACCENTED.get(meant, meant)
        if meant:
            slips.append(Reason("typo", {"key": meant, "response": match[0]}))
        read, end = read + (meant or match[0]), match.end()
    return read + text[end:], tuple(slips)


def unclear(text: str, guard: Guard) -> bool:
    """Whether behind a number of a repaired text a word stands that may be meant for more than one magnitude."""
    return any(
        _counts(text[: match.start()]) and _like_large(match[0], guard)
        for match in _WORD.finditer(text)
        if fold(match[0]) not in _MEANT
    )


def _like_large(word: str, guard: Guard) -> bool:
    plain = fold(word)
    meant = _ONLY_LARGE.search(plain) or not _real(word, guard)
    return bool(meant) and any(typo(large, plain, guard) for large in LARGE)


def _meant(word: str, before: str, behind: str, guard: Guard) -> str:
    """The word of a quantity that a word is a slip of; "" where it is none, or may be one of several."""
    plain = fold(word)
    if plain in _MEANT or plain in guard.protected:
        return ""
    real = _real(word, guard)
    near = _near(plain)
    if not near:
        spoken = [] if real else [said for said in _SPOKEN if typo(said, plain, guard)]
        return spoken[0] if len(spoken) == 1 else ""
    if len({_MEANT[said] for said in near}) > 1:
        return ""
    found = min(near, key=lambda said: (abs(len(said) - len(plain)), said[-1] != plain[-1]))
    if found in LARGE:
        return found if _counts(before) and (not real or _ONLY_LARGE.search(plain)) else ""
    dated = found not in MONTHS or _DAY_BEFORE.search(before) or _FIGURE_BEHIND.match(behind)
    return found if dated and not real else ""


@lru_cache(maxsize=4096)
def _near(plain: str) -> tuple[str, ...]:
    """The words of a quantity that are one edit from a folded word."""
    return tuple(said for said in _MEANT if one_edit(said, plain)) if len(plain) >= _SHORTEST else ()


def _real(word: str, guard: Guard) -> bool:
    return any(guard.lexicon.real(word, language) for language in SPOKEN)


def _counts(before: str) -> bool:
    """Whether a text ends with a number, in digits or words."""
    last = before.rstrip(" -").rpartition(" ")[2].rpartition("-")[2]
    return last[-1:].isdigit() or any(is_numeral(fold(last), language) for language in SPOKEN) or last == "demi"
