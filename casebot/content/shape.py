"""Does a table have the shape of the model, and if not, which key is wrong?"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from casebot.content.finding import Finding, TablePath
from casebot.content.toml import SourceFile

T = TypeVar("T")
_CODES: Final[dict[str, str]] = {
    "extra_forbidden": "201",
    "missing": "202",
    "union_tag_invalid": "203",
    "union_tag_not_found": "202",
    "language_unknown": "205",
    "text_twice": "206",
    "too_short": "207",
    "string_too_short": "208",
    "string_too_long": "209",
    "too_long": "209",
    "string_pattern_mismatch": "210",
    "literal_error": "211",
    "greater_than_equal": "212",
    "less_than_equal": "212",
    "finite_number": "212",
    "no_such_day": "213",
    "control_character": "219",
}


_WANTING: Final = frozenset({"missing", "too_short", "union_tag_not_found"})
"""Slips that a part of which something could not be read does not have."""
_TYPES: Final[dict[str, str]] = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "int_type": "whole",
    "int_from_float": "whole",
    "float_type": "number",
    "finite_number": "number",
}
_FORMS: Final[dict[str, str]] = {
    r"^[a-z0-9][a-z0-9-]*$": "id",
    r"^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$": "item",
    r"^[12]\d{3}(-\d\d(-\d\d)?)?$": "date",
    r"^https?://\S+$": "url",
    r"^\d+(\.\d+)?\s*%$": "percent",
    r"^[^/\\]+\.toml$": "file",
}


class Shape(Generic[T]):
    """One kind of table, with the keys it may have for a nearest-name suggestion."""

    def __init__(self, adapter: TypeAdapter[T], models: Mapping[str, type[BaseModel]]) -> None:
        """`adapter` reads a table; `models` are what it may be by its `kind`, or the one model under ""."""
        self._adapter = adapter
        self._models = models

    def read(self, source: SourceFile, path: TablePath, table: object, languages: tuple[str, ...]) -> T | None:
        """The model of a table, or None with every problem added to the source's findings."""
        try:
            return self._adapter.validate_python(table, context={"languages": languages})
        except ValidationError as error:
            details = error.errors(include_url=False)
            details = [detail for detail in details if not self._misspelt(detail, details, table, languages)]
            for detail in details:
                if detail["type"] in _WANTING and source.has_lost(path):
                    continue
                # A list with a broken entry is also counted as one entry short: the entry is what is wrong.
                if detail["type"] != "too_short" or not any(_inside(other, detail) for other in details):
                    source.findings.append(self._finding(source, path, table, detail, languages))
            return None

    def _misspelt(
        self, detail: ErrorDetails, details: list[ErrorDetails], table: object, languages: tuple[str, ...]
    ) -> bool:
        """Whether a key is missing only because it is misspelt beside: the misspelt one is what is to be mended."""
        if detail["type"] != "missing":
            return False
        beside = [
            str(other["loc"][-1])
            for other in details
            if other["type"] == "extra_forbidden" and other["loc"][:-1] == detail["loc"][:-1]
        ]
        wanted = str(detail["loc"][-1])
        return any(nearest(name, self._names(table, languages)).get("near") == wanted for name in beside)

    def _finding(
        self, source: SourceFile, path: TablePath, table: object, detail: ErrorDetails, languages: tuple[str, ...]
    ) -> Finding:
        code = _CODES.get(detail["type"], "204")
        inner = _real_path(table, detail["loc"])
        last = str(detail["loc"][-1]) if detail["loc"] else ""
        if code == "202":
            key = "kind" if detail["type"] == "union_tag_not_found" else last
            where = dotted((*_real_path(table, detail["loc"][:-1]), key))
            return source.finding(code, source.header((*path, *inner)), {"key": where})
        args = {"key": dotted(inner) or str(path[-1]), "languages": ", ".join(languages)}
        context = detail.get("ctx", {})
        if code == "203":
            args |= nearest(str(context.get("tag", "")), tuple(self._models))
            return source.finding(code, (*path, *inner, "kind"), args | {"kind": str(context.get("tag", ""))})
        if code in {"201", "205"}:
            args |= nearest(last, tuple(name for name in self._names(table, languages) if name != last))
        if code in {"210", "211", "212", "213", "204"}:
            args |= {"want": _want(detail), "got": _shown(detail["input"])}
        return source.finding(code, (*path, *inner), args)

    def _names(self, table: object, languages: tuple[str, ...]) -> tuple[str, ...]:
        kind = table.get("kind") if isinstance(table, dict) else None
        model = self._models.get("", self._models.get(kind) if isinstance(kind, str) else None)
        return (*(_fields(model) if model else ()), *languages)


@lru_cache(maxsize=64)
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Every key that may stand in a table of that model, or in a table inside it."""
    schema = model.model_json_schema()
    parts = (schema, *schema.get("$defs", {}).values())
    return tuple(dict.fromkeys(name for part in parts for name in part.get("properties", ())))


def _inside(other: ErrorDetails, detail: ErrorDetails) -> bool:
    place = detail["loc"]
    return len(other["loc"]) > len(place) and other["loc"][: len(place)] == place


def _real_path(table: object, loc: tuple[str | int, ...]) -> TablePath:
    """The part of an error's location that stands in the file: tags of unions and lifted keys are left out."""
    path: list[str | int] = []
    here: object = table
    for step in loc:
        found, below = _below(here, step)
        if found:
            here = below
            path.append(step)
    return tuple(path)


def _below(here: object, step: str | int) -> tuple[bool, object]:
    if isinstance(here, dict):
        return step in here, here.get(step)
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        return True, here[step]
    return False, None


def nearest(name: str, names: tuple[str, ...]) -> dict[str, str]:
    """The argument `near` of a finding: the known name most like `name`, if one is."""
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    return {"near": found[0]} if found else {}


def _want(detail: ErrorDetails) -> str:
    """What may stand there: a bound or a list of values as they are, a type or a form by its name in the words."""
    context = detail.get("ctx", {})
    for key in ("expected", "ge", "le"):
        if key in context:
            return str(context[key])
    if "pattern" in context:
        return _FORMS.get(str(context["pattern"]), str(context["pattern"]))
    return _TYPES.get(detail["type"], "text")


def _shown(value: object) -> str:
    """A value as it stands in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else "[ ... ]" if isinstance(value, list) else str(value)
    text = "{ ... }" if isinstance(value, dict) else text
    return text if len(text) <= 40 else f"{text[:37]}..."


def dotted(path: TablePath) -> str:
    """A path inside a table as authors count: options.2.right is the second option's right."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
