"""What names a part of an item, and what tells that the item's meaning has changed?"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable

from casebot.model.item import (
    Cloze,
    Entry,
    Evidence,
    Free,
    Item,
    Match,
    Multiple,
    Numeric,
    Option,
    Order,
    Short,
    Single,
    TrueFalse,
)
from casebot.model.text import ByLanguage, Text

LETTERS = "abcdefgh"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str, fallback: str) -> str:
    """The letters and digits of `text`, lower case without accents, joined by hyphens; `fallback` if none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")[:60].rstrip("-") or fallback


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(result)


def _first(text: Text) -> str:
    return next(iter(text.root.values()))


def entry_ids(entries: Iterable[Option | Entry]) -> tuple[str, ...]:
    """The id of each option or entry: its own, or a slug of its first text; repeated names get -2, -3 ..."""
    return _unique(
        entry.id or slug(_first(entry.text), LETTERS[place % len(LETTERS)]) for place, entry in enumerate(entries)
    )


def left_ids(item: Match) -> tuple[str, ...]:
    """The ids of the left sides of a match, in the author's order."""
    return _unique(slug(_first(pair.left), LETTERS[place]) for place, pair in enumerate(item.pairs))


def right_ids(item: Match) -> tuple[str, ...]:
    """The ids of the right sides of a match, in the author's order."""
    return _unique(slug(_first(pair.right), LETTERS[place]) for place, pair in enumerate(item.pairs))


def _letters(text: Text | None) -> list[str]:
    if text is None:
        return []
    return sorted("".join(char for char in value.casefold() if char.isalnum()) for value in text.root.values())


def _plain(value: ByLanguage[tuple[str, ...]]) -> dict[str, list[str]]:
    return {language: sorted(words) for language, words in value.each()}


def _key(item: Item) -> object:
    match item:
        case Single() | Multiple():
            return sorted(
                name for name, option in zip(entry_ids(item.options), item.options, strict=True) if option.right
            )
        case TrueFalse():
            return item.answer
        case Short():
            return [_plain(item.accept), item.mode, item.need]
        case Numeric():
            unit = dict(item.unit.each()) if item.unit else None
            return [item.answer, str(item.tolerance), unit]
        case Cloze():
            return {name: _plain(words) for name, words in item.blanks.items()}
        case Order():
            return entry_ids(item.items)
        case Match():
            return list(zip(left_ids(item), right_ids(item), strict=True))
        case Free():
            return [point.id for point in item.keypoints]
        case Evidence():
            return [item.claim, item.answer]


def fingerprint(item: Item) -> str:
    """12 hex digits of SHA-256 over kind, key and the letters and digits of the stem: they change with the meaning."""
    meaning = json.dumps([item.kind, _key(item), _letters(item.text)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(meaning.encode("utf-8", "replace")).hexdigest()[:12]
