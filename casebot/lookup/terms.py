"""By which terms is a text found: its words as lemmas, and the meanings that they share with others?"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from casebot.grading.lexicon import Lexicon
from casebot.grading.normalise import fold
from casebot.lookup.wordbook import Groups, Phrase, Speech

MEANING: Final = "#"
"""What the term of a group of words begins with."""
_WORD: Final = re.compile(
    r"[^\W\d_]{2,}|\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?:[^\W\d_]\.){2,}|[^\W\d_]"
)
_THOUSANDS: Final = re.compile(r"[ .,'](?=\d{3}(?!\d))")
_LINK: Final = "(?:of|for|the|and|to|on|de|des|du|la|le|les|pour|et|sur)"
_NAME: Final = re.compile(rf"[A-Z]\w+(?:[ -](?:{_LINK} )*[A-Z]\w+){{2,}}")
_CAPITAL: Final = re.compile(r"(?<!\w)[A-Z]\w")
_LONGEST: Final = 10
"""Letters of a word whose dictionary form is asked for: that takes 10 us, and longer words are found by their roots."""
_SHORTEST: Final = 3
"""Letters of a form that an ending leaves."""
_NO_PHRASES: Final[Mapping[str, list[tuple[Phrase, str]]]] = {}
"""Shared by the words that begin no phrase, which is nearly all of them."""


class Word(NamedTuple):
    """A word of a text."""

    plain: str
    """Lower case, no accents; digits are joined, and decimals have a point."""
    term: str
    """Its dictionary form, likewise."""
    terms: tuple[str, ...]
    """Its term and those of the groups it belongs to."""
    phrases: Mapping[str, list[tuple[Phrase, str]]]
    """The phrases that it may begin, by their second word, with the terms of their groups."""

    @property
    def meanings(self) -> tuple[str, ...]:
        """The terms of the groups it belongs to."""
        return self.terms[1:]


def pieces(text: str) -> list[str]:
    """The words and numbers of a text as they are written."""
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))


def plain_form(word: str) -> str:
    """A word in lower case without accents, a number without marks between its thousands."""
    if word.isalpha():
        return fold(_lower(word))
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).replace(",", ".")
    return fold(_lower(word)).replace(".", "")


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else word.lower().replace("œ", "oe").replace("æ", "ae")


def split(text: str) -> Phrase:
    """The plain words of a text."""
    return tuple(map(plain_form, pieces(text)))


def initials(text: str) -> Iterator[str]:
    """The initials of each name of three words and more in a text, in lower case."""
    for match in _NAME.finditer(text):
        yield "".join(capital[0] for capital in _CAPITAL.findall(match[0])).lower()


class Tongue:
    """The words of one language."""

    def __init__(self, language: str, lexicon: Lexicon, speech: Speech, *groups: Groups) -> None:
        """`groups`: words and phrases of one meaning, from the wordbook and from the case."""
        self.language = language
        self.speech = speech
        self._lexicon = lexicon
        self._groups = groups
        self._words: dict[str, Word] = {}
        self._bare: dict[str, Word] = {}

    def known(self) -> dict[str, Word]:
        """All words read so far, by their plain form."""
        return {word.plain: word for word in reversed((*self._words.values(), *self._bare.values()))}

    def names(self) -> set[str]:
        """The plain forms of the words read so far that were written with a capital only."""
        capital = {word.plain for form, word in self._words.items() if form[0].isupper()}
        return capital - {word.plain for form, word in self._words.items() if not form[0].isupper()}

    def words(self, text: str) -> list[Word]:
        """The words of a text in order."""
        return [self._words.get(form) or self.word(form) for form in pieces(text)]

    def bare_words(self, text: str) -> list[Word]:
        """The same without asking the dictionary for words that were not read before."""
        return [self._words.get(form) or self._bare.get(form) or self._bare_word(form) for form in pieces(text)]

    def word(self, form: str) -> Word:
        """A word as it is written."""
        found = self._words.get(_lower(form)) or self._made(plain_form(form), self._term(form))
        self._words[form] = found
        return found

    def phrases(self, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """(place, number of words, meaning) of every phrase in a text."""
        for place, (word, behind) in enumerate(pairwise(words)):
            if word.phrases:
                found = word.phrases.get(behind.plain, ())
                if behind.term != behind.plain:
                    found = (*found, *word.phrases.get(behind.term, ()))
                for phrase, meaning in found:
                    if len(phrase) == 2 or _stands(phrase, words[place : place + len(phrase)]):
                        yield place, len(phrase), meaning

    def _bare_word(self, form: str) -> Word:
        plain = plain_form(form)
        found = self._words.get(_lower(form)) or self._made(plain, self._listed(plain) or plain)
        self._bare[form] = found
        return found

    def _made(self, plain: str, term: str) -> Word:
        found = [
            entry
            for groups in self._groups
            for form in ((plain, term) if plain != term else (plain,))
            for entry in groups.get(form, ())
        ]
        meanings = [MEANING + group for phrase, group in found if len(phrase) == 1]
        phrases: dict[str, list[tuple[Phrase, str]]] = {}
        for phrase, group in found:
            if len(phrase) > 1:
                phrases.setdefault(phrase[1], []).append((phrase, MEANING + group))
        return Word(plain, term, (term, *dict.fromkeys(meanings)), phrases or _NO_PHRASES)

    def _term(self, form: str) -> str:
        plain = plain_form(form)
        listed = self._listed(plain)
        if listed or len(form) > _LONGEST or not form.isalpha():
            return listed or plain
        return fold(self._lemma(_lower(form)))

    def _listed(self, plain: str) -> str:
        """The word itself, or without its plural, where it is known to be a dictionary form; else ""."""
        for form in (plain, plain.removesuffix("s")):
            if form in self.speech.bases:
                return form
        return ""

    def _lemma(self, word: str) -> str:
        """The dictionary form; where the dictionary knows none, the one that the ending tells."""
        if word in self.speech.forms:
            return self.speech.forms[word]
        lemma = self._lexicon.lemma(word, self.language)
        if lemma == word:
            for ending, other in self.speech.endings:
                made = word.removesuffix(ending) + other
                if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and self._is_base(made):
                    return made
        return lemma

    def _is_base(self, word: str) -> bool:
        return self._lexicon.real(word, self.language) and self._lexicon.lemma(word, self.language) == word


def _stands(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether words are those of a phrase, in whatever form."""
    return len(words) == len(phrase) and all(
        part in {word.plain, word.term} for part, word in zip(phrase, words, strict=True)
    )


def tongues(
    languages: Sequence[str], lexicon: Lexicon, speech: Mapping[str, Speech], *groups: Mapping[str, Groups]
) -> dict[str, Tongue]:
    """A tongue for each language."""
    return {
        language: Tongue(
            language, lexicon, speech.get(language, Speech()), *(each.get(language, {}) for each in groups)
        )
        for language in languages
    }
