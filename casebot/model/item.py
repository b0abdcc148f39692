"""What is asked: the ten kinds of question, each with its key."""

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from casebot.model.claim import Bucket
from casebot.model.dilemma import Groups
from casebot.model.text import ByLanguage, Flag, ItemName, Line, Number, Part, Slug, Text, Whole, Worded

Words: TypeAlias = ByLanguage[Annotated[tuple[Line, ...], Field(min_length=1)]]
"""One list for all languages, or a table of lists by language."""
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
BLANK = re.compile(r"\{([A-Za-z0-9][A-Za-z0-9_-]*)\}")
"""A blank of a cloze stem."""


class Samples(Part):
    """Answers whose verdict the author states; `check` holds the grader to them."""

    right: Words | None = None
    close: Words | None = None
    partial: Words | None = None
    wrong: Words | None = None


class Wrong(Part):
    """A wrong answer the author expects, with what to say to it."""

    match: Words
    why: Text
    tag: Tag | None = None


class Base(Worded):
    """What every question may have beside its key."""

    objective: Slug | None = None
    claims: tuple[Slug, ...] = ()
    hints: tuple[Text, ...] = Field(default=(), max_length=3)
    explain: Text | None = None
    samples: Samples = Samples()
    was: tuple[ItemName | Slug, ...] = ()


class Stemmed(Base):
    """A question with a stem of its own."""

    text: Text


class Option(Worded):
    """One of the answers to choose from."""

    id: Slug | None = None
    text: Text
    right: Flag = False
    why: Text | None = None
    tag: Tag | None = None


class Entry(Worded):
    """One thing to put in order."""

    id: Slug | None = None
    text: Text


class Pair(Part):
    """Two things that belong together."""

    left: Text
    right: Text


class KeyPoint(Part):
    """One point of a good answer: made when a sentence hits half of its groups, and two where there are two."""

    id: Slug
    terms: ByLanguage[Groups]
    unless: ByLanguage[Groups] | None = None
    hint: Text
    prompt: Text
    tell: Text


class Misconception(Part):
    """A known wrong idea, found by its terms, with its correction."""

    id: Slug | None = None
    terms: ByLanguage[Groups]
    unless: ByLanguage[Groups] | None = None
    why: Text
    tag: Tag | None = None


class Single(Stemmed):
    """One right option."""

    kind: Literal["single"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=8)


class Multiple(Stemmed):
    """One or more right options; scored right minus wrong."""

    kind: Literal["multiple"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=8)


class TrueFalse(Stemmed):
    """A statement that holds or does not; `why` answers whoever is wrong."""

    kind: Literal["true-false"]
    answer: Flag
    why: Text | None = None
    tag: Tag | None = None


class Short(Stemmed):
    """A few typed words; `mode = "terms"` looks for key terms, `need` asks for that many of `accept`."""

    kind: Literal["short"]
    accept: Words
    wrong: tuple[Wrong, ...] = ()
    mode: Literal["words", "terms"] = "words"
    need: Whole | None = Field(default=None, ge=1)


class Numeric(Stemmed):
    """A typed quantity, exact or within a tolerance given in the unit or in percent."""

    kind: Literal["numeric"]
    answer: Number
    tolerance: Number | Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?\s*%$")] = 0.0
    unit: ByLanguage[Line] | None = None
    unit_required: Flag = False
    wrong: tuple[Wrong, ...] = ()


class Cloze(Stemmed):
    """A sentence with blanks to fill; each blank counts alike."""

    kind: Literal["cloze"]
    blanks: dict[Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")], Words] = Field(min_length=1)
    wrong: tuple[Wrong, ...] = ()


class Order(Stemmed):
    """Things to put in the order in which the author lists them."""

    kind: Literal["order"]
    items: tuple[Entry, ...] = Field(min_length=3, max_length=8)


class Match(Stemmed):
    """Pairs to put together; each pair counts alike."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=8)


class Free(Stemmed):
    """An open question, heard for its key points."""

    kind: Literal["free"]
    keypoints: tuple[KeyPoint, ...] = Field(min_length=1, max_length=8)
    misconceptions: tuple[Misconception, ...] = ()
    model: Text | None = None


class Evidence(Base):
    """How well is a statement known? It is a claim of the case, or a statement with its answer."""

    kind: Literal["evidence"]
    text: Text | None = None
    claim: Slug | None = None
    answer: Bucket | None = None


Item: TypeAlias = Single | Multiple | TrueFalse | Short | Numeric | Cloze | Order | Match | Free | Evidence
AnyItem: TypeAlias = Annotated[Item, Field(discriminator="kind")]
