"""What is a question on which reasonable people differ, and what does each side say?"""

from typing import Literal

from pydantic import Field

from casebot.model.text import ByLanguage, Date, Line, Part, Slug, Text

ArgumentKind = Literal["principle", "consequence", "precedent", "law"]
Effect = Literal["+", "-", "+-", "0"]
Criterion = Literal["harm", "reversible", "universal", "agreed-rule"]
Groups = tuple[tuple[Line, ...], ...]
"""Groups of alternatives: a group has a hit when one of its words or phrases is found, and not denied."""


class Straw(Part):
    """A caricature of a side, and why it is one; without terms it is never heard in what a learner writes."""

    say: Text
    why: Text
    terms: ByLanguage[Groups] | None = None


class Argument(Part):
    """One argument of a side; only the claims it cites are facts."""

    id: Slug
    kind: ArgumentKind
    text: Text
    terms: ByLanguage[Groups]
    supports: tuple[Slug, ...] = ()
    rebuttal: Text | None = None
    rebuttal_claims: tuple[Slug, ...] = ()
    precedent: Text | None = None
    precedent_claim: Slug | None = None


class Side(Part):
    """One answer to the question, with its best arguments."""

    key: Slug
    label: Text
    straw: tuple[Straw, ...] = ()
    argument: tuple[Argument, ...] = Field(min_length=1)


class Stakeholder(Part):
    """Who gains and who loses under each side's rule."""

    name: Text
    a: Effect
    b: Effect
    why: Text | None = None


class Dilemma(Part):
    """A question with two defensible sides, and what is known of it."""

    question: Text
    lesson: Slug | None = None
    criteria: tuple[Criterion, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    epilogue: Text | None = None
    epilogue_claims: tuple[Slug, ...] = ()
    as_of: Date | None = None
    side: tuple[Side, ...] = Field(min_length=2, max_length=2)
