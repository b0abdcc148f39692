"""Which words are derived from one another?"""

from functools import lru_cache
from typing import Final

_ENDINGS: Final = tuple(
    sorted(
        "ization isation izer iser ize ise ations ation ative atif ators ator ateurs ateur atrices atrice ate orate "
        "ions ion ors or eurs eur euses euse ers er ive ifs if ivement ments ement ment "
        "ees ee es e ances ance ences ence ship ness ly ing ed re ir ant ants".split(),
        key=len,
        reverse=True,
    )
)
"""Endings that make nouns, adverbs, persons and participles of verbs, in both languages, longest first, no accents.

Those that make one noun or adjective of another are left out: they join public and publicité, parti and partial.
"""
_STEM: Final = 5
"""Letters that a stem has at least: below that, endings merge words that have nothing to do with one another."""


@lru_cache(maxsize=16_384)
def family(lemma: str) -> str:
    """What the words of one family begin with: moderate, moderator and modération all give moder.

    `lemma` is a dictionary form without accents. A word that has no such ending, or would keep fewer than five letters,
    is its own family. Stems merge a few strangers (general, generation): use it only where another word must be heard
    too.
    """
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _STEM:
            return lemma[: -len(ending)]
    return lemma
