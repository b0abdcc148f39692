"""Is what is known of questions whole, in both languages?"""

import tomli

from casebot.content import wordbook
from casebot.content.wordbook import read_wordbook
from casebot.model.languages import SPOKEN

FOLDER = wordbook._FOLDER


def test_every_line_of_the_thesaurus_speaks_every_language() -> None:
    lines = tomli.loads((FOLDER / "thesaurus.toml").read_text("utf-8"))
    for group, words in lines.items():
        assert set(words) == set(SPOKEN), group
        for language, listed in words.items():
            phrases = [phrase.strip() for phrase in listed.split(",")]
            assert all(phrases), group
            assert len(set(phrases)) == len(phrases), (group, language)


def test_languages_have_the_same_tables() -> None:
    keys = [set(tomli.loads((FOLDER / f"{language}.toml").read_text("utf-8"))) for language in SPOKEN]
    assert keys[0] == keys[1]


def test_the_thesaurus_holds_no_small_word() -> None:
    book = read_wordbook()
    for language, groups in book.groups.items():
        skip = book.speech[language].skip
        lone = {phrase[0] for phrases in groups.values() for phrase, _ in phrases if len(phrase) == 1}
        assert lone & skip == set()
