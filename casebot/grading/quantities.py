"""What amounts, percentages, counts and dates does a text state?"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.dates import Dated, Day, find_dates
from casebot.grading.normalise import fold
from casebot.grading.numerals import (
    HUNDREDS,
    digits,
    is_clear,
    is_numeral,
    magnitude,
    numeral_words,
    short_magnitude,
    spoken,
)
from casebot.grading.units import CURRENCIES, SIGNS, unit


class Reading(NamedTuple):
    """One way to read an amount: its value in base units, and the kind of unit ("" where none is said)."""

    value: Decimal
    kind: str


class Quantity(NamedTuple):
    """An amount or a date stated by a text, with every way it may be read, the likeliest first."""

    readings: tuple[Reading, ...] = ()
    days: tuple[Day, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether a number stands without a unit."""
        return bool(self.readings) and not self.readings[0].kind


class Stated(NamedTuple):
    """The quantities of a text and the words around them."""

    quantities: tuple[Quantity, ...]
    rest: str


_CENTS: Final = frozenset({"cent", "cents", "centime", "centimes", "pence", "c"})
_HUNDRED: Final = frozenset({"hundred", "hundreds"})
_AT_LEAST: Final = frozenset({"a", "au", "de", "du"})
"""Words behind which moins is no sign."""
_WHOLE: Final = 100
_LONGEST: Final = 40
"""Tokens from which words spell no one number."""
_NUMBER: Final = r"\d{1,3}(?:[ .,']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+"
_TOKEN: Final = re.compile(rf"(?P<number>{_NUMBER})|(?P<sign>us\$|[{SIGNS}])|(?P<word>[^\W\d_]+)|(?P<other>\S)")
_HALVES: Final = (
    (re.compile(r"\b(\w+) and a half (million|billion|trillion)s?\b"), r"\1 point five \2"),
    (re.compile(r"\b(milliards?|millions?|billions?) et demie?\b"), r"virgule cinq \1"),
    (re.compile(r"\bhalf a (million|billion|trillion)\b"), r"zero point five \1"),
    (re.compile(r"\b(?:un )?demi[- ](million|milliard)s?\b"), r"zero virgule cinq \1"),
    (re.compile(r"\bper cents?\b|\bpour cents?\b|\bp\.? ?100\b"), "percent"),
)
_SHARES: Final[dict[str, tuple[str, ...]]] = {
    "half": ("50",),
    "moitie": ("50",),
    "third": ("33.3", "33", "33.33"),
    "tiers": ("33.3", "33", "33.33"),
    "quarter": ("25",),
    "quart": ("25",),
    "fifth": ("20",),
    "cinquieme": ("20",),
    "tenth": ("10",),
    "dixieme": ("10",),
}
_TWO_THIRDS: Final = ("66.7", "66.6", "67", "66", "66.67")
_MANY_SHARES: Final[dict[tuple[bool, bool, str], tuple[str, ...]]] = {
    (True, False, "third"): _TWO_THIRDS,
    (True, False, "tiers"): _TWO_THIRDS,
    (False, True, "quarter"): ("75",),
    (False, True, "quart"): ("75",),
}
_SHARE: Final = re.compile(
    r"\b(?:(?P<many>two|three|deux|trois) )?(?P<share>"
    r"half|moitie|thirds?|tiers|quarters?|quarts?|fifths?|cinquiemes?|tenths?|dixiemes?)\b"
)
_MAYBE: Final = re.compile(rf"\d|\b(?:{'|'.join(sorted(numeral_words(), key=len, reverse=True))})")


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    return [_Token(match.lastgroup or "", match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=8192)
def state(text: str, language: str) -> Stated:
    """The quantities of a normalised text, in order, and what is left of it (folded) without them."""
    folded = fold(text)
    if not _MAYBE.search(folded):
        return Stated((), folded)
    for pattern, plain in _HALVES:
        folded = pattern.sub(plain, folded)
    dates = find_dates(folded, language)
    quantities: list[tuple[int, Quantity]] = [(dated.start, Quantity(days=dated.days)) for dated in dates]
    tokens = _tokens(_blank_out(folded, dates))
    left: list[_Token] = []
    place = 0
    while place < len(tokens):
        step, quantity = _amount(tokens, place, language)
        if quantity is None:
            left.append(tokens[place])
        else:
            quantities.append((tokens[place].start, quantity))
        place += step
    if not quantities:
        return Stated((), folded)
    rest = " ".join(token.text for token in left if token.kind == "word")
    return Stated(tuple(quantity for _, quantity in sorted(quantities, key=lambda each: each[0])), rest)


def _blank_out(text: str, dates: tuple[Dated, ...]) -> str:
    for dated in dates:
        text = text[: dated.start] + " " * (dated.end - dated.start) + text[dated.end :]
    return text


def share(text: str) -> Quantity | None:
    """The percentage that a word such as half, moitié or two thirds states in a normalised text, or None."""
    match = _SHARE.search(fold(text))
    if match is None:
        return None
    many = match["many"] or ""
    name = match["share"].rstrip("s") if match["share"] != "tiers" else "tiers"
    values = _MANY_SHARES.get((many in {"two", "deux"}, many in {"three", "trois"}, name), _SHARES.get(name, ()))
    return Quantity(tuple(Reading(Decimal(value), "%") for value in values)) if values else None


def _amount(tokens: list[_Token], place: int, language: str) -> tuple[int, Quantity | None]:
    """How many tokens from `place` make up an amount, and the amount; (1, None) where none begins."""
    start = place
    before = ""
    below = _is_minus(tokens, place)
    place += below
    if tokens[place].kind == "sign" or (tokens[place].text in {"usd", "eur", "gbp"} and place + 1 < len(tokens)):
        before = tokens[place].text
        place += 1
    length, values = _value(tokens, place, language)
    if not values:
        return 1, None
    values = tuple(-value for value in values) if below else values
    place += length
    powers: list[int] = []
    place = _magnitudes(tokens, place, language, powers)
    if not powers and length == 1 and _is_plural_magnitude(tokens[start].text):
        return 1, None
    readings, place = _with_unit(tokens, place, values, sum(powers), before)
    if not powers and len(readings) == 1 and readings[0].kind in CURRENCIES:
        readings, place = _with_cents(tokens, place, readings[0], language)
    return place - start, Quantity(readings)


def _is_minus(tokens: list[_Token], place: int) -> bool:
    """Whether a sign or word before an amount says that it is below nought: -12, moins douze; not au moins 12, 7-3."""
    if place + 1 >= len(tokens) or tokens[place].text not in {"-", "minus", "moins"}:
        return False
    last = tokens[place - 1] if place else None
    if tokens[place].text == "-":
        ahead = tokens[place + 1].kind in {"number", "sign"}
        return ahead and (last is None or last.end < tokens[place].start)
    return last is None or (last.kind == "word" and last.text not in _AT_LEAST and not is_numeral(last.text, "fr"))


def _is_plural_magnitude(word: str) -> bool:
    """Whether a word says many and not how many: billions, des milliards."""
    return word.endswith("s") and magnitude(word.removesuffix("s"), "en") is not None


def _with_cents(tokens: list[_Token], place: int, amount: Reading, language: str) -> tuple[tuple[Reading, ...], int]:
    """Adds the cents that follow a whole amount: 54 dollars and 20 cents, 54$20, fifty-four dollars twenty."""
    at = place + 1 if place < len(tokens) and tokens[place].text in {"and", "et"} else place
    for end in range(min(len(tokens), at + 2), at, -1):
        said = tokens[at:end]
        if said[0].kind == "number" or all(token.kind == "word" and token.text not in HUNDREDS for token in said):
            length, values = _value(tokens[:end], at, language)
            named = end < len(tokens) and tokens[end].text in _CENTS
            last = named or end == len(tokens)
            if values and length == end - at and last and values[0] == int(values[0]) and 0 < values[0] < _WHOLE:
                return (Reading(amount.value + values[0] / _WHOLE, amount.kind),), end + named
    return (amount,), place


def _value(tokens: list[_Token], place: int, language: str) -> tuple[int, tuple[Decimal, ...]]:
    if place >= len(tokens):
        return 0, ()
    if tokens[place].kind == "number":
        return 1, digits(tokens[place].text, language)
    return _words(tokens, place, language)


def _words(tokens: list[_Token], place: int, language: str) -> tuple[int, tuple[Decimal, ...]]:
    run: list[str] = []
    length = 0
    for offset, token in enumerate(tokens[place : place + _LONGEST], start=1):
        if token.text in {"-", ","}:
            continue
        twice = token.text in HUNDREDS and bool(run) and run[-1] in HUNDREDS
        if twice or token.kind != "word" or not is_numeral(token.text, language):
            break
        run.append(token.text)
        length = offset
    while run:
        value = spoken(tuple(run), language)
        if value is not None and any(is_clear(word, language) for word in run):
            return length, (value,)
        if value is not None and _stands_alone(tokens, place, length):
            return length, (value,)
        run.pop()
        length -= 1
    return 0, ()


def _stands_alone(tokens: list[_Token], place: int, length: int) -> bool:
    """Whether words that may or may not be a number are the whole answer, or have a unit behind them."""
    behind = place + length
    if behind == len(tokens):
        return place == 0
    return tokens[behind].kind == "word" and len(tokens[behind].text) > 2 and unit(tokens[behind].text) is not None


def _magnitudes(tokens: list[_Token], place: int, language: str, powers: list[int]) -> int:
    """Reads million, bn, Md ... after a number; returns the place behind them."""
    while place < len(tokens) and tokens[place].kind == "word":
        word = tokens[place].text
        power = 2 if word in _HUNDRED else magnitude(word, language)
        if power is None:
            power = short_magnitude(word)
        if power is None:
            break
        powers.append(power)
        place += 1
    return place


def _with_unit(
    tokens: list[_Token], place: int, values: tuple[Decimal, ...], power: int, before: str
) -> tuple[tuple[Reading, ...], int]:
    scale = Decimal(10) ** power
    last = tokens[place - 1]
    after = place
    while after < len(tokens) and tokens[after].text in {"de", "d", "of", "us", "'", ")", "americains", "american"}:
        after += 1
    found = unit(tokens[after].text) if after < len(tokens) else None
    if found is None and before:
        found = unit(before)
    elif found is not None:
        place = after + 1
    readings = [
        Reading(value * scale * (found.factor if found else 1), found.kind if found else "") for value in values
    ]
    metre = unit(last.text) if power and last.kind == "word" and found is None else None
    if metre is not None:
        base = scale / (Decimal(10) ** (short_magnitude(last.text) or 0))
        readings += [Reading(value * base * metre.factor, metre.kind) for value in values]
    return tuple(readings), place
