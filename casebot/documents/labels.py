"""What are the parts of a record called: its lessons, objectives, misconceptions, certainties and stances?"""

from casebot.documents.charts import Interval
from casebot.documents.passage import Line, line
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice, joined
from casebot.progress.certainty import BANDS, Level
from casebot.progress.record import Record


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


def tag_name(name: str) -> str:
    """The name of a misconception `case/tag` in words."""
    return name.partition("/")[2].replace("-", " ")


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
    found = {"low": percent(level.low, voice), "high": percent(level.high, voice)}
    return voice.say("record.level", right=level.right, n=level.n, **found, **meant)


def calibration_sentence(record: Record, sheet: Sheet) -> str:
    """How sure and how right the learner was, in one plain sentence, the surest first."""
    voice = sheet.voice
    given = [level for level in reversed(record.calibration.levels) if level.n]
    parts = [voice.say(f"record.given-{level.certainty}", right=level.right, n=level.n) for level in given]
    judgments = {level.judgment for level in given}
    topic = record.topic
    if topic is not None:
        about = objective_text(topic.mastery.objective, sheet)
        parts.append(voice.say("record.too-sure-about", objective=about, n=topic.tally.n))
    else:
        parts += [voice.say(f"record.{key}") for key in ("too-sure", "too-unsure", "fits") if key in judgments][:1]
    return joined(parts, voice) + "."


def stance_lines(name: str, record: Record, sheet: Sheet) -> tuple[Line, ...]:
    """A dilemma `case/dilemma` with where the learner stood before weighing it, and after."""
    voice, stance = sheet.voice, record.stances[name]
    case, _, dilemma = name.partition("/")
    found = sheet.book.cases[case].dilemmas.get(dilemma) if case in sheet.book.cases else None
    stood = [
        voice.say(f"record.{when}", value=value)
        for when, value in (("before", stance.before), ("after", stance.after))
        if value is not None
    ]
    lines = [
        line(f"  {sheet.show(found.question) if found else name}", "plain", 2),
        line(f"    {', '.join(stood)}", "plain", 4),
    ]
    if found is not None:
        ends = [sheet.show(side.label) for side in found.side]
        lines.append(line(f"    {voice.say('record.ends', a=ends[0], b=ends[1])}", "dim", 4))
    return tuple(lines)
