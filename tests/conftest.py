import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from casebot.content.library import Library, load_files
from casebot.content.places import places
from casebot.content.speech import read_phrases
from casebot.desk.books import protected_of
from casebot.grading.lexicon import Dictionary, Lexicon
from casebot.model.case import Case
from casebot.store.gradebook import Gradebook
from casebot.tutoring.book import Book

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
"""The same examples at every run; HYPOTHESIS_PROFILE=search looks for new ones."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads the learner's own folders, settings or language, nor what colours their terminal has."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CASEBOT_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("CASEBOT_CASES", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every gradebook that a test opens is closed behind it."""
    opened: list[Gradebook] = []
    begin = Gradebook.__init__

    def remember(book: Gradebook, path: Path) -> None:
        opened.append(book)
        begin(book, path)

    monkeypatch.setattr(Gradebook, "__init__", remember)
    yield
    for book in opened:
        if hasattr(book, "_db"):
            book.close()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Dictionary(("en", "fr"))


@pytest.fixture(scope="session")
def shipped() -> Case:
    loaded = Library(places()).load("x-xai")
    assert loaded is not None
    assert loaded.findings == []
    return loaded.case


def book_of(case: Case, lexicon: Lexicon) -> Book:
    name = case.head.id
    return Book({name: case}, lexicon, read_phrases(), protected_of(name, case))


@pytest.fixture(scope="session")
def shipped_book(shipped: Case, lexicon: Lexicon) -> Book:
    return book_of(shipped, lexicon)


@pytest.fixture(scope="session")
def small_place() -> Path:
    """A place with one small case on a neutral subject, with every kind of step and item."""
    return Path(__file__).parent / "place"


@pytest.fixture(scope="session")
def small(small_place: Path) -> Case:
    lessons, banks = small_place / "lessons/small", small_place / "question_banks/small"
    loaded = load_files("small", sorted(lessons.glob("*.toml")), sorted(banks.glob("*.toml")))
    assert loaded.findings == []
    return loaded.case


@pytest.fixture(scope="session")
def small_book(small: Case, lexicon: Lexicon) -> Book:
    return book_of(small, lexicon)


@pytest.fixture
def clock() -> Iterator[datetime]:
    """A second passes at every look."""
    return _ticks()


def _ticks() -> Iterator[datetime]:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    while True:
        yield now
        now += timedelta(seconds=1)
