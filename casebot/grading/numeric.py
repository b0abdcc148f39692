"""How right is a typed quantity, and is it too high or too low?"""

from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.negation import negated
from casebot.grading.normalise import cut, fold, normalise
from casebot.grading.numerals import magnitude, short_magnitude
from casebot.grading.quantities import Quantity, Stated, share, state
from casebot.grading.setting import Setting
from casebot.grading.typed import known_wrong
from casebot.grading.units import unit
from casebot.grading.verdict import Grade, Reason, blank
from casebot.model.item import Numeric, Wrong

_ONE: Final = Decimal(1)


class Target(NamedTuple):
    """What is asked for: the value in base units, how far off it may be, and the unit."""

    value: Decimal
    slack: Decimal
    scale: Decimal
    """What a number without magnitude or unit is multiplied by."""
    kind: str
    unit: str


@lru_cache(maxsize=2048)
def _unit(text: str, language: str) -> tuple[Decimal, str]:
    """The factor and the kind that a unit such as "billion USD" stands for."""
    scale, kind = _ONE, ""
    for word in fold(normalise(text)).split() or [text]:
        power = magnitude(word, language) or short_magnitude(word)
        found = unit(word)
        if found is not None:
            scale, kind = scale * found.factor, found.kind
        elif power is not None:
            scale *= Decimal(10) ** power
    return (scale, "%") if text.strip() == "%" else (scale, kind)


def target(item: Numeric, setting: Setting) -> Target:
    """The quantity an item asks for, its unit read in the language in which the author wrote it."""
    written, language = "", setting.language
    if item.unit is not None:
        written = item.unit.show(setting.language)
        language = "en" if item.unit.bare else setting.language
    scale, kind = _unit(written, language)
    answer = Decimal(str(item.answer))
    if isinstance(item.tolerance, str):
        slack = abs(answer) * Decimal(item.tolerance.rstrip("% ")) / 100
    else:
        slack = Decimal(str(item.tolerance))
    return Target(answer * scale, slack * scale, scale, kind, written)


def grade_number(item: Numeric, response: str, setting: Setting) -> Grade:
    """The grade of a typed quantity."""
    read, was_cut = cut(response)
    text = normalise(read)
    if not text:
        return blank("empty")
    wanted = target(item, setting)
    stated = _stated(text, wanted, setting)
    place = _known_wrong(item.wrong, text, stated, wanted, setting)
    if place is not None:
        tag = item.wrong[place].tag
        return Grade("incorrect", 0.0, "", (Reason("known-wrong"),), (f"wrong:{place}",), (tag,) if tag else ())
    if not stated.quantities:
        return blank("not-a-number")
    if len(stated.quantities) > 1:
        return blank("several")
    if negated(text, setting.language):
        return Grade("incorrect", 0.0, "", (Reason("negation"),))
    grade = _compare(item, wanted, stated.quantities[0])
    return grade._replace(reasons=(*grade.reasons, Reason("cut"))) if was_cut else grade


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
        if reading.kind and reading.kind == wanted.kind:
            found.append((reading.value, False))
        elif not reading.kind:
            found.append((reading.value * wanted.scale, bool(wanted.kind)))
            if wanted.scale != 1:
                found.append((reading.value, bool(wanted.kind)))
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


def _known_wrong(wrong: tuple[Wrong, ...], text: str, stated: Stated, wanted: Target, setting: Setting) -> int | None:
    """The known wrong answer given: the same text, or the same quantity."""
    place = known_wrong(wrong, text)
    if place is not None or len(stated.quantities) != 1:
        return place
    given = {value for value, _ in _values(stated.quantities[0], wanted)[:1]}
    for at, entry in enumerate(wrong):
        for language, texts in entry.match.each():
            for each in texts:
                said = state(normalise(each), language or setting.language)
                if len(said.quantities) == 1 and given & {v for v, _ in _values(said.quantities[0], wanted)[:1]}:
                    return at
    return None
