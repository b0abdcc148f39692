"""What dates does a text name, in English or French and in either order?"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

MONTHS: Final[dict[str, int]] = {}
"""Folded names of months, and their abbreviations -> 1 to 12."""
for _number, _names in enumerate(
    (
        "january jan janvier janv",
        "february feb fevrier fevr fev",
        "march mar mars",
        "april apr avril avr",
        "may mai",
        "june jun juin",
        "july jul juillet juil",
        "august aug aout",
        "september sep sept septembre",
        "october oct octobre",
        "november nov novembre",
        "december dec decembre",
    ),
    start=1,
):
    MONTHS.update(dict.fromkeys(_names.split(), _number))

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|e)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(rf"(?<!\w)(?:(?:{_WEEKDAYS})\.?,? )?(?:(?:le|the|on) )?(?:{form})(?!\w)")
    for form in (
        rf"{_DAY}(?: of| de)? {_MONTH},?(?: of)? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        r"(?P<year>[12]\d{3})[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)",
        r"(?P<day>[0-3]?\d)[-/.](?P<month>[0-3]?\d)[-/.](?P<year>[12]\d{3})",
        rf"{_MONTH},?(?: of| de)? {_YEAR}",
        r"(?P<year>[12]\d{3})-(?P<month>[01]\d)",
        rf"{_DAY}(?: of| de)? {_MONTH}",
        rf"{_MONTH} {_DAY}",
    )
)
_HAS_DATE = re.compile(r"\d")


class Day(NamedTuple):
    """A date, or the part of one that is said: what is not said is 0."""

    year: int
    month: int
    day: int


class Dated(NamedTuple):
    """Where in the text a date stands, and the dates it may mean (two for 4/7/2022, the language's own first)."""

    start: int
    end: int
    days: tuple[Day, ...]


def find_dates(text: str, language: str) -> tuple[Dated, ...]:
    """The dates named in a normalised, folded text, in their order; a lone year is a number, not a date."""
    if not _HAS_DATE.search(text):
        return ()
    found: list[Dated] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                days = tuple(_days(match, language))
                if days:
                    found.append(Dated(match.start(), match.end(), days))
    return tuple(sorted(found))


def _days(match: re.Match[str], language: str) -> Iterator[Day]:
    groups = match.groupdict()
    year = int(groups.get("year") or 0)
    day = int(groups.get("day") or 0)
    name = groups["month"]
    if not name.isdigit():
        yield from _valid(year, MONTHS[name], day)
        return
    month = int(name)
    if match[0].find(str(year)) > 0:
        first, second = (month, day), (day, month)
        if language == "en":
            first, second = second, first
        yield from _valid(year, *first)
        if first != second:
            yield from _valid(year, *second)
        return
    yield from _valid(year, month, day)


def _valid(year: int, month: int, day: int) -> Iterator[Day]:
    if 1 <= month <= 12 and 0 <= day <= 31:
        yield Day(year, month, day)
