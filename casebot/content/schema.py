"""What may stand in a file, as a JSON Schema that editors read?"""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from casebot.model.bank import BankHead, Policy
from casebot.model.case import CaseHead, LessonEntry, Objective, Scenario, Term
from casebot.model.claim import Claim
from casebot.model.dilemma import Dilemma
from casebot.model.figure import Event, Series
from casebot.model.item import AnyItem
from casebot.model.lesson import AnyStep, LessonHead


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BankFile(_File):
    """A question bank."""

    bank: BankHead
    policy: Policy | None = None
    q: dict[str, AnyItem] = Field(default_factory=dict)


class CaseFile(_File):
    """A file of a case: its head and lessons, or its facts; each table may stand in any file."""

    case: CaseHead | None = None
    lesson: list[LessonEntry] = Field(default_factory=list)
    objective: dict[str, Objective] = Field(default_factory=dict)
    claim: dict[str, Claim] = Field(default_factory=dict)
    series: dict[str, Series] = Field(default_factory=dict)
    timeline: list[Event] = Field(default_factory=list)
    scenario: dict[str, Scenario] = Field(default_factory=dict)
    term: dict[str, Term] = Field(default_factory=dict)


class LessonFile(_File):
    """A lesson with its steps."""

    lesson: LessonHead
    step: dict[str, AnyStep] = Field(default_factory=dict)


class DilemmasFile(_File):
    """The dilemmas of a case."""

    dilemma: dict[str, Dilemma] = Field(default_factory=dict)


FILES: Final[dict[str, type[BaseModel]]] = {
    "bank": BankFile,
    "case": CaseFile,
    "lesson": LessonFile,
    "dilemmas": DilemmasFile,
}


def schema(file: str) -> dict[str, object]:
    """The JSON Schema of a kind of file (a key of `FILES`), its descriptions from the models. Raises KeyError."""
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | FILES[file].model_json_schema()
