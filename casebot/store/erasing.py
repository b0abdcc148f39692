"""Which files are there of a learner, and how are they all removed?"""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from casebot.store.backup import alone
from casebot.store.copies import copies, is_foreign, list_file
from casebot.store.failure import StoreError
from casebot.store.places import gradebook_files, settings_file
from casebot.store.report import report_file
from casebot.store.settings import settings_files


class Left(NamedTuple):
    """A file that could not be removed, and why."""

    file: Path
    why: str


def files_of(gradebook: Path) -> tuple[Path, ...]:
    """Every file that holds something of a learner: the gradebook, its copies, and what lies beside it.

    Where no other learner has a gradebook, the settings and the report of a crash are among them. Raises StoreError
    where the gradebook is the file of another program.
    """
    if is_foreign(gradebook):
        raise StoreError("gradebook-foreign", file=str(gradebook))
    beside = sorted(gradebook.parent.glob(f"{gradebook.name}*"))
    shared: tuple[Path, ...] = ()
    if set(gradebook_files()) <= {gradebook}:
        shared = (*settings_files(settings_file()), report_file())
    listed = dict.fromkeys((*beside, *copies(gradebook), list_file(gradebook), *shared))
    return tuple(path for path in listed if path.exists())


def erase(gradebook: Path, files: tuple[Path, ...]) -> tuple[Left, ...]:
    """Removes the files; returns those that could not be. Raises StoreError while another window is writing."""
    left = []
    with ExitStack() as stack:
        if gradebook in files:
            stack.enter_context(alone(gradebook))
        for path in files:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                left.append(Left(path, error.strerror or type(error).__name__))
    return tuple(left)
