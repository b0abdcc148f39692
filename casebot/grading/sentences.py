"""What does a free text say, sentence by sentence: its words with their places, and which of them are denied?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from casebot.grading.families import family
from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard
from casebot.grading.normalise import normalise
from casebot.grading.reach import negators, opens, reaches, spreads
from casebot.grading.unsaid import unsaid
from casebot.grading.words import ARTICLES, FILLERS, Word, split
from casebot.model.languages import SPOKEN

SHORTEST: Final = 5
"""Letters that a word has of which another is taken for a form, if that one begins with it."""
LONGER: Final = 3
"""How many letters longer such a form may be."""
LISTED: Final = 7
"""Words without one of grammar among them from which a sentence is a list of words, and says nothing."""
STRETCH: Final = 80
"""Words of what is read as one sentence; who types no full stop is heard in stretches of that length."""
SLIPS: Final = 12
"""Misspelt words that are read in a stretch; a text has more of them only if it is no text."""
NEGATION: Final = "!"
"""The form that all words have that negate."""
_MARKS: Final = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
"""Accents typed apart, and signs that are not seen: they belong to the letter before them."""
_WORD: Final = re.compile(rf"[^\W\d_]+n['’]t(?!\w)|(?:[^\W_][{_MARKS}]*)+")
_ENDS: Final = re.compile(r"[!?\n]|\.(?!\d|\w\.)(?=\W|[A-ZÀ-Þ]|$)")
_BREAKS: Final = re.compile(r"[,;:()]| [-–—] ")
_APART: Final = {
    "cannot": "can not",
    "can't": "can not",
    "cant": "can not",
    "won't": "will not",
    "wont": "will not",
} | {
    f"{verb}n{mark}t": f"{verb} not"
    for verb in "do does did is are was were would could should has have had must need".split()
    for mark in ("'", "")
}
"""Negations written together, and apart."""
GRAMMAR: Final = frozenset[str]().union(*ARTICLES.values(), *FILLERS.values()) | frozenset(
    "be have do will would can could shall should might must may not no never us we "
    "avoir etre pouvoir devoir aller tout pas ne plus rien personne jamais on nous vous".split()
)
"""Folded words and dictionary forms that say too little to be heard in any other form than as written."""
_SMALL: Final = {language: ARTICLES[language] | FILLERS[language] for language in SPOKEN}


class Placed(NamedTuple):
    """A word, and where it stands in the text as typed: its first character, and the one behind its last."""

    word: Word
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of a text as heard in one language."""

    words: tuple[Placed, ...]
    forms: Mapping[str, tuple[int, ...]]
    """A form of words, as `forms_of` names them -> which words have it."""
    slips: tuple[int, ...]
    """Words that are real in no language: they may be misspelt."""
    denied: Mapping[int, frozenset[int]]
    """A word that negates -> the words that it denies."""
    spreading: frozenset[int]
    """The words that negate a whole clause."""
    clauses: tuple[int, ...]
    """In which clause each word stands."""
    unsaid: frozenset[int]
    """Words that are denied as a whole, laid in nobody's mouth or merely granted."""


def sentences(text: str, guard: Guard, own: str) -> tuple[Sentence, ...]:
    """A text as heard in the language of `guard`; `own` is the language it is taken for where that does not show.

    In a sentence of another language only those words are heard that are no words of that language.
    """
    return _sentences(text, guard.language, own, guard.lexicon)


@lru_cache(maxsize=64)
def _sentences(text: str, language: str, own: str, lexicon: Lexicon) -> tuple[Sentence, ...]:
    found = []
    start = 0
    for end in (*(match.end() for match in _ENDS.finditer(text)), len(text)):
        words = tuple(placed(text, start, end, language, lexicon))
        stretches = (words[at : at + STRETCH] for at in range(0, len(words), STRETCH))
        found += [_sentence(text, each, language, own, lexicon) for each in stretches]
        start = end
    return tuple(found)


def placed(text: str, start: int, end: int, language: str, lexicon: Lexicon) -> Iterator[Placed]:
    """The words of a stretch of text; negations written together come apart."""
    for match in _WORD.finditer(text, start, end):
        plain = normalise(match[0])
        for word in split(_APART.get(plain, plain), language, lexicon):
            yield Placed(word, *match.span())


def _sentence(text: str, words: tuple[Placed, ...], language: str, own: str, lexicon: Lexicon) -> Sentence:
    bare = tuple(each.word for each in words)
    spoken = max(SPOKEN, key=lambda each: (sum(word.plain in _SMALL[each] for word in bare), each == own))
    foreign = language in SPOKEN and spoken != language
    heard = [place for place, word in enumerate(bare) if not (foreign and lexicon.real(word.text, spoken))]
    breaks = {
        place
        for place in range(1, len(words))
        if _BREAKS.search(text, words[place - 1].end, max(words[place].start, words[place - 1].end))
    }
    negating = negators(bare)
    denied = reaches(bare, negating, breaks)
    return Sentence(
        words,
        {**_forms(bare, heard), NEGATION: tuple(sorted(negating))},
        tuple(place for place in heard if _slip(bare[place], lexicon))[:SLIPS],
        denied,
        frozenset(place for place in denied if spreads(bare, place, breaks)),
        tuple(accumulate(int(place in breaks or opens(bare, place)) for place in range(len(bare)))),
        frozenset(range(len(bare))) if _lists(bare) else _unsaid(bare, breaks),
    )


def _lists(words: Sequence[Word]) -> bool:
    """Whether a sentence only lists words: in none that says something is there no word of grammar."""
    return len(words) >= LISTED and GRAMMAR.isdisjoint(form for word in words for form in (word.plain, word.lemma))


def _slip(word: Word, lexicon: Lexicon) -> bool:
    return not any(map(str.isdigit, word.plain)) and not any(lexicon.real(word.text, each) for each in SPOKEN)


def forms_of(word: Word) -> Iterator[str]:
    """The forms under which a word is looked for: as written, its dictionary form, its family."""
    if word.lemma in GRAMMAR or word.plain in GRAMMAR:
        yield f"={word.text}"
        return
    yield f"={word.plain}"
    yield f"={word.lemma}"
    yield f"~{family(word.lemma)}"


def _forms(words: Sequence[Word], heard: Iterable[int]) -> Mapping[str, tuple[int, ...]]:
    forms: defaultdict[str, list[int]] = defaultdict(list)
    for place in heard:
        plain = words[place].plain
        beginnings = (plain[:length] for length in range(max(SHORTEST, len(plain) - LONGER), len(plain)))
        for form in {*forms_of(words[place]), *(f"={beginning}" for beginning in beginnings)}:
            forms[form].append(place)
    return {form: tuple(places) for form, places in forms.items()}


def _unsaid(words: Sequence[Word], breaks: set[int]) -> frozenset[int]:
    """What `unsaid` finds among the words with a comma before each part."""
    tokens: list[str] = []
    owners: list[int] = []
    for place, word in enumerate(words):
        if place in breaks:
            tokens.append(",")
            owners.append(place)
        tokens.append(word.plain)
        owners.append(place)
    return frozenset(owners[token] for token in unsaid(tokens))
