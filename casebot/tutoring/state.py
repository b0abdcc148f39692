"""Where does a conversation stand?"""

from typing import Literal

from pydantic import ValidationError

from casebot.grading.verdict import Grade
from casebot.model.attempt import Phase
from casebot.model.text import Part
from casebot.tutoring.weighing import Weighing

Run = Literal["lesson", "quiz", "review", "ahead", "test-out", "dilemma"]


class Pending(Part):
    """A response that has been judged and waits for its certainty; `ms` were needed for it, in language `lang`."""

    response: str
    grade: Grade
    lang: str
    ms: int


class Asking(Part):
    """The question that is open. Times are UTC in ISO form."""

    step: str
    since: str
    tries: int = 0
    rungs: int = 0
    """Rungs of the ladder seen so far."""
    asked: int = 0
    """Rungs asked for since the last try: each takes 0.2 from the factor of the next."""
    struck: tuple[str, ...] = ()
    last: str = ""
    """The last wrong response."""
    offered: bool = False
    """Whether the learner has been told that /skip shows the answer."""
    pending: Pending | None = None


class Credit(Part):
    """The best credit (0 to 1) an item has earned in this session, in the phase that counts."""

    item: str
    credit: float


class Held(Part):
    """An answer given before the text, whose verdict waits."""

    item: str
    response: str
    score: float


class Judged(Part):
    """The answer judged last, as it was judged: what /why, /source and /appeal are about."""

    item: str
    attempt: str
    response: str
    phase: Phase
    grade: Grade
    appealed: bool = False


class State(Part):
    """All that a conversation remembers between two moves. `seed` decides every order and wording."""

    session: str
    learner: str
    case: str
    run: Run
    target: str
    """The lesson's id, the full name of a bank, or the dilemma's id."""
    items: tuple[str, ...] = ()
    """Full names of the items, for a run that is not a lesson."""
    lang: str
    certainty: bool = True
    keep_positions: bool = True
    """Whether positions on dilemmas, and what is written there, go into the gradebook."""
    seed: int
    seq: int = 0
    """How many rows have been stored: the n-th row's id is uuid5(session, n)."""
    step: str = ""
    done: tuple[str, ...] = ()
    asking: Asking | None = None
    waiting: Literal["", "verdict"] = ""
    credits: tuple[Credit, ...] = ()
    held: tuple[Held, ...] = ()
    judged: Judged | None = None
    weighing: Weighing | None = None
    """The dilemma that is being weighed; None again when it is done."""
    finished: bool = False
    version: Literal[1] = 1


def read_state(text: str) -> State | None:
    """A state from its JSON; None where another version wrote what this one does not know."""
    try:
        return State.model_validate_json(text)
    except ValidationError:
        return None
