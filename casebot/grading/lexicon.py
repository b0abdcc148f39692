"""What does the grader know of a language: which words are real, and which forms belong to one word?"""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Protocol

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

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
    """The dictionaries of simplemma, opened once; languages it lacks have no real words and no lemmas."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        factory = StreamDictionaryFactory()
        self._words: dict[str, Mapping[str, str]] = {}
        self._folded: dict[str, frozenset[str]] = {}
        for language in languages:
            try:
                self._words[language] = factory.get_dictionary(language)
            except ValueError:
                continue
            accented = (fold(word) for word in self._words[language] if not word.isascii())
            self._folded[language] = frozenset(accented) if language == "fr" else frozenset()
        self._look_up = lru_cache(maxsize=65_536)(self._ask)

    def _ask(self, word: str, language: str) -> str | None:
        words = self._words.get(language)
        return words.get(word) if words is not None else None

    def lemma(self, word: str, language: str) -> str:
        """See `Lexicon`."""
        return (self._look_up(word, language) or word).casefold()

    def real(self, word: str, language: str) -> bool:
        """See `Lexicon`."""
        return self._look_up(word, language) is not None or word in self._folded.get(language, ())
