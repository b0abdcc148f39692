"""Which files have changed since they were last looked at?

By what the file system says of each, asked several times a second: that also sees editors that save by renaming, files
that are deleted and made again, and folders on other machines, where notices of change do not come.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

LOOK: Final = 0.1
"""Seconds between two looks; 200 files take two milliseconds."""
Seen = dict[Path, tuple[int, int, int]]


def look(paths: Iterable[Path]) -> Seen:
    """What identifies the present content of each file: time, size and inode; a missing file is left out.

    A folder stands for the TOML files in it and below it.
    """
    seen: Seen = {}
    for path in paths:
        for file in sorted(path.rglob("*.toml")) if path.is_dir() else (path,):
            try:
                found = file.stat()
            except OSError:
                continue
            seen[file] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return seen
