"""A learner's answers to the small case, over three days, and the record they make."""

from datetime import date

from casebot.model.attempt import Attempt, Position
from casebot.model.case import Case
from casebot.model.identity import fingerprint
from casebot.progress.record import Record, record_of
from casebot.progress.schedule import due
from tests.progress.tries import tried

TODAY = date(2026, 3, 5)
BEGUN = frozenset({"small/first"})
POSITION = Position(
    id="p",
    learner="ada",
    session="s",
    dilemma="small/warn",
    when="before",
    at="",
    lang="en",
    value=40,
    reason="<b>fair</b>",
)


def prints(small: Case) -> dict[str, str]:
    """The fingerprint of every item of the small case."""
    return {f"small/bank/{name}": fingerprint(item) for name, item in small.banks["bank"].items.items()}


def answer(small: Case, item: str, **parts: object) -> Attempt:
    """An answer to an item of the small case's bank."""
    found = small.banks["bank"].items[item]
    usual: dict[str, object] = {
        "case": "small",
        "item": f"small/bank/{item}",
        "objective": found.objective,
        "fingerprint": fingerprint(found),
        "attempt": f"{item}-{parts.get('day', '2026-03-02')}-{parts.get('try_', 1)}",
    }
    return tried(**usual | parts)


def answers(small: Case) -> list[Attempt]:
    """Three days of answers: right, wrong, sure and not."""
    wrong: dict[str, object] = {"verdict": "incorrect", "score": 0.0, "credit": 0.0}
    return [
        answer(small, "year", response="2018", certainty=3, tags=("fall-for-closing",), phase="pre", **wrong),
        answer(small, "year", response="2019", certainty=3),
        answer(small, "cause", response="cuts", certainty=3, tags=("sabotage",), **wrong),
        answer(small, "cause", response="rust", try_=2, credit=0.5),
        answer(small, "city", response="City Gazete", verdict="close", certainty=2),
        answer(
            small, "cause", response="cuts", certainty=3, tags=("sabotage",), day="2026-03-03", phase="review", **wrong
        ),
        answer(
            small, "signs", response="closing", verdict="partial", score=0.5, credit=0.5, certainty=1, day="2026-03-03"
        ),
        answer(small, "cause", response="ice", certainty=3, day="2026-03-04", phase="review", **wrong),
        answer(small, "closed", response="", day="2026-03-04", **wrong),
    ]


def record(
    small: Case, attempts: list[Attempt] | None = None, *, positions: tuple[Position, ...] = (), reader: str = ""
) -> Record:
    """The record of these answers, as of the day after the last of them."""
    given = answers(small) if attempts is None else attempts
    listed = due(given, prints(small), TODAY)
    return record_of(given, {"small": small}, BEGUN if given else frozenset(), listed, positions, TODAY, reader)
