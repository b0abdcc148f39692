"""Which cases are there, and what do their files say together?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from casebot.content import parts, places
from casebot.content.finding import Finding, Place, TablePath
from casebot.content.shape import Shape, nearest
from casebot.content.toml import SourceFile, read_file, without_collector
from casebot.model.bank import Bank, BankHead, Policy
from casebot.model.case import Case, CaseHead, Lesson, LessonEntry
from casebot.model.figure import Event
from casebot.model.item import Item
from casebot.model.lesson import AnyStep
from casebot.model.text import DEFAULT_LANGUAGES, Text

T = TypeVar("T")
LOOSE: Final = "local"
"""The case of banks that belong to none."""
BROKEN: Final = "?"
"""The id of a lesson whose own could not be read: no reference to a lesson is told while there is one."""
_NO_SLUG: Final = re.compile(r"[^a-z0-9]+")
Origin = tuple[SourceFile, TablePath]
_FORMS: Final[dict[parts.Form, tuple[type, ...]]] = {
    "one": (dict,),
    "named": (dict,),
    "listed": (list,),
    "either": (dict, list),
}


@dataclass(slots=True)
class Loaded:
    """A case as read, every problem found on the way, and where each part stands in its file."""

    case: Case
    findings: list[Finding] = field(default_factory=list)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    """(table, id) -> its file and path; items under ("q", "bank/item"), steps under ("step", "lesson/step")."""
    folder: str = ""
    """The name of the folder that holds the case."""

    def place(self, table: str, name: str, *inner: str | int) -> Place:
        """Where a part, or something inside it, stands."""
        source, path = self.origins[table, name]
        return source.place((*path, *inner))

    def slip(self, table: str, name: str) -> Place | None:
        """Where the first slip stands that keeps a part from being read; None for a part that there is none of."""
        if (table, name) not in self.origins:
            return None
        start = self.place(table, name)
        found = (each.place for each in self.findings if each.place.file == start.file)
        return min((place for place in found if place >= start), default=start)


class _Reader:
    """Reads the files of one case, part by part."""

    def __init__(self) -> None:
        self.origins: dict[tuple[str, str], Origin] = {}
        self.sources: list[SourceFile] = []
        self.languages: tuple[str, ...] = DEFAULT_LANGUAGES

    def open(self, path: Path) -> SourceFile:
        source = read_file(path)
        self.sources.append(source)
        return source

    def lost(self, source: SourceFile, within: str = "") -> None:
        """Notes the tables that could not be read, so that a reference to one is not told as a slip of its own."""
        for name in source.lost:
            table, _, part = name.partition(".")
            if part:
                self.origins.setdefault((table, f"{within}{part}"), (source, (table, part)))
            elif table == "lesson":
                self.origins["lesson", BROKEN] = (source, (table,))

    def one(self, source: SourceFile, table: str, shape: Shape[T]) -> T | None:
        raw = source.tables.get(table)
        if raw is None:
            return None
        self.origins.setdefault((table, ""), (source, (table,)))
        return shape.read(source, (table,), raw, self.languages)

    def named(self, table: str, shape: Shape[T], sources: Iterable[SourceFile]) -> dict[str, T]:
        """The parts of a table by their ids, over all files; a repeated id is told and left out."""
        found: dict[str, T] = {}
        for source in sources:
            for name, raw in _entries(source, table):
                if (table, name) in self.origins:
                    self.repeated(source, table, name, (table, name))
                    continue
                self.origins[table, name] = (source, (table, name))
                part = shape.read(source, (table, name), raw, self.languages)
                if part is not None:
                    found[name] = part
            self.lost(source)
        return found

    def repeated(self, source: SourceFile, table: str, name: str, path: TablePath) -> None:
        first = self.origins[table, name][0]
        source.findings.append(source.finding("103", path, {"id": name or table, "file": first.name}))

    def listed(self, table: str, shape: Shape[T]) -> Iterator[tuple[SourceFile, int, T]]:
        for source in self.sources:
            raw = source.tables.get(table)
            if not isinstance(raw, list):
                continue
            for index, entry in enumerate(raw):
                part = shape.read(source, (table, index), entry, self.languages)
                if part is not None:
                    yield source, index, part

    def unknown_tables(self, source: SourceFile, known: Mapping[str, parts.Form]) -> None:
        for table, raw in source.tables.items():
            form = known.get(table)
            if form is None:
                source.findings.append(source.finding("214", (table,), {"key": table} | nearest(table, tuple(known))))
            elif not isinstance(raw, _FORMS[form]):
                source.findings.append(source.finding("215", (table,), {"key": table}))

    def findings(self) -> list[Finding]:
        found = [finding for source in self.sources for finding in source.findings]
        return sorted(found, key=lambda finding: (finding.place, finding.code))


def _entries(source: SourceFile, table: str) -> Iterator[tuple[str, object]]:
    raw = source.tables.get(table)
    if isinstance(raw, dict):
        for name, entry in raw.items():
            if parts.SLUG.fullmatch(name):
                yield name, entry
            else:
                source.findings.append(source.finding("216", (table, name), {"id": name}))
                lost = f"{table}.{_NO_SLUG.sub('-', name.lower())}"
                source.lost[lost] = source.place((table, name))


class Library:
    """All cases found in the places; a case is read when it is asked for."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        """`roots` are the places, later ones winning."""
        self.roots = roots

    def ids(self) -> tuple[str, ...]:
        """The ids of all cases."""
        return places.case_ids(self.roots)

    def load(self, case: str) -> Loaded | None:
        """A case with its banks; None where no place has it."""
        folder = places.case_folder(self.roots, case)
        if folder is None:
            return None
        return load_files(case, sorted(folder.glob("*.toml")), places.bank_files(self.roots, case))


def load_files(case: str, case_files: Iterable[Path], bank_files: Iterable[Path]) -> Loaded:
    """Reads a case from its files; what is broken is left out and told."""
    with without_collector():
        return _load(case, case_files, bank_files)


def _load(case: str, case_files: Iterable[Path], bank_files: Iterable[Path]) -> Loaded:
    reader = _Reader()
    for path in case_files:
        reader.open(path)
    sources = tuple(reader.sources)
    for source in sources:
        reader.unknown_tables(source, parts.CASE_TABLES)
        reader.lost(source)
    head = _head(reader, case)
    lessons = _lessons(reader, sources)
    claims = reader.named("claim", parts.CLAIM, sources)
    result = Case(
        head=head,
        lessons=lessons,
        objectives=reader.named("objective", parts.OBJECTIVE, sources),
        claims=claims,
        series=reader.named("series", parts.SERIES, sources),
        timeline=_timeline(reader),
        scenarios=reader.named("scenario", parts.SCENARIO, sources),
        terms=reader.named("term", parts.TERM, sources),
        dilemmas=reader.named("dilemma", parts.DILEMMA, sources),
        banks={path.stem: bank for path in bank_files if (bank := _bank(reader, path)) is not None},
    )
    return Loaded(result, reader.findings(), reader.origins, case)


def _head(reader: _Reader, case: str) -> CaseHead:
    head: CaseHead | None = None
    for source in reader.sources:
        raw = source.tables.get("case")
        reader.languages = _declared(raw, reader.languages)
        if raw is not None and ("case", "") in reader.origins:
            reader.repeated(source, "case", "", ("case",))
            continue
        head = reader.one(source, "case", parts.CASE_HEAD) or head
    return head or CaseHead(format=1, id=parts.slug_or(case, LOOSE), title=Text.of(case), languages=reader.languages)


def _declared(raw: object, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that a `[case]` or `[bank]` table declares; the usual ones where it declares none that are ids."""
    listed = raw.get("languages") if isinstance(raw, dict) else None
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    return tuple(dict.fromkeys(name for name in names if parts.SLUG.fullmatch(name))) or usual


