"""`casebot try`: one answer, its verdict, and why."""

import json
from pathlib import Path

import pytest

from casebot.documents.slips import slips
from casebot.words.words import Words
from tests.command import casebot

BANK = "x-xai/acquisition"


@pytest.mark.parametrize(
    ("item", "answer", "verdict"),
    [
        ("price", "44 bn", "close"),
        ("price", "44 milliards de dollars", "correct"),
        ("price", "$44B", "correct"),
        ("price", "44,000,000,000", "close"),
        ("price", "quarante-quatre milliards", "close"),
        ("price", "44 million", "incorrect"),
        ("court-state", "Delawere", "close"),
        ("court-state", "not Delaware", "incorrect"),
        ("regulator", "DOGE or DOJ", "blank"),
        ("walk-away", "c", "correct"),
        ("judgment", "c'est vrai", "incorrect"),
    ],
)
def test_one_answer_as_json(item: str, answer: str, verdict: str) -> None:
    run = casebot("try", BANK, item, answer, "--json", "--lang", "fr" if "'" in answer else "en")
    assert run.returncode == 0
    found = json.loads(run.stdout)
    assert found["verdict"] == verdict
    assert found.keys() == {"verdict", "score", "key", "reasons"}
    assert all(reason.keys() == {"code", "text"} and reason["text"] for reason in found["reasons"])


def test_one_answer_as_text_with_its_trace(small_place: Path) -> None:
    bank = small_place / "question_banks/small/bank.toml"
    assert casebot("try", bank, "city", "City Gazete").stdout == ("Right, spelling: Gazete → Gazette (t missing)\n")
    traced = casebot("try", bank, "city", "Gazelle", "--trace").stdout.splitlines()
    assert traced == [
        "Not yet: That is not it.",
        "  A gazelle is an animal.",
        "  incorrect 0",
        "  known-wrong: a known mix-up",
    ]


def test_a_bank_by_itself_can_be_tried(tmp_path: Path) -> None:
    bank = tmp_path / "mine.toml"
    bank.write_text(
        '[bank]\nformat = 1\ntitle = "Mine"\n\n'
        '[q.year]\nkind = "short"\nen = "When?"\nfr = "Quand ?"\naccept = ["2022"]\n'
    )
    assert casebot("try", bank, "year", "2022").stdout == "Right: 2022\n"
    assert casebot("try", bank, "year", "2021").stdout.startswith("Not yet")


@pytest.mark.parametrize(
    ("bank", "item", "told"),
    [
        ("x-xai/aquisition", "price", "Did you mean x-xai/acquisition?"),
        (BANK, "prise", "Did you mean price?"),
        ("no/such.toml", "price", "There is no bank"),
    ],
)
def test_what_is_not_there_is_one_sentence(bank: str, item: str, told: str) -> None:
    run = casebot("try", bank, item, "x")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert told in run.stderr


@pytest.mark.parametrize(
    ("typed", "right", "told"),
    [
        ("gazete", "gazette", "t missing"),
        ("twiiter", "twitter", "t instead of i"),
        ("recieve", "receive", "ei swapped"),
        ("the", "teh", "eh swapped"),
        ("colour", "color", "u too many"),
        ("moderaton", "modération", "é instead of e, i missing"),
        ("same", "same", ""),
    ],
)
def test_a_slip_is_told_in_words(typed: str, right: str, told: str) -> None:
    assert slips(typed, right, Words("en")) == told


@pytest.mark.parametrize(
    ("slip", "line"), [("answer = 25,5", 6), ("answre = 25", 6), ("answer = [", 6), ("answer = 25\nhints = 3", 7)]
)
def test_a_question_that_cannot_be_read_is_said_to_be_so_with_its_line(tmp_path: Path, slip: str, line: int) -> None:
    bank = tmp_path / "mine.toml"
    good = '[q.year]\nkind = "short"\nen = "When?"\nfr = "Quand ?"\naccept = ["2022"]\n'
    bank.write_text(
        f'[bank]\nformat = 1\ntitle = "Mine"\n[q.margin]\nkind = "numeric"\n{slip}\nen = "a"\n{good}', "utf-8"
    )
    told = casebot("try", bank, "margin", "25")
    assert (told.returncode, told.stdout) == (2, "")
    assert f"The question margin cannot be read: {bank}, line {line}." in told.stderr
    assert "The question margin cannot be read" in casebot("preview", bank, "--at", "margin").stderr
    assert "no question called margins" in casebot("try", bank, "margins", "25").stderr
