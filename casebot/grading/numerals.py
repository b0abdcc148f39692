"""What number do these digits or number words say, in English or French?"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

_EN: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_FR: Final = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
UNITS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_EN)},
    **{word: value for value, word in enumerate(_FR)},
    "une": 1,
    "a": 1,
    "an": 1,
    "dozen": 12,
    "douzaine": 12,
}
TENS: Final[dict[str, int]] = {
    **dict(
        zip(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(),
            range(20, 100, 10),
            strict=True,
        )
    ),
    **dict(zip("vingt trente quarante cinquante soixante".split(), range(20, 70, 10), strict=True)),
    "fourty": 40,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
    "vingts": 20,
}
HUNDREDS: Final = {"hundred", "hundreds", "cent", "cents"}
_COINS: Final = {"cent", "cents"}
"""Hundreds in French, and coins in both languages."""
THOUSANDS: Final = {"thousand", "thousands", "mille", "millier", "milliers"}
_BIG: Final[dict[str, dict[str, int]]] = {
    "en": {"million": 6, "billion": 9, "milliard": 9, "billiard": 15, "trillion": 12, "quadrillion": 15},
    "fr": {"million": 6, "milliard": 9, "billion": 12, "billiard": 15, "trillion": 18, "quadrillion": 24},
}
LARGE: Final = frozenset(
    f"{word}{plural}"
    for word in ("thousand", "millier", *(word for table in _BIG.values() for word in table))
    for plural in ("", "s")
)
"""Words of magnitudes that multiply a number in digits; what billion is worth depends on the language."""
_SHORT: Final[dict[str, int]] = {
    "k": 3,
    "m": 6,
    "mn": 6,
    "mio": 6,
    "mln": 6,
    "b": 9,
    "bn": 9,
    "bln": 9,
    "md": 9,
    "mds": 9,
    "mrd": 9,
    "mrds": 9,
    "mia": 9,
    "tn": 12,
    "trn": 12,
}
_LINKS: Final = {"and", "et"}
_POINTS: Final = {"point", "virgule", "comma"}
_VAGUE: Final = {"a", "an", "un", "une", "one", "neuf", *_LINKS, *_POINTS}
"""Words that are number words only beside a clearer one, or when they are the whole answer."""


def magnitude(word: str, language: str) -> int | None:
    """The power of ten a word multiplies by (billion is 9 in English, 12 in French), or None."""
    big = _BIG.get(language, _BIG["en"])
    return big.get(word, big.get(word.removesuffix("s"), 3 if word in THOUSANDS else None))


def short_magnitude(word: str) -> int | None:
    """The power of ten of an abbreviation right after digits (k, M, bn, Md), or None."""
    return _SHORT.get(word)


_GROUPED = re.compile(r"\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_PLAIN = re.compile(r"\d*[.,]?\d+$")


@lru_cache(maxsize=4096)
def digits(text: str, language: str) -> tuple[Decimal, ...]:
    """The numbers that digits with separators may say, the language's own reading first.

    `1,234` is a thousand and more in English and a decimal in French; whoever learns in one may write as in the other,
    so both are offered, but for a group of three digits behind one mark: 11,000 is no eleven in English, and 11.000
    none in French. Nothing is offered for what is not a number.
    """
    point, comma = (",", ".") if language == "fr" else (".", ",")
    own, other = _read(text, point), _read(text, comma)
    if own is not None and own >= 1000 and _THOUSANDS.fullmatch(text):
        return (own,)
    return tuple(dict.fromkeys(reading for reading in (own, other) if reading is not None))


def _read(text: str, point: str) -> Decimal | None:
    thousands = {" ", "'", "," if point == "." else "."}
    grouped = _GROUPED.match(text)
    if grouped and grouped[1] in thousands:
        whole, mark, rest = text.partition(point)
        bare = "".join(char for char in whole if char.isdigit())
        return Decimal(f"{bare}.{rest}" if mark else bare)
    if _PLAIN.match(text) and not (thousands & set(text)):
        return Decimal(text.replace(point, ".")) if text.replace(point, ".") != "." else None
    return None


def spoken(words: tuple[str, ...], language: str) -> Decimal | None:
    """The number that folded number words say ("quatre vingt dix", "two hundred and five"); None if they say none."""
    for place, word in enumerate(words):
        if word in _POINTS:
            return _with_decimals(_whole(words[:place], language), words[place + 1 :], language)
    return _whole(words, language)


def _whole(words: tuple[str, ...], language: str) -> Decimal | None:
    total = group = 0
    seen = False
    before = ""
    for word in words:
        power = magnitude(word, language)
        if power is not None:
            total, group = total + (group or 1) * 10**power, 0
        elif word in HUNDREDS:
            if not _multiplies(word, group, before, language):
                return None
            group = (group or 1) * 100
        elif word in TENS:
            group = _tens(group, word)
        elif word in UNITS:
            group = group * 100 + UNITS[word] if _year_like(group, UNITS[word]) else group + UNITS[word]
        elif word not in _LINKS:
            return None
        if word not in _LINKS:
            seen, before = True, word
    return Decimal(total + group) if seen else None


def _multiplies(word: str, group: int, before: str, language: str) -> bool:
    """Whether a word for a hundred multiplies the number before it, and is no coin: deux cents, not forty-two cents.

    French counts hundreds by 2 to 9 and 11 to 19, and says cent alone; six is a word of both languages.
    """
    if word not in _COINS:
        return word == "hundred" or group > 0
    if before in _EN and (before not in _FR or language == "en"):
        return False
    return 2 <= group <= 9 or 11 <= group <= 19 or (group == 0 and word == "cent")


def _tens(group: int, word: str) -> int:
    if word.startswith("vingt") and group % 100 == 4:
        return group + 76
    return group * 100 + TENS[word] if _year_like(group, TENS[word]) else group + TENS[word]


def _year_like(group: int, value: int) -> bool:
    """Whether two numbers side by side are read as a year: nineteen eighty-four, twenty twenty-two."""
    return value >= 10 and group in {16, 17, 18, 19, 20} and (value >= 20 or group == 20)


def _with_decimals(whole: Decimal | None, words: tuple[str, ...], language: str) -> Decimal | None:
    figures = ""
    power = 0
    for word in words:
        raised = magnitude(word, language)
        if raised is not None:
            power += raised
        elif not power and UNITS.get(word, 10) < 10 and word not in {"a", "an", "une"}:
            figures += str(UNITS[word])
        else:
            return None
    if whole is None or not figures:
        return None
    return (whole + Decimal(f"0.{figures}")) * Decimal(10) ** power


def is_numeral(word: str, language: str) -> bool:
    """Whether a folded word can be part of a spoken number."""
    return word in UNITS or word in TENS or word in HUNDREDS or word in _VAGUE or magnitude(word, language) is not None


def is_clear(word: str, language: str) -> bool:
    """Whether a folded word is a number word even without others beside it."""
    return is_numeral(word, language) and word not in _VAGUE


def number_words() -> dict[str, int]:
    """Folded word of a number below a thousand, or a thousand in French -> its value; articles and coins left out."""
    values = {**UNITS, **TENS, "hundred": 100, "hundreds": 100, "mille": 1000}
    return {word: value for word, value in values.items() if word not in {"a", "an", "un", "une"}}


def numeral_words() -> frozenset[str]:
    """Every folded word that may begin a spoken number, articles left out."""
    big = {word for table in _BIG.values() for word in table}
    return frozenset({*UNITS, *TENS, *HUNDREDS, *THOUSANDS, *big} - {"a", "an", "un", "une"})
