"""How right is a typed quantity, and is it too high or too low?"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.negation import negated
from casebot.grading.normalise import cut, fold, normalise
from casebot.grading.numerals import magnitude, short_magnitude
from casebot.grading.quantities import Quantity, Reading, Stated, share, state
from casebot.grading.respelt import repair, unclear
from casebot.grading.setting import Setting
from casebot.grading.typed import known_wrong
from casebot.grading.units import in_kind, unit
from casebot.grading.verdict import Grade, Reason, blank
from casebot.model.item import Numeric, Wrong

_ONE: Final = Decimal(1)
_OPEN: Final = re.compile(r"\b(?:or|ou|between|entre)\b|\d\S{0,20}\s*(?:\bto\b|\bà\b|[-/])\s*\d")
_BOUND: Final = re.compile(
    r"\b(?:(?:less|more|fewer|greater|other) than|at (?:least|most)|under|over|above|below|up to|"
    r"(?:moins|plus) de|au (?:moins|plus)|au-dessus de|en dessous de|jusqu'a)\b"
)
_SUMMED: Final = frozenset({"time", "months"})


class Target(NamedTuple):
    """What is asked for: the value in base units, how far off it may be, and the unit."""

    value: Decimal
    slack: Decimal
    scale: Decimal
    """What a number without magnitude or unit is multiplied by."""
    whole: Decimal
    """What a number is multiplied by that says its magnitude itself: 44,000,000,000 where billions are asked."""
    kind: str
    unit: str


@lru_cache(maxsize=2048)
def _unit(text: str, language: str) -> tuple[Decimal, Decimal, str]:
    """The factor of a unit such as "billion USD", the factor without its magnitude, and its kind."""
    scale, whole, kind = _ONE, _ONE, ""
    for word in fold(normalise(text)).split() or [text]:
        power = magnitude(word, language) or short_magnitude(word)
        found = unit(word)
        if found is not None:
            scale, whole, kind = scale * found.factor, whole * found.factor, found.kind
        elif power is not None:
            scale *= Decimal(10) ** power
    return (scale, whole, "%" if text.strip() == "%" else kind)


def target(item: Numeric, setting: Setting) -> Target:
    """The quantity an item asks for, its unit read in the language in which the author wrote it."""
    written, language = "", setting.language
    if item.unit is not None:
        written = item.unit.show(setting.language)
        language = "en" if item.unit.bare else setting.language
    scale, whole, kind = _unit(written, language)
    answer = Decimal(str(item.answer))
    if isinstance(item.tolerance, str):
        slack = abs(answer) * Decimal(item.tolerance.rstrip("% ")) / 100
    else:
        slack = Decimal(str(item.tolerance))
    return Target(answer * scale, slack * scale, scale, whole, kind, written)


def grade_number(item: Numeric, response: str, setting: Setting) -> Grade:
    """The grade of a typed quantity."""
    read, was_cut = cut(response)
    text = normalise(read)
    if not text:
        return blank("empty")
    wanted = target(item, setting)
    guard = setting.guard(setting.language)
    repaired, slips = repair(text.rpartition("=")[2].strip() or text, guard)
    stated = _stated(repaired, wanted, setting)
    given = the_one(stated, repaired, wanted)
    place = _known_wrong(item.wrong, text, given, wanted, setting)
    if place is not None:
        tag = item.wrong[place].tag
        return Grade("incorrect", 0.0, "", (Reason("known-wrong"),), (f"wrong:{place}",), (tag,) if tag else ())
    if not stated.quantities:
        return blank("not-a-number")
    if unclear(repaired, guard):
        return blank("magnitude")
    if given is None:
        return blank("several")
    if negated(repaired):
        return Grade("incorrect", 0.0, "", (Reason("negation"),))
    if not wanted.slack and _BOUND.search(fold(repaired)):
        return Grade("incorrect", 0.0, "", (Reason("bound"),))
    grade = _compare(item, wanted, given)
    if not grade.right and _signed(given) and wanted.value >= wanted.slack:
        return blank("minus")
    if slips and grade.right:
        grade = grade._replace(verdict="close", reasons=(*slips, *grade.reasons))
    return grade._replace(reasons=(*grade.reasons, Reason("cut"))) if was_cut else grade


def the_one(stated: Stated, text: str, wanted: Target) -> Quantity | None:
    """The quantity that a text gives as its answer; None where it gives none, or leaves several to choose from.

    The only one; the only amount in the wanted unit; or the only number without a unit (dates stand aside). Amounts of
    time from the larger to the smaller unit are added: 1 week 4 days.
    """
    amounts = tuple(dict.fromkeys(stated.quantities))
    if len(amounts) <= 1:
        return amounts[0] if amounts else None
    if _OPEN.search(text):
        return None
    fitting = [each for each in amounts if each.readings and wanted.kind and each.readings[0].kind == wanted.kind]
    values = list(dict.fromkeys(each.readings[0].value for each in fitting))
    bare = [each for each in amounts if each.bare]
    if len(values) == 1:
        return fitting[0]
    if not values and len(bare) == 1:
        return bare[0]
    if len(fitting) == len(amounts) and wanted.kind in _SUMMED and values == sorted(values, reverse=True):
        return Quantity((Reading(sum(values, Decimal(0)), wanted.kind),))
    return None


def _signed(quantity: Quantity) -> bool:
    """Whether a quantity is below nought however it is read."""
    return bool(quantity.readings) and all(reading.value < 0 for reading in quantity.readings)


def _stated(text: str, wanted: Target, setting: Setting) -> Stated:
    stated = state(text, setting.language)
    part = share(text) if wanted.kind == "%" and not any(map(str.isdigit, text)) else None
    return Stated((part,), "") if part is not None else stated


def _values(quantity: Quantity, wanted: Target) -> list[tuple[Decimal, bool]]:
    """Every value a quantity may have in the wanted unit, and whether the unit was left out; none if it is another."""
    if quantity.days:
        return [(Decimal(day.year), False) for day in quantity.days if not wanted.kind and day.year]
    found: list[tuple[Decimal, bool]] = []
    for reading in quantity.readings:
        same = in_kind(reading.value, reading.kind, wanted.kind) if reading.kind else None
        if same is not None:
            found.append((same, False))
        elif not reading.kind:
            found.append((reading.value * wanted.scale, bool(wanted.kind)))
            if wanted.scale != wanted.whole:
                found.append((reading.value * wanted.whole, bool(wanted.kind)))
    return found


def _compare(item: Numeric, wanted: Target, given: Quantity) -> Grade:
    values = _values(given, wanted)
    if not values:
        return Grade("incorrect", 0.0, "", (Reason("unit-other", {"unit": wanted.unit}),))
    hits = [missing for value, missing in values if abs(value - wanted.value) <= wanted.slack]
    key = f"{item.answer:g}"
    if not hits:
        nearest = min((value for value, _ in values), key=lambda value: abs(value - wanted.value))
        return Grade("incorrect", 0.0, "", (Reason("too-high" if nearest > wanted.value else "too-low"),))
    if all(hits):
        if item.unit_required:
            return Grade("incorrect", 0.0, "", (Reason("unit-required", {"unit": wanted.unit}),))
        return Grade("close", 1.0, key, (Reason("unit-missing", {"unit": wanted.unit}),))
    return Grade("correct", 1.0, key, (Reason("quantity", {"key": key, "unit": wanted.unit}),))


def _known_wrong(
    wrong: tuple[Wrong, ...], text: str, stated: Quantity | None, wanted: Target, setting: Setting
) -> int | None:
    """The known wrong answer given: the same text, or the same quantity."""
    place = known_wrong(wrong, text)
    if place is not None or stated is None:
        return place
    given = {value for value, _ in _values(stated, wanted)[:1]}
    for at, entry in enumerate(wrong):
        for language, texts in entry.match.each():
            for each in texts:
                said = state(normalise(each), language or setting.language)
                if len(said.quantities) == 1 and given & {v for v, _ in _values(said.quantities[0], wanted)[:1]}:
                    return at
    return None
