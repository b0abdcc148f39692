"""How are pages, figures, claims and sources written out?"""

from casebot.documents.charts import draw, timeline
from casebot.documents.passage import Line, Span, line
from casebot.documents.voice import Voice
from casebot.model.claim import Claim, Source
from casebot.model.lesson import MARK, AnyStep, FigureStep, marked
from casebot.model.text import Text
from casebot.tutoring.book import Book
from casebot.tutoring.turns import Turn


def prose(text: str, book: Book, case: str, voice: Voice, hang: int = 0) -> Line:
    """An author's text as a line, each `{claim-id}` replaced by the mark of the claim's status."""
    spans: list[Span] = []
    end = 0
    for match in MARK.finditer(text):
        claims = [claim for name in match[1].split() if (claim := book.claim(f"{case}/{name}")) is not None]
        spans.append(Span(voice.typeset(text[end : match.start()])))
        if claims:
            spans.append(Span(voice.say(f"status.{claims[0].status}"), "mark"))
        end = match.end()
    spans.append(Span(voice.typeset(text[end:])))
    return Line(tuple(span for span in spans if span.text), hang)


def claim_block(claim: Claim, voice: Voice) -> tuple[Line, ...]:
    """A claim as it is shown by itself: its mark, an assertion only with the record behind it."""
    mark = Span(voice.say(f"status.{claim.status}"), "mark")
    text = voice.typeset(claim.text.show(voice.language))
    if claim.assertion is None:
        return (Line((mark, Span(f" {text}")), 2),)
    who = voice.typeset(claim.said_by.show(voice.language)) if claim.said_by else "?"
    said = voice.say("turn.said-by", who=who, text=claim.assertion.show(voice.language))
    record = voice.say("turn.on-record", text=text)
    return (Line((mark, Span(f" {said}", "quote")), 2), Line((Span(f"  {record}"),), 2))


def _step(turn: Turn, book: Book) -> tuple[AnyStep | None, str]:
    name = str(turn.args.get("step", ""))
    case, _, rest = name.partition("/")
    lesson, _, step = rest.partition("/")
    found = book.lesson(case, lesson)
    return (found.steps.get(step) if found else None), case


def _title(title: Text | None, voice: Voice) -> tuple[Line, ...]:
    return (line(voice.typeset(title.show(voice.language)), "title"),) if title is not None else ()


def page(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """A page: title, prose with marks, and the claims that are not marked in it."""
    del width
    step, case = _step(turn, book)
    if step is None:
        return ()
    lines = [*_title(step.title, voice)]
    if step.text is not None:
        lines.append(prose(step.text.show(voice.language), book, case, voice))
    inline = set(marked(step.text))
    for name in step.claims:
        claim = book.claim(f"{case}/{name}")
        if claim is not None and name not in inline:
            lines += claim_block(claim, voice)
    return tuple(lines)


def figure(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """A figure: title, text, and the chart or the timeline."""
    step, case = _step(turn, book)
    if not isinstance(step, FigureStep):
        return ()
    lines = [*_title(step.title, voice)]
    if step.text is not None:
        lines.append(prose(step.text.show(voice.language), book, case, voice))
    found = book.cases[case]
    series = found.series.get(step.series or "")
    if series is not None:
        lines.append(line(voice.typeset(series.title.show(voice.language)), "strong"))
        lines += [Line((Span(row, "chart"),), 3, fixed=len(row) <= width) for row in draw(series, voice, width)]
        if series.note is not None:
            lines.append(line(voice.typeset(series.note.show(voice.language)), "dim"))
    if step.timeline:
        lesson = str(turn.args["step"]).split("/")[1]
        events = tuple(event for event in found.timeline if event.lesson in {lesson, None})
        lines += [Line((Span(f"{day}  ", "strong"), Span(text)), 2) for day, text in timeline(events, voice)]
        if not events:
            lines.append(line(voice.say("chart.no-events"), "dim"))
    return tuple(lines)


def welcome(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """The first words of a lesson."""
    del width
    case, _, name = str(turn.args["lesson"]).partition("/")
    lesson = book.lesson(case, name)
    if lesson is None:
        return ()
    asked = {step.item for step in lesson.steps.values() if step.kind == "ask"}
    title = voice.typeset(lesson.entry.title.show(voice.language))
    return (line(voice.say("turn.welcome-lesson", title=title, minutes=lesson.entry.minutes, n=len(asked))),)


def end(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """The last words of a lesson."""
    del width
    case, _, name = str(turn.args["lesson"]).partition("/")
    lesson = book.lesson(case, name)
    title = voice.typeset(lesson.entry.title.show(voice.language)) if lesson else name
    return (line(voice.say("turn.end-lesson", title=title, score=turn.args["score"], of=turn.args["of"])),)


def _named(turn: Turn, book: Book) -> list[Claim]:
    names = turn.args.get("claims", ())
    listed = names if isinstance(names, tuple) else ()
    return [claim for name in listed if (claim := book.claim(name)) is not None]


def sources(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """The claims behind a question in one line each: mark, date, and who published it."""
    del width
    lines = []
    for claim in _named(turn, book):
        publishers = tuple(dict.fromkeys(source.publisher for source in claim.sources))
        shown = voice.say("unit.semicolon").join(publishers) or voice.say("turn.sources-none")
        when = f" {voice.date(claim.date)}." if claim.date else ""
        lines.append(Line((Span(voice.say(f"status.{claim.status}"), "mark"), Span(f"{when} {shown}", "dim")), 2))
    return tuple(lines)


def claims(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """Claims in full: sentence, date, note, what the article says, and every source."""
    del width
    lines: list[Line] = []
    for claim in _named(turn, book):
        lines += claim_block(claim, voice)
        if claim.date is not None:
            lines.append(line(f"  {voice.say('claim.date', date=voice.date(claim.date))}", "dim", 2))
        for key, text in (("note", claim.note), ("article", claim.article_says)):
            if text is not None:
                lines.append(line(f"  {voice.say(f'claim.{key}', text=text.show(voice.language))}", "plain", 2))
        lines += [line(f"  {_source(source, voice)}", "dim", 4) for source in claim.sources]
        if not claim.sources:
            lines.append(line(f"  {voice.say('turn.sources-none')}", "dim", 2))
    return tuple(lines)


def _source(source: Source, voice: Voice) -> str:
    when = f", {voice.date(source.date)}" if source.date else ""
    return voice.say("claim.source", publisher=source.publisher, title=source.title, date=when, url=source.url)
