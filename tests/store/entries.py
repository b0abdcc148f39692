"""What a learner may have kept: any entries, of one or of several machines."""

import json
from collections.abc import Sequence
from uuid import UUID, uuid5

from hypothesis import strategies as st

from casebot.model.attempt import Appeal, Attempt, Entry, Note, Position
from casebot.model.response import clean

SESSIONS = tuple(str(uuid5(UUID(int=0), str(number))) for number in range(4))
DILEMMAS = ("small/blame", "small/toll")
_texts = st.text(max_size=30).map(clean)
_moments = st.integers(0, 3).map(lambda minute: f"2026-11-22T12:0{minute}:00.000Z")


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry, whose id follows from its session and number: the same id is the same entry on every machine."""
    session, number = draw(st.sampled_from(SESSIONS)), draw(st.integers(0, 20))
    name = str(uuid5(UUID(session), str(number)))
    seeded = st.shared(_contents(), key=name)
    values = draw(seeded) | {"session": session}
    match number % 4:
        case 0:
            kept = {"dilemma", "when", "at", "lang", "value", "reason", "session"}
            return Position.model_validate({"id": name, "learner": "ada"} | _of(values, kept))
        case 1:
            kept = {"about", "at", "lang", "text", "session"}
            return Note.model_validate({"id": name, "learner": "ada"} | _of(values, kept))
        case 2:
            kept = {"attempt", "item", "at", "lang", "response", "session"}
            return Appeal.model_validate({"id": name, "learner": "ada"} | _of(values, kept))
        case _:
            left = {"dilemma", "when", "value", "reason", "about", "text"}
            kept = set(values) - left
            return Attempt.model_validate(_of(values, kept) | {"attempt": name, "learner": "ada"})


def _of(values: dict[str, object], kept: set[str]) -> dict[str, object]:
    return {key: value for key, value in values.items() if key in kept}


def _contents() -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {
            "attempt": _texts,
            "case": st.sampled_from(("small", "other")),
            "item": st.sampled_from(("small/bank/year", "gone/bank/item")),
            "objective": st.none() | _texts,
            "phase": st.sampled_from(("pre", "lesson", "quiz", "review", "ahead", "retest", "test-out")),
            "at": _moments,
            "day": st.dates().map(lambda day: day.isoformat()),
            "lang": st.sampled_from(("en", "fr")),
            "response": _texts,
            "verdict": st.sampled_from(("correct", "close", "partial", "incorrect")),
            "score": st.floats(0, 1),
            "credit": st.floats(0, 1),
            "certainty": st.sampled_from((None, 1, 2, 3)),
            "try": st.integers(1, 5),
            "hints": st.integers(0, 5),
            "ms": st.integers(0, 86_400_000),
            "tags": st.lists(st.sampled_from(("a", "b-c")), max_size=2).map(tuple),
            "fingerprint": st.sampled_from(("0123456789ab", "")),
            "dilemma": st.sampled_from(DILEMMAS),
            "when": st.sampled_from(("before", "after")),
            "value": st.integers(0, 100),
            "reason": _texts,
            "about": st.sampled_from(("dilemma:small/toll/fact", "dilemma:small/blame/moved", "small/claim")),
            "text": _texts,
        }
    )


def lines(listed: Sequence[Entry]) -> bytes:
    """A file of these entries."""
    return "".join(json.dumps(json.loads(each.model_dump_json())) + "\n" for each in listed).encode()
