"""What does the grader know of a language: which words are real, and which forms belong to one word?"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from typing import Protocol

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory
from spellchecker import SpellChecker

from casebot.grading.normalise import fold


class Lexicon(Hashable, Protocol):
    """What grading asks of a dictionary; answers never change while it lives."""

    def lemma(self, word: str, language: str) -> str:
        """The dictionary form of a lower-case word; the word itself where it is unknown."""
        ...

    def real(self, word: str, language: str) -> bool:
        """Whether a lower-case word, or for it without accents some word, is in the language's list."""
        ...


@lru_cache(maxsize=2)
def open_dictionary(languages: tuple[str, ...]) -> "Dictionary":
    """The dictionaries of these languages, opened once in a process."""
    return Dictionary(languages)


class Dictionary:
    """The lemmas of simplemma and the word lists of pyspellchecker, opened once.

    A list made for spelling says better which English words are real: that of simplemma holds misspellings, and lacks
    names. For French both lists together do (docs/decisions.md has the figures). Languages that the libraries lack
    have no lemmas and no real words.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        factory = StreamDictionaryFactory()
        self._lemmas: dict[str, Mapping[str, str]] = {}
        self._real: dict[str, frozenset[str]] = {}
        for language in languages:
            with suppress(ValueError):
                self._lemmas[language] = factory.get_dictionary(language)
                self._real[language] = frozenset(_real_words(language, self._lemmas[language]))
        self._look_up = lru_cache(maxsize=65_536)(self._ask)

    def _ask(self, word: str, language: str) -> str:
        """The lemma of the lemma: strangers -> stranger -> strange, so that all three are forms of one word."""
        lemmas = self._lemmas.get(language)
        if lemmas is None:
            return word
        first = (lemmas.get(word) or word).casefold()
        return (lemmas.get(first) or first).casefold()

    def lemma(self, word: str, language: str) -> str:
        """See `Lexicon`."""
        return self._look_up(word, language)

    def real(self, word: str, language: str) -> bool:
        """See `Lexicon`."""
        return word in self._real.get(language, ())


def _real_words(language: str, lemmas: Iterable[str]) -> Iterator[str]:
    """The words of a language; for French also without their accents, which many do not type."""
    listed = SpellChecker(language=language, distance=1).word_frequency.keys()
    if language != "fr":
        yield from listed
        return
    for word in chain(listed, lemmas):
        yield word
        if not word.isascii():
            yield fold(word)
