"""Which months and years does a text name, and as which terms are they kept?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

MOMENT: Final = "@"
"""What the term of a month or year begins with."""
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_NEAR: Final = 2
"""How many words behind a month or season its year may stand."""


class Span(NamedTuple):
    """A year (0 where none is named) and months of it (none where it is meant whole)."""

    year: int
    months: tuple[int, ...]


def of_date(date: str) -> Span:
    """The month of an ISO date, or its year where it says no month."""
    year, *month = map(int, date.split("-")[:2])
    return Span(year, tuple(month))


def is_year(word: str) -> bool:
    """Whether a number is read as a year: 1500 to 2099."""
    return _YEAR.fullmatch(word) is not None


def spans(plain: Sequence[str], seasons: Mapping[str, tuple[int, ...]]) -> list[Span]:
    """The months and years that plain words name, in their order; a part of the year counts only with its year."""
    years = {place: int(word) for place, word in enumerate(plain) if is_year(word)}
    found: list[Span] = []
    taken: set[int] = set()
    for place, months in _months(plain, seasons):
        behind = next((at for at in range(place + 1, place + 1 + _NEAR) if at in years), None)
        if behind is not None:
            taken.add(behind)
            found.append(Span(years[behind], months))
        elif len(months) == 1:
            found.append(Span(_nearest(years, place), months))
    return found + [Span(year, ()) for place, year in years.items() if place not in taken]


def _nearest(years: Mapping[int, int], place: int) -> int:
    """The year that stands nearest to a place; 0 where there is none."""
    return years[min(years, key=lambda at: abs(at - place))] if years else 0


def _months(plain: Sequence[str], seasons: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    for place, word in enumerate(plain):
        if word in seasons and (len(word) > 3 or _beside_a_number(plain, place)):
            yield place, seasons[word]


def _beside_a_number(plain: Sequence[str], place: int) -> bool:
    """May and mar are months only beside a day or a year."""
    return any(plain[at][0].isdigit() for at in (place - 1, place + 1) if 0 <= at < len(plain))


def stamps(span: Span) -> Iterator[str]:
    """The terms of a span: each month with its year, the month alone, and the year."""
    for month in span.months:
        yield f"{MOMENT}-{month}"
        if span.year:
            yield f"{MOMENT}{span.year}-{month}"
    if span.year:
        yield f"{MOMENT}{span.year}"


def moved(span: Span, months: int) -> Span:
    """The span so many months later; whole years stay whole where the move is one of years."""
    if not span.months or months % 12 == 0:
        return span._replace(year=span.year + months // 12)
    count = span.year * 12 + span.months[-1] - 1 + months
    return Span(count // 12, (count % 12 + 1,))
