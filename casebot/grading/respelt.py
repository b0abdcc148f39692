"""Which number words are misspelt: elevn days, quarente-quatre milliards?"""

import re
from functools import lru_cache
from typing import Final

from casebot.grading.matching import Guard, typo
from casebot.grading.normalise import fold
from casebot.grading.numerals import numeral_words
from casebot.grading.units import unit
from casebot.grading.verdict import Reason
from casebot.model.languages import SPOKEN

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SHORTEST: Final = 4
_SAID: Final = tuple(sorted({*(word for word in numeral_words() if len(word) >= _SHORTEST), "virgule", "percent"}))


@lru_cache(maxsize=4096)
def repair(text: str, guard: Guard) -> tuple[str, tuple[Reason, ...]]:
    """A normalised text with misspelt number words put right, and each slip.

    A word that is real in any language, or that is as near to two number words, stays.
    """
    slips: list[Reason] = []
    for word in dict.fromkeys(_WORD.findall(text)):
        plain = fold(word)
        known = plain in _SAID or unit(plain) is not None or plain in numeral_words()
        if known or any(guard.lexicon.real(word, language) for language in SPOKEN):
            continue
        near = [said for said in _SAID if typo(said, plain, guard)]
        if len(near) == 1:
            text = re.sub(rf"\b{re.escape(word)}\b", near[0], text)
            slips.append(Reason("typo", {"key": near[0], "response": word}))
    return text, tuple(slips)
