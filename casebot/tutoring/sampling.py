"""Which five questions tell whether a lesson need not be taken?"""

from typing import Final

from casebot.model.case import Case
from casebot.model.item import Free
from casebot.tutoring.chance import shuffled

MOST: Final = 5


def test_out(case: Case, lesson: str, seed: int) -> tuple[str, ...]:
    """Full names of at most five items of a lesson's banks: one of each objective in turn, drawn by the seed.

    Open questions are left out: they are dialogues, not tests.
    """
    found = {
        f"{case.head.id}/{bank.id}/{name}": item.objective or ""
        for bank in case.banks.values()
        if bank.head.lesson == lesson
        for name, item in bank.items.items()
        if not isinstance(item, Free)
    }
    drawn = shuffled(tuple(found), seed, lesson)
    by_objective: dict[str, list[str]] = {}
    for name in drawn:
        by_objective.setdefault(found[name], []).append(name)
    chosen: list[str] = []
    while len(chosen) < MOST and any(by_objective.values()):
        chosen += [names.pop(0) for names in by_objective.values() if names]
    return tuple(chosen[:MOST])
