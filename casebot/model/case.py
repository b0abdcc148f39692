"""What is a whole case: its lessons, facts, questions and dilemmas?"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from casebot.model.bank import Bank
from casebot.model.claim import Claim
from casebot.model.dilemma import Dilemma
from casebot.model.figure import Event, Series
from casebot.model.item import Item
from casebot.model.lesson import AnyStep
from casebot.model.text import DEFAULT_LANGUAGES, Date, Line, Part, Slug, Text, Whole, Worded


class CaseHead(Part):
    """The `[case]` table."""

    format: Literal[1]
    id: Slug
    title: Text
    languages: tuple[Slug, ...] = Field(default=DEFAULT_LANGUAGES, min_length=1)
    as_of: Date | None = None
    order: Whole = Field(default=0, ge=0, le=999)
    """Its place among the cases: lower first, then by id."""
    licence: Line | None = None


class LessonEntry(Part):
    """A `[[lesson]]` of case.toml; `minutes` is how long the lesson takes."""

    id: Slug
    title: Text
    minutes: Whole = Field(ge=1, le=240)
    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.toml$")]


class Objective(Worded):
    """What a learner can do after a lesson."""

    lesson: Slug | None = None
    text: Text


class Indicator(Part):
    """What would tell that a scenario is coming true."""

    text: Text
    reading: Text
    claims: tuple[Slug, ...] = ()


class Scenario(Part):
    """One way things may go on."""

    title: Text
    text: Text
    indicators: tuple[Indicator, ...] = ()
    claims: tuple[Slug, ...] = ()


class Term(Worded):
    """An entry of the glossary: a person, a body or a word, in one sentence."""

    name: Text
    text: Text
    also: tuple[Line, ...] = ()
    claims: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson with its steps by id, in order."""

    entry: LessonEntry
    steps: dict[str, AnyStep]


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """Everything that could be read of a case, by id; broken parts are left out."""

    head: CaseHead
    lessons: dict[str, Lesson] = field(default_factory=dict)
    banks: dict[str, Bank] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    timeline: tuple[Event, ...] = ()
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    dilemmas: dict[str, Dilemma] = field(default_factory=dict)

    def item(self, name: str) -> Item | None:
        """The item called `bank/item`; None where the bank or the item does not exist."""
        bank, _, item = name.partition("/")
        found = self.banks.get(bank)
        return found.items.get(item) if found else None
