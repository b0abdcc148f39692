"""Which word of the case was meant by one that it does not hold?"""

from collections.abc import Set
from typing import Final

from casebot.grading.matching import Guard, typo
from casebot.lookup.index import Index
from casebot.lookup.terms import Word

_SHORTEST: Final = 4
_LONG: Final = 7
"""Letters of a word that may be wrong in two places."""
_STEM: Final = 6
"""Letters of a word that may be another form of one in the case."""
_ROOT: Final = 5
"""Letters that two forms of a word share at least."""
_ENDING: Final = 3
"""Letters in which they may differ at the end."""


def respelt(word: str, plain: str, language: str, index: Index) -> Word | None:
    """The word of the case that a misspelt word is nearest to, in its own language first; None for a real word."""
    if len(plain) < _SHORTEST or plain[0].isdigit() or index.lexicon.real(word, language):
        return None
    for tongue in sorted(index.letters, key=lambda each: each != language):
        guard = Guard(index.lexicon, tongue)
        near = [
            known
            for known in index.letters[tongue].get(plain[0], ())
            if len(known) >= _SHORTEST and _close(known, plain) and typo(known, plain, guard)
        ]
        if near:
            return index.vocabulary[tongue][min(near, key=lambda known: (-_shared(known, plain), known))]
    return None


def misspells(word: str, plain: str, others: Set[str], language: str, index: Index) -> bool:
    """Whether a word is none, but nearly one of these plain words."""
    if len(plain) < _SHORTEST or plain[0].isdigit() or index.lexicon.real(word, language):
        return False
    guard = Guard(index.lexicon, language)
    return any(
        len(other) >= _SHORTEST and other[0] == plain[0] and _close(other, plain) and typo(other, plain, guard)
        for other in others
    )


def _close(known: str, plain: str) -> bool:
    """Whether two words differ in one place, or longer ones in two letters; names are easily mistaken for words."""
    longer = max(len(known), len(plain))
    if abs(len(known) - len(plain)) > 2:
        return False
    return _shared(known, plain) >= longer - (1 if longer < _LONG else 2) or sorted(known) == sorted(plain)


def _shared(one: str, other: str) -> int:
    """Letters that two words share at their beginning and at their end."""
    return _run(one, other) + _run(one[::-1], other[::-1])


def _run(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def kin(plain: str, index: Index) -> list[Word]:
    """The words of the case with the same beginning, which may be other forms of a word that it does not hold."""
    if len(plain) < _STEM or not plain.isalpha():
        return []
    root = plain[: max(_ROOT, len(plain) - _ENDING)]
    return [
        index.vocabulary[tongue][known]
        for tongue, letters in index.letters.items()
        for known in letters.get(plain[0], ())
        if known.startswith(root) and abs(len(known) - len(plain)) <= _ENDING + 1
    ]
