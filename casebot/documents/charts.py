"""How are figures drawn as lines of text?

Bars carry their values, and those below zero grow to the left of an axis; points are marked by letters that a list
explains; points are joined only where the series says that they may be. What plotext 5.3 cannot do (a value on each
bar, dates in the reader's language) is drawn here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from casebot.documents.voice import Voice
from casebot.model.figure import Event, Point, Series

BLOCKS: Final = " ▏▎▍▌▋▊▉█"
SHADE, RANGE, BOTH, POINT = "░", "─", "▒", "●"
AXIS: Final = "│"
HALF: Final = "▐"
TALL: Final = 11
"""Rows of a plot, axes included."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
LEAST: Final = 8
"""Cells that a bar needs."""


class Bar(NamedTuple):
    """A name, a share of the longest bar (0 to 1), and what is said behind it."""

    name: str
    share: float
    said: str


class Interval(NamedTuple):
    """A name, a share with its interval (None where nothing was seen), and the band it is meant for."""

    name: str
    seen: tuple[float, float, float] | None
    """The low end, the share and the high end, 0 to 1."""
    band: tuple[float, float]


def draw(series: Series, voice: Voice, width: int) -> tuple[str, ...]:
    """The chart of a series in lines of at most `width` cells, its unit first."""
    unit = voice.typeset(series.unit.show(voice.language))
    if series.chart == "bar":
        return (unit, *_bars(series, voice, width))
    if width < 44:
        return (unit, *table(series, voice, letters=False))
    plot = _plot(series, voice, width)
    return (unit, *table(series, voice, letters=True), *_broken_axis(series, voice, plot), *plot)


def point_name(point: Point, voice: Voice) -> str:
    """What a point is called: its label or name, or else its date."""
    text = point.name or point.label
    if text is not None:
        return voice.typeset(text.show(voice.language))
    return voice.date(point.at) if point.at else ""


