"""What is written down when something goes wrong that should not?"""

import os
import platform
from pathlib import Path
from traceback import format_exception

import casebot
from casebot.store.places import data_folder


def report_file() -> Path:
    """The file of the last report."""
    return data_folder() / "crash-report.txt"


def write_report(error: BaseException) -> Path | None:
    """Writes where an error arose to a file only its owner can read; None where it cannot be written.

    It holds the versions and the traceback, and nothing that the learner typed.
    """
    path = report_file()
    versions = f"casebot {casebot.__version__}, Python {platform.python_version()}, {platform.system()}"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{versions}\n\n{''.join(format_exception(error))}")
    except OSError:
        return None
    return path
