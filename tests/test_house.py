"""Does the house stand as ARCHITECTURE.md says?"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebot.words.words import Words

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 350
HEAVY = ("pydantic", "simplemma", "fsrs", "rapidfuzz", "markdown_it", "plotext")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    files = [path for folder in ("casebot", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    long = {str(path): count for path in files if (count := len(path.read_text("utf-8").splitlines())) > LONGEST}
    assert long == {}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command is not None
    return subprocess.run(
        [command, "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("model/claim.py", "import casebot.grading.grade"),
        ("tutoring/session.py", "import casebot.store.gradebook"),
        ("documents/charts.py", "import casebot.words.words"),
        ("grading/words.py", "import rapidfuzz"),
        ("plain.py", "import textual"),
        ("progress/__init__.py", "import os"),
        ("lobby.py", "import casebot.cli"),
    ],
)
def test_an_import_against_the_direction_is_refused(tmp_path: Path, where: str, line: str) -> None:
    shutil.copytree(ROOT / "casebot", tmp_path / "casebot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file = tmp_path / "casebot" / where
    file.write_text(f"{line}\n" + (file.read_text("utf-8") if file.exists() else ""), "utf-8")
    assert lint(tmp_path).returncode == 1


@pytest.mark.startup
def test_home_loads_nothing_heavy() -> None:
    loaded = python("import sys, casebot.tui.app; print(*sys.modules)").split()
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.startup
def test_version_loads_next_to_nothing() -> None:
    loaded = python("import sys, casebot.cli; casebot.cli.main(['--version']); print(*sys.modules)").split()
    assert [name for name in (*HEAVY, "argparse", "tomli", "sqlite3", "textual") if name in loaded] == []


def test_the_conversation_needs_no_screen() -> None:
    loaded = python(
        "import sys, casebot.plain, casebot.desk, casebot.documents.transcript; print(*sys.modules)"
    ).split()
    assert "textual" not in loaded


def test_every_sentence_that_is_asked_for_exists() -> None:
    words = Words("en")
    wanted = {
        match[1]
        for path in (ROOT / "casebot").rglob("*.py")
        for match in re.finditer(r"""\bsay\(\s*"([a-z]+\.[a-z0-9-]+)\"""", path.read_text("utf-8"))
    }
    assert len(wanted) > 60
    assert {key for key in wanted if key not in words} == set()


def test_every_turn_and_notice_has_its_sentence() -> None:
    words = Words("en")
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "casebot" / "tutoring").glob("*.py"))
    keys = set(re.findall(r"""\.say\("[a-z]+", "([a-z-]+)\"""", source))
    written = {
        "page",
        "figure",
        "item",
        "hint",
        "feedback",
        "answer",
        "explain",
        "claims",
        "typed",
        "chosen",
        "certain",
        "why",
    }
    assert len(keys) > 30
    assert {key for key in keys - written if f"turn.{key}" not in words} == set()


def test_every_key_of_the_screens_has_a_name() -> None:
    words = Words("en")
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "casebot" / "tui").rglob("*.py"))
    names = set(re.findall(r"""Binding\("[^"]+", "[^"]+", "([a-z-]+)\"""", source))
    assert len(names) > 10
    assert {name for name in names if f"key.{name}" not in words} == set()


def test_every_reason_of_the_grader_has_its_sentence() -> None:
    words = Words("en")
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "casebot" / "grading").glob("*.py"))
    reasons = set(re.findall(r"""Reason\(\s*"([a-z-]+)\"""", source))
    blanks = set(re.findall(r"""blank\("([a-z-]+)\"""", source))
    assert len(reasons) > 15
    assert {code for code in reasons if f"reason.{code}" not in words} == set()
    assert {code for code in blanks if f"turn.blank-{code}" not in words} == set()
