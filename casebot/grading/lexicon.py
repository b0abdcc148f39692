"""What does the grader know of a language: which words are real, and which forms belong to one word?"""

import json
from collections.abc import Hashable, Mapping
from contextlib import suppress
from functools import lru_cache
from gzip import decompress
from importlib.resources import files
from typing import Final, Protocol

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


_NONE: Final[frozenset[str]] = frozenset()
_LISTS: Final = files("spellchecker") / "resources"
"""pyspellchecker's lists, word -> frequency; its own reader makes a counter of them and takes twice as long."""
_ACCENTED: Final = "àâäçèéêëîïñôöùûüÿ"
_FRENCH: Final = bytes.maketrans(_ACCENTED.encode("latin-1"), fold(_ACCENTED).encode("latin-1"))
"""Takes the accents off a text of any length in no time; `fold` takes .4 s for all words."""


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
        self._lemmas: dict[str, Mapping[str, str]] = {}
        self._real: dict[str, frozenset[str]] = {}
        factory = StreamDictionaryFactory()
        for language in languages:
            with suppress(ValueError, FileNotFoundError):
                self._lemmas[language] = factory.get_dictionary(language)
                self._real[language] = _real_words(language)
        self._look_up = lru_cache(maxsize=65_536)(self._ask)
        self._known = lru_cache(maxsize=65_536)(self._is_known)

    def _ask(self, word: str, language: str) -> str:
        """The lemma of the lemma: strangers -> stranger -> strange, so that all three are forms of one word."""
        lemmas = self._lemmas.get(language)
        if lemmas is None:
            return word
        first = (lemmas.get(word) or word).casefold()
        return first if first == word else (lemmas.get(first) or first).casefold()

    def lemma(self, word: str, language: str) -> str:
        """See `Lexicon`."""
        return self._look_up(word, language)

    def real(self, word: str, language: str) -> bool:
        """See `Lexicon`."""
        return word in self._real.get(language, _NONE) or (language == "fr" and self._known(word, language))

    def _is_known(self, word: str, language: str) -> bool:
        lemmas = self._lemmas.get(language)
        return lemmas is not None and word in lemmas


def _real_words(language: str) -> frozenset[str]:
    """The words of a language; for French also without their accents, which many do not type."""
    listed = frozenset(json.loads(decompress((_LISTS / f"{language}.json.gz").read_bytes())))
    if language != "fr":
        return listed
    words = "\n".join(listed).replace("œ", "oe").replace("æ", "ae")
    plain = words.encode("latin-1", "replace").translate(_FRENCH).decode("latin-1")
    return listed.union(plain.split("\n"))
