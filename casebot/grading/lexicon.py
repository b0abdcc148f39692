"""What does the grader know of a language: which words are real, and which forms belong to one word?"""

import re
from collections.abc import Hashable, Mapping
from contextlib import suppress
from functools import lru_cache
from gzip import decompress
from importlib.resources import files
from typing import Final, Protocol

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from casebot.grading.normalise import fold
from casebot.grading.wordlist import WordList


class Lexicon(Hashable, Protocol):
    """What grading asks of a dictionary; answers never change while it lives."""

    def lemma(self, word: str, language: str) -> str:
        """The dictionary form of a lower-case word; the word itself where it is unknown."""
        ...

    def real(self, word: str, language: str) -> bool:
        """Whether a lower-case word, or for it without accents some word, is in the language's list."""
        ...


_LISTS: Final = files("spellchecker") / "resources"
"""Lists of pyspellchecker (its 0.9: the files are read, not its interface), word -> frequency in sorted JSON."""
_LINES: Final = bytes.maketrans(b'"', b"\n")
_NO_WORD: Final = b"{}:, \n0123456789"
"""What stands beside the words of such a list and their quotation marks; no word has any of it."""
_ACCENTED: Final = re.compile(rb"\n([^\n]*[\x80-\xff][^\n]*)")
_MARKS: Final = "àâäçèéêëîïñôöùûüÿ"
_FRENCH: Final = bytes.maketrans(_MARKS.encode("latin-1"), fold(_MARKS).encode("latin-1"))
"""Takes the accents off a text of any length in no time; `fold` takes .1 s for all words."""
_KEPT: Final = 16_384
"""Words of which the answer is kept at hand."""


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
        self._lists: dict[str, tuple[WordList, ...]] = {}
        factory = StreamDictionaryFactory()
        for language in languages:
            with suppress(ValueError, FileNotFoundError):
                self._lemmas[language] = factory.get_dictionary(language)
                self._lists[language] = _word_lists(language)
        self._look_up = lru_cache(maxsize=_KEPT)(self._ask)
        self._known = lru_cache(maxsize=_KEPT)(self._is_known)

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
        return self._known(word, language)

    def _is_known(self, word: str, language: str) -> bool:
        listed = any(word in words for words in self._lists.get(language, ()))
        return listed or (language == "fr" and word in self._lemmas.get(language, ()))


def _word_lists(language: str) -> tuple[WordList, ...]:
    """The words of a language; for French also those with accents as they are without, since many do not type them."""
    listed = decompress((_LISTS / f"{language}.json.gz").read_bytes())
    listed = listed.translate(_LINES, _NO_WORD).replace(b"\n\n", b"\n")
    if language != "fr":
        return (WordList(listed),)
    accented = b"\n".join(_ACCENTED.findall(listed)).decode().encode("latin-1", "replace")
    plain = sorted(accented.translate(_FRENCH).split(b"\n"))
    return WordList(listed), WordList(b"\n%b\n" % b"\n".join(plain))
