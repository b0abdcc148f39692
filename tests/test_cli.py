import json
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

import casebot as package
from casebot.store.places import gradebook_file
from tests.command import casebot, last


def test_version() -> None:
    run = casebot("--version")
    assert (run.returncode, run.stdout) == (0, f"casebot {package.__version__}\n")


@pytest.mark.parametrize(("language", "heading"), [("en", "usage: casebot"), ("fr", "usage : casebot")])
def test_help_is_in_the_language(language: str, heading: str) -> None:
    run = casebot("--help", "--lang", language)
    assert run.returncode == 0
    assert run.stdout.replace("\u00a0", " ").startswith(heading)
    for command in ("play", "lessons", "check"):
        assert command in run.stdout
        assert casebot(command, "--help", "--lang", language).returncode == 0


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["dance"], ["play", "--lang", "de"], ["check", "--format", "xml"]]
)
def test_what_cannot_be_understood_ends_with_2(arguments: list[str]) -> None:
    run = casebot(*arguments)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_an_unknown_lesson_brings_the_nearest() -> None:
    run = casebot("play", "aquisition", "--plain")
    assert run.returncode == 2
    assert run.stderr == (
        "casebot: There is no lesson called aquisition. Did you mean x-xai/acquisition? "
        "The lessons are: x-xai/acquisition, x-xai/crisis, x-xai/political-leverage, x-xai/xai, x-xai/ethics, "
        "x-xai/scenarios, tylenol-recall/recall.\n"
    )
    assert "no case called y" in casebot("play", "y/acquisition", "--plain").stderr


def test_lessons_are_listed_with_how_far_one_is() -> None:
    assert "(new)" in casebot("lessons").stdout
    casebot("play", "acquisition", "--plain", given="/skip\n")
    assert re.search(r"\(in progress, step 2 of \d\d\)", casebot("lessons").stdout)
    casebot("play", "acquisition", "--plain", given="/skip\n" * 60)
    assert re.search(r"\(finie, 0 sur 1\d points\)", casebot("lessons", "--lang", "fr").stdout)
    assert "(new)" in casebot("lessons", "--learner", "bea").stdout


def test_the_shipped_content_has_nothing_to_mend() -> None:
    run = casebot("check", "--strict")
    assert (run.returncode, run.stdout) == (0, "")
    assert re.fullmatch(r"\d+ files, nothing to mend\.\n", run.stderr)


