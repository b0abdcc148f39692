"""A first try to change for a test."""

from casebot.model.attempt import Attempt

_PARTS: dict[str, object] = {
    "attempt": "00000000-0000-0000-0000-000000000000",
    "learner": "a",
    "session": "s",
    "case": "case",
    "item": "case/bank/item",
    "objective": "know",
    "phase": "lesson",
    "at": "",
    "day": "2026-03-02",
    "lang": "en",
    "response": "x",
    "verdict": "correct",
    "score": 1.0,
    "credit": 1.0,
    "certainty": None,
    "try": 1,
    "hints": 0,
    "ms": 1000,
    "tags": (),
    "fingerprint": "f",
}


def tried(**parts: object) -> Attempt:
    """A right first try of `case/bank/item`, with these parts changed; its time is noon of its day."""
    made = _PARTS | {("try" if key == "try_" else key): value for key, value in parts.items()}
    return Attempt.model_validate(made | {"at": made["at"] or f"{made['day']}T12:00:00.000Z"})
