"""How does the dictionary open while the learner is already reading?"""

from concurrent.futures import ThreadPoolExecutor

from casebot.grading.lexicon import open_dictionary


class Opening:
    """A dictionary that opens in a thread of its own; the first word that is asked for waits until it is open."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Begins to open the dictionaries of these languages."""
        opener = ThreadPoolExecutor(1, "dictionary")
        self._dictionary = opener.submit(open_dictionary, languages)
        opener.shutdown(wait=False)

    def lemma(self, word: str, language: str) -> str:
        """See `grading.lexicon.Lexicon`."""
        return self._dictionary.result().lemma(word, language)

    def real(self, word: str, language: str) -> bool:
        """See `grading.lexicon.Lexicon`."""
        return self._dictionary.result().real(word, language)