def _bars(series: Series, voice: Voice, width: int) -> list[str]:
    same_day = len({point.at for point in series.points}) == 1
    names = [_bar_name(point, voice, dated=not same_day) for point in series.points]
    values = [voice.figure(point.value, series.decimals) for point in series.points]
    kinds = [voice.say(f"kind.{point.kind}") for point in series.points]
    longest = min(max(map(len, names)), max(12, width // 2 - 4))
    tail = max(len(value) + len(kind) for value, kind in zip(values, kinds, strict=True)) + 3
    room = width - longest - tail - 1
    if room < 8:
        told = zip(names, values, kinds, strict=True)
        return [voice.say("chart.row", when=name, rest=f"{value} {kind}") for name, value, kind in told]
    left, bars = _drawn([point.value for point in series.points], room)
    lines = []
    for name, value, kind, bar in zip(names, values, kinds, bars, strict=True):
        rows = _fit(name, longest)
        axis = f" {'':<{left}}{AXIS}" if left else ""
        lines += [f"{row:<{longest}}{axis}" for row in rows[:-1]]
        lines.append(f"{rows[-1]:<{longest}} {bar} {value} {kind}".rstrip())
    return lines


def _drawn(values: list[float], room: int) -> tuple[int, list[str]]:
    """A bar for each value in at most `room` cells, and how many cells stand before the axis at zero.

    Bars of values below zero grow to the left of the axis, on the same scale; where there are none there is no axis.
    """
    lowest, highest = min(0.0, *values), max(0.0, *values)
    if lowest == 0:
        return 0, [_bar(value / (highest or 1), room) for value in values]
    cells = (room - 1) / (highest - lowest)
    left = max(1, min(round(-lowest * cells), room - 2 if highest else room - 1))
    right = room - 1 - left
    below = (_leftward(value / lowest, left) if value < 0 else "" for value in values)
    above = (_bar(value / highest, right) if value > 0 else "" for value in values)
    return left, [f"{bar:>{left}}{AXIS}{other}" for bar, other in zip(below, above, strict=True)]


def bars(drawn: Sequence[Bar], width: int, *, framed: bool = False) -> list[tuple[str, ...]]:
    """Each bar in rows of at most `width` cells, its name before it, or above it where there is little room.

    A row of a name, or of what is said, can be wider: its reader wraps it. A line stands behind a `framed` bar, where
    a share of 1 would end.
    """
    tail = max((len(bar.said) for bar in drawn), default=0) + 2 + framed
    longest = min(max((len(bar.name) for bar in drawn), default=0), max(12, width // 2 - 4))
    room = width - longest - tail - 1
    if room >= LEAST:
        return [_named(bar.name, _said(bar, room, framed=framed), longest) for bar in drawn]
    room = max(0, width - tail - 2)
    return [(bar.name, f"  {_said(bar, room if room >= LEAST else 0, framed=framed)}") for bar in drawn]


def _said(bar: Bar, room: int, *, framed: bool) -> str:
    """A bar with what is said behind it."""
    shown = _bar(bar.share, room) if room else ""
    return f"{shown:<{room}}{AXIS} {bar.said}" if room and framed else f"{shown} {bar.said}".strip()


def intervals(drawn: Sequence[Interval], width: int) -> list[str]:
    """Each interval on a scale from nothing to all, its band shaded; the names alone where there is no room."""
    longest = max((len(each.name) for each in drawn), default=0)
    room = width - longest - 1
    return [f"{each.name:<{longest}} {_scale(each, room)}" if room >= LEAST else each.name for each in drawn]


def _named(name: str, drawn: str, longest: int) -> tuple[str, ...]:
    """A name in as many rows as it needs, what is drawn beside the last of them."""
    *above, last = _fit(name, longest)
    return (*above, f"{last:<{longest}} {drawn}".rstrip())


def _scale(each: Interval, room: int) -> str:
    def place(share: float) -> int:
        return min(room - 1, int(share * room))

    band = range(place(each.band[0]), place(each.band[1]) + 1)
    cells = [SHADE if cell in band else " " for cell in range(room)]
    if each.seen is not None:
        low, share, high = map(place, each.seen)
        for cell in range(low, high + 1):
            cells[cell] = BOTH if cell in band else RANGE
        cells[share] = POINT
    return "".join(cells).rstrip()


def _bar_name(point: Point, voice: Voice, *, dated: bool) -> str:
    name = point_name(point, voice)
    if not dated or point.at is None or (point.name is None and point.label is None):
        return name
    return f"{voice.date(point.at)}, {name}"


def _bar(share: float, room: int) -> str:
    eighths = max(1, round(share * room * 8)) if share else 0
    return "█" * (eighths // 8) + BLOCKS[eighths % 8].strip()


def _leftward(share: float, room: int) -> str:
    """A bar that ends at the axis behind it; there are no blocks but whole and half ones that begin in mid-cell."""
    halves = max(1, round(share * room * 2))
    return HALF * (halves % 2) + "█" * (halves // 2)


def _fit(text: str, width: int) -> list[str]:
    """A text in rows of at most `width` cells, broken at spaces."""
    rows = [""]
    for word in text.split(" "):
        joined = f"{rows[-1]} {word}".strip()
        if len(joined) <= width or not rows[-1]:
            rows[-1] = joined[:width] if not rows[-1] else joined
        else:
            rows.append(word[:width])
    return rows


def _day(at: str) -> int:
    parts = [int(part) for part in at.split("-")]
    return date(*(*parts, 1, 1)[:3]).toordinal()


def _plot(series: Series, voice: Voice, width: int) -> list[str]:
    dated = [(place, point) for place, point in enumerate(series.points) if point.at is not None]
    if len(dated) < 2:
        return []
    import plotext  # few lessons draw a plot, and the library takes as long as opening a lesson does

    days = [_day(point.at or "") for _, point in dated]
    values = [point.value for _, point in dated]
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plotsize(width, TALL)
    if series.chart in {"line", "steps"}:
        x, y = (days, values) if series.chart == "line" else _stairs(days, values)
        plotext.plot(x, y, marker="braille")
    for (place, _), day, value in zip(dated, days, values, strict=True):
        plotext.scatter([day], [value], marker=_LETTERS[place % len(_LETTERS)])
    ticks = _spread(sorted(set(days)), width)
    plotext.xticks(ticks, [_short(day, voice) for day in ticks])
    heights = _spread(sorted(set(values)), 40)
    plotext.yticks(heights, [voice.figure(value, series.decimals) for value in heights])
    text = str(plotext.uncolorize(plotext.build()))
    return [row.rstrip() for row in text.splitlines() if row.strip()]


def _broken_axis(series: Series, voice: Voice, plot: Sequence[str]) -> tuple[str, ...]:
    """What is to be known of an axis that does not show zero."""
    values = [point.value for point in series.points if point.at is not None]
    if not plot or min(values) <= 0 <= max(values):
        return ()
    ends = {name: voice.figure(value, series.decimals) for name, value in (("low", min(values)), ("high", max(values)))}
    return (voice.say("chart.broken-axis", **ends),)


def _stairs(days: list[int], values: list[float]) -> tuple[list[int], list[float]]:
    x, y = [days[0]], [values[0]]
    for day, value, before in zip(days[1:], values[1:], values, strict=False):
        x += [day, day]
        y += [before, value]
    return x, y


def _spread(values: list[float] | list[int], width: int) -> list[float]:
    """The first and last of some values and those between them that stand far enough apart to be labelled."""
    room = (values[-1] - values[0]) * 14 / max(width, 1)
    kept: list[float] = [values[0]]
    for value in values[1:-1]:
        if value - kept[-1] >= room and values[-1] - value >= room:
            kept.append(value)
    return [*kept, values[-1]] if len(values) > 1 else kept


def _short(day: float, voice: Voice) -> str:
    when = date.fromordinal(int(day))
    return voice.date(when.isoformat()[:7])


def table(series: Series, voice: Voice, *, letters: bool) -> tuple[str, ...]:
    """Every point of a series in words: letter, date, value, label, and how well it is known."""
    rows = []
    for place, point in enumerate(series.points):
        letter = f"{_LETTERS[place % len(_LETTERS)]}  " if letters else ""
        label = point.name or point.label
        said = f", {voice.typeset(label.show(voice.language))}" if label is not None else ""
        row = f"{voice.figure(point.value, series.decimals)}{said} {voice.say(f'kind.{point.kind}')}"
        rows.append(letter + (voice.say("chart.row", when=voice.date(point.at), rest=row) if point.at else row))
    return tuple(rows)


def timeline(events: tuple[Event, ...], voice: Voice) -> tuple[tuple[str, str], ...]:
    """The events in the order of their dates, each as its date and its text."""
    ordered = sorted(events, key=lambda event: event.date)
    return tuple((voice.date(event.date), voice.typeset(event.text.show(voice.language))) for event in ordered)
