"""How does a new bank or case begin? With small files that pass `check` at once; nothing is ever overwritten."""

import json
from pathlib import Path
from typing import Final

from casebot.content.parts import SLUG
from casebot.content.places import BANKS, LESSONS
from casebot.content.schema import schema

_FOLDER: Final = Path(__file__).parent / "skeletons"
SCHEMA: Final = "bank.schema.json"


class NotAnIdError(ValueError):
    """The name cannot be an id."""


def new_bank(name: str, folder: Path) -> tuple[Path, ...]:
    """Writes `NAME.toml` and the schema beside it; returns the bank first.

    Raises NotAnIdError, FileExistsError where the bank is there already, and OSError where nothing can be written.
    """
    _check(name)
    bank = folder / f"{name}.toml"
    return _write({bank: _text("bank", name, bank), folder / SCHEMA: _schema()}, kept=(folder / SCHEMA,))


def new_case(name: str, place: Path) -> tuple[Path, ...]:
    """Writes a case with one lesson and its bank below a place; returns the place first. Raises as `new_bank` does."""
    _check(name)
    lessons, banks = place / LESSONS / name, place / BANKS / name
    files = {
        lessons / "case.toml": _text("case", name, lessons / "case.toml"),
        lessons / "claims.toml": _text("claims", name, lessons / "claims.toml"),
        lessons / "first.toml": _text("lesson", name, lessons / "first.toml"),
        banks / "first.toml": _text("case-bank", name, banks / "first.toml"),
        banks / SCHEMA: _schema(),
    }
    return (place, *_write(files, kept=()))


def _check(name: str) -> None:
    if not SLUG.fullmatch(name):
        raise NotAnIdError(name)


def _text(skeleton: str, name: str, file: Path) -> str:
    text = (_FOLDER / f"{skeleton}.toml").read_text("utf-8")
    filled = text.replace("{name}", name).replace("{file}", file.name)
    return filled.replace("{{", "{").replace("}}", "}")


def _schema() -> str:
    return json.dumps(schema("bank"), indent=1, ensure_ascii=False) + "\n"


def _write(files: dict[Path, str], kept: tuple[Path, ...]) -> tuple[Path, ...]:
    """Writes the files unless one of them is there; those in `kept` may be, and stay as they are."""
    for path in files:
        if path.exists() and path not in kept:
            raise FileExistsError(path)
    for path, text in files.items():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return tuple(files)
