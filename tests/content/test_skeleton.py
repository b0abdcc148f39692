"""Does what `casebot new` writes pass at once, and does an editor see what `check` sees?"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebot.content.check import check
from casebot.content.schema import FILES, schema
from casebot.content.skeleton import NotAnIdError, new_bank, new_case
from casebot.content.targets import targets
from tests.command import casebot

ROOT = Path(__file__).resolve().parent.parent.parent
TOMBI = shutil.which("tombi", path=str(Path(sys.executable).parent))


def test_a_new_bank_and_a_new_case_pass_at_once(tmp_path: Path) -> None:
    run = casebot("new", "bank", "ethics-of-firing", "--in", tmp_path)
    bank = tmp_path / "ethics-of-firing.toml"
    assert run.stdout.splitlines() == [str(bank), str(tmp_path / "bank.schema.json")]
    assert f"casebot check {bank}" in run.stderr
    assert casebot("check", "--strict", bank).returncode == 0
    assert casebot("new", "case", "bridge", "--in", tmp_path / "place").returncode == 0
    assert casebot("check", "--strict", tmp_path / "place").returncode == 0
    played = casebot("play", "bridge/first", "--cases", tmp_path / "place", given="\nno support @3\n")
    assert played.stdout.endswith("score 1/1 complete\n")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    new_bank("mine", tmp_path)
    (tmp_path / "mine.toml").write_text("mine")
    with pytest.raises(FileExistsError):
        new_bank("mine", tmp_path)
    assert (tmp_path / "mine.toml").read_text() == "mine"
    new_bank("yours", tmp_path)
    new_case("bridge", tmp_path)
    with pytest.raises(FileExistsError):
        new_case("bridge", tmp_path)
    with pytest.raises(NotAnIdError):
        new_bank("../escape", tmp_path)
    assert casebot("new", "bank", "mine", "--in", tmp_path).returncode == 1


@pytest.mark.parametrize("file", FILES)
def test_a_schema_describes_its_file(file: str) -> None:
    run = casebot("schema", file)
    assert json.loads(run.stdout) == schema(file)
    assert "description" in run.stdout


def lint(path: Path) -> list[int]:
    """The lines on which tombi finds something."""
    assert TOMBI is not None
    told = path.with_suffix(".json")
    subprocess.run(
        [TOMBI, "lint", "--offline", "--diagnostics-format", "json", "--diagnostics-file", told, path],
        capture_output=True,
        check=False,
    )
    found = json.loads(told.read_text("utf-8") or "[]") if told.exists() else []
    return sorted({each["range"]["start"]["line"] for each in found})


def with_schema(folder: Path, text: str) -> Path:
    (folder / "bank.schema.json").write_text(json.dumps(schema("bank")), "utf-8")
    path = folder / "bank.toml"
    path.write_text(f'#:schema bank.schema.json\n#:tombi toml-version = "v1.1.0"\n{text}', "utf-8")
    return path


def shape_lines(path: Path) -> list[int]:
    """The lines of the findings on shape that `check` tells."""
    found, _ = check(next(iter(targets([path], ()))))
    return sorted({finding.place.line for finding in found if finding.code.startswith("2")})


@pytest.mark.parametrize(
    "bank", [ROOT / "question_banks/x-xai/acquisition.toml", ROOT / "tests/place/question_banks/small/bank.toml"]
)
def test_an_editor_has_nothing_to_say_of_a_good_bank(tmp_path: Path, bank: Path) -> None:
    assert lint(with_schema(tmp_path, bank.read_text("utf-8"))) == []


GOOD = '[bank]\nformat = 1\ntitle = "T"\n\n[q.a]\nkind = "short"\nen = "a"\nfr = "b"\naccept = ["x"]\nexplain = "c"\n'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("explain", "explian"),
        ('accept = ["x"]', "accept = 3"),
        ("format = 1", "format = 2"),
        ('en = "a"', "en = 1"),
        ('explain = "c"', 'explain = "c"\nhints = "x"'),
        ('explain = "c"', 'explain = "c"\nneed = 0'),
        ('explain = "c"', 'explain = "c"\nclaims = ["Not an id"]'),
        ('explain = "c"', 'explain = "c"\nmode = "word"'),
    ],
)
def test_an_editor_sees_the_lines_that_check_sees(tmp_path: Path, old: str, new: str) -> None:
    path = with_schema(tmp_path, GOOD.replace(old, new, 1))
    assert lint(path) == shape_lines(path) != []
