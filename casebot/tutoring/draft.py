"""How is a reply put together, move by move? Mutable only inside one call of `respond`."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from casebot.grading.verdict import Reason
from casebot.model.attempt import Entry
from casebot.model.bank import Policy
from casebot.model.item import Item
from casebot.model.text import Part
from casebot.tutoring.book import Book
from casebot.tutoring.expectation import expectation
from casebot.tutoring.plan import Planned, find, item_name, plan
from casebot.tutoring.state import Asking, State
from casebot.tutoring.turns import Arg, Reply, Role, Turn

DAY_BEGINS = timedelta(hours=4)


class Open(NamedTuple):
    """The open question: its full name, the item, how far it is, the step that asks it, and its bank's policy."""

    name: str
    item: Item
    asking: Asking
    planned: Planned
    policy: Policy


class Draft:
    """The state as it changes, with the turns said and the rows to store."""

    def __init__(self, state: State, book: Book, now: datetime) -> None:
        """`now` is an aware time in the learner's zone."""
        self.state = state
        self.book = book
        self.now = now
        self.turns: list[Turn] = []
        self.entries: list[Entry] = []
        self.leave = False

    @property
    def at(self) -> str:
        """Now, in UTC and ISO form to the millisecond."""
        return self.now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @property
    def day(self) -> str:
        """The learner's day, which begins at four in the morning."""
        return (self.now - DAY_BEGINS).date().isoformat()

    def say(self, role: Role, key: str, reasons: tuple[Reason, ...] = (), **args: Arg) -> None:
        """Adds a turn."""
        self.turns.append(Turn(role=role, key=key, args=args, reasons=reasons))

    def confide(self, role: Role, key: str, **args: Arg) -> None:
        """Adds a turn that tells of a position: it is not kept where positions are not."""
        self.turns.append(Turn(role=role, key=key, args=args, fleeting=not self.state.keep_positions))

    def change(self, **changes: object) -> None:
        """Changes the state. Raises AttributeError for a field that it does not have."""
        self.state = self.state.model_copy(update=_fields_of(State, changes))

    def ask(self, **changes: object) -> None:
        """Changes the open question. Raises AttributeError for a field that it does not have."""
        if self.state.asking is not None:
            self.change(asking=self.state.asking.model_copy(update=_fields_of(Asking, changes)))

    def new_id(self) -> str:
        """The id of the next row: uuid5 of the session and how many rows there were."""
        self.change(seq=self.state.seq + 1)
        return str(uuid5(UUID(self.state.session), str(self.state.seq)))

    def planned(self) -> Planned | None:
        """The step the session stands at."""
        return find(plan(self.state, self.book), self.state.step)

    def open_item(self) -> Open | None:
        """The open question, while the session stands at it."""
        planned = self.planned()
        name = item_name(self.state, planned) if planned else None
        item = self.book.item(name) if name else None
        asking = self.state.asking
        if planned is None or name is None or item is None or asking is None or self.state.waiting:
            return None
        return Open(name, item, asking, planned, self.book.policy(name)) if asking.step == planned.id else None

    def reply(self) -> Reply:
        """What has come together."""
        expects = expectation(self.state, self.book)
        return Reply(tuple(self.turns), expects, tuple(self.entries), leave=self.leave)


def _fields_of(model: type[Part], changes: Mapping[str, object]) -> dict[str, object]:
    unknown = changes.keys() - model.model_fields.keys()
    if unknown:
        raise AttributeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    return dict(changes)


def elapsed(since: str, now: datetime) -> int:
    """Milliseconds from an ISO time to now, at least 0 (clocks go backwards), at most a day."""
    passed = now - datetime.fromisoformat(since)
    return max(0, min(86_400_000, int(passed.total_seconds() * 1000)))
