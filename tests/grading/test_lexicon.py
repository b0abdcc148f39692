"""Do the compact word lists answer as sets of the same words do?"""

import json
from gzip import decompress
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from casebot.grading.lexicon import Dictionary, open_dictionary
from casebot.grading.normalise import fold
from casebot.grading.wordlist import WordList
from casebot.model.languages import SPOKEN

LISTED = {
    language: frozenset(json.loads(decompress((files("spellchecker") / f"resources/{language}.json.gz").read_bytes())))
    for language in SPOKEN
}
LEXICON: Dictionary = open_dictionary(SPOKEN)


def expected(language: str) -> frozenset[str]:
    """The real words of a language, as sets."""
    if language == "en":
        return LISTED["en"]
    return LISTED["fr"] | {fold(word) for word in LISTED["fr"]} | set(StreamDictionaryFactory().get_dictionary("fr"))


@pytest.mark.parametrize("language", SPOKEN)
def test_every_real_word_is_real_and_no_other(language: str) -> None:
    """Asked for every real word, and for neighbours of words of both lists."""
    words = expected(language)
    near = {form for tongue in SPOKEN for word in sorted(LISTED[tongue])[::20] for form in (fold(word), word[:-1])}
    asked = near | set(words)
    assert not [word for word in asked if LEXICON.real(word, language) != (word in words)]


@given(
    st.sets(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1), min_size=1),
    st.text(),
)
def test_a_list_answers_as_a_set(words: set[str], other: str) -> None:
    block = b"\n%b\n" % b"\n".join(sorted(word.encode() for word in words))
    listed = WordList(block)
    for word in (*words, *(word[1:] for word in words), *(f"{one}\n{two}" for one in words for two in words), other):
        assert (word in listed) == (word in words)


def test_a_long_list_answers_as_a_set() -> None:
    words = {f"{number:x}" for number in range(0, 60_000, 3)}
    listed = WordList(b"\n%b\n" % b"\n".join(sorted(word.encode() for word in words)))
    assert all((f"{number:x}" in listed) == (f"{number:x}" in words) for number in range(60_000))


def test_what_cannot_be_written_is_no_word() -> None:
    assert not LEXICON.real("\ud800", "en")
    assert not LEXICON.real("", "fr")


@pytest.mark.parametrize("length", range(500, 520))
def test_a_list_may_end_where_a_stretch_would_begin(length: int) -> None:
    listed = WordList(b"\nalpha\n%b\n" % (b"z" * length))
    assert "alpha" in listed
    assert "z" * length in listed
    assert "" not in listed
