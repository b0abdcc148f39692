"""Does a response say the same words as a key, typing slips forgiven and other words not?"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import OSA

from casebot.grading.lexicon import Lexicon
from casebot.grading.normalise import fold
from casebot.grading.words import Word, articles, fillers

Likeness = Literal["same", "accent", "form", "initial", "typo", "joined"]
_COST: Final[dict[Likeness, int]] = {"same": 0, "accent": 1, "form": 2, "initial": 3, "joined": 3, "typo": 4}


class Link(NamedTuple):
    """A word of the key and the word of the response that stands for it."""

    key: str
    response: str
    likeness: Likeness


class Match(NamedTuple):
    """How a response's words stand against a key's: what was found, what is missing, what is over."""

    links: tuple[Link, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether every word found was the same word."""
        return all(link.likeness == "same" for link in self.links)


class Guard(NamedTuple):
    """What limits the forgiveness of slips: the language's real words, and the words the bank keeps apart."""

    lexicon: Lexicon
    language: str
    protected: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Folded words of the key that are names: one edit only."""
    free: frozenset[str] = frozenset()
    """Folded words, and their lemmas, that may be said again: those of the question and of the item's own keys."""
    barred: frozenset[str] = frozenset()
    """Folded words, and their lemmas, that may not be added: those of the item's known wrong answers."""
    session: str = ""
    """The learner's language ("" where it is not known): an answer in it is no misspelt answer in another."""


_COPIED: Final = 10
"""Letters of a copied line for each slip that is read past."""
_SHORT: Final = 3
"""Letters of the shortest word that may be misspelt."""
_LEAST_NAME: Final = 4
"""Letters from which a known word that a response begins or ends with is another name."""


def allowed(length: int) -> int:
    """How many edits (optimal string alignment) a word of that many letters may be away.

    Of three letters each makes another word or body (SEC, SBC), unless they are swapped or one is typed twice.
    """
    if length <= 3:
        return 0
    if length <= 4:
        return 1
    return 2 if length <= 9 else 3


def one_edit(key: str, response: str) -> bool:
    """Whether two words are one edit apart at most."""
    return OSA.distance(key, response, score_cutoff=1) <= 1


def nearly(wanted: str, given: str) -> bool:
    """Whether a line (folded) has the letters of another but for one in ten: what is only copied is not graded."""
    one, other = ("".join(filter(str.isalnum, text)) for text in (wanted, given))
    limit = len(one) // _COPIED
    return one == other or OSA.distance(one, other, score_cutoff=limit) <= limit


def typo(key: str, response: str, guard: Guard) -> bool:
    """Whether `response` (folded, not the same word) may be a misspelling of `key` (folded)."""
    limit = min(allowed(len(key)), int(0.4 * max(len(key), len(response))))
    name = key in guard.names
    if len(key) == _SHORT and _doubled(key, response):
        return True
    if name:
        limit = min(limit, 1)
    if _SHORT <= len(key) == len(response) and _shuffled(key, response):
        limit = max(limit, 2)
    if not limit or abs(len(key) - len(response)) > limit:
        return False
    edits = OSA.distance(key, response, score_cutoff=limit)
    if edits > limit or (name and _other_name(key, response, guard.protected)):
        return False
    return key[0] == response[0] or not (name or ((len(key) <= 4 or edits > 1) and not _shuffled(key, response)))


def _other_name(key: str, response: str, known: frozenset[str]) -> bool:
    """Whether a response begins or ends with a known word that is no part of the key: Trumpan for Truman."""
    parts = (part for at in range(_LEAST_NAME, len(response)) for part in (response[:at], response[-at:]))
    return any(part in known and part not in key for part in parts)


def _doubled(key: str, response: str) -> bool:
    """Whether one letter was typed twice."""
    return any(key[:place] + key[place - 1 :] == response for place in range(1, len(key) + 1))


def _shuffled(key: str, response: str) -> bool:
    """Whether the same letters stand in another order."""
    return sorted(key) == sorted(response)


