"""Which points does a free text make, and in which words?"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard, typo
from casebot.grading.negation import negated, negators
from casebot.grading.normalise import normalise
from casebot.grading.words import Word, articles, split
from casebot.model.dilemma import Groups
from casebot.model.languages import SPOKEN

REACH: Final = 4
"""How many words before a term a negation reaches."""
_CLAUSES: Final = re.compile(r"[.;!?\n]+|,? (?:but|mais|yet|cependant|however) ")


class Heard(NamedTuple):
    """How many groups of a point's terms were hit, how many there are, and the learner's words that hit them."""

    hits: int
    groups: int
    words: tuple[str, ...]

    @property
    def made(self) -> bool:
        """Whether the point counts as made: at least half of its groups, and two where there are two."""
        return self.hits >= max((self.groups + 1) // 2, min(2, self.groups)) > 0


_DENIED: Final = re.compile(
    r"\W*(?:(?:it|that) is (?:not true|not the case|untrue|false|wrong|a myth)|it (?:isnt|isn't) true|"
    r"i (?:do not|don't|dont) (?:think|believe|agree)|no one (?:says|claims|thinks)|nobody (?:says|claims|thinks)|"
    r"(?:il|c)(?: est|'est) (?:faux|inexact)|(?:il n'est|ce n'est|c'est) pas (?:vrai|exact|le cas)|"
    r"je (?:ne |n')?(?:crois|pense) pas|personne ne (?:dit|pretend|prétend|pense)) (?:that |qu)"
)
"""How a clause begins that is denied whole."""


class Clause(NamedTuple):
    """A part of a text that a negation cannot reach out of; nothing is said by one that is denied whole."""

    words: tuple[Word, ...]
    negators: frozenset[int]
    denied: bool = False


def clauses(text: str, guard: Guard) -> tuple[Clause, ...]:
    """A free text cut into clauses, each with the places of its negating words."""
    return _clauses(text, guard.language, guard.lexicon)


@lru_cache(maxsize=256)
def _clauses(text: str, language: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    return tuple(_clause(normalise(part), language, lexicon) for part in _CLAUSES.split(text) if part.strip())


def _clause(text: str, language: str, lexicon: Lexicon) -> Clause:
    words = split(text, language, lexicon)
    places = (place for place, word in enumerate(words) if negators(word.text, language) or _contracted(words, place))
    return Clause(words, frozenset(places), _DENIED.match(text) is not None)


def _contracted(words: tuple[Word, ...], place: int) -> bool:
    """Whether the word is the t of n't, or the n of n'."""
    word = words[place].text
    return (word == "t" and place > 0 and words[place - 1].text.endswith("n")) or word == "n"


def hear(groups: Groups, text: tuple[Clause, ...], guard: Guard) -> Heard:
    """Which groups of terms a text hits; a term under a negation is no hit, unless the term itself is negative."""
    found = []
    for group in groups:
        hit = next((words for term in group if (words := _find(term, text, guard)) is not None), None)
        if hit is not None:
            found.append(hit)
    return Heard(len(found), len(groups), tuple(dict.fromkeys(found)))


def any_hit(groups: Groups | None, text: tuple[Clause, ...], guard: Guard) -> bool:
    """Whether at least one of the groups is hit."""
    return any(hear((group,), text, guard).hits for group in groups or ())


@lru_cache(maxsize=8192)
def _term(term: str, language: str, lexicon: Lexicon) -> tuple[tuple[Word, ...], bool]:
    text = normalise(term)
    words = tuple(word for word in split(text, language, lexicon) if word.plain not in articles(language))
    return words or split(text, language, lexicon), negated(text)


def _find(term: str, text: Iterable[Clause], guard: Guard) -> str | None:
    wanted, negative = _term(term, guard.language, guard.lexicon)
    if not wanted:
        return None
    for clause in (each for each in text if not each.denied):
        for start in range(len(clause.words)):
            end = _runs(wanted, clause.words, start, guard)
            if end is None:
                continue
            if negative or not any(place in clause.negators for place in range(max(0, start - REACH), start)):
                return " ".join(word.text for word in clause.words[start:end])
    return None


def _runs(wanted: tuple[Word, ...], words: tuple[Word, ...], start: int, guard: Guard) -> int | None:
    """Where a term that begins at `start` ends; up to two other words may stand between its words."""
    if not alike(wanted[0], words[start], guard):
        return None
    place = start + 1
    for word in wanted[1:]:
        found = next((at for at in range(place, min(place + 3, len(words))) if alike(word, words[at], guard)), None)
        if found is None:
            return None
        place = found + 1
    return place


def alike(wanted: Word, given: Word, guard: Guard) -> bool:
    """Whether a word stands for another; a slip is no real word of any language, since an answer may be in any."""
    if wanted.plain == given.plain or wanted.lemma == given.lemma:
        return True
    if len(wanted.plain) >= 5 and given.plain.startswith(wanted.plain) and len(given.plain) - len(wanted.plain) <= 3:
        return True
    if any(map(str.isdigit, wanted.plain)) or any(guard.lexicon.real(given.text, language) for language in SPOKEN):
        return False
    return typo(wanted.plain, given.plain, guard)
