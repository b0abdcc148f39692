"""What do the paths given to `check` mean: a place, a case, or single banks?"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from casebot.content import places
from casebot.content.library import LOOSE


class Target(NamedTuple):
    """The files to read as one case, and those of them whose findings are wanted (all if none are named)."""

    case: str
    case_files: tuple[Path, ...]
    bank_files: tuple[Path, ...]
    wanted: frozenset[Path] = frozenset()


def targets(paths: Iterable[Path], roots: tuple[Path, ...]) -> Iterator[Target]:
    """What to check: the given paths, or every case of every place."""
    listed = tuple(paths)
    if not listed:
        yield from _of_places(roots)
    for path in listed:
        if path.is_dir():
            yield from _of_folder(path, roots)
        else:
            yield _of_file(path, roots)


def _of_places(roots: tuple[Path, ...]) -> Iterator[Target]:
    for case in places.case_ids(roots):
        folder = places.case_folder(roots, case)
        if folder is not None:
            yield Target(case, tuple(sorted(folder.glob("*.toml"))), places.bank_files(roots, case))


def _of_folder(path: Path, roots: tuple[Path, ...]) -> Iterator[Target]:
    if (path / places.LESSONS).is_dir() or (path / places.BANKS).is_dir():
        yield from _of_places((path,))
        loose = sorted(each for each in (path / places.BANKS).glob("*") if each.name not in places.case_ids((path,)))
        for folder in loose:
            yield from _of_folder(folder, roots)
    elif (path / "case.toml").is_file():
        root = path.resolve().parent.parent
        yield Target(path.name, tuple(sorted(path.glob("*.toml"))), places.bank_files((root,), path.name))
    else:
        for file in sorted(path.glob("*.toml")):
            yield _of_file(file, roots)


def _of_file(path: Path, roots: tuple[Path, ...]) -> Target:
    """A single file with the case it belongs to around it, where its folders tell which."""
    whole = path.resolve()
    case, kind = whole.parent.name, whole.parent.parent.name
    root = whole.parent.parent.parent
    folder = places.case_folder((*roots, root), case)
    if kind == places.LESSONS and folder is not None:
        files = tuple(sorted(folder.glob("*.toml")))
        return Target(case, files, places.bank_files((*roots, root), case), frozenset({whole}))
    if kind == places.BANKS and folder is not None:
        others = tuple(each for each in places.bank_files((*roots, root), case) if each.stem != path.stem)
        return Target(case, tuple(sorted(folder.glob("*.toml"))), (*others, path), frozenset({whole}))
    return Target(LOOSE, (), (path,), frozenset({whole}))
