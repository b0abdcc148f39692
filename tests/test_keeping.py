"""Export, import, forget, backup, restore and where, as a learner uses them."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from casebot.model.attempt import Note, Position
from casebot.store.gradebook import Gradebook
from casebot.store.places import gradebook_file
from tests.command import casebot, last
from tests.store.test_forgetting import REASON, position

ANSWERS = "2018\n\n2019 @1\n/appeal\n"
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


@pytest.fixture(autouse=True)
def place(small_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEBOT_CASES", str(small_place))


def play(home: Path | None = None) -> None:
    """Two answers and an objection in the small lesson."""
    assert casebot("play", "small/first", given=ANSWERS, home=home).returncode == 0


def take_positions() -> None:
    """A position and a note about its dilemma."""
    book = Gradebook(gradebook_file("learner"))
    session = book.sessions()[0].id
    told = position(learner="learner", session=session)
    note = Note.model_validate(
        _common(told) | {"id": "n1", "about": f"dilemma:{told.dilemma}/fact", "text": "It depends."}
    )
    book.add([told, note])
    book.close()


def _common(told: Position) -> dict[str, object]:
    return {name: getattr(told, name) for name in ("learner", "session", "at", "lang")}


def types(text: str) -> list[str]:
    return [json.loads(line)["type"] for line in text.splitlines()]


def test_what_was_answered_is_printed_as_data_and_what_it_holds_as_talk() -> None:
    play()
    assert casebot("export").stderr == "casebot: 2 answers, 1 objection of learner.\n"
    take_positions()
    run = casebot("export")
    assert (run.returncode, types(run.stdout)) == (0, ["attempt", "attempt", "appeal"])
    assert run.stderr == (
        "casebot: 2 answers, 1 objection of learner.\n"
        "casebot: Positions are left out: 2 entries; --positions adds them.\n"
    )
    whole = casebot("export", "--format", "jsonl", "--positions")
    assert sorted(types(whole.stdout)) == ["appeal", "attempt", "attempt", "note", "position"]
    assert "Positions" not in whole.stderr
    table = casebot("export", "--format", "csv", "--lang", "fr")
    assert len(table.stdout.splitlines()) == 3
    assert "1 autre entrée est laissée de côté ;" in table.stderr.translate(SPACES)


def test_a_learner_who_has_not_begun_exports_nothing_and_is_not_begun_by_it(home: Path) -> None:
    for arguments in (["export"], ["forget", "positions"], ["forget", "acquisition"], ["where"]):
        assert casebot(*arguments).returncode == 0
    assert casebot("backup", "b.db").returncode == 1
    assert casebot("forget", "--undo").returncode == 1
    assert not gradebook_file("learner").exists()


def test_a_bank_is_still_printed_and_formats_are_not_mixed_up(small_place: Path) -> None:
    bank = small_place / "question_banks/small/bank.toml"
    assert casebot("export", bank).stdout == casebot("export", "--format", "md", bank).stdout != ""
    for arguments in (["--format", "csv", str(bank)], ["--format", "html", str(bank)], ["--format", "xml"]):
        assert casebot("export", *arguments).returncode == 2


def test_data_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    play()
    book = Gradebook(gradebook_file("learner"))
    first = book.attempts()[0]
    book.add([first.model_copy(update={"attempt": "x", "response": "é \u2028 👍"})])
    command = [sys.executable, "-m", "casebot", "export"]
    told = subprocess.run(command, capture_output=True, check=True, env=os.environ | {"PYTHONIOENCODING": "latin-1"})
    assert "é \u2028 👍".encode() in told.stdout
    run = casebot("import", "-", given=told.stdout, home=tmp_path / "other")
    assert (run.returncode, run.stderr) == (
        0,
        "casebot: To the gradebook of learner: 4 entries came in, 0 were there already.\n",
    )


def test_two_machines_come_together(tmp_path: Path) -> None:
    homes = [tmp_path / "one", tmp_path / "other"]
    for number, home in enumerate(homes):
        play(home)
        (tmp_path / f"{number}.jsonl").write_text(casebot("export", home=home).stdout, "utf-8")
    first = casebot("import", tmp_path / "1.jsonl", home=homes[0])
    assert "3 entries came in, 0 were there already" in first.stderr
    assert casebot("import", tmp_path / "0.jsonl", home=homes[1]).returncode == 0
    again = casebot("import", tmp_path / "1.jsonl", "--lang", "fr", home=homes[0]).stderr.translate(SPACES)
    assert again == "casebot: Dans le carnet de learner : 0 entrée ajoutée, 3 déjà là.\n"
    assert casebot("export", home=homes[0]).stdout == casebot("export", home=homes[1]).stdout


def test_lines_that_are_broken_or_foreign_are_told_and_lose_no_other(tmp_path: Path) -> None:
    play()
    lines = casebot("export").stdout.splitlines()
    wrong = [lines[0], "{", '{"type": "dream"}', lines[1].replace('"score":', '"scor":'), lines[2]]
    wrong += [lines[1].replace('"learner"', '"bea"').replace('"bea":', '"learner":')]
    (tmp_path / "a.jsonl").write_text("\n".join(wrong + ["{"] * 20), "utf-8")
    run = casebot("import", tmp_path / "a.jsonl", home=tmp_path / "other")
    assert run.returncode == 1
    assert run.stderr.splitlines()[:4] == [
        "casebot: Line 2 is broken and was passed over.",
        "casebot: Line 3 is no entry of casebot and was passed over.",
        "casebot: Line 4 was passed over: its score does not fit.",
        "casebot: Line 6 was passed over: it belongs to bea. `--learner bea` takes it.",
    ]
    assert run.stderr.splitlines()[-2:] == [
        "casebot: And 14 more lines were passed over.",
        "casebot: To the gradebook of learner: 2 entries came in, 0 were there already.",
    ]


@pytest.mark.parametrize("raw", [b"notes\n", b"\x00\xff" * 999, b"[{}]", b'{"type": "session"}', b"type,attempt\n"])
def test_what_is_no_export_is_refused_in_one_sentence(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(raw)
    run = casebot("import", tmp_path / "a.jsonl")
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert not gradebook_file("learner").exists()


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    for command in ("import", "restore"):
        for name in ("none", "."):
            run = casebot(command, tmp_path / name)
            assert (run.returncode, run.stderr.count("\n")) == (
                (1, 1) if (command, name) == ("restore", ".") else (2, 1)
            )


def test_a_lesson_is_forgotten_and_brought_back(tmp_path: Path) -> None:
    play()
    before = casebot("export").stdout
    casebot("backup", tmp_path / "b.db")
    run = casebot("forget", "small/first")
    assert run.returncode == 0
    assert run.stderr == (
        "casebot: small/first is forgotten: 1 session, 2 answers, 1 entry beside them. "
        "`casebot forget --undo` brings it back, until casebot is next started.\n"
        f"casebot: These copies still have it: {tmp_path / 'b.db'}.\n"
    )
    assert casebot("forget", "--undo").stderr == "casebot: Back again: 1 session, 2 answers, 1 entry beside them.\n"
    assert casebot("export").stdout == before
    casebot("forget", "first")
    assert "a forgotten lesson, which `casebot forget --undo` brings back" in casebot("where").stdout
    assert json.loads(casebot("where", "--json").stdout)["gradebooks"][0]["aside"]
    assert "(new)" in casebot("lessons").stdout
    assert casebot("export").stdout == ""
    assert casebot("forget", "--undo").returncode == 1
    assert casebot("forget", "small/first", "--lang", "fr").stderr == "casebot: On ne garde rien de small/first.\n"


def test_a_lesson_whose_case_is_gone_and_a_quiz_can_be_forgotten(
    small_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play()
    monkeypatch.delenv("CASEBOT_CASES")
    casebot("play", small_place / "question_banks/small/bank.toml", given="2019\n")
    run = casebot("forget", "nothing")
    assert run.returncode == 2
    assert "small/first" in run.stderr
    assert casebot("forget", "small/first").returncode == 0
    assert casebot("forget", "small/bank").returncode == 0
    assert casebot("export").stdout == ""


def test_forgetting_needs_to_know_what() -> None:
    for arguments in ([], ["small/first", "--undo"], ["all", "--undo"]):
        assert casebot("forget", *arguments).returncode == 2


def test_positions_are_forgotten_in_the_gradebook_and_in_every_copy(tmp_path: Path, home: Path) -> None:
    play()
    take_positions()
    casebot("backup", tmp_path / "kept.db")
    casebot("backup", tmp_path / "moved.db")
    casebot("restore", tmp_path / "kept.db")
    (tmp_path / "moved.db").rename(tmp_path / "elsewhere.db")
    holding = [file for file in tmp_path.rglob("*") if file.is_file() and REASON.encode() in file.read_bytes()]
    assert len(holding) == 4
    run = casebot("forget", "positions")
    assert run.returncode == 0
    assert run.stderr.splitlines()[0] == (
        f"casebot: 2 entries that told positions are removed from {gradebook_file('learner')}, for good."
    )
    assert f"The copy {tmp_path / 'moved.db'} is no longer there." in run.stderr
    holding = [file for file in tmp_path.rglob("*") if file.is_file() and REASON.encode() in file.read_bytes()]
    assert holding == [tmp_path / "elsewhere.db"]
    assert types(casebot("export", "--positions").stdout) == ["attempt", "attempt", "appeal"]
    assert "forgotten lesson" not in casebot("where").stdout


def test_a_copy_that_cannot_be_cleaned_is_told(tmp_path: Path) -> None:
    play()
    casebot("backup", tmp_path / "b.db")
    raw = bytearray((tmp_path / "b.db").read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    (tmp_path / "b.db").write_bytes(bytes(raw))
    run = casebot("forget", "positions")
    assert run.returncode == 1
    assert "could not be changed and still holds" in run.stderr


def test_everything_is_forgotten_only_after_a_yes(tmp_path: Path, home: Path) -> None:
    play()
    casebot("backup", tmp_path / "b.db")
    casebot("restore", tmp_path / "b.db")
    asked = casebot("forget", "all", given="y\n")
    assert (asked.returncode, asked.stdout) == (2, "")
    assert gradebook_file("learner").exists()
    run = casebot("forget", "all", "--yes")
    assert run.returncode == 0
    assert str(tmp_path / "b.db") in run.stdout.splitlines()
    assert last(run.stderr) == "casebot: 4 files removed. Nothing is kept of learner any more."
    assert list(home.iterdir()) == []
    assert not (tmp_path / "b.db").exists()
    assert json.loads(casebot("where", "--json").stdout)["gradebooks"] == []


@pytest.mark.parametrize(("said", "status"), [("n\n", 1), ("\n", 1), ("y\n", 0), ("\x04", 1)])
def test_on_a_terminal_it_asks_once(said: str, status: int) -> None:
    play()
    pid, file = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "casebot", "forget", "all"])  # noqa: S606 - our own program
    seen = b""
    while b"(y/n)" not in seen:
        seen += os.read(file, 4096)
    os.write(file, said.encode())
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == status
    os.close(file)
    assert str(gradebook_file("learner")).encode() in seen
    assert gradebook_file("learner").exists() == bool(status)


def test_a_backup_is_made_and_restored(tmp_path: Path) -> None:
    play()
    before = casebot("export").stdout
    run = casebot("backup", tmp_path / "b.db")
    assert (run.returncode, run.stdout) == (0, f"{tmp_path / 'b.db'}\n")
    assert casebot("backup", tmp_path / "b.db").returncode == 1
    assert casebot("backup", tmp_path / "no" / "b.db").returncode == 2
    casebot("play", "small/first", given="/skip\n" * 60)
    assert casebot("export").stdout != before
    told = casebot("restore", tmp_path / "b.db")
    assert told.returncode == 0
    assert f"The one before is kept: {gradebook_file('learner')}.before-restore" in told.stderr
    assert casebot("export").stdout == before
    assert "(in progress" in casebot("lessons").stdout
    (tmp_path / "b.db").write_text("notes")
    assert casebot("restore", tmp_path / "b.db").returncode == 1
    assert casebot("export").stdout == before


def test_where_tells_every_file_with_its_size(tmp_path: Path, home: Path, small_place: Path) -> None:
    play()
    casebot("backup", tmp_path / "b.db")
    casebot("play", "small/first", "--learner", "bea", given="/fr\n")
    rows = casebot("where", "--lang", "en").stdout.splitlines()
    assert rows[0] == "Gradebook of bea"
    assert rows[3] == "Gradebook of learner"
    assert rows[4].split("  ")[1] == str(gradebook_file("learner"))
    assert rows[5] == "  1 session, 2 answers, 1 objection, 0 notes, 0 positions, 0 half-typed answers"
    assert rows[6].startswith(f"  copy  {tmp_path / 'b.db'}  ")
    assert rows[-1] == f"  {small_place}  1 case: small"
    told = json.loads(casebot("where", "--json", "--lang", "fr").stdout)
    assert [book["learners"] for book in told["gradebooks"]] == [["bea"], ["learner"]]
    kept = told["gradebooks"][1]
    assert kept["bytes"] == gradebook_file("learner").stat().st_size
    assert (kept["sessions"], kept["attempts"], kept["appeals"], kept["trouble"]) == (1, 2, 1, None)
    assert [copy["file"] for copy in kept["copies"]] == [str(tmp_path / "b.db")]
    assert [each["file"] for each in told["settings"]] == [str(home / "settings.toml")]
    assert told["places"][0]["shipped"]
    assert told["places"][-1] == {"folder": str(small_place), "shipped": False, "cases": ["small"]}


def test_an_attempt_of_an_unknown_question_is_kept(tmp_path: Path) -> None:
    play()
    kept = Gradebook(gradebook_file("learner")).attempts()
    far = kept[0].model_copy(update={"attempt": "far", "case": "gone", "item": "gone/bank/item"})
    (tmp_path / "a.jsonl").write_text(far.model_dump_json(), "utf-8")
    assert casebot("import", tmp_path / "a.jsonl").returncode == 0
    assert "gone/bank/item" in casebot("export").stdout


@pytest.mark.parametrize("command", ["export", "import", "forget", "backup", "restore", "where"])
def test_every_command_is_explained_in_both_languages(command: str) -> None:
    told = [casebot(command, "--help", "--lang", language) for language in ("en", "fr")]
    assert [run.returncode for run in told] == [0, 0]
    assert told[0].stdout != told[1].stdout
