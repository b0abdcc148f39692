"""What is said about the world, how well is it known, and who says so?"""

from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field, StringConstraints

from casebot.model.text import Date, Flag, Line, Part, Slug, Text, Worded

Status = Literal["documented", "reported", "party-claim", "disputed", "opinion", "unverified", "contradicted"]
Bucket = Literal["documented", "reported", "party-claim", "disputed", "opinion", "no-support"]


class Standing(NamedTuple):
    """How a status is shown and sorted."""

    sign: str
    bucket: Bucket
    half: frozenset[Bucket]
    """Buckets that earn half credit, being one step away."""


STANDINGS: Final[dict[Status, Standing]] = {
    "documented": Standing("=", "documented", frozenset({"reported"})),
    "reported": Standing("~", "reported", frozenset({"documented", "party-claim"})),
    "party-claim": Standing('"', "party-claim", frozenset({"reported"})),
    "disputed": Standing("≠", "disputed", frozenset({"no-support"})),
    "opinion": Standing("o", "opinion", frozenset()),
    "unverified": Standing("?", "no-support", frozenset({"disputed"})),
    "contradicted": Standing("x", "no-support", frozenset({"disputed"})),
}
BUCKETS: Final[tuple[Bucket, ...]] = (
    "documented",
    "reported",
    "party-claim",
    "disputed",
    "opinion",
    "no-support",
)
ASSERTED: Final[frozenset[Status]] = frozenset({"disputed", "opinion", "unverified", "contradicted"})
"""The statuses that grade an assertion rather than the claim's own sentence."""


class Source(Part):
    """Where a claim can be checked."""

    publisher: Line
    title: Line
    date: Date | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)]


class Claim(Worded):
    """One fact of the case: a sentence true as worded, and perhaps an assertion that its status grades."""

    text: Text
    assertion: Text | None = None
    said_by: Text | None = None
    status: Status
    date: Date | None = None
    note: Text | None = None
    asked: Text | None = None
    """Questions in learners' words that it is the first answer to."""
    in_article: Flag = False
    article_says: Text | None = None
    article_status: Status | None = None
    see_also: tuple[Slug, ...] = ()
    changed: Date | None = None
    sources: tuple[Source, ...] = Field(default=())

    @property
    def standing(self) -> Standing:
        """How its status is shown and sorted."""
        return STANDINGS[self.status]
