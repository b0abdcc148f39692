"""In what order are things shown? By a hash of the session's seed, so that a replay shows the same."""

import hashlib
from collections.abc import Sequence

from casebot.grading.choices import Choice, choices
from casebot.model.identity import right_ids
from casebot.model.item import Evidence, Item, Match, Multiple, Order, Single


def rank(seed: int, *names: str) -> int:
    """A number that is random in its names and always the same for a seed."""
    digest = hashlib.sha256("\0".join((str(seed), *names)).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big")


def shuffled(names: Sequence[str], seed: int, about: str) -> tuple[str, ...]:
    """The names in an order that depends on the seed and on what they are about."""
    return tuple(sorted(names, key=lambda name: rank(seed, about, name)))


def shown_choices(name: str, item: Item, seed: int, among: Sequence[str] = ()) -> tuple[Choice, ...]:
    """The options of an item in the order shown; true and false, and the buckets of evidence, keep theirs.

    A sort offers its own buckets only: those `among` which its statements go.
    """
    options = {choice.id: choice for choice in choices(item)}
    if isinstance(item, Evidence) and among:
        return tuple(options[each] for each in dict.fromkeys(among))
    if not isinstance(item, Single | Multiple | Order):
        return tuple(options.values())
    order = shuffled(tuple(options), seed, name)
    if isinstance(item, Order) and order == tuple(options):
        order = (*order[1:], order[0])
    return tuple(options[each] for each in order)


def shown_rights(name: str, item: Match, seed: int) -> tuple[str, ...]:
    """The ids of a match's right sides in the order shown."""
    order = shuffled(right_ids(item), seed, name)
    return (*order[1:], order[0]) if order == right_ids(item) else order
