"""Can the dilemmas be listed and weighed line by line, and is nothing kept that should not be?"""

from pathlib import Path

import pytest

from casebot.content.library import Library
from casebot.content.places import places
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings, write_settings
from casebot.words.words import Words
from tests.command import casebot, last

PLACE = Path(__file__).parent / "place"
LINES = [
    "20",
    "to be safe",
    "",
    "a city acts",
    "",
    "1",
    "3",
    "a crack is proof",
    "a second report",
    "",
    "",
    "45",
    "2",
    "",
]
"""One line for each prompt of the small dilemma."""


def weigh(*lines: str, language: str = "en") -> str:
    run = casebot("dilemmas", "warn", "--cases", PLACE, "--plain", "--lang", language, given="\n".join(lines) + "\n")
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_line_is_read_at_each_prompt_to_the_last_line(language: str) -> None:
    said = weigh(*LINES, language=language)
    assert last(said) == "complete"
    assert said.count("> \n") == len(LINES)


def test_it_is_taken_up_where_it_was_left_at_every_prompt() -> None:
    for place, line in enumerate(LINES[:-1]):
        said = weigh(line)
        assert last(said) == "saved at step warn"
        assert ("Welcome back" in said) == (place > 0)
    assert last(weigh(LINES[-1])) == "complete"
    again = weigh("/quit")
    assert "Before: " in again
    assert "you wrote then: a second report" in again


def test_the_list_tells_where_one_stood() -> None:
    fresh = casebot("dilemmas", "--cases", PLACE).stdout
    assert "small/warn\n  Should the city have closed the bridge before the report was final?\n  New.\n" in fresh
    weigh(*LINES)
    weigh("70")
    listed = casebot("dilemmas", "--cases", PLACE, "--lang", "fr").stdout.replace("\u00a0", " ")
    begun = listed[listed.index("small/warn") :]
    assert "  En cours.\n  Avant : 20, plus près de" in begun
    assert "  Après : 45, plus près de" in begun


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_list_is_wrapped_by_words(language: str) -> None:
    lines = casebot("dilemmas", "--lang", language).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    words = " ".join(line.strip() for line in lines)
    for dilemma in Library(places()).load("x-xai").case.dilemmas.values():  # type: ignore[union-attr]
        assert Words(language).typeset(dilemma.question.show(language)) in words


def test_an_unknown_name_brings_the_nearest() -> None:
    run = casebot("dilemmas", "small/wran", "--cases", PLACE, "--plain")
    assert run.returncode == 2
    assert "Did you mean small/warn?" in run.stderr


def test_where_positions_are_not_kept_the_file_holds_none_of_them(home: Path) -> None:
    write_settings(home / "settings.toml", Settings(keep_positions=False))
    said = weigh(*LINES[:9])
    assert "dropped at its end" in said
    assert "you will see it" not in said
    assert last(weigh(*LINES[9:])) == "complete"
    kept = gradebook_file("learner").read_bytes()
    assert not [line for line in ("to be safe", "a city acts", "a crack", "a second report") if line.encode() in kept]
    assert b'"before":20' not in kept
    assert "New." in casebot("dilemmas", "--cases", PLACE).stdout


def test_what_was_kept_can_be_forgotten_to_the_last_byte_and_the_dilemma_goes_on(home: Path) -> None:
    weigh(*LINES)
    weigh("85", "another reason", "", "false alarms")
    run = casebot("forget", "positions", given="y\n")
    assert run.returncode == 0, run.stderr
    kept = gradebook_file("learner").read_bytes()
    texts = ("to be safe", "a city acts", "a crack", "a second report", "another reason", "false alarms", '"before":20')
    assert not [text for text in texts if text.encode() in kept]
    again = weigh("30")
    assert "Before you read both sides" in again
    assert "You weighed this" not in again
    assert last(weigh("/skip\n" * 20)) == "complete"
