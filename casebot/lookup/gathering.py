"""What does a case say of each claim, in the claim itself and around it?"""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from casebot.model.case import Case
from casebot.model.lesson import PageStep, marked
from casebot.model.text import EVERY, Text

Field = Literal["sentence", "assertion", "article", "note", "voice", "event", "page", "title", "name", "entry", "asked"]
WEIGHTS: Final[dict[Field, float]] = {
    "sentence": 1.0,
    "assertion": 0.8,
    "article": 0.5,
    "note": 0.4,
    "voice": 0.4,
    "event": 0.5,
    "page": 0.4,
    "title": 0.4,
    "name": 0.4,
    "entry": 1.0,
    "asked": 0.6,
}
"""How much a word tells by where it stands; any of them may change by half and three of a hundred questions move."""
OWN: Final = frozenset[Field]({"sentence", "assertion", "article", "note", "voice"})
"""Where it counts how often a word stands; elsewhere, whether it does."""
BARE: Final = frozenset[Field]({"title", "name"})
"""What is of any language, so that no dictionary is asked for its words."""


class Saying(NamedTuple):
    """A text that tells of a claim; no language where it is the same in all."""

    claim: str
    field: Field
    language: str
    text: str


def sayings(case: Case) -> Iterator[Saying]:
    """Every text of a case that tells of one of its claims, those of no language last."""
    for name, claim in case.claims.items():
        texts: tuple[tuple[Field, Text | None], ...] = (
            ("sentence", claim.text),
            ("assertion", claim.assertion),
            ("article", claim.article_says),
            ("note", claim.note),
            ("voice", claim.said_by),
            ("asked", claim.asked),
        )
        for field, text in texts:
            yield from _each(name, field, text)
    for name, field, text in _around(case):
        if name in case.claims:
            yield from _each(name, field, text)
    for name, claim in case.claims.items():
        yield Saying(name, "name", EVERY, name.replace("-", " "))
        for source in claim.sources:
            yield Saying(name, "title", EVERY, f"{source.publisher} {source.title}")


def _around(case: Case) -> Iterator[tuple[str, Field, Text | None]]:
    for lesson in case.lessons.values():
        for step in lesson.steps.values():
            for name in dict.fromkeys((*marked(step.text), *step.claims)):
                yield name, "page", step.title
    for event in case.timeline:
        for name in event.claims:
            yield name, "event", event.text


def _each(name: str, field: Field, text: Text | None) -> Iterator[Saying]:
    for language, words in text.each() if text is not None else ():
        yield Saying(name, field, language, words)


def pages(case: Case) -> dict[str, str]:
    """Claim -> the first page, as `lesson/step`, that teaches it: whose text marks it or that draws it below."""
    found: dict[str, str] = {}
    for lesson, entry in case.lessons.items():
        for step_name, step in entry.steps.items():
            if isinstance(step, PageStep):
                for name in (*marked(step.text), *step.claims):
                    found.setdefault(name, f"{lesson}/{step_name}")
    return found
