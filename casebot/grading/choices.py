"""Which of the options does a typed or chosen response mean?"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from casebot.grading.normalise import fold, normalise
from casebot.model.claim import BUCKETS
from casebot.model.identity import LETTERS, entry_ids
from casebot.model.item import Evidence, Item, Multiple, Order, Single, TrueFalse

_SEPARATORS: Final = re.compile(r"\s*(?:[,;>/+&]|->|\bet\b|\band\b|\bpuis\b|\bthen\b|\s)\s*")
_LABEL: Final = re.compile(r"[a-h1-8]")


class Choice(NamedTuple):
    """An option by its id, with its texts in all languages."""

    id: str
    texts: tuple[str, ...] = ()


def choices(item: Item) -> tuple[Choice, ...]:
    """The options of an item in the author's order; empty for kinds that are typed."""
    match item:
        case Single() | Multiple():
            names = zip(entry_ids(item.options), item.options, strict=True)
            return tuple(Choice(name, tuple(option.text.root.values())) for name, option in names)
        case Order():
            names_ = zip(entry_ids(item.items), item.items, strict=True)
            return tuple(Choice(name, tuple(entry.text.root.values())) for name, entry in names_)
        case TrueFalse():
            return (Choice("true"), Choice("false"))
        case Evidence():
            return tuple(Choice(bucket) for bucket in BUCKETS)
        case _:
            return ()


def choose_one(response: str, options: Sequence[Choice], names: Mapping[str, str]) -> str | None:
    """The id that a response means: an option's text, its id, its letter or number as shown, or one of `names`."""
    plain = fold(normalise(response))
    for option in options:
        if plain in {fold(normalise(text)) for text in option.texts} or plain == fold(option.id):
            return option.id
    if plain in names and any(option.id == names[plain] for option in options):
        return names[plain]
    return _labelled(plain, options)


def _labelled(plain: str, options: Sequence[Choice]) -> str | None:
    if not _LABEL.fullmatch(plain):
        return None
    place = LETTERS.index(plain) if plain in LETTERS else int(plain) - 1
    return options[place].id if place < len(options) else None


def choose_some(response: str, options: Sequence[Choice], names: Mapping[str, str]) -> tuple[str, ...] | None:
    """The ids that a response lists, in its order; None where a part of it names no option."""
    whole = choose_one(response, options, names)
    if whole is not None:
        return (whole,)
    plain = fold(normalise(response))
    parts = [part for part in re.split(r"\s*[,;>]\s*", plain) if part]
    found = [choose_one(part, options, names) for part in parts]
    if not parts or None in found:
        parts = [part for part in _SEPARATORS.split(plain) if part]
        if len(parts) == 1 and re.fullmatch(r"[a-h]+|[1-8]+", parts[0]):
            parts = list(parts[0])
        found = [choose_one(part, options, names) for part in parts]
    chosen = tuple(name for name in found if name is not None)
    return tuple(dict.fromkeys(chosen)) if parts and len(chosen) == len(found) else None
