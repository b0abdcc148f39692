"""`casebot review`: what learners typed becomes part of the bank."""

import json
from pathlib import Path
from shutil import copytree

import pytest
import tomli

from tests.command import casebot

ROW = {
    "type": "attempt",
    "learner": "a",
    "item": "small/bank/city",
    "phase": "lesson",
    "lang": "en",
    "verdict": "incorrect",
}


@pytest.fixture
def place(tmp_path: Path, small_place: Path) -> Path:
    return copytree(small_place, tmp_path / "place")


@pytest.fixture
def results(tmp_path: Path) -> Path:
    typed = ["Town Gazette", "town gazette", "TOWN GAZETTE!", "the Herald", "Rust", "the Herald"]
    rows = [ROW | {"response": text, "score": 0, "try": 1} for text in typed]
    rows.append({"type": "appeal", "item": "small/bank/city", "lang": "en", "response": "Town Gazette"})
    rows.append(ROW | {"item": "small/bank/gone", "response": "x", "score": 0, "try": 1})
    path = tmp_path / "results.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_groups_become_aliases_known_wrong_answers_or_nothing(place: Path, results: Path) -> None:
    bank = place / "question_banks/small/bank.toml"
    before = bank.read_text("utf-8")
    run = casebot("review", results, "--cases", place, given="a\ny\nw\nAnother paper.\nUn autre journal.\ny\n\n")
    assert run.returncode == 0
    assert "city: Town Gazette   refused 3, objections 1" in run.stdout
    assert run.stdout.index("Town Gazette") < run.stdout.index("the Herald") < run.stdout.index("city: Rust")
    assert '+accept = ["City Gazette", "the Gazette", "Town Gazette"]' in run.stdout
    item = tomli.loads(bank.read_text("utf-8"))["q"]["city"]
    assert item["accept"][-1] == "Town Gazette"
    assert item["wrong"][-1]["why"] == {"en": "Another paper.", "fr": "Un autre journal."}
    changed = [line for line in bank.read_text("utf-8").splitlines() if line not in before.splitlines()]
    assert len(changed) == 2
    assert "3 answers looked at" in run.stderr


def test_nothing_is_written_without_a_yes_or_where_the_bank_would_not_pass(place: Path, results: Path) -> None:
    bank = place / "question_banks/small/bank.toml"
    before = bank.read_bytes()
    assert casebot("review", results, "--cases", place, given="a\nn\nq\n").returncode == 0
    assert bank.read_bytes() == before
    rows = ROW | {"response": "Daily Mirror", "score": 0, "try": 1}
    results.write_text(json.dumps(rows), "utf-8")
    run = casebot("review", results, "--cases", place, given="a\ny\n")
    assert run.returncode == 1
    assert "would not pass" in run.stderr
    assert bank.read_bytes() == before


def test_sentences_that_no_point_hears_become_terms_or_misconceptions(place: Path, tmp_path: Path) -> None:
    bank = place / "question_banks/small/bank.toml"
    open_question = next(
        name for name, item in tomli.loads(bank.read_text("utf-8"))["q"].items() if item["kind"] == "free"
    )
    said = ["There was rust. The ropes were eaten away", "the ropes were eaten away!", "Aliens did it."]
    rows = [
        ROW | {"item": f"small/bank/{open_question}", "response": text, "verdict": "partial", "score": 0.5, "try": 1}
        for text in said
    ]
    results = tmp_path / "open.jsonl"
    results.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    given = "a\nrust\neaten away\ny\nw\naliens\nNobody saw any.\nPersonne n'en a vu.\ny\n"
    run = casebot("review", results, "--cases", place, given=given)
    assert run.returncode == 0, run.stderr
    assert "The ropes were eaten away   refused 2" in run.stdout
    assert "There was rust" not in run.stdout
    item = tomli.loads(bank.read_text("utf-8"))["q"][open_question]
    assert item["keypoints"][0]["terms"]["en"] == [["rust", "corrosion", "eaten away"]]
    assert item["misconceptions"][-1]["terms"] == [["aliens"]]
    assert item["misconceptions"][-1]["why"]["fr"] == "Personne n'en a vu."
    tried = casebot("try", "small/bank", open_question, "the ropes were eaten away", "--cases", place, "--json")
    assert json.loads(tried.stdout)["score"] == 0.5
    assert casebot("review", results, "--cases", place, given="").stdout == "", "what is heard now is shown no more"
