"""Whatever stands in a file of a case, nothing but findings comes of it, and what is left can be played."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.content.check import check
from casebot.content.library import Library
from casebot.content.targets import targets
from casebot.desk import Desk, NotThereError
from casebot.documents import findings as shown
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.glance import glance
from casebot.store.gradebook import Gradebook
from casebot.store.settings import Settings
from casebot.tutoring.moves import Do, Say
from casebot.words.words import Words

PLACE = Path(__file__).resolve().parent.parent / "place"
FILES = sorted(path.relative_to(PLACE) for path in PLACE.rglob("*.toml"))
VALUES: list[Any] = [
    {},
    [],
    "",
    "EN",
    ["EN"],
    [1],
    [{}],
    1,
    -1,
    1.5,
    True,
    {"en": ""},
    {"xx": "x"},
    "a\x00b",
    "{",
    "\u202e",
]
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def paths(table: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a table where a value stands."""
    pairs = table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    for key, value in pairs:
        yield (*above, key)
        yield from paths(value, (*above, key))


SPOTS = [(file, path) for file in FILES for path in paths(tomli.loads((PLACE / file).read_text("utf-8")))]


def replaced(place: Path, file: Path, path: tuple[str | int, ...], value: object) -> None:
    table = tomli.loads((place / file).read_text("utf-8"))
    here: Any = table
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    (place / file).write_text(tomli_w.dumps(table), "utf-8")


def played(place: Path) -> None:
    """Plays what is left of the small lesson, and writes out all that is said."""
    desk = Desk(Library((place,)), Gradebook(place / "kept.db"), Settings(certainty=False), "me", "en", lambda: NOW)
    words = Words("fr")
    with desk:
        try:
            reply = desk.take_lesson(*desk.find_lesson("first"))
        except NotThereError:
            return
        for _ in range(60):
            for turn in reply.turns:
                write(turn, Sheet(desk.book, words, 40))
            if reply.expects.kind == "end":
                break
            desk.move(Say("rust"))
            desk.move(Do("source"))
            reply = desk.move(Do("skip"))


@settings(max_examples=60)
@given(st.sampled_from(SPOTS), st.sampled_from(VALUES))
def test_any_value_anywhere_is_told_and_survived(spot: tuple[Path, tuple[str | int, ...]], value: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "place"
        shutil.copytree(PLACE, place)
        replaced(place, *spot, value)
        for target in targets([place], ()):
            found, _ = check(target)
            for finding in found:
                shown.full(finding, Words("en"), lambda *_: "")
            shown.as_json(found, Words("fr"))
        glance((place,), place / "none.db", "en")
        played(place)
