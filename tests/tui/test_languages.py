"""Is a run in one language in that language throughout, with its typography?"""

import re
from collections.abc import Iterator

import pytest

from casebot.words.words import Words, _table
from tests.tui.tour import Tour, walked

BOTH = {"en": "fr", "fr": "en"}
SHORTEST = 3
"""Letters of a phrase that is looked for: shorter ones stand in any text."""
_NAMES = frozenset({"name"})
"""Keys whose value is shown in every language: what a language calls itself."""


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """What is said in a language only: each key with its sentences, cut at their arguments."""
    other = " ".join(text for value in _table(BOTH[language]).values() for text in forms(value))
    for key, value in _table(language).items():
        for text in forms(value):
            parts = [" ".join(part.split()) for part in re.split(r"\{\w+\}", text)]
            phrase = max(parts, key=len).strip(" .,;:")
            if key not in _NAMES and sum(map(str.isalpha, phrase)) >= SHORTEST and not holds(other, phrase):
                yield key, phrase


def forms(value: str | dict[str, str]) -> list[str]:
    return [" ".join(text.split()) for text in (value.values() if isinstance(value, dict) else [value])]


def holds(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def said(tour: Tour) -> dict[str, str]:
    return {place: " ".join(" ".join(rows).replace("─", " ").split()) for place, rows in tour.seen.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_no_screen_says_a_word_of_the_other_language(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = said(await walked(language, monkeypatch))
    found = [
        (place, key, phrase)
        for key, phrase in phrases(BOTH[language])
        for place, text in places.items()
        if holds(text, phrase)
    ]
    assert found == []


async def test_the_walk_meets_most_of_what_screens_can_say(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = " ".join(said(await walked("en", monkeypatch)).values())
    table = _table("en")
    shown = [key for key in table if key.split(".")[0] in {"app", "key", "setting", "role", "command"}]
    parts = {key: re.split(r"\{\w+\}", forms(table[key])[-1]) for key in shown}
    met = [key for key in shown if any(holds(everything, part.strip()) for part in parts[key])]
    assert len(met) / len(shown) > 0.75, sorted(set(shown) - set(met))


async def test_every_kind_of_input_was_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {place.split()[1] for place in (await walked("fr", monkeypatch)).seen if place[0].isdigit()}
    assert kinds >= set("page choice choices order match blanks text number open certainty verdict end".split())


async def test_french_has_its_spaces_on_every_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    tour = await walked("fr", monkeypatch)
    plain = re.compile(r"\w [;?!»:](?=\s|$)|« |\d %|^ *[;:»]")
    rows = [(place, row) for place, seen in tour.seen.items() for row in seen if not row.lstrip().startswith("Vous ")]
    assert [(place, row) for place, row in rows if plain.search(row)] == [], "what the learner typed stays as typed"
    shown = "".join("".join(rows) for rows in tour.seen.values())
    assert "\u202f?" in shown
    assert "\u202f;" in shown
    assert "\u00a0:" in shown


async def test_the_foot_calls_keys_as_french_keyboards_do(monkeypatch: pytest.MonkeyPatch) -> None:
    tour = await walked("fr", monkeypatch)
    feet = " ".join(rows[-1] for rows in tour.seen.values())
    assert {"Entrée", "Échap", "Espace"} <= set(feet.split())
    assert not {"Enter", "Esc", "Space"} & set(feet.split())


async def test_numbers_and_dates_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    english, french = said(await walked("en", monkeypatch)), said(await walked("fr", monkeypatch))
    assert any("21.5 (filed)" in text for text in english.values())
    assert any("21,5 (déposé)" in text for text in french.values())
    assert any("3 May 2019" in text for text in english.values())
    assert any("3 mai 2019" in text for text in french.values())


def test_what_is_counted_has_a_form_for_one() -> None:
    """A number before a noun needs `one` and `other`; `{n} min`, `{n} of {of}` and labels do not."""
    for language in BOTH:
        for key, value in _table(language).items():
            if isinstance(value, str) and re.search(r"\{n\} (?!of |sur |min\b|%|  )[a-zé]{4,}", value):
                assert key in {"check.312", "stats.alpha", "record.too-sure-about"}, (language, key)
    assert (
        Words("en").say("turn.welcome-lesson", title="A", minutes=2, n=1).startswith("A. About 2 minutes, 1 question;")
    )
