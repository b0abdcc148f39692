"""Does the palette bring what was meant first?"""

import pytest

from casebot.tui.palette import ranked

NAMES = (
    "When one person owns the platform",
    "open",
    "reopen it",
    "my record",
    "Réglages",
    "re gaps la ages",
    "Lesson 2  What is known",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("open", ["open"]),
        ("record", ["my record"]),
        ("reglages", ["Réglages"]),
        ("lesson 2", ["Lesson 2  What is known"]),
        ("known les", ["Lesson 2  What is known"]),
        ("rcrd", ["my record"]),
        ("xqx", []),
    ],
)
def test_words_come_before_letters_strewn_over_a_name(query: str, found: list[str]) -> None:
    scored = ranked(query, NAMES)
    assert sorted(scored, key=lambda name: -scored[name])[: max(1, len(found))] == found
