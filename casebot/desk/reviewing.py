"""What comes back, and when? The schedule of the learner's items, worked out from the gradebook and the cases."""

from collections.abc import Iterable, Sequence
from datetime import date

from casebot.model.attempt import Attempt, Entry
from casebot.model.case import Case
from casebot.model.identity import fingerprint
from casebot.progress.schedule import Due, due
from casebot.store.gradebook import DueRow, Gradebook
from casebot.tutoring.book import Book


def fingerprints(cases: Iterable[Case]) -> dict[str, str]:
    """The fingerprint of every item of the cases, by its full name."""
    return {
        f"{case.head.id}/{bank.id}/{name}": fingerprint(item)
        for case in cases
        for bank in case.banks.values()
        for name, item in bank.items.items()
    }


def rows(listed: Iterable[Due], attempts: Iterable[Attempt]) -> list[DueRow]:
    """What is kept of the schedule, with the day of each item's last answer."""
    since = {each.item: each.day for each in attempts}
    return [DueRow(each.item, each.day.isoformat(), each.why, since[each.item]) for each in listed]


def after(entries: Sequence[Entry], gradebook: Gradebook, book: Book, today: date) -> list[DueRow]:
    """When the items that have just been answered come back."""
    answered = [entry for entry in entries if isinstance(entry, Attempt)]
    names = {entry.item for entry in answered}
    if not names:
        return []
    known = {name: fingerprint(item) for name in names if (item := book.item(name)) is not None}
    attempts = [*gradebook.attempts_of(names), *answered]
    return rows(due(attempts, known, today), attempts)
