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


PLAYED = """[bank]
format = 1
title = "Setting a price"
languages = ["en"]

[q.skim]
kind = "short"
en = "Which strategy begins with a high price?"
accept = ["skimming", "price skimming"]
explain = "It skims the market."

[q.demand]
kind = "single"
en = "What is demand that moves much with the price?"
explain = "Elastic."
options = [ { id = "elastic", en = "Elastic", right = true }, { id = "fixed", en = "Fixed" } ]
"""


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """What a learner exported who played a bank by its file, its answers refused."""
    bank = tmp_path / "mine" / "bridge.toml"
    bank.parent.mkdir()
    bank.write_text(PLAYED, "utf-8")
    casebot("play", bank, given="Elastic @2\nElastik @2\n/appeal\na\n")
    out = tmp_path / "results.jsonl"
    out.write_text(casebot("export").stdout, "utf-8")
    return bank


def test_a_bank_played_by_its_file_is_found_beside_the_results_or_named(
    played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "results.jsonl"
    lost = casebot("review", results)
    assert lost.returncode == 1
    assert "the bank local/bridge, which was not found" in lost.stderr
    assert "bridge.toml" in lost.stderr
    assert "looked at" not in lost.stderr
    named = casebot("review", results, played)
    assert "local/bridge/skim: Elastik   refused 1, objections 1" in named.stdout
    monkeypatch.chdir(played.parent)
    assert casebot("review", results).stdout == named.stdout
    monkeypatch.chdir(tmp_path.parent)
    beside = results.rename(played.parent / "results.jsonl")
    assert casebot("review", beside).stdout == named.stdout
    assert "none.toml cannot be read" in casebot("review", beside, tmp_path / "none.toml").stderr


def test_the_question_and_what_it_accepts_stand_with_each_group(played: Path, tmp_path: Path) -> None:
    shown = casebot("review", tmp_path / "results.jsonl", played, given="\n").stdout
    assert shown.startswith("local/bridge/skim: ")
    assert "\n  Which strategy begins with a high price?\n  accepted: skimming; price skimming\n" in shown


def test_what_answers_another_question_is_asked_about_before_it_is_accepted(played: Path, tmp_path: Path) -> None:
    before = played.read_text("utf-8")
    rows = ROW | {"item": "local/bridge/skim", "response": "elastic", "score": 0, "try": 1}
    (tmp_path / "results.jsonl").write_text(json.dumps(rows), "utf-8")
    run = casebot("review", tmp_path / "results.jsonl", played, given="a\nn\n")
    assert "another question of this bank as well: demand" in run.stdout
    assert "+accept" not in run.stdout
    assert played.read_text("utf-8") == before
    casebot("review", tmp_path / "results.jsonl", played, given="a\ny\ny\n")
    assert '"price skimming", "elastic"]' in played.read_text("utf-8")


def test_what_cannot_be_looked_at_is_said_by_name(played: Path, tmp_path: Path) -> None:
    rows = [ROW | {"item": f"local/bridge/{name}", "response": "x", "score": 0, "try": 1} for name in ("gone", "skim")]
    rows.append({"type": "appeal", "item": "local/bridge/demand", "lang": "en", "response": "fixed"})
    (tmp_path / "results.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    played.write_text(PLAYED.replace("accept", "acept"), "utf-8")
    told = casebot("review", tmp_path / "results.jsonl", played).stderr
    assert "1 answer is to local/bridge/gone, which no longer stands" in told
    assert "1 answer is to local/bridge/skim, which cannot be read" in told
    assert "1 objection is to local/bridge/demand, which is not answered in words" in told
    (tmp_path / "results.jsonl").write_text("", "utf-8")
    assert "nothing to go through" in casebot("review", tmp_path / "results.jsonl").stderr
