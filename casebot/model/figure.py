"""What is drawn: series of figures and the events of a timeline."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from casebot.model.text import Date, Line, Number, Part, Slug, Text

Chart = Literal["bar", "line", "steps", "points"]
PointKind = Literal["filed", "reported", "party", "estimate", "computed", "forecast"]


class Point(Part):
    """One figure: at a date or under a name, with how well it is known."""

    at: Date | None = None
    name: Text | None = None
    value: Number
    label: Text | None = None
    kind: PointKind
    source: Line | None = None

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if self.at is None and self.name is None:
            raise PydanticCustomError("missing", "a point needs a date or a name")
        return self


class Series(Part):
    """Figures that belong together; points are joined only where `chart` is "line" or "steps"."""

    title: Text
    unit: Text
    chart: Chart
    decimals: int | None = Field(default=None, ge=0, le=4)
    """Digits behind the point of every value, as prices have; where it is not given, as many as the value has."""
    note: Text | None = None
    points: tuple[Point, ...] = Field(min_length=1)


class Event(Part):
    """One dated entry of the timeline."""

    date: Date
    lesson: Slug | None = None
    text: Text
    claims: tuple[Slug, ...] = ()
