"""What are the parts of a record called: its lessons, objectives, misconceptions, days and certainties?"""

from datetime import date
from typing import Final

from casebot.documents.charts import Interval
from casebot.documents.given import question_of, response_of
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice, joined
from casebot.progress.certainty import BANDS, Judgment, Level
from casebot.progress.record import Record, Tally
from casebot.progress.schedule import Due

_TOLD: Final[tuple[Judgment, ...]] = ("too-sure", "too-unsure", "below", "above")
"""What is said of all levels together where it is true of one, the gravest first."""


def percent(share: float, voice: Voice) -> str:
    """A share of 0 to 1 in whole percent."""
    return voice.say("unit.percent", n=round(share * 100))


def lesson_title(name: str, sheet: Sheet) -> str:
    """The title of a lesson `case/lesson`; that of questions of no lesson where there is none."""
    case, _, lesson = name.partition("/")
    found = sheet.book.lesson(case, lesson)
    return sheet.show(found.entry.title) if found is not None else sheet.voice.say("record.no-lesson")


def objective_text(name: str, sheet: Sheet) -> str:
    """What an objective `case/objective` says."""
    case, _, objective = name.partition("/")
    found = sheet.book.cases[case].objectives.get(objective) if case in sheet.book.cases else None
    return sheet.show(found.text) if found is not None else name


def mix_up(tally: Tally, sheet: Sheet) -> tuple[str, str]:
    """The answer in words that showed a misconception last, and its question; the tag and "" where that is gone."""
    last = tally.answers[-1]
    if sheet.book.item(last.item) is None:
        return tally.name.partition("/")[2].replace("-", " "), ""
    return response_of(last, sheet), question_of(last, sheet)


def day_due(due: Due, today: date, voice: Voice) -> str:
    """The day on which an item comes back; since when it is overdue, if it is."""
    if due.day == today:
        return voice.say("record.today")
    said = voice.date(due.day.isoformat())
    return voice.say("record.overdue-since", day=said) if due.day < today else said


def interval_of(level: Level, voice: Voice) -> Interval:
    """The answers given at one certainty, to be drawn against the band that the certainty is meant for."""
    seen = (level.low, level.share, level.high) if level.n else None
    return Interval(voice.say(f"turn.certain-{level.certainty}"), seen, BANDS[level.certainty])


def level_said(level: Level, voice: Voice) -> str:
    """How many answers given at one certainty were right, within what the share lies, and what it should be."""
    least, most = BANDS[level.certainty]
    meant = {"least": percent(least, voice), "most": percent(most, voice)}
    if not level.n:
        return voice.say("record.level-empty", **meant)
    found = {"low": level.low, "share": level.share, "high": level.high}
    return voice.say(
        "record.level",
        right=level.right,
        n=level.n,
        **{name: percent(each, voice) for name, each in found.items()},
        **meant,
    )


def calibration_sentence(record: Record, sheet: Sheet) -> str:
    """How sure and how right the learner was, in one plain sentence, the surest first."""
    voice = sheet.voice
    given = [level for level in reversed(record.calibration.levels) if level.n]
    parts = [voice.say(f"record.given-{level.certainty}", right=level.right, n=level.n) for level in given]
    judged = [level.judgment for level in given]
    topic = record.topic
    if topic is not None:
        about = objective_text(topic.mastery.objective, sheet)
        parts.append(voice.say("record.too-sure-about", objective=about, n=topic.tally.n))
    else:
        told = next((key for key in _TOLD if key in judged), "fits" if set(judged) == {"fits"} else "few")
        parts.append(voice.say(f"record.{told}"))
    return joined(parts, voice) + "."
