"""Does the house stand as ARCHITECTURE.md says?"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 350
HEAVY = ("pydantic", "simplemma", "fsrs", "rapidfuzz", "markdown_it", "plotext")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    files = [path for folder in ("casebot", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    long = {str(path): count for path in files if (count := len(path.read_text("utf-8").splitlines())) > LONGEST}
    assert long == {}


def test_the_program_knows_no_case() -> None:
    """Whatever a case is about stands in its files: names that only a shipped case could bring are nowhere else."""
    ours = re.compile(r"(?i)\b(musk|twitter|x-?xai|x/xai|tesla|grok|tylenol)\b")
    files = [path for path in (ROOT / "casebot").rglob("*") if path.suffix in {".py", ".toml", ".tcss", ".sql", ".txt"}]
    assert len(files) > 100
    assert [path.name for path in files if ours.search(path.read_text("utf-8"))] == []


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
        ("lookup/ranking.py", "import casebot.content.library"),
        ("lookup/index.py", "import pathlib"),
        ("plain.py", "import textual"),
        ("documents/wrap.py", "import os"),
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
def test_the_terminal_is_prepared_before_anything_else_is_loaded() -> None:
    loaded = python("import sys, casebot.cli; casebot.cli._draws([]); print(*sys.modules)").split()
    assert "casebot.tui.terminal" in loaded
    assert not {"argparse", "tomli", "textual", "casebot.words.words", "casebot.cli.job"} & set(loaded)


@pytest.mark.startup
def test_home_loads_nothing_heavy() -> None:
    code = """
import sys
import casebot.tui.app
casebot.tui.app.run = lambda *_, **__: print(*sys.modules) or 0
import casebot.tui.terminal
casebot.tui.terminal.reads_lines = lambda **_: False
import casebot.cli.play
casebot.cli.play.reads_lines = lambda **_: False
import casebot.cli
casebot.cli._guarded([])
"""
    loaded = python(code).split()
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.startup
def test_version_loads_next_to_nothing() -> None:
    code = "import sys; sys.argv[1:] = ['--version']; import casebot.__main__ as m; m.main(); print(*sys.modules)"
    loaded = python(code).split()
    assert [
        name for name in (*HEAVY, "argparse", "tomli", "sqlite3", "textual", "pathlib", "typing") if name in loaded
    ] == []


@pytest.mark.startup
@pytest.mark.parametrize("asked", ["--help", "dance"])
def test_help_and_a_usage_error_load_little(asked: str) -> None:
    code = f"""
import sys, casebot.cli
try:
    casebot.cli.main([{asked!r}])
except SystemExit:
    print(*sys.modules)
"""
    loaded = python(code).split()
    more = ("dataclasses", "inspect", "shutil", "platformdirs", "tempfile", "hashlib", "sqlite3", "textual", "tomli_w")
    assert [name for name in (*HEAVY, *more) if name in loaded] == []


def test_the_conversation_needs_no_screen() -> None:
    loaded = python(
        "import sys, casebot.plain, casebot.desk, casebot.documents.transcript; print(*sys.modules)"
    ).split()
    assert "textual" not in loaded
