"""Which tables may stand in the files authors write, and how is each read?"""

import re
from typing import Final, Literal

from pydantic import TypeAdapter

from casebot.content.shape import Shape
from casebot.model.bank import BankHead, Policy
from casebot.model.case import CaseHead, LessonEntry, Objective, Scenario, Term
from casebot.model.claim import Claim
from casebot.model.dilemma import Dilemma
from casebot.model.figure import Event, Series
from casebot.model.item import (
    AnyItem,
    Cloze,
    Evidence,
    Free,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Short,
    Single,
    TrueFalse,
)
from casebot.model.lesson import (
    AnyStep,
    AskStep,
    DilemmaStep,
    FigureStep,
    LessonHead,
    PageStep,
    SortStep,
    TalkStep,
)

Form = Literal["one", "named", "listed", "either"]
SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def slug_or(name: str, otherwise: str) -> str:
    """`name` where it may be an id, else `otherwise`."""
    return name if SLUG.fullmatch(name) else otherwise


CASE_HEAD: Final = Shape(TypeAdapter(CaseHead), {"": CaseHead})
LESSON_ENTRY: Final = Shape(TypeAdapter(LessonEntry), {"": LessonEntry})
LESSON_HEAD: Final = Shape(TypeAdapter(LessonHead), {"": LessonHead})
OBJECTIVE: Final = Shape(TypeAdapter(Objective), {"": Objective})
CLAIM: Final = Shape(TypeAdapter(Claim), {"": Claim})
SERIES: Final = Shape(TypeAdapter(Series), {"": Series})
EVENT: Final = Shape(TypeAdapter(Event), {"": Event})
SCENARIO: Final = Shape(TypeAdapter(Scenario), {"": Scenario})
TERM: Final = Shape(TypeAdapter(Term), {"": Term})
DILEMMA: Final = Shape(TypeAdapter(Dilemma), {"": Dilemma})
STEP: Final = Shape[AnyStep](
    TypeAdapter(AnyStep),
    {
        "page": PageStep,
        "figure": FigureStep,
        "ask": AskStep,
        "sort": SortStep,
        "talk": TalkStep,
        "dilemma": DilemmaStep,
    },
)
BANK_HEAD: Final = Shape(TypeAdapter(BankHead), {"": BankHead})
POLICY: Final = Shape(TypeAdapter(Policy), {"": Policy})
ITEM: Final = Shape[Item](
    TypeAdapter(AnyItem),
    {
        "single": Single,
        "multiple": Multiple,
        "true-false": TrueFalse,
        "short": Short,
        "numeric": Numeric,
        "cloze": Cloze,
        "order": Order,
        "match": Match,
        "free": Free,
        "evidence": Evidence,
    },
)
CASE_TABLES: Final[dict[str, Form]] = {
    "case": "one",
    "lesson": "either",
    "objective": "named",
    "claim": "named",
    "series": "named",
    "timeline": "listed",
    "scenario": "named",
    "term": "named",
    "dilemma": "named",
    "step": "named",
}
BANK_TABLES: Final[dict[str, Form]] = {"bank": "one", "policy": "one", "q": "named"}