def test_check_tells_every_problem(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    bank = root / "question_banks/small/bank.toml"
    bank.write_text(
        bank.read_text("utf-8").replace("answer = false", "anwser = false").replace('claim = "s', 'claim = "z')
    )
    run = casebot("check", bank, "--format", "json")
    assert run.returncode == 1
    findings = [each for each in json.loads(run.stdout) if each["severity"] == "error"]
    assert [(each["code"], each["severity"]) for each in findings] == [
        ("201", "error"),
        ("301", "error"),
    ]
    concise = [line for line in casebot("check", bank, "--format", "concise").stdout.splitlines() if ": 6" not in line]
    assert concise[0] == f"{bank}:{findings[0]['line']}:1: 201 anwser is not a key that may stand here"
    full = casebot("check", bank, "--lang", "fr").stdout
    assert "anwser = false\n  ^\n  aide" in full.replace("\u00a0", " ")
    assert "Vouliez-vous dire answer" in full


def test_check_of_nothing_says_so(tmp_path: Path) -> None:
    run = casebot("check", tmp_path / "none.toml", "--format", "concise")
    assert run.returncode == 1
    assert run.stdout == f"{tmp_path / 'none.toml'}:1:1: 001 there is no such file\n"


def test_a_place_of_ones_own_adds_its_cases(small_place: Path) -> None:
    assert "small/first" in casebot("lessons", "--cases", small_place).stdout
    assert "small/first" in casebot("lessons", CASEBOT_CASES=str(small_place)).stdout
    run = casebot("play", "small/first", "--cases", small_place, given="/skip\n" * 60)
    assert last(run.stdout) == "score 0/11 complete"


def test_a_broken_file_of_content_is_told_and_the_rest_is_played(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    bank = root / "question_banks/small/bank.toml"
    bank.write_text(bank.read_text("utf-8").replace("answer = 7.25", "answer = seven"), "utf-8")
    run = casebot("play", "small/first", "--cases", root, given="/skip\n" * 60)
    assert run.returncode == 0
    assert "`casebot check` tells what" in run.stderr
    assert last(run.stdout) == "score 0/10 complete"


@pytest.mark.parametrize("before", [True, False])
def test_an_option_means_the_same_before_and_behind_the_command(*, before: bool, small_place: Path) -> None:
    options = ["--learner", "zed", "--cases", str(small_place), "--lang", "fr"]
    command = ["play", "small/first", "--plain"]
    run = casebot(*(options + command if before else command + options), given="/passer\n")
    assert run.returncode == 0
    assert "Avant le texte" in run.stdout
    assert gradebook_file("zed").exists()
    assert not gradebook_file("learner").exists()


def test_a_folder_that_is_not_there_is_one_sentence() -> None:
    run = casebot("lessons", "--cases", "/no/such/folder")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "/no/such/folder" in run.stderr
    assert casebot("lessons", "--cases", "~no-such-person").returncode == 2


def test_a_name_that_two_cases_have_is_asked_for_in_full(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    copytree(root / "lessons/small", root / "lessons/twin")
    copytree(root / "question_banks/small", root / "question_banks/twin")
    run = casebot("play", "first", "--plain", "--cases", root)
    assert run.returncode == 2
    assert "small/first, twin/first" in run.stderr


def test_a_bank_that_is_gone_is_told_and_not_counted(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    (root / "question_banks/small/bank.toml").unlink()
    run = casebot("play", "small/first", "--cases", root, given="\n" * 20)
    assert "0 questions" in run.stdout.replace("\n", " ")
    assert "`casebot check` tells what" in run.stderr


def test_what_is_no_file_is_told_and_holds_nothing_up(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    os.mkfifo(root / "lessons/small/pipe.toml")
    run = casebot("check", root, "--format", "concise")
    assert run.returncode == 1
    assert "pipe.toml:1:1: 004" in run.stdout
    assert casebot("play", "small/first", "--cases", root, given="/skip\n" * 60).returncode == 0


def test_learners_with_long_names_do_not_share_a_gradebook() -> None:
    assert gradebook_file("n" * 300 + "a") != gradebook_file("n" * 300 + "b")
    assert len(gradebook_file("\U0001f600" * 300).name.encode()) < 255


def test_the_language_of_the_conversation_is_kept_for_the_next_time() -> None:
    casebot("play", "acquisition", "--plain", given="/fr\n")
    assert "Leçon" in casebot("play", "aquisition", "--plain").stderr or "leçon" in casebot("play", "x").stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_error(closed: str) -> None:
    shell = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m casebot play acquisition --plain {closed}'],
        capture_output=True,
        check=False,
    )
    assert shell.returncode == 0
    assert b"Traceback" not in shell.stderr


def test_a_missing_lesson_file_is_one_sentence(tmp_path: Path, small_place: Path) -> None:
    root = copytree(small_place, tmp_path / "place")
    (root / "lessons/small/first.toml").unlink()
    run = casebot("play", "small/first", "--cases", root)
    assert run.returncode == 2
    assert "has no step that can be read" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"not a database, but long enough to be read as one", "is damaged"), (b"", None)],
)
def test_a_gradebook_that_cannot_be_used_is_one_sentence(home: Path, content: bytes, sentence: str | None) -> None:
    home.mkdir()
    gradebook_file("learner").write_bytes(content)
    run = casebot("play", "acquisition", "--plain")
    if sentence is None:
        assert run.returncode == 0
        return
    assert run.returncode == 2
    assert sentence in run.stderr
    assert run.stderr.count("\n") == 1
    assert gradebook_file("learner").read_bytes() == content


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run = casebot("play", "acquisition", "--plain", home=tmp_path / "file" / "home")
    assert run.returncode == 2
    assert "Set CASEBOT_HOME" in run.stderr
    assert run.stderr.count("\n") == 1


def test_broken_settings_are_set_aside_with_a_sentence(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("= broken")
    run = casebot("lessons")
    assert run.returncode == 0
    assert "set aside" in run.stderr
    assert (home / "settings.broken.toml").exists()


def test_details_are_for_those_who_ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from casebot import cli
    from casebot.cli import lessons

    def fail(*_: object) -> int:
        raise ValueError("the reason")

    monkeypatch.setattr(lessons, "run", fail)
    assert cli.main(["lessons"]) == 2
    assert capsys.readouterr().err.startswith("casebot: Something went wrong: ValueError: the reason.")
    with pytest.raises(ValueError, match="the reason"):
        cli.main(["lessons", "--debug"])


def test_interrupting_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    from casebot import cli
    from casebot.cli import lessons

    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(lessons, "run", stop)
    assert cli.main(["lessons"]) == 130


def test_a_closed_pipe_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)

    run = subprocess.run(
        [sys.executable, "-m", "casebot", "lessons"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lern"], "there is no command lern. Did you mean lessons? casebot --help tells more."),
        (["recod", "--lang", "fr"], "il n’y a pas de commande recod. Vouliez-vous dire record ? casebot --help en dit"),
        (["xyzzy"], "there is no command xyzzy. casebot --help tells more."),
        (["--foo", "--lang", "fr"], "--foo : inconnu ici. casebot --help en dit plus."),
        (["play", "--lang", "de"], "--lang cannot be de; it is one of en, fr. casebot play --help tells more."),
        (["try", "--lang", "fr"], "il manque BANQUE, QUESTION, RÉPONSE. casebot try --help en dit plus."),
        (["play", "--n", "x", "--lang", "fr"], "x ne convient pas à --n. casebot play --help en dit plus."),
        (["--cases"], "--cases needs a value. casebot --help tells more."),
    ],
)
def test_a_mistaken_command_line_is_told_in_one_sentence(arguments: list[str], said: str) -> None:
    run = casebot(*arguments)
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.replace("\u00a0", " ").replace("\u202f", " ").startswith(f"casebot: {said}")


def test_the_help_lists_the_commands_of_learners_before_those_of_authors() -> None:
    shown = casebot("--help", "--lang", "fr").stdout.replace("\u00a0", " ")
    learners, authors = shown.index("commandes :"), shown.index("commandes pour les auteurs :")
    assert learners < shown.index("  play ") < authors < shown.index("  check ")
    assert not re.search(r"\n *\n *\n|:\n *\n", shown)
    assert not re.search(r"NAME|FOLDER|options:", shown)


def test_what_lessons_prints_first_is_what_play_takes() -> None:
    name = casebot("lessons").stdout.split()[0]
    assert casebot("play", name, "--plain", given="").returncode == 0


def test_questions_to_the_case_end_without_a_place_to_go_on_from() -> None:
    assert "saved" not in casebot("ask", given="").stdout
