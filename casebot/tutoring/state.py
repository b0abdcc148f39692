"""Where does a conversation stand?"""

from typing import Literal

from pydantic import Field, ValidationError

from casebot.grading.verdict import Grade
from casebot.model.attempt import Phase
from casebot.model.text import Part
from casebot.tutoring.weighing import Weighing

Run = Literal["lesson", "quiz", "review", "ahead", "test-out", "dilemma", "ask"]


class Pending(Part):
    """A response that has been judged and waits for its certainty; `ms` were needed for it, in language `lang`."""

    response: str
    grade: Grade
    lang: str
    ms: int


class Talk(Part):
    """A dialogue on an open question: what the learner said, which points that made, and how far they were helped."""

    said: tuple[str, ...] = ()
    stored: int = 0
    """How many of those are stored: up to the first answer, once there is one."""
    made: tuple[str, ...] = ()
    quoted: dict[str, str] = Field(default_factory=dict)
    """The learner's words that made each point."""
    told: tuple[str, ...] = ()
    helped: str = ""
    """The point that was helped last."""
    rung: int = 0
    """How far that help went: 0 asked for more, 1 a hint, 2 a prompt, 3 told."""
    helps: int = 0
    """Hints, prompts and tellings so far."""
    ideas: tuple[str, ...] = ()
    """The misconceptions that were answered."""
    tags: tuple[str, ...] = ()


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
    talk: Talk | None = None
    sure: bool = False
    """Whether the first try was wrong though the learner was sure."""
    begun: str = ""
    """A typed answer that was taken back before its verdict, to go on with."""


class Credit(Part):
    """The best credit (0 to 1) an item has earned in this session, in the phase that counts."""

    item: str
    credit: float


class Held(Part):
    """An answer given before the text, whose verdict waits."""

    item: str
    response: str
    score: float


class Placed(Part):
    """Into which bucket a statement of a sort was put; "" where it was skipped."""

    item: str
    bucket: str


class Put(Part):
    """What was last put to the case: the questions that led to it, a line each, and the claims found."""

    text: str
    claims: tuple[str, ...] = ()


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
    reader: str = ""
    """A name that decides in which order the sides of a dilemma are read; it stays when the learner is renamed."""
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
    preview: bool = False
    """Whether an author looks at a bank, so that nothing is kept when the session is left."""
    seed: int
    seq: int = 0
    """How many rows have been stored: the n-th row's id is uuid5(session, n)."""
    step: str = ""
    done: tuple[str, ...] = ()
    asking: Asking | None = None
    waiting: Literal["", "verdict", "correction"] = ""
    credits: tuple[Credit, ...] = ()
    held: tuple[Held, ...] = ()
    placed: tuple[Placed, ...] = ()
    judged: Judged | None = None
    put: Put | None = None
    weighing: Weighing | None = None
    """The dilemma that is being weighed; None again when it is done."""
    owed: tuple[str, ...] = ()
    """Full names of the items that come back at the end, having been answered wrong with confidence."""
    changed: tuple[str, ...] = ()
    """Full names of the items of a review whose meaning has changed since they were answered."""
    later: int = 0
    """How many items are due beyond this review."""
    finished: bool = False
    version: Literal[1] = 1


def read_state(text: str) -> State | None:
    """A state from its JSON; None where another version wrote what this one does not know."""
    try:
        return State.model_validate_json(text)
    except ValidationError:
        return None
