"""The command `casebot`, run as a program."""

import os
import subprocess
import sys
from pathlib import Path


def casebot(
    *arguments: str | Path, given: str | bytes = "", home: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs `casebot` with these arguments and this input; text out."""
    run = subprocess.run(
        [sys.executable, "-m", "casebot", *map(str, arguments)],
        input=given.encode("utf-8") if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | ({"CASEBOT_HOME": str(home)} if home else {}) | environment,
    )
    out, err = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    return subprocess.CompletedProcess(run.args, run.returncode, out, err)


def last(text: str) -> str:
    """The last line of a text."""
    return text.rstrip("\n").rpartition("\n")[2]