def same_word(key: Word, response: Word, guard: Guard) -> Likeness | None:
    """How a word of a response may stand for a word of a key; None where it may not."""
    if key.text == response.text:
        return "same"
    if key.plain == response.plain:
        return "accent"
    if key.lemma == response.lemma and response.plain not in guard.protected:
        return "form"
    if any(map(str.isdigit, key.plain)) or any(map(str.isdigit, response.plain)):
        return None
    if response.plain in guard.protected or guard.lexicon.real(response.text, guard.language):
        return None
    return "typo" if typo(key.plain, response.plain, guard) else None


def words_match(key: tuple[Word, ...], response: tuple[Word, ...], guard: Guard) -> Match:
    """The words of `key` put one to one against those of `response`, in any order.

    Articles count on neither side; words that merely lead in are never extra.
    """
    skipped = articles(guard.language)
    wanted = [word for word in key if word.plain not in skipped] or list(key)
    given = [word for word in response if word.plain not in skipped] or list(response)
    links: list[Link] = []
    links += _pair_off(wanted, given, guard)
    if any(fold(link.key) in guard.names for link in links):
        links += _initials(wanted, given, response, guard)
    links += _joined(wanted, given, guard)
    if not links and _run(key) == _run(response):
        wanted.clear()
        given.clear()
        links.append(Link(" ".join(word.text for word in key), " ".join(word.text for word in response), "joined"))
    loose = fillers(guard.language) | guard.free
    over = [word.text for word in given if word.plain not in loose and word.lemma not in loose]
    return Match(tuple(links), tuple(word.text for word in wanted), tuple(over))


def _pair_off(wanted: list[Word], given: list[Word], guard: Guard) -> list[Link]:
    """Links wanted words to given ones, the likest first, and takes both off the lists."""
    links = []
    if [word.text for word in wanted] == [word.text for word in given]:
        links = [Link(word.text, word.text, "same") for word in wanted]
        wanted.clear()
        given.clear()
        return links
    found = sorted(
        (_COST[likeness], row, column, likeness)
        for row, key in enumerate(wanted)
        for column, response in enumerate(given)
        if (likeness := same_word(key, response, guard)) is not None
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column, likeness in found:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            links.append(Link(wanted[row].text, given[column].text, likeness))
    wanted[:] = [word for row, word in enumerate(wanted) if row not in rows]
    given[:] = [word for column, word in enumerate(given) if column not in columns]
    return links


def _initials(wanted: list[Word], given: list[Word], response: tuple[Word, ...], guard: Guard) -> list[Link]:
    """Links a first name to its initial, the other said in full: J. Dorsey for Jack Dorsey, A. Poole for Annette Poole.

    A letter that the bank keeps apart (the company X) is no initial.
    """
    if len(wanted) != 1 or wanted[0].plain not in guard.names:
        return []
    for word in response:
        if len(word.plain) == 1 and wanted[0].plain.startswith(word.plain) and word.plain not in guard.protected:
            links = [Link(wanted[0].text, word.text, "initial")]
            wanted.clear()
            given[:] = [each for each in given if each is not word]
            return links
    return []


def _joined(wanted: list[Word], given: list[Word], guard: Guard) -> list[Link]:
    """Links words written together to the same words written apart, one slip forgiven."""
    if not wanted or not given or (len(wanted) == len(given) == 1):
        return []
    together, apart = _run(wanted), _run(given)
    if len(together) < 5 or len(wanted) + len(given) > 8:
        return []
    if together != apart and not (
        min(len(wanted), len(given)) == 1
        and not any(guard.lexicon.real(word.text, guard.language) for word in given if len(given) == 1)
        and not any(map(str.isdigit, together + apart))
        and OSA.distance(together, apart, score_cutoff=1) <= 1
    ):
        return []
    links = [Link(" ".join(word.text for word in wanted), " ".join(word.text for word in given), "joined")]
    wanted.clear()
    given.clear()
    return links


def _run(words: Iterable[Word]) -> str:
    return "".join(word.plain for word in words)
