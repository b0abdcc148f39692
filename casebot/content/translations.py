"""Does every text stand in every language, and do the languages say the same figures?"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from casebot.content.finding import Finding, TablePath
from casebot.content.library import Loaded
from casebot.content.shape import dotted
from casebot.content.toml import SourceFile
from casebot.grading.normalise import normalise
from casebot.model.item import Samples
from casebot.model.text import ByLanguage

_FIGURE: Final = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)*|\d+(?:[.,]\d+)*")
"""A number, its thousands apart by spaces or not: in 4 juin 2026, 7 500 postes there are three."""
_LEAST: Final = 4
"""Words from which two languages that read the same are one that was not translated."""
Spot = tuple[TablePath, ByLanguage[object]]


def translations(loaded: Loaded) -> Iterator[Finding]:
    """Texts that miss a declared language, that read the same in two, or whose figures differ."""
    case = loaded.case
    for (table, name), (source, path) in loaded.origins.items():
        model, languages = _part(loaded, table, name), case.head.languages
        if table == "q":
            languages = case.banks[name.partition("/")[0]].head.languages if model is not None else languages
        if model is None or len(languages) < 2:
            continue
        for inner, values in texts(model):
            for code, args in _told(values, tuple(languages), inner):
                if code == "501":
                    more = {"key": _holder(source, path, inner), "languages": ", ".join(languages)}
                    head = "bank" if table in {"q", "bank"} else "case"
                    yield source.finding(code, source.header((*path, *inner)), args | more | {"head": f"[{head}]"})
                else:
                    yield source.finding(code, (*path, *inner), args)


def _holder(source: SourceFile, path: TablePath, inner: TablePath) -> str:
    """What a language is to be written into, as the author sees it: a header, or a key below it."""
    here: object = source.tables
    for step in (*path, *inner):
        here = here.get(step) if isinstance(here, dict) else here[int(step)] if isinstance(here, list) else None
    lifted = inner[-1:] == ("text",) and here is None
    return dotted(inner[:-1] if lifted else inner) or f"[{dotted(path)}]"


def _part(loaded: Loaded, table: str, name: str) -> BaseModel | None:
    """The model of a part of a case, if it could be read."""
    case = loaded.case
    if table == "q":
        return case.item(name)
    if table == "step":
        lesson, _, step = name.partition("/")
        return case.lessons[lesson].steps.get(step) if lesson in case.lessons else None
    if table == "lesson":
        return case.lessons[name].entry if name in case.lessons else None
    if table == "bank":
        return case.banks[name].head if name in case.banks else None
    if table == "timeline":
        return case.timeline[int(name)]
    if table == "case":
        return case.head
    named: dict[str, Mapping[str, BaseModel]] = {
        "claim": case.claims,
        "series": case.series,
        "objective": case.objectives,
        "scenario": case.scenarios,
        "term": case.terms,
        "dilemma": case.dilemmas,
    }
    return named.get(table, {}).get(name)


def texts(model: BaseModel, above: TablePath = ()) -> Iterator[Spot]:
    """Every value by language in a part, with its path; samples may be given in one language only."""
    for key, value in model:
        if not isinstance(value, Samples):
            yield from _within(value, (*above, key))


def _within(value: object, path: TablePath) -> Iterator[Spot]:
    if isinstance(value, ByLanguage):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for place, entry in enumerate(value):
            yield from _within(entry, (*path, place))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _within(entry, (*path, key))


def _told(
    values: ByLanguage[object], languages: tuple[str, ...], inner: TablePath
) -> Iterator[tuple[str, dict[str, str]]]:
    if values.bare:
        return
    where = dotted(inner)
    missing = [language for language in languages if language not in values.root]
    if missing:
        yield "501", {"key": where, "language": ", ".join(missing)}
        return
    said = {language: value for language, value in values.each() if isinstance(value, str)}
    if len(said) < 2:
        return
    (first, one), (second, other) = list(said.items())[:2]
    if normalise(one) == normalise(other) and len(one.split()) >= _LEAST:
        yield "502", {"key": where, "first": first, "second": second}
    elif figures(one) != figures(other):
        more = sorted(figures(one) ^ figures(other))
        yield "611" if inner[-1:] == ("title",) else "503", {"key": where, "figures": ", ".join(more)}


def figures(text: str) -> frozenset[str]:
    """The numbers of a text, whatever their separators."""
    return frozenset(re.sub(r"\D+", "", match[0]) for match in _FIGURE.finditer(text))
