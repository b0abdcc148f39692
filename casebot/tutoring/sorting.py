"""Which statements does a sort place, in what order, and where do they belong?"""

from typing import NamedTuple

from casebot.grading.arranged import bucket
from casebot.model.claim import Bucket
from casebot.model.item import Evidence
from casebot.model.lesson import SortStep, asked_items
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shuffled


class Place(NamedTuple):
    """Where a statement stands in its sort: the buckets it may go into, its number from 1, and how many there are."""

    buckets: tuple[Bucket, ...]
    number: int
    of: int


def belongs(book: Book, name: str) -> Bucket | None:
    """Where the statement of an evidence item belongs; None where item or claim is gone, or the kind is another."""
    item = book.item(name)
    case = book.cases.get(name.partition("/")[0])
    return bucket(item, case.claims) if isinstance(item, Evidence) and case is not None else None


def statements(book: Book, case: str, step: SortStep) -> tuple[str, ...]:
    """The full names of a sort's statements that exist and belong in one of its buckets, in the author's order."""
    names = (f"{case}/{item}" for item in asked_items(step))
    return tuple(name for name in names if belongs(book, name) in step.buckets)


def in_turn(book: Book, case: str, step_id: str, step: SortStep, seed: int) -> tuple[tuple[str, Place], ...]:
    """The statements of a sort in the order in which they are asked, each with its place."""
    names = shuffled(statements(book, case, step), seed, step_id)
    return tuple((name, Place(step.buckets, number, len(names))) for number, name in enumerate(names, start=1))
