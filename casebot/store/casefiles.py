"""Where is a case file put down? In a folder of the learner's, beside those that are there already."""

import os
from itertools import count
from pathlib import Path

OWNER_ONLY = 0o600


def put_down(folder: Path, name: str, text: str) -> Path:
    """Writes `NAME.md`, or `NAME-2.md` and so on where that is there already; only its owner can read it.

    Returns the file. Raises OSError where it cannot be written.
    """
    for number in count(1):
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
        except FileExistsError:
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return path
    raise AssertionError
