"""Where is everything kept? The help waits for this: what only some need to know it is imported for them alone."""

import os
from pathlib import Path
from typing import Final, Literal

from casebot.store.failure import StoreError

OWNER_ONLY: Final = 0o700
LONGEST: Final = 50
"""Characters of a learner's name in a file name, of which each may take four bytes."""
LEARNER: Final = "learner"
"""The learner who gave no name."""


def _home() -> Path | None:
    """CASEBOT_HOME, where it is set; `~someone` stays as it is where there is no such person."""
    home = os.environ.get("CASEBOT_HOME")
    if not home:
        return None
    try:
        return Path(home).expanduser()
    except RuntimeError:
        return Path(home)


def _usual(kind: Literal["user_data_dir", "user_config_dir"]) -> Path:
    import platformdirs

    return Path(getattr(platformdirs, kind)("casebot", appauthor=False))


def data_folder() -> Path:
    """The folder of the gradebooks: CASEBOT_HOME, or the user's data folder."""
    return _home() or _usual("user_data_dir")


def settings_file() -> Path:
    """The settings file: in CASEBOT_HOME, or in the user's configuration folder."""
    return (_home() or _usual("user_config_dir")) / "settings.toml"


def gradebook_file(learner: str) -> Path:
    """The gradebook of a learner; characters that may not stand in a file name are written as their code.

    A name too long for a file is cut, and told from others that begin like it by 12 digits of its hash.
    """
    name = "".join(char if char.isalnum() or char in "-_" else f"%{ord(char):x}" for char in learner) or LEARNER
    if len(name) > LONGEST:
        from hashlib import sha256

        name = f"{name[: LONGEST - 13]}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}"
    return data_folder() / f"gradebook-{name}.db"


def gradebook_files() -> tuple[Path, ...]:
    """The gradebooks of all learners that have one, sorted."""
    return tuple(sorted(data_folder().glob("gradebook-*.db")))


def make_folder(folder: Path) -> None:
    """Makes a folder that only its owner can read. Raises StoreError where it cannot be made."""
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("home-unusable", folder=str(folder), why=error.strerror or type(error).__name__) from error
