"""How does the learner want it? A small TOML file; what it does not say is as usual."""

import os
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import tomli

from casebot.model.languages import SPOKEN

Motion = Literal["full", "reduced"]
MOTIONS: Final[tuple[Motion, ...]] = ("full", "reduced")
MOST_A_DAY: Final = 200
"""The highest daily limit of reviews."""


class Settings(NamedTuple):
    """Every setting with its usual value; an empty language follows the locale."""

    language: str = ""
    learner: str = "learner"
    theme: str = "casebot-dark"
    certainty: bool = True
    """Whether a learner is asked how sure an answer is."""
    daily_limit: int = 12
    """Questions that are offered for review in a day, 1 to MOST_A_DAY."""
    keep_positions: bool = True
    """Whether positions on a dilemma are kept."""
    motion: Motion = "full"


class Read(NamedTuple):
    """The settings, and the file that a broken one was set aside as."""

    settings: Settings
    set_aside: Path | None = None


def read_settings(path: Path) -> Read:
    """Reads the file; one that cannot be read is set aside and the usual settings are used."""
    try:
        table = _table(path)
    except OSError:
        return Read(Settings())
    except (ValueError, RecursionError):
        return Read(Settings(), _set_aside(path))
    usual = Settings()
    known = {
        name: table[name]
        for name, value in usual._asdict().items()
        if type(table.get(name)) is type(value) and _holds(name, table[name])
    }
    return Read(usual._replace(**known))


def _table(path: Path) -> dict[str, Any]:
    """What the file holds. Raises OSError, or ValueError or RecursionError where it is no TOML."""
    return tomli.loads(path.read_text("utf-8-sig"))


def _holds(name: str, value: object) -> bool:
    """Whether a value of the right type is one that the setting may have."""
    match name, value:
        case "daily_limit", int(limit):
            return 1 <= limit <= MOST_A_DAY
        case "motion", str(motion):
            return motion in MOTIONS
        case _:
            return True


def _set_aside(path: Path) -> Path | None:
    aside = _aside(path)
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def settings_files(path: Path) -> tuple[Path, ...]:
    """The settings file, and what may lie beside it: a broken one that was set aside, one that was half written."""
    return path, _aside(path), _fresh(path)


def _aside(path: Path) -> Path:
    return path.with_suffix(".broken.toml")


def _fresh(path: Path) -> Path:
    return path.with_suffix(".new")


def write_settings(path: Path, settings: Settings) -> None:
    """Writes the file, whole or not at all; only its owner can read it. What it holds beside settings stays.

    Raises OSError where it cannot be written.
    """
    import tomli_w

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        kept = _table(path)
    except (OSError, ValueError, RecursionError):
        kept = {}
    fresh = _fresh(path)
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        tomli_w.dump(kept | settings._asdict(), file)
    fresh.replace(path)


def language_of(chosen: str, settings: Settings) -> str:
    """The language to speak: the one chosen, the one set, or that of the locale; English where it is none of ours."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    for wish in (chosen, settings.language, locale[:2].lower()):
        if wish in SPOKEN:
            return wish
    return SPOKEN[0]
