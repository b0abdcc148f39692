"""How is a learner's record written out: in rows that open the answers behind them, or as JSON?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from casebot.documents.answers import told_of
from casebot.documents.charts import Bar, bars, intervals
from casebot.documents.labels import (
    calibration_sentence,
    interval_of,
    lesson_title,
    level_said,
    mix_up,
    objective_text,
    percent,
)
from casebot.documents.passage import Line, Span, line
from casebot.documents.sheet import Sheet
from casebot.documents.stances import stance_lines
from casebot.documents.voice import joined
from casebot.model.attempt import Attempt
from casebot.progress.certainty import BANDS, Level
from casebot.progress.record import Coming, LessonRecord, ObjectiveRecord, Record, Tally
from casebot.progress.stances import Stance

INDENT: Final = 2


class Row(NamedTuple):
    """Lines that belong together, and what stands behind them: answers, an objective to practise, a lesson."""

    lines: tuple[Line, ...]
    answers: tuple[Attempt, ...] = ()
    objective: str = ""
    """`case/objective`, where it can be practised."""
    test_out: str = ""
    """`case/lesson`, where the learner may test out of it."""

    @property
    def opens(self) -> bool:
        """Whether there is something behind it."""
        return bool(self.answers or self.objective or self.test_out)


def record_rows(record: Record, sheet: Sheet, *, drawn: bool) -> tuple[Row, ...]:
    """The whole record; `drawn` puts bars beside the figures, which are told in any case."""
    page = _Page(record, sheet, drawn)
    return (*page.lessons(), *page.days(), *page.certainty(), *page.objectives(), *page.due(), *page.rest())


class _Page:
    """The parts of a record, in the order in which they are read."""

    def __init__(self, record: Record, sheet: Sheet, drawn: bool) -> None:
        self.record = record
        self.sheet = sheet
        self.voice = sheet.voice
        self.drawn = drawn

    def lessons(self) -> Iterator[Row]:
        """First tries by lesson."""
        yield self._head("lessons")
        answered = [each for each in self.record.lessons if each.tally.n]
        if not answered:
            yield self._empty("lessons")
            return
        names = [lesson_title(each.tally.name, self.sheet) for each in answered]
        yield from self._tallies(names, [each.tally for each in answered])
        total = self.voice.say("record.total", right=self.record.total.right, n=self.record.total.n)
        yield Row((line(f"  {total}", "plain", 2),), self.record.total.answers)
        yield Row((line(f"  {self.voice.say('record.total-how')}", "dim", 2),))

    def days(self) -> Iterator[Row]:
        """First tries by day."""
        if self.record.days:
            yield self._head("days")
            yield from self._tallies([self.voice.date(each.name) for each in self.record.days], self.record.days)

    def certainty(self) -> Iterator[Row]:
        """How sure the learner was, and how right."""
        record, voice = self.record, self.voice
        yield self._head("certainty")
        if not record.calibration.n:
            yield self._empty("certainty")
            return
        said = calibration_sentence(record, self.sheet)
        given = tuple(answer for tally in record.levels for answer in tally.answers)
        yield Row((line(f"  {said}", "plain", 2),), given)
        args = {
            "figure": percent(record.calibration.figure, voice),
            "accuracy": percent(record.calibration.accuracy, voice),
        }
        yield Row((line(f"  {voice.say('record.figure', **args)}", "plain", 2),), given)
        scales = [interval_of(level, voice) for level in record.calibration.levels]
        drawn = intervals(scales, self._width) if self.drawn else [each.name for each in scales]
        for row, level, tally in zip(drawn, record.calibration.levels, record.levels, strict=True):
            told = (level_said(level, voice), voice.say(f"record.judgment-{level.judgment}"))
            below = line(f"    {joined(told, voice)}", "plain", 4)
            yield Row((*self._fixed((row,)), below), tally.answers)
        if self.drawn:
            yield Row((line(f"  {voice.say('record.legend')}", "dim", 2),))

    def objectives(self) -> Iterator[Row]:
        """Mastery, lesson by lesson; what was not begun is offered as a test-out."""
        voice, record = self.voice, self.record
        yield self._head("objectives")
        known = [each for each in record.objectives if each.mastery.items]
        if not known:
            yield self._empty("objectives")
        else:
            yield Row((line(f"  {voice.say('record.mastery-how')}", "dim", 2),))
        for lesson in dict.fromkeys(each.lesson for each in known):
            yield Row((line(f"  {lesson_title(lesson, self.sheet)}", "strong", 2),))
            yield from self._mastery([each for each in known if each.lesson == lesson])
        if record.practise is not None:
            said = voice.say(
                "record.practise", objective=objective_text(record.practise, self.sheet), name=record.practise
            )
            yield Row((line(f"  {said}", "plain", 2),), objective=record.practise)
        for lesson in (each.tally.name for each in record.lessons if each.tally.name and not each.begun):
            said = voice.say("record.test-out", title=lesson_title(lesson, self.sheet), name=lesson)
            yield Row((line(f"  {said}", "plain", 2),), test_out=lesson)

    def _mastery(self, listed: Sequence[ObjectiveRecord]) -> Iterator[Row]:
        voice = self.voice
        keys = ["record.mastered" if each.mastery.mastered else "record.mastery" for each in listed]
        drawn = [
            Bar("", found.level, voice.say(key, percent=percent(found.level, voice), n=found.items))
            for key, found in zip(keys, (each.mastery for each in listed), strict=True)
        ]
        for rows, each in zip(self._bars(drawn, framed=True), listed, strict=True):
            name = objective_text(each.mastery.objective, self.sheet)
            lines = (line(f"  {name}", "plain", 2), *self._fixed(rows))
            yield Row(lines, each.tally.answers, objective=each.mastery.objective)

    def due(self) -> Iterator[Row]:
        """What is overdue, and what comes back on which of the next days."""
        voice, record = self.voice, self.record
        yield self._head("due")
        if not any(each.items for each in record.coming) and not record.later:
            yield self._empty("due")
            return
        listed = list(self._days_due())
        top = max((len(items) for _, items, _ in listed), default=1)
        drawn = [Bar(name, len(items) / top, said) for name, items, said in listed]
        for rows, (_, items, _) in zip(self._bars(drawn), listed, strict=True):
            yield Row(self._fixed(rows), _last_answers(record, items))
        if record.later:
            said = voice.say("record.later", n=len(record.later))
            yield Row((line(f"  {said}", "plain", 2),), _last_answers(record, record.later))

    def _days_due(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """The name of each day on which something comes back, what does, and how much that is; overdue first."""
        voice, today = self.voice, self.record.today
        overdue = [each for each in self.record.listed if each.day < today]
        late = {each.item for each in overdue}
        if overdue:
            since = voice.date(min(each.day for each in overdue).isoformat())
            said = voice.say("record.items-since", n=len(overdue), day=since)
            yield voice.say("record.overdue"), tuple(each.item for each in overdue), said
        for coming in self.record.coming:
            items = tuple(item for item in coming.items if item not in late)
            if items:
                name = voice.say("record.today") if coming.day == today else voice.date(coming.day.isoformat())
                yield name, items, voice.say("record.items", n=len(items))

    def rest(self) -> Iterator[Row]:
        """Misconceptions by name, and where the learner stands on dilemmas."""
        yield self._head("misconceptions")
        if not self.record.misconceptions:
            yield self._empty("misconceptions")
        for tally in self.record.misconceptions:
            name, question = mix_up(tally, self.sheet)
            said = self.voice.say("record.misconception", name=name, n=tally.n, day=self._last_day(tally))
            told = told_of(tally.name.partition("/")[2], [each.item for each in reversed(tally.answers)], self.sheet)
            lines = (
                line(f"  {said}", "plain", 2),
                *(line(f"    {text}", "dim", 4) for text in (question, told) if text),
            )
            yield Row(lines, tally.answers)
        if self.record.stances:
            yield self._head("positions")
            yield from (Row(stance_lines(name, self.record, self.sheet)) for name in self.record.stances)

    def _last_day(self, tally: Tally) -> str:
        return self.voice.date(max(each.day for each in tally.answers))

    def _tallies(self, names: Sequence[str], tallies: Sequence[Tally]) -> Iterator[Row]:
        said = [
            self.voice.say("record.right", right=each.right, n=each.n, percent=percent(each.share, self.voice))
            for each in tallies
        ]
        shares = [each.share for each in tallies]
        drawn = list(map(Bar, names, shares, said))
        for rows, tally in zip(self._bars(drawn, framed=True), tallies, strict=True):
            yield Row(self._fixed(rows), tally.answers)

    @property
    def _width(self) -> int:
        return self.sheet.width - INDENT

    def _bars(self, listed: Sequence[Bar], *, framed: bool = False) -> list[tuple[str, ...]]:
        if self.drawn:
            return bars(listed, self._width, framed=framed)
        return [
            (self.voice.say("chart.row", when=bar.name, rest=bar.said) if bar.name else bar.said,) for bar in listed
        ]

    def _fixed(self, rows: Iterable[str]) -> tuple[Line, ...]:
        """Rows that were drawn for the width; one that is wider all the same is wrapped."""
        return tuple(Line((Span(f"  {row}"),), 4, fixed=self.drawn and len(row) <= self._width) for row in rows)

    def _head(self, key: str) -> Row:
        return Row((line(self.voice.say(f"record.head-{key}"), "title"),))

    def _empty(self, key: str) -> Row:
        return Row((line(f"  {self.voice.say(f'record.empty-{key}')}", "dim", 2),))


def _last_answers(record: Record, items: Iterable[str]) -> tuple[Attempt, ...]:
    """The last answer to each of these items."""
    last = {each.item: each for each in record.answers}
    return tuple(last[item] for item in items if item in last)


def as_json(record: Record, sheet: Sheet) -> dict[str, object]:
    """{"lessons", "objectives", "certainty", "due", "positions"}; docs/learners.md tells their keys."""
    return {
        "lessons": [_lesson_json(each, sheet) for each in record.lessons],
        "objectives": [_objective_json(each, record, sheet) for each in record.objectives],
        "certainty": {
            "n": record.calibration.n,
            "accuracy": _share(record.calibration.accuracy),
            "figure": _share(record.calibration.figure),
            "levels": [_level_json(level) for level in record.calibration.levels],
            "topic": record.topic.mastery.objective if record.topic is not None else None,
        },
        "due": {
            "overdue": sum(each.day < record.today for each in record.listed),
            "days": [_coming_json(each) for each in record.coming],
            "later": len(record.later),
        },
        "positions": [_stance_json(name, stance, sheet) for name, stance in record.stances.items()],
    }


def _stance_json(name: str, stance: Stance, sheet: Sheet) -> dict[str, object]:
    """On the author's scale, which is the same for all learners, with the sides that its ends are."""
    dilemma = sheet.book.dilemma(name)
    at_0, at_100 = (sheet.show(side.label) for side in dilemma.side) if dilemma is not None else (None, None)
    return {"dilemma": name, "before": stance.before, "after": stance.after, "at_0": at_0, "at_100": at_100}


