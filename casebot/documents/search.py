"""Where do some words stand: in the learner's own answers, in pages that were read, in claims?

Every word that is looked for must begin a word of the text; accents, capitals and kinds of quotes do not matter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from casebot.documents.given import question_of, response_of, verdict_of
from casebot.documents.sheet import Sheet
from casebot.documents.telling import claim_block, prose
from casebot.grading.normalise import fold, normalise
from casebot.model.attempt import Attempt
from casebot.model.lesson import FigureStep
from casebot.tutoring.turns import Turn

Kind = Literal["answer", "page", "claim"]
_WORD: Final = re.compile(r"\w+")


class Found(NamedTuple):
    """Something that can be found, where it stands in a few words, and what opens it: an answer, or a turn."""

    kind: Kind
    head: str
    text: str
    opens: Attempt | Turn
    words: frozenset[str]
    more: tuple[str, ...] = ()
    """Texts beside it in which it is found as well."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text in the form in which they are compared."""
    return frozenset(_WORD.findall(fold(normalise(text))))


def searchable(
    answers: Iterable[Attempt], pages: Iterable[str], claims: Iterable[str], sheet: Sheet
) -> tuple[Found, ...]:
    """Everything that may be found, answers first and the latest of them at the head."""
    return (
        *(_answer(each, sheet) for each in reversed(tuple(answers))),
        *(found for name in pages for found in _page(name, sheet)),
        *(found for name in claims for found in _claim(name, sheet)),
    )


def find(query: str, listed: Sequence[Found]) -> list[Found]:
    """Those in which every word of the query begins a word, in their order; none for a query without words."""
    wanted = words_of(query)
    return [each for each in listed if wanted and all(_begins(each.words, word) for word in wanted)]


def spots(text: str, wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where words that begin with a wanted one stand in a text: start and end, in characters."""
    for match in _WORD.finditer(text):
        if any(word.startswith(each) for word in words_of(match[0]) for each in wanted):
            yield match.span()


def extract(found: Found, wanted: frozenset[str], most: int) -> str:
    """At most `most` characters of what was found, cut at spaces, in which a wanted word can be read."""
    text = next((each for each in (found.text, *found.more) if next(spots(each, wanted), None)), found.text)
    if len(text) <= most:
        return text
    start, end = next(spots(text, wanted), (0, 0))
    first = 0 if end <= most * 2 // 3 else text.rfind(" ", 0, max(1, start - most // 4)) + 1
    cut = text[first : first + most]
    cut = cut if first + most >= len(text) else cut.rpartition(" ")[0] + " …"
    return f"… {cut}" if first else cut


def _begins(words: frozenset[str], start: str) -> bool:
    return any(word.startswith(start) for word in words)


def _answer(attempt: Attempt, sheet: Sheet) -> Found:
    question, response = question_of(attempt, sheet), response_of(attempt, sheet)
    head = f"{sheet.voice.date(attempt.day)}, {verdict_of(attempt, sheet)}"
    text = f"{question} {response}"
    return Found("answer", head, text, attempt, words_of(text))


def _page(name: str, sheet: Sheet) -> Iterator[Found]:
    case, lesson_id, step_id = name.split("/")
    lesson = sheet.book.lesson(case, lesson_id)
    step = lesson.steps.get(step_id) if lesson is not None else None
    if lesson is None or step is None:
        return
    title = sheet.show(step.title) if step.title is not None else ""
    text = prose(step.text, case, sheet).text if step.text is not None else title
    where = sheet.show(lesson.entry.title)
    head = sheet.voice.say("chart.row", when=where, rest=title) if title else where
    told = Turn(role="tells", key="figure" if isinstance(step, FigureStep) else "page", args={"step": name})
    yield Found("page", head, text, told, words_of(f"{title} {text}"))


def _claim(name: str, sheet: Sheet) -> Iterator[Found]:
    claim = sheet.book.claim(name)
    if claim is None:
        return
    text = " ".join(line.text.strip() for line in claim_block(claim, sheet.voice))
    case = sheet.book.cases[name.partition("/")[0]]
    more = [sheet.show(each) for each in (claim.note, claim.article_says) if each is not None]
    published = [f"{source.publisher} {source.title}" for source in claim.sources]
    told = Turn(role="source", key="claims", args={"claims": (name,)})
    beside = (*more, *published)
    yield Found("claim", sheet.show(case.head.title), text, told, words_of(" ".join((text, *beside))), beside)
