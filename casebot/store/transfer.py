"""What is taken out of a gradebook, and brought into one? JSON lines or CSV out, JSON lines in."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TextIO

from casebot.model.attempt import Attempt, Entry, NoEntryError, entry_of, order_of, tells_position
from casebot.store import statements
from casebot.store.gradebook import Gradebook

COLUMNS: Final = tuple(field.alias or name for name, field in Attempt.model_fields.items())
"""The columns of a CSV: the keys of an attempt."""
_MARK: Final = "\ufeff"


class Taken(NamedTuple):
    """What is taken out, in order, and how many entries that tell positions are left out."""

    entries: tuple[Entry, ...]
    left_out: int


def take_out(book: Gradebook, *, positions: bool) -> Taken:
    """Everything a learner answered and said, the same order whichever machine it was kept on first.

    What tells positions is left out unless `positions` is true. Raises StoreError.
    """
    everything: list[Entry] = [*book.attempts(), *book.entries()]
    taken = [entry for entry in everything if positions or not tells_position(entry)]
    return Taken(tuple(sorted(taken, key=order_of)), len(everything) - len(taken))


def write_lines(entries: Iterable[Entry], out: TextIO) -> None:
    """Writes JSON lines: an entry a line, an attempt's keys in the order of `COLUMNS`."""
    out.writelines(entry.model_dump_json() + "\n" for entry in entries)


def write_table(entries: Iterable[Entry], out: TextIO) -> None:
    """Writes a CSV of the attempts: tags joined by `;`, null empty."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for entry in entries:
        if isinstance(entry, Attempt):
            values = entry.model_dump() | {"tags": ";".join(entry.tags)}
            table.writerow("" if values[name] is None else values[name] for name in COLUMNS)


class Slip(NamedTuple):
    """A line that was passed over: its number from 1, why, and the key or the learner that is the reason."""

    line: int
    code: Literal["broken", "foreign", "misfit", "other-learner"]
    what: str = ""


class Parcel(NamedTuple):
    """The entries of a file, and the lines of it that are none; `blank` where there was no line at all."""

    entries: tuple[tuple[int, Entry], ...]
    slips: tuple[Slip, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing stood in it, as in what an empty gradebook gives."""
        return not self.entries and not self.slips


def unpack(raw: bytes) -> Parcel:
    """Reads JSON lines; each line stands by itself, so that a broken one loses no other."""
    entries: list[tuple[int, Entry]] = []
    slips: list[Slip] = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            text = line.decode("utf-8").removeprefix(_MARK if number == 1 else "").strip()
            if text:
                entries.append((number, entry_of(json.loads(text, parse_constant=_refuse))))
        except NoEntryError as error:
            slips.append(Slip(number, "misfit" if error.key else "foreign", error.key))
        except (ValueError, RecursionError):
            slips.append(Slip(number, "broken"))
    return Parcel(tuple(entries), tuple(slips))


def _refuse(constant: str) -> float:
    """JSON has no NaN and no Infinity; Python's reader would take them."""
    raise ValueError(constant)


class Arrived(NamedTuple):
    """How many entries came in, how many were there already, and the lines that were passed over, in order."""

    new: int
    known: int
    slips: tuple[Slip, ...]


def bring_in(book: Gradebook, parcel: Parcel, learner: str) -> Arrived:
    """Keeps what a parcel has of the gradebook's own learner: doing it twice is doing it once.

    A gradebook is one person's: it takes what was written under `learner`, or under a name that stands in it already.
    Raises StoreError, and then nothing came in.
    """
    names = {learner, *_learners(book)}
    ours = [entry for _, entry in parcel.entries if entry.learner in names]
    others = [
        Slip(number, "other-learner", entry.learner) for number, entry in parcel.entries if entry.learner not in names
    ]
    new = book.add(ours)
    return Arrived(new, len(ours) - new, tuple(sorted((*parcel.slips, *others))))


def _learners(book: Gradebook) -> set[str]:
    with book.reading() as db:
        return {str(row[0]) for row in db.execute(statements.LEARNERS)}


def count(entries: Iterable[Entry]) -> Counter[str]:
    """How many entries there are of each type."""
    return Counter(entry.type for entry in entries)
