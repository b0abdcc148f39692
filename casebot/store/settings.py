"""How does the learner want it? A small TOML file; what it does not say is as usual."""

import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import NamedTuple

import tomli
import tomli_w

from casebot.model.languages import SPOKEN


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its usual value; an empty language follows the locale."""

    language: str = ""
    learner: str = "learner"
    theme: str = "casebot-dark"
    certainty: bool = True
    keep_positions: bool = True
    """Whether positions on dilemmas, and what is written there, are kept: they are political opinions."""
    daily_limit: int = 12
    """Items in one review."""


class Read(NamedTuple):
    """The settings, and the file that a broken one was set aside as."""

    settings: Settings
    set_aside: Path | None = None


def read_settings(path: Path) -> Read:
    """Reads the file; one that cannot be read is set aside and the usual settings are used."""
    try:
        table = tomli.loads(path.read_text("utf-8"))
    except OSError:
        return Read(Settings())
    except (tomli.TOMLDecodeError, UnicodeDecodeError):
        return Read(Settings(), _set_aside(path))
    usual = Settings()
    known = {
        field.name: table[field.name]
        for field in fields(Settings)
        if isinstance(table.get(field.name), type(getattr(usual, field.name)))
    }
    return Read(replace(usual, **known))


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
    """Writes the file, whole or not at all; only its owner can read it. Raises OSError where it cannot be written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = _fresh(path)
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        tomli_w.dump(asdict(settings), file)
    fresh.replace(path)


def language_of(chosen: str, settings: Settings) -> str:
    """The language to speak: the one chosen, the one set, or that of the locale; English where it is none of ours."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    for wish in (chosen, settings.language, locale[:2].lower()):
        if wish in SPOKEN:
            return wish
    return SPOKEN[0]
