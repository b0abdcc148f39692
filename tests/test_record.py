"""Does the command line tell what the screen tells?"""

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.command import casebot, last
from tests.documents.page import check

LESSON = "2019 @2\n\n2018 @3\n2019\n\n\nrust @3\nCity Gazete @1\n"


@pytest.fixture
def played(small_place: Path) -> Path:
    """A place whose lesson has been begun."""
    casebot("play", "small/first", "--cases", small_place, given=LESSON + "/skip\n" * 20)
    return small_place


def test_the_record_as_text_and_as_json(played: Path) -> None:
    told = json.loads(casebot("record", "--json", "--cases", played).stdout)
    assert set(told) == {"lessons", "objectives", "certainty", "due", "positions"}
    shown = casebot("record", "--cases", played)
    assert shown.returncode == 0
    (lesson,) = (each for each in told["lessons"] if each["lesson"] == "small/first")
    assert lesson["n"] > 0
    assert f"right {lesson['right']} of {lesson['n']} (" in shown.stdout
    assert "█" in shown.stdout
    plain = casebot("record", "--plain", "--cases", played, "--lang", "fr").stdout
    assert "█" not in plain
    assert f"Pourquoi il a fermé\u00a0: juste {lesson['right']} sur {lesson['n']}" in plain
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_answers_and_what_is_found_are_printed(played: Path) -> None:
    answers = casebot("record", "--answers", "--cases", played).stdout
    assert "What did the inspection find?" in answers
    found = casebot("record", "--find", "LEAFLET", "--cases", played).stdout
    assert found.startswith("Claim: The bridge\n")
    assert "Note: The leaflet bears no name." in found
    assert casebot("record", "--find", "nowhere", "--cases", played).stdout.startswith("Nothing found.")
    assert casebot("record", "--answers", "--learner", "bea").stdout.startswith("Nothing yet:")


def test_the_case_file_is_printed_and_a_bank_stays_a_handout(played: Path) -> None:
    text = casebot("export", "--format", "md", "--cases", played).stdout
    assert text.startswith("# Case file\n")
    assert "## Corrections" in text
    page = casebot("export", "--format", "html", "--cases", played, "--lang", "fr").stdout
    found = check(page)
    assert found.faults == []
    assert found.languages == ["fr"]
    bank = casebot("export", "--format", "md", "small/bank", "--cases", played)
    assert bank.stdout.startswith("# The bridge\n")
    refused = casebot("export", "--format", "html", "small/bank", "--cases", played)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "printed as Markdown" in refused.stderr


def test_a_finished_lesson_says_so_first_and_its_answers_stay_told(small_place: Path) -> None:
    cases = ("--cases", small_place)
    run = casebot("play", "small/first", *cases, "--plain", given=LESSON + "/skip\n" * 40)
    assert last(run.stdout).endswith(" complete")
    assert "You have done this lesson" not in run.stderr
    told = casebot("export", "--format", "md", *cases).stdout
    assert "- Right is: Rust" in told
    again = casebot("play", "small/first", *cases, "--plain", given="")
    assert again.stderr.startswith("casebot: You have done this lesson: ")
    assert casebot("export", "--format", "md", *cases).stdout == told
    assert "Why it closed  (done, " in casebot("lessons", *cases).stdout
    assert "What is known." in casebot("--plain", *cases, given="").stdout.replace("\n", " ")


def test_an_objective_is_practised_line_by_line(played: Path) -> None:
    run = casebot("due", "know", "--cases", played, given="/skip\n" * 5)
    assert run.returncode == 0
    assert "ahead of their days" in run.stdout
    assert last(run.stdout) == "score 0/2 complete"
    assert "Did you mean small/know?" in casebot("due", "small/knwo", "--cases", played, "--plain").stderr


def test_what_has_changed_is_told_beside_the_conversation(small_place: Path, tmp_path: Path) -> None:
    place = copytree(small_place, tmp_path / "place")
    alone = ("--cases", place, "--plain", "--learner", "ada")
    casebot("play", "small/first", *alone, given="/skip\n" * 2)
    assert "Since you were here" not in casebot(*alone, given="/quit\n").stderr
    path = place / "lessons/small/case.toml"
    path.write_text(path.read_text("utf-8").replace("[claim.rust]\n", '[claim.rust]\nchanged = "2026-01"\n'), "utf-8")
    assert "Since you were here: (reported) An inspection" in casebot(*alone, given="/quit\n").stderr
    assert "Since you were here" not in casebot(*alone, given="/quit\n").stderr
