"""How are pages, figures, claims and sources written out?"""

from casebot.documents.charts import draw, timeline
from casebot.documents.passage import Line, Span, line
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.model.claim import Claim, Source
from casebot.model.lesson import MARK, AnyStep, AskStep, FigureStep, TalkStep, asked_items, marked
from casebot.model.text import Text
from casebot.tutoring.turns import Turn


def prose(text: Text, case: str, sheet: Sheet) -> Line:
    """An author's text as a line, each `{claim-id}` replaced by the mark of the claim's status."""
    voice = sheet.voice
    raw = text.show(voice.language)
    spans: list[Span] = []
    end = 0
    for match in MARK.finditer(raw):
        claims = [claim for name in match[1].split() if (claim := sheet.book.claim(f"{case}/{name}")) is not None]
        before = raw[end : match.start()]
        spans.append(Span(voice.typeset(before if claims else before.rstrip())))
        if claims:
            spans.append(Span(voice.say(f"status.{claims[0].status}"), "mark"))
        end = match.end()
    spans.append(Span(voice.typeset(raw[end:])))
    return Line(tuple(span for span in spans if span.text))


def claim_block(claim: Claim, voice: Voice) -> tuple[Line, ...]:
    """A claim as it is shown by itself: its mark, an assertion only with the record behind it."""
    mark = Span(voice.say(f"status.{claim.status}"), "mark")
    text = voice.typeset(claim.text.show(voice.language))
    if claim.assertion is None:
        return (Line((mark, Span(f" {text}")), 2),)
    who = claim.said_by.show(voice.language) if claim.said_by else "?"
    said = voice.say("turn.said-by", who=who, text=claim.assertion.show(voice.language))
    record = voice.say("turn.on-record", text=text)
    return (Line((mark, Span(f" {said}", "quote")), 2), Line((Span(f"  {record}"),), 2))


def claim_text(claim: Claim, voice: Voice) -> str:
    """A claim in one line without its mark; an assertion only with the record behind it."""
    first, *record = claim_block(claim, voice)
    return " ".join(part.strip() for part in (first.spans[1].text, *(line.text for line in record)))


def step_of(turn: Turn, sheet: Sheet) -> tuple[AnyStep | None, str, str]:
    """The step that a turn tells, its case and its lesson."""
    case, _, rest = str(turn.args.get("step", "")).partition("/")
    lesson, _, step = rest.partition("/")
    found = sheet.book.lesson(case, lesson)
    return (found.steps.get(step) if found else None), case, lesson


def opening(step: AnyStep, case: str, sheet: Sheet) -> list[Line]:
    """The title and the text of a step."""
    lines = [line(sheet.show(step.title), "title")] if step.title is not None else []
    return [*lines, prose(step.text, case, sheet)] if step.text is not None else lines


def page(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A page: title, prose with marks, and the claims that are not marked in it; or what stands before a question."""
    step, case, _ = step_of(turn, sheet)
    if step is None:
        return ()
    lines = opening(step, case, sheet)
    if not isinstance(step, AskStep | TalkStep):
        lines += _blocks(step, case, sheet)
    return tuple(lines)


def _blocks(step: AnyStep, case: str, sheet: Sheet) -> list[Line]:
    """The claims of a step that are not marked in its text, each by itself."""
    names = [name for name in step.claims if name not in marked(step.text)]
    claims = [claim for name in names if (claim := sheet.book.claim(f"{case}/{name}")) is not None]
    return [row for claim in claims for row in claim_block(claim, sheet.voice)]


def figure(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A figure: title, text, the claims that are not marked in it, and the chart or the timeline."""
    step, case, lesson = step_of(turn, sheet)
    if not isinstance(step, FigureStep):
        return ()
    voice, found = sheet.voice, sheet.book.cases[case]
    lines = opening(step, case, sheet) + _blocks(step, case, sheet)
    series = found.series.get(step.series or "")
    if series is not None:
        drawn = draw(series, voice, sheet.width)
        lines.append(line(sheet.show(series.title), "strong"))
        lines += [Line((Span(row, "chart"),), 3, fixed=len(row) <= sheet.width) for row in drawn]
        if series.note is not None:
            lines.append(line(sheet.show(series.note), "dim"))
    if step.timeline:
        events = tuple(event for event in found.timeline if event.lesson in {lesson, None})
        lines += [Line((Span(f"{day}  ", "strong"), Span(text)), 2) for day, text in timeline(events, voice)]
    return tuple(lines)


def welcome(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The first words of a lesson."""
    case, _, name = str(turn.args.get("lesson", "")).partition("/")
    lesson = sheet.book.lesson(case, name)
    if lesson is None:
        return ()
    asked = {f"{case}/{item}" for step in lesson.steps.values() for item in asked_items(step)}
    items = [name for name in asked if sheet.book.item(name) is not None]
    args = {"title": sheet.show(lesson.entry.title), "minutes": lesson.entry.minutes, "n": len(items)}
    return (line(sheet.voice.say("turn.welcome-lesson", **args)),)


def end(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The last words of a lesson."""
    case, _, name = str(turn.args.get("lesson", "")).partition("/")
    lesson = sheet.book.lesson(case, name)
    title = sheet.show(lesson.entry.title) if lesson else name
    args = {"title": title, "score": turn.args.get("score", 0), "of": turn.args.get("of", 0)}
    return (line(sheet.voice.say("turn.end-lesson", **args)),)


def record(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The claim that a statement rests on, an assertion with the record behind it."""
    claim = sheet.book.claim(str(turn.args.get("claim", "")))
    return claim_block(claim, sheet.voice) if claim is not None else ()


def _named(turn: Turn, sheet: Sheet) -> list[Claim]:
    return [claim for name in turn.texts("claims") if (claim := sheet.book.claim(name)) is not None]


def sources(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The claims behind a question in one line each: mark, date, and who published it."""
    voice = sheet.voice
    lines = []
    for claim in _named(turn, sheet):
        mark = Span(voice.say(f"status.{claim.status}"), "mark")
        lines.append(Line((mark, Span(f" {published(claim, voice)}", "dim")), 2))
    return tuple(lines)


def published(claim: Claim, voice: Voice) -> str:
    """The date of a claim, and who published it."""
    publishers = tuple(dict.fromkeys(source.publisher for source in claim.sources))
    shown = voice.say("unit.semicolon").join(publishers) or voice.say("turn.sources-none")
    return f"{voice.date(claim.date)}. {shown}" if claim.date else shown


def claims(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Claims in full: sentence, date, note, what the article says, and every source."""
    voice = sheet.voice
    lines: list[Line] = []
    for claim in _named(turn, sheet):
        lines += claim_block(claim, voice)
        if claim.date is not None:
            lines.append(line(f"  {voice.say('claim.date', date=voice.date(claim.date))}", "dim", 2))
        if claim.note is not None:
            lines.append(line(f"  {voice.say('claim.note', text=claim.note.show(voice.language))}", "plain", 2))
        if claim.article_says is not None:
            lines.append(line(f"  {sheet.show(claim.article_says)}", "plain", 2))
        lines += [line(f"  {_source(source, voice)}", "dim", 4) for source in claim.sources]
        if not claim.sources:
            lines.append(line(f"  {voice.say('turn.sources-none')}", "dim", 2))
    return tuple(lines)


def _source(source: Source, voice: Voice) -> str:
    when = f", {voice.date(source.date)}" if source.date else ""
    return voice.say("claim.source", publisher=source.publisher, title=source.title, date=when, url=source.url)