def _lessons(reader: _Reader, sources: tuple[SourceFile, ...]) -> dict[str, Lesson]:
    entries: dict[str, LessonEntry] = {}
    for source, index, entry in reader.listed("lesson", parts.LESSON_ENTRY):
        if entry.id in entries:
            reader.repeated(source, "lesson", entry.id, ("lesson", index))
            continue
        entries[entry.id] = entry
        reader.origins["lesson", entry.id] = (source, ("lesson", index))
    for source in sources:
        listed = source.tables.get("lesson")
        if isinstance(listed, list) and len(listed) > len(entries):
            reader.origins["lesson", BROKEN] = (source, ("lesson",))
    steps: dict[str, dict[str, AnyStep]] = {}
    for source in sources:
        if isinstance(source.tables.get("lesson"), dict):
            lesson = reader.one(source, "lesson", parts.LESSON_HEAD)
            if lesson is not None and lesson.id in steps:
                reader.repeated(source, "lesson-file", lesson.id, ("lesson", "id"))
            elif lesson is not None:
                steps[lesson.id] = _steps(reader, source, lesson.id)
        elif "step" in source.tables:
            source.findings.append(source.finding("217", ("step",)))
    return {name: Lesson(entry, steps.get(name, {})) for name, entry in entries.items()}


def _steps(reader: _Reader, source: SourceFile, lesson: str) -> dict[str, AnyStep]:
    found: dict[str, AnyStep] = {}
    for name, raw in _entries(source, "step"):
        reader.origins["step", f"{lesson}/{name}"] = (source, ("step", name))
        step = parts.STEP.read(source, ("step", name), raw, reader.languages)
        if step is not None:
            found[name] = step
    reader.origins["lesson-file", lesson] = (source, ("lesson",))
    return found


def _timeline(reader: _Reader) -> tuple[Event, ...]:
    events: list[Event] = []
    for source, index, event in reader.listed("timeline", parts.EVENT):
        reader.origins["timeline", str(len(events))] = (source, ("timeline", index))
        events.append(event)
    return tuple(events)


def _bank(reader: _Reader, path: Path) -> Bank | None:
    source = reader.open(path)
    if source.findings and not source.tables:
        return None
    reader.unknown_tables(source, parts.BANK_TABLES)
    reader.lost(source, f"{path.stem}/")
    case_languages = reader.languages
    raw = source.tables.get("bank")
    reader.languages = _declared(raw, reader.languages)
    try:
        gone = raw is None and "bank" in source.lost
        head = None if gone else parts.BANK_HEAD.read(source, ("bank",), raw or {}, reader.languages)
        policy = reader.one(source, "policy", parts.POLICY) or Policy()
        items = _items(reader, source, path.stem)
    finally:
        reader.languages = case_languages
    reader.origins["bank", path.stem] = (source, ("bank",))
    name = parts.slug_or(path.stem, "")
    if not name:
        source.findings.append(source.finding("218", (), {"id": path.stem}))
        return None
    head = head or BankHead(format=1, title=Text.of(name))
    return Bank(id=name, head=head, policy=policy, items=items)


def _items(reader: _Reader, source: SourceFile, bank: str) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for name, raw in _entries(source, "q"):
        reader.origins["q", f"{bank}/{name}"] = (source, ("q", name))
        item = parts.ITEM.read(source, ("q", name), raw, reader.languages)
        if item is not None:
            found[name] = item
    reader.lost(source, f"{bank}/")
    return found
