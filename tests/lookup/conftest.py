from pathlib import Path

import pytest

from casebot.content.library import Library
from casebot.content.wordbook import read_wordbook
from casebot.grading.lexicon import Lexicon
from casebot.lookup.index import Index
from casebot.lookup.wordbook import Wordbook
from casebot.model.case import Case


@pytest.fixture(scope="session")
def wordbook() -> Wordbook:
    return read_wordbook()


@pytest.fixture(scope="session")
def ferry_case() -> Case:
    """An invented case of fourteen claims."""
    loaded = Library((Path(__file__).parent / "place",)).load("ferry")
    assert loaded is not None
    assert loaded.findings == []
    return loaded.case


@pytest.fixture(scope="session")
def ferry(ferry_case: Case, lexicon: Lexicon, wordbook: Wordbook) -> Index:
    return Index.build(ferry_case, lexicon, wordbook)


@pytest.fixture(scope="session")
def shipped_index(shipped: Case, lexicon: Lexicon, wordbook: Wordbook) -> Index:
    return Index.build(shipped, lexicon, wordbook)
