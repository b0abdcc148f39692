"""How is it said what is stored, and where?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casebot.documents.voice import Voice
from casebot.model.attempt import Entry
from casebot.store.inventory import Inventory, Kept, Stored
from casebot.store.transfer import count

TYPES = {"attempt": "attempts", "appeal": "appeals", "note": "notes", "position": "positions"}
"""The type of an entry -> the word for several."""


class Place(NamedTuple):
    """A folder with cases, by their ids."""

    folder: str
    shipped: bool
    cases: tuple[str, ...]


def listed(entries: Sequence[Entry], voice: Voice) -> str:
    """How many entries of each kind there are, in one phrase; answers are told even where there are none."""
    counts = count(entries)
    told = [voice.say(f"where.{many}", n=counts[one]) for one, many in TYPES.items() if counts[one] or one == "attempt"]
    return ", ".join(told)


def as_rows(found: Inventory, places: Sequence[Place], voice: Voice) -> Iterator[str]:
    """A heading for each kind of thing, and below it a row a file."""
    if not found.gradebooks:
        yield voice.say("where.nothing")
    for book in found.gradebooks:
        yield from _gradebook(book, voice)
    for key, files in (("settings", found.settings), ("report", found.reports)):
        if files:
            yield voice.say(f"where.{key}")
            yield from (_file(each, voice) for each in files)
    for place in places:
        yield voice.say("where.shipped" if place.shipped else "where.place")
        yield f"  {place.folder}  {voice.say('where.cases', n=len(place.cases), names=', '.join(place.cases))}".rstrip()


def _gradebook(book: Kept, voice: Voice) -> Iterator[str]:
    yield voice.say("where.gradebook", learner=_name(book))
    yield _file(book.stored, voice)
    if book.trouble is None:
        yield "  " + ", ".join(voice.say(f"where.{kind}", n=n) for kind, n in book.counts.items())
    else:
        yield "  " + voice.say(f"error.{book.trouble}", file=book.stored.file, why="")
    if book.aside:
        yield "  " + voice.say("where.aside")
    yield from (f"  {voice.say('where.copy')}{_file(each, voice)}" for each in book.copies)


def _name(book: Kept) -> str:
    return ", ".join(book.learners) or book.stored.file.stem.removeprefix("gradebook-")


def _file(stored: Stored, voice: Voice) -> str:
    size = voice.say("where.gone") if stored.size is None else voice.say("where.size", n=-(-stored.size // 1000))
    return f"  {stored.file}  {size}"


def as_json(found: Inventory, places: Sequence[Place]) -> dict[str, object]:
    """The same as data; sizes in bytes, null where a file is no longer there."""
    return {
        "gradebooks": [
            {
                "learners": list(book.learners),
                **_as_json(book.stored),
                **book.counts,
                "aside": book.aside,
                "trouble": book.trouble,
            }
            | {"copies": [_as_json(each) for each in book.copies]}
            for book in found.gradebooks
        ],
        "settings": [_as_json(each) for each in found.settings],
        "reports": [_as_json(each) for each in found.reports],
        "places": [place._asdict() for place in places],
    }


def _as_json(stored: Stored) -> dict[str, object]:
    return {"file": str(stored.file), "bytes": stored.size}
