"""What stands in a learner's case file: their answers, what was corrected, the sources, and what is still open?"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casebot.documents.answers import Asked, feedback_text, key_texts
from casebot.documents.charts import Bar
from casebot.documents.given import question_of, response_of, responses_of, verdict_of
from casebot.documents.labels import calibration_sentence, day_due, interval_of, lesson_title, percent
from casebot.documents.passage import visible
from casebot.documents.pieces import Chart, Document, Heading, Link, Paragraph, Piece, Points, Table
from casebot.documents.sheet import Sheet
from casebot.documents.stances import ends, position_given
from casebot.documents.telling import claim_text, prose
from casebot.documents.voice import joined
from casebot.model.attempt import Attempt, Note, Position
from casebot.model.claim import Claim, Source
from casebot.model.identity import fingerprint
from casebot.model.item import Item
from casebot.model.text import Text
from casebot.progress.certainty import BANDS
from casebot.progress.firsts import is_right
from casebot.progress.record import Record, lesson_of
from casebot.tutoring.book import rests_on
from casebot.tutoring.correcting import ABOUT
from casebot.tutoring.judging import judge

_UNSETTLED: Final = frozenset({"disputed", "unverified"})
"""Statuses of what the record does not settle."""


class Made(NamedTuple):
    """Whose file it is, of which day (ISO), and of which lesson `case/lesson`; "" where it is of all."""

    learner: str
    day: str
    lesson: str = ""


class Said(NamedTuple):
    """What a learner said beside answers: notes, and positions where they are wanted in the file."""

    notes: Sequence[Note] = ()
    positions: Sequence[Position] = ()


class Withheld(NamedTuple):
    """The claims that open questions rest on, and the items whose right answer was shown all the same: that stays."""

    claims: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def case_file(record: Record, said: Said, made: Made, sheet: Sheet, withheld: Withheld) -> Document:
    """The case file of a record, without what would tell the answer to a question that is still open."""
    voice = sheet.voice
    title = voice.say("casefile.title")
    if made.lesson:
        title = voice.say("casefile.title-lesson", title=lesson_title(made.lesson, sheet))
    opening = (
        Heading(1, title),
        Paragraph(voice.say("casefile.made", learner=visible(made.learner), day=voice.date(made.day))),
    )
    writer = _Writer(record, said, sheet, withheld)
    pieces = tuple(writer.pieces()) if record.answers else (Paragraph(voice.say("casefile.empty")),)
    return Document(voice.language, (*opening, *pieces))


class _Writer:
    """The sections of a case file, in their order."""

    def __init__(self, record: Record, said: Said, sheet: Sheet, withheld: Withheld) -> None:
        self.record = record
        self.said = said
        self.sheet = sheet
        self.withheld = withheld
        self.of_item: dict[str, list[Attempt]] = {}
        for each in record.answers:
            self.of_item.setdefault(each.item, []).append(each)

    def pieces(self) -> Iterator[Piece]:
        yield from self.figures()
        yield from self.answers()
        yield from self.corrections()
        yield from self.sources()
        yield from self.open()
        yield from self.due()
        yield from self.terms()
        yield from self.positions()

    def say(self, key: str, **args: object) -> str:
        return self.sheet.voice.say(f"casefile.{key}", **args)

    def figures(self) -> Iterator[Piece]:
        """Accuracy by lesson, and certainty: drawn, and as tables."""
        voice, record = self.sheet.voice, self.record
        tallies = [each.tally for each in record.lessons if each.tally.n]
        if not tallies:
            return
        yield Heading(2, self.say("figures"))
        names = [lesson_title(each.name, self.sheet) for each in tallies]
        shares = [percent(each.share, voice) for each in tallies]
        rows = tuple(
            (name, voice.number(each.right), voice.number(each.n), share)
            for name, each, share in zip(names, tallies, shares, strict=True)
        )
        head = (self.say("lesson"), self.say("right"), self.say("of"), self.say("share"))
        drawn = tuple(Bar(name, each.share, share) for name, each, share in zip(names, tallies, shares, strict=True))
        yield Chart(drawn, Table(self.say("accuracy"), head, rows))
        if record.calibration.n:
            yield Paragraph(calibration_sentence(record, self.sheet))
            yield self._certainty()

    def _certainty(self) -> Chart:
        voice, levels = self.sheet.voice, self.record.calibration.levels
        rows = tuple(
            (
                voice.say(f"turn.certain-{level.certainty}"),
                voice.number(level.right),
                voice.number(level.n),
                self._between(level.low, level.high) if level.n else "",
                self._between(*BANDS[level.certainty]),
            )
            for level in levels
        )
        head = (self.say("level"), self.say("right"), self.say("of"), self.say("interval"), self.say("band"))
        return Chart(tuple(interval_of(level, voice) for level in levels), Table(self.say("certainty"), head, rows))

    def _between(self, low: float, high: float) -> str:
        voice = self.sheet.voice
        return self.say("between", low=percent(low, voice), high=percent(high, voice))

    def answers(self) -> Iterator[Piece]:
        """Every question that was answered, lesson by lesson, with every answer."""
        yield Heading(2, self.say("answers"))
        lessons = {item: lesson_of(item, self.sheet.book.cases) for item in self.of_item}
        order = [each.tally.name for each in self.record.lessons]
        for lesson in sorted(set(lessons.values()), key=order.index):
            yield Heading(3, lesson_title(lesson, self.sheet))
            for item in (item for item in self.of_item if lessons[item] == lesson):
                yield from self._answers(item)

    def _answers(self, name: str) -> Iterator[Piece]:
        tries = self.of_item[name]
        yield Heading(4, question_of(tries[-1], self.sheet))
        rows = [row for place, each in enumerate(tries) for row in self._given(each, tries[place - 1 : place])]
        corrected = [note.text for note in self.said.notes if note.about == f"{ABOUT}{name}"]
        rows += [self.say("correction", text=visible(text)) for text in corrected[-1:]]
        item = self.sheet.book.item(name)
        if item is not None and self._tells(name):
            rows.append(self.say("key", text=self._key(name)))
            if item.explain is not None:
                rows.append(self.say("reason", text=prose(item.explain, name.partition("/")[0], self.sheet).text))
        elif item is not None:
            rows.append(self.sheet.voice.say("turn.answer-waits"))
        yield Points(tuple(rows))

    def _given(self, attempt: Attempt, before: Sequence[Attempt]) -> Iterator[str]:
        """What was answered, a row for each time that something was said, but for what stands in the try before."""
        texts = responses_of(attempt, self.sheet)
        known = len(responses_of(before[0], self.sheet)) if before and attempt.try_ > 1 else 0
        *parts, last = texts[known:] or texts
        day = self.sheet.voice.date(attempt.day)
        yield from (self.say("given-part", day=day, text=text) for text in parts)
        yield self.say("given", day=day, text=last, verdict=verdict_of(attempt, self.sheet))

    def _tells(self, name: str) -> bool:
        """Whether what is right may be told: it was shown, or no open question rests on the same claims."""
        item = self.sheet.book.item(name)
        hidden = item is None or bool(self.withheld.claims & set(rests_on(name, item)))
        return name in self.withheld.told or not hidden

    def _key(self, name: str) -> str:
        item = self.sheet.book.item(name)
        texts = key_texts(Asked(name, item, self.sheet)) if item is not None else ()
        return joined(texts, self.sheet.voice)

    def corrections(self) -> Iterator[Piece]:
        """What was answered wrong, the latest of it, with what is right, and why."""
        yield Heading(2, self.say("corrections"))
        rows = tuple(row for name, tries in self.of_item.items() if (row := self._correction(name, tries)))
        if rows:
            head = (self.say("question"), self.say("wrong"), self.say("instead"), self.say("why"))
            yield Table(self.say("corrections"), head, rows)
        else:
            yield Paragraph(self.say("corrections-none"))

    def _correction(self, name: str, tries: Sequence[Attempt]) -> tuple[str, ...] | None:
        wrong = [each for each in tries if not is_right(each) and each.response]
        item = self.sheet.book.item(name)
        if not wrong or item is None or not self._tells(name):
            return None
        case = name.partition("/")[0]
        why = next(self._whys(name, item, wrong[-1]), None)
        told = prose(why, case, self.sheet).text if why is not None else ""
        return (question_of(wrong[-1], self.sheet), response_of(wrong[-1], self.sheet), self._key(name), told)

    def _whys(self, name: str, item: Item, attempt: Attempt) -> Iterator[Text]:
        """What the author says to a mistake, if the question is the same still, and why the right answer is right."""
        if fingerprint(item) == attempt.fingerprint:
            grade = judge(self.sheet.book, name, item, attempt.response, attempt.lang, 0).grade
            texts = (feedback_text(item, about) for about in grade.feedback)
            yield from (text for text in texts if text is not None)
        if item.explain is not None:
            yield item.explain

    def _claims(self) -> list[tuple[str, Claim]]:
        """The claims that the answered questions rest on, each once, but for those that wait."""
        names = dict.fromkeys(
            claim
            for name in self.of_item
            if (item := self.sheet.book.item(name)) is not None
            for claim in rests_on(name, item)
            if name in self.withheld.told or claim not in self.withheld.claims
        )
        return [(name, claim) for name in names if (claim := self.sheet.book.claim(name)) is not None]

    def sources(self) -> Iterator[Piece]:
        """The claims involved with status, date and sources."""
        found = self._claims()
        if not found:
            return
        voice = self.sheet.voice
        yield Heading(2, self.say("sources"))
        rows = tuple(
            (
                claim_text(claim, voice),
                voice.say(f"status.{claim.status}"),
                voice.date(claim.date) if claim.date else "",
                tuple(_link(source, self.sheet) for source in claim.sources) or voice.say("turn.sources-none"),
            )
            for _, claim in found
        )
        head = tuple(self.say(f"source-{key}") for key in ("claim", "status", "date", "where"))
        yield Table(self.say("sources"), head, rows)

    def open(self) -> Iterator[Piece]:
        """What the learner has not got right yet, and what the record does not settle."""
        yield Heading(2, self.say("open"))
        missed = tuple(question_of(tries[-1], self.sheet) for tries in self.of_item.values() if not is_right(tries[-1]))
        claims = tuple(
            f"{self.sheet.voice.say(f'status.{claim.status}')} {claim_text(claim, self.sheet.voice)}"
            for _, claim in self._claims()
            if claim.status in _UNSETTLED
        )
        for key, items in (("open-questions", missed), ("open-claims", claims)):
            if items:
                yield Heading(3, self.say(key))
                yield Points(items)
        if not missed and not claims:
            yield Paragraph(self.say("open-none"))

    def due(self) -> Iterator[Piece]:
        """What comes back, and when."""
        voice = self.sheet.voice
        yield Heading(2, self.say("due"))
        rows = tuple(
            (question_of(self.of_item[each.item][-1], self.sheet), day_due(each, self.record.today, voice))
            for each in self.record.listed
            if each.item in self.of_item
        )
        if rows:
            yield Table(self.say("due"), (self.say("due-item"), self.say("due-day")), rows)
        else:
            yield Paragraph(self.say("due-none"))

    def terms(self) -> Iterator[Piece]:
        """The words and names of the glossary that the claims involved are about."""
        involved = {name for name, _ in self._claims()}
        rows = tuple(
            (self.sheet.show(term.name), self.sheet.show(term.text))
            for name, case in self.sheet.book.cases.items()
            for term in case.terms.values()
            if involved & {f"{name}/{claim}" for claim in term.claims}
        )
        if rows:
            yield Heading(2, self.say("terms"))
            yield Table(self.say("terms"), (self.say("term"), self.say("meaning")), rows)

    def positions(self) -> Iterator[Piece]:
        """Where the learner stood, and why, where that is wanted in the file."""
        if not self.said.positions:
            return
        yield Heading(2, self.say("positions"))
        yield Paragraph(self.say("positions-scale"))
        head = tuple(self.say(key) for key in ("dilemma", "when", "stand", "because"))
        yield Table(self.say("positions"), head, tuple(map(self._position, self.said.positions)))

    def _position(self, each: Position) -> tuple[str, ...]:
        reader, dilemma = self.record.reader, self.sheet.book.dilemma(each.dilemma)
        question = self.sheet.show(dilemma.question) if dilemma is not None else each.dilemma
        stood = position_given(each.dilemma, each.value, reader, self.sheet)
        scale = ends(each.dilemma, reader, self.sheet)
        return (question, self.say(each.when), f"{stood} ({scale})" if scale else stood, visible(each.reason))


def _link(source: Source, sheet: Sheet) -> Link:
    when = f", {sheet.voice.date(source.date)}" if source.date else ""
    return Link(f"{source.publisher}, {source.title}{when}", source.url)
