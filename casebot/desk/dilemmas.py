"""Which dilemmas are there, and where did the learner stand on each?"""

from collections.abc import Mapping
from typing import NamedTuple

from casebot.model.case import Case
from casebot.progress.stances import Stance
from casebot.store.gradebook import Gradebook
from casebot.tutoring.sides import Sides, read_by


class DilemmaLine(NamedTuple):
    """A dilemma by its case and its id, its sides as the learner reads them, and what they said of it, if anything.

    `begun` is whether a session of its own is open.
    """

    case: str
    id: str
    sides: Sides
    stance: Stance | None
    begun: bool

    @property
    def name(self) -> str:
        """`case/dilemma`."""
        return f"{self.case}/{self.id}"


def dilemma_lines(name: str, case: Case, stances: Mapping[str, Stance], gradebook: Gradebook) -> list[DilemmaLine]:
    """The dilemmas of a case, in its order. Raises StoreError."""
    begun = {(row.case_id, row.target) for row in gradebook.sessions() if row.run == "dilemma" and not row.finished}
    reader = gradebook.reader()
    return [
        DilemmaLine(
            name,
            each,
            read_by(reader, f"{name}/{each}", dilemma),
            stances.get(f"{name}/{each}"),
            (name, each) in begun,
        )
        for each, dilemma in case.dilemmas.items()
    ]