def _lesson_json(each: LessonRecord, sheet: Sheet) -> dict[str, object]:
    return {
        "lesson": each.tally.name or None,
        "title": lesson_title(each.tally.name, sheet),
        "begun": each.begun,
        **_tally_json(each.tally),
        "days": [{"day": day.name, **_tally_json(day)} for day in each.days],
        "misconceptions": [_misconception_json(tally, sheet) for tally in each.misconceptions],
    }


def _misconception_json(tally: Tally, sheet: Sheet) -> dict[str, object]:
    last = max(each.day for each in tally.answers)
    name, question = mix_up(tally, sheet)
    return {"tag": tally.name.partition("/")[2], "name": name, "question": question, "n": tally.n, "last": last}


def _objective_json(each: ObjectiveRecord, record: Record, sheet: Sheet) -> dict[str, object]:
    found = each.mastery
    return {
        "objective": found.objective,
        "text": objective_text(found.objective, sheet),
        "lesson": each.lesson or None,
        "mastery": found.level,
        "mastered": found.mastered,
        "items": found.items,
        "days": found.days,
        "next": found.objective == record.practise,
        **_tally_json(each.tally),
    }


def _level_json(level: Level) -> dict[str, object]:
    return {
        "certainty": level.certainty,
        "n": level.n,
        "right": level.right,
        "low": _share(level.low),
        "high": _share(level.high),
        "band": [_share(end) for end in BANDS[level.certainty]],
        "judgment": level.judgment,
    }


def _coming_json(each: Coming) -> dict[str, object]:
    return {"day": each.day.isoformat(), "n": len(each.items), "items": list(each.items)}


def _tally_json(tally: Tally) -> dict[str, object]:
    return {"n": tally.n, "right": tally.right, "accuracy": _share(tally.share)}


def _share(value: float) -> float:
    return round(value, 4)
