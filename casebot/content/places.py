"""Where do cases and banks lie?"""

import os
from collections.abc import Iterable
from pathlib import Path

import casebot

LESSONS = "lessons"
BANKS = "question_banks"


def shipped() -> Path:
    """The place of the content that comes with casebot: inside the wheel, or beside the package in a checkout."""
    package = Path(casebot.__file__).parent
    inside = package / "_content"
    return inside if inside.is_dir() else package.parent


def places(more: Iterable[str] = ()) -> tuple[Path, ...]:
    """All places, later ones winning: the shipped one, those of CASEBOT_CASES, and those given."""
    listed = [part for part in os.environ.get("CASEBOT_CASES", "").split(os.pathsep) if part]
    return (shipped(), *(folder(part) for part in (*listed, *more)))


def folder(name: str) -> Path:
    """The folder of that name, `~` read as the user's own; `~someone` stays as it is where there is no such person."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def case_folder(roots: Iterable[Path], case: str) -> Path | None:
    """The folder of a case's lessons in the last place that has it."""
    found = [root / LESSONS / case for root in roots if (root / LESSONS / case / "case.toml").is_file()]
    return found[-1] if found else None


def case_ids(roots: Iterable[Path]) -> tuple[str, ...]:
    """The ids of all cases, sorted."""
    heads = (path for root in roots for path in (root / LESSONS).glob("*/case.toml") if path.is_file())
    return tuple(sorted({path.parent.name for path in heads}))


def bank_files(roots: Iterable[Path], case: str) -> tuple[Path, ...]:
    """The bank files of a case: one for each bank id, from the last place that has it."""
    found = {path.stem: path for root in roots for path in sorted((root / BANKS / case).glob("*.toml"))}
    return tuple(found[name] for name in sorted(found))
