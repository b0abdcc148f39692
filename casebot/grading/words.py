"""What words does a text consist of, and which of them carry its meaning?"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.lexicon import Lexicon
from casebot.grading.normalise import fold


class Word(NamedTuple):
    """A word of a normalised text: as written, without accents, and its dictionary form without accents."""

    text: str
    plain: str
    lemma: str


ARTICLES: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("the a an of s and".split()),
    "fr": frozenset("le la les l un une des du de d au aux et".split()),
}
FILLERS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        "it is was this that they he she we i think believe because in on at to for by from with about around roughly "
        "approximately year called named its his her their answer would be are were has have had been s m ve d "
        "since as there which who mr mrs ms simply just only really actually probably maybe pretty quite sure guess "
        "say said so well what whats um uh im ive known so-called definitely certainly obviously clearly surely then "
        "basically presumably yes yeah himself herself itself themselves".split()
    ),
    "fr": frozenset(
        "c ce cest est etait il elle ils elles je j pense crois que qu parce en dans sur a pour par avec environ vers "
        "annee an appele appelee appelle appellent nomme s son sa ses leur leurs reponse serait y qui soit depuis "
        "comme mr mme m on ca cela ont dirais dit simplement tout juste vraiment surement peut etre evidemment bien "
        "certainement clairement probablement donc alors oui chez lui elle eux meme memes".split()
    ),
}
TURNING: Final = frozenset(
    "or former past ex future potential possible alleged supposed putative apparent fake false counterfeit pseudo "
    "quasi semi anti vice deputy assistant almost nearly partial partially half opposite failed attempted "
    "ou ancien ancienne anciens anciennes futur potentiel potentielle pretendu pretendue disant apparente faux fausse "
    "adjoint adjointe presque partiel partielle partiellement demi contraire".split()
)
"""Folded words that make another thing of what they stand beside (a former employee is none), or offer another.

After the privative and non-subsective adjectives of H. Kamp and B. Partee, Prototype theory and compositionality,
Cognition 57 (1995).
"""
_ALL_FILLERS: Final = frozenset[str]().union(*FILLERS.values(), *ARTICLES.values())
_NONE: Final[frozenset[str]] = frozenset()
_WORD: Final = re.compile(r"[^\W_]+")


def articles(language: str) -> frozenset[str]:
    """Folded words that may be left out of, or added to, any answer in that language."""
    return ARTICLES.get(language, _NONE)


def fillers(language: str) -> frozenset[str]:
    """Folded words that may be added to an answer without changing it, those of every language: any may be typed."""
    return _ALL_FILLERS if language in FILLERS else _NONE


@lru_cache(maxsize=8192)
def split(text: str, language: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a normalised text, in order."""
    return tuple(_word(match[0], language, lexicon) for match in _WORD.finditer(text))


@lru_cache(maxsize=16_384)
def _word(text: str, language: str, lexicon: Lexicon) -> Word:
    return Word(text, fold(text), fold(lexicon.lemma(text, language)))
