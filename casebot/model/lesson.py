"""What happens in a lesson, step by step?"""

import re
from typing import Annotated, Final, Literal

from pydantic import Field

from casebot.model.claim import Bucket
from casebot.model.text import Flag, ItemName, Part, Slug, Text, Worded

MARK: Final = re.compile(r"\{([a-z0-9][a-z0-9 -]*)\}")
"""In a text: `{claim-id}` (or several ids) stands for the mark of the claims' status."""


def marked(text: Text | None) -> tuple[str, ...]:
    """The ids of the claims whose marks stand in a text, in any language, each once."""
    if text is None:
        return ()
    found = (name for value in text.root.values() for match in MARK.finditer(value) for name in match[1].split())
    return tuple(dict.fromkeys(found))


class Step(Worded):
    """What every step may have: a title, a text, and the claims it rests on."""

    title: Text | None = None
    text: Text | None = None
    claims: tuple[Slug, ...] = ()


class PageStep(Step):
    """A short text to read; `{claim-id}` in it stands for the mark of that claim's status."""

    kind: Literal["page"]


class FigureStep(Step):
    """A chart of a series, or the timeline of the lesson."""

    kind: Literal["figure"]
    series: Slug | None = None
    timeline: Flag = False


class AskStep(Step):
    """A question from a bank; with `pre` it is asked before the text and its verdict is held."""

    kind: Literal["ask"]
    item: ItemName
    pre: Flag = False


class SortStep(Step):
    """Statements to sort by how well they are known."""

    kind: Literal["sort"]
    items: tuple[ItemName, ...] = Field(min_length=1)
    buckets: tuple[Bucket, ...] = Field(min_length=2)


class TalkStep(Step):
    """An open question held as a dialogue."""

    kind: Literal["talk"]
    item: ItemName


class DilemmaStep(Step):
    """A question with two defensible sides."""

    kind: Literal["dilemma"]
    dilemma: Slug


AnyStep = Annotated[
    PageStep | FigureStep | AskStep | SortStep | TalkStep | DilemmaStep,
    Field(discriminator="kind"),
]

SORTED: Final = "sorted"
"""`<step>/sorted` is where a session sums a sort up; its statements are asked at `<step>/bank/item`."""


def asked_items(step: AnyStep) -> tuple[ItemName, ...]:
    """The items that a step asks, in the author's order, each once."""
    match step:
        case AskStep() | TalkStep():
            return (step.item,)
        case SortStep():
            return tuple(dict.fromkeys(step.items))
        case _:
            return ()


class LessonHead(Part):
    """The `[lesson]` table of a lesson's own file."""

    id: Slug
