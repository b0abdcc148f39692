"""Is what the documents say so?"""

import re
import shlex
from pathlib import Path

import pytest

from casebot.content.check import check
from casebot.content.targets import targets
from tests.command import casebot, last

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", path.read_text("utf-8"), re.DOTALL)


def test_every_toml_block_of_the_authors_guide_is_what_it_says(tmp_path: Path) -> None:
    bank, case, lesson, more = blocks(ROOT / "docs/authoring.md", "toml")[:4]
    for name, text in (
        ("lessons/bridge/case.toml", case),
        ("lessons/bridge/closing.toml", lesson),
        ("lessons/bridge/more.toml", more),
        ("question_banks/bridge/bank.toml", bank),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert [check(target) for target in targets([tmp_path], ())] == [([], 4)]
    run = casebot("play", "closing", "--cases", tmp_path, given="\nMay @2\n")
    assert last(run.stdout) == "score 1/1 complete"


def test_every_link_leads_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), (path.name, target)


def test_every_command_of_the_readme_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [line.partition("#")[0] for block in blocks(ROOT / "README.md", "sh") for line in block.splitlines()]
    tried = [shlex.split(line)[1:] for line in commands if line.startswith("casebot")]
    assert len(tried) >= 5
    for arguments in tried:
        run = casebot(*arguments, given="/quit\n")
        assert run.returncode == 0, (arguments, run.stderr)


def test_every_folder_of_the_house_is_told() -> None:
    house = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for path in (ROOT / "casebot").iterdir():
        if path.name not in {"__init__.py", "__main__.py", "__pycache__", "py.typed"}:
            assert path.name in house, path.name


def test_the_constraints_name_versions_and_no_addresses() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line) for line in lines)
    assert len(lines) > 20


def test_every_command_of_the_learners_guide_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    casebot("play", "acquisition", given="/skip\n")
    commands = [
        line.partition("#")[0] for block in blocks(ROOT / "docs/learners.md", "sh") for line in block.splitlines()
    ]
    assert len(commands) >= 10
    for command in commands:
        arguments, _, file = command.partition(">")
        yes = ["--yes"] if arguments.split()[1:3] == ["forget", "all"] else []
        run = casebot(*shlex.split(arguments)[1:], *yes, given="/quit\n")
        assert run.returncode == 0, (command, run.stderr)
        if file:
            Path(file.strip()).write_text(run.stdout, "utf-8")


def test_what_is_said_of_accessibility_is_shown_by_tests_that_exist() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/accessibility.md").read_text("utf-8")))
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) > 15
    assert {name for name in named if f"def {name}" not in tests} == set()
