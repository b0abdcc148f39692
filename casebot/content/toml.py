"""What does a TOML file say, and if it cannot be read, why and where?

A syntax error breaks one table, not the file: what stands in the other tables is still read.
"""

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from stat import S_ISREG
from typing import Final, TypeAlias

import tomli

from casebot.content.finding import Finding, Place, TablePath
from casebot.content.locate import STRING, Places, locate_all
from casebot.content.stopped import why_stopped
from casebot.content.syntax import find_slips

Table: TypeAlias = dict[str, object]
LARGEST: Final = 5_000_000
"""Bytes: a bank of 10,000 items has about 4 million."""
DEEPEST: Final = 60
"""Brackets open at once; the deepest table of the format has 7."""
_HEADER: Final = re.compile(r"^[ \t]*\[\[?[^\n\[\]]+\]\]?[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_NAMED: Final = re.compile(r"^[ \t]*\[+([\w. -]+)", re.MULTILINE)
_NESTED: Final = re.compile(rf"{STRING}|#[^\n]*|[\[{{]|[\]}}]", re.DOTALL)


class SourceFile:
    """A file of content as it was read: its tables, its text, and what was wrong with reading it."""

    def __init__(self, name: str, text: str) -> None:
        """Reads `text`; `name` is how findings call the file."""
        self.name = name
        self.text = text
        self.tables: Table = {}
        self.findings: list[Finding] = []
        self.lost: dict[str, Place] = {}
        """The dotted names of tables that could not be read, and where their reading stopped."""
        self._broken: list[tuple[int, int]] = []
        try:
            self.tables = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            self._recover(error)
        except RecursionError:
            deep = _too_deep(text)
            place = Place(name, text.count("\n", 0, deep) + 1, deep - text.rfind("\n", 0, deep))
            self.findings.append(Finding(place, "003"))

    def _recover(self, whole: tomli.TOMLDecodeError) -> None:
        """Reads the tables one by one, so that each broken one is told and the others are kept."""
        starts = [match.start() for match in _HEADER.finditer(self.text)]
        bounds = [0, *starts, len(self.text)]
        seen: dict[str, int] = {}
        for start, end in pairwise(bounds):
            piece = self.text[start:end]
            line = self.text.count("\n", 0, start)
            header = piece.split("]", 1)[0].strip() if start in starts else ""
            if header and not header.startswith("[[") and header in seen:
                first = self.text.count("\n", 0, seen[header]) + 1
                place = Place(self.name, line + 1, 1)
                self.findings.append(Finding(place, "102", {"header": f"{header}]", "line": str(first)}))
                self._broken.append((start, end))
                continue
            seen.setdefault(header, start)
            try:
                part = tomli.loads(piece)
            except tomli.TOMLDecodeError:
                self._broken.append((start, end))
                slips = find_slips(piece)
                places = [Place(self.name, line + slip.line, slip.column) for slip in slips]
                self.lost |= {match[1].strip().replace(" ", "-"): places[0] for match in _NAMED.finditer(piece)}
                for place, slip in zip(places, slips, strict=True):
                    said = {"text": slip.text, "id": slip.text, **slip.args}
                    self.findings.append(Finding(place, slip.code, said))
                continue
            _merge(self.tables, part)
        with suppress(tomli.TOMLDecodeError):
            # Whole again without its broken tables: only so do lists of tables inside others keep their order.
            self.tables = tomli.loads(self._mended())
        if not self.findings:
            place = Place(self.name, whole.lineno, whole.colno)
            self.findings.append(Finding(place, "101", {"why": why_stopped(whole.msg)}))

    def _mended(self) -> str:
        """The text with its broken tables blanked, every line where it was."""
        text = self.text
        for start, end in self._broken:
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return text

    @cached_property
    def _places(self) -> Places:
        return locate_all(self._mended())

    def place(self, path: TablePath) -> Place:
        """Where that path stands, or the nearest part above it that does; of what was lost, where it was."""
        lost = self.lost.get(".".join(map(str, path)))
        if lost is not None:
            return lost
        for length in range(len(path), 0, -1):
            found = self._places.of.get(path[:length])
            if found is not None:
                return Place(self.name, found.line, found.column)
        return Place(self.name, 1, 1)

    def header(self, path: TablePath) -> TablePath:
        """The innermost part of a path that has a header of its own; the whole path where none has."""
        lengths = range(len(path), 0, -1)
        return next((path[:length] for length in lengths if path[:length] in self._places.headers), path)

    def has_lost(self, path: TablePath) -> bool:
        """Whether a table inside that path could not be read, so that what is missing there is no slip of its own."""
        inside = ".".join(map(str, path)) + "."
        return any(name.startswith(inside) for name in self.lost)

    def finding(self, code: str, path: TablePath, args: Mapping[str, str] | None = None) -> Finding:
        """A finding at that path."""
        return Finding(self.place(path) if path else Place(self.name, 1, 1), code, args or {})


def _too_deep(text: str) -> int:
    """Where more brackets are open at once than a case needs, strings and comments apart; the end where nowhere."""
    depth = 0
    for match in _NESTED.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > DEEPEST:
                return match.start()
        elif match[0] in "]}":
            depth = max(0, depth - 1)
    return len(text)


def _merge(into: Table, part: Mapping[str, object]) -> None:
    for key, value in part.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            into[key] = [*old, *value]
        elif key not in into:
            into[key] = value


def read_file(path: Path) -> SourceFile:
    """Reads a file; what keeps it from being read is among its findings, and its tables are then empty."""
    text, finding = _text(path, str(path))
    source = SourceFile(str(path), text)
    if finding is not None:
        source.findings.insert(0, finding)
    return source


def _text(path: Path, name: str) -> tuple[str, Finding | None]:
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):
            return "", Finding(Place(name), "004", {"why": "not-a-file"})
        if about.st_size > LARGEST:
            return "", Finding(Place(name), "002", {"megabytes": str(LARGEST // 1_000_000)})
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", Finding(Place(name), "001", {})
    except OSError as error:
        return "", Finding(Place(name), "004", {"why": error.strerror or type(error).__name__})
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return "", Finding(Place(name, line, column), "005", {"byte": f"0x{raw[error.start]:02x}"})


@contextmanager
def without_collector() -> Iterator[None]:
    """Switches the cyclic collector off around a load, which is 2.7 times quicker at 10,000 questions."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
