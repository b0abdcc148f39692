"""What is a text in several languages, and what do all parts of a case have in common?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Final, Generic, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    Strict,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from casebot.model.languages import SPOKEN

DEFAULT_LANGUAGES = SPOKEN
EVERY = ""
"""The key under which a bare value stands: it is the same in all languages."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
ItemName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$")]


_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _no_control(text: str) -> str:
    if _CONTROL.search(text):
        raise PydanticCustomError("control_character", "a control character")
    return text


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), AfterValidator(_no_control)
]
"""A text of an author: line breaks and tabs, but no other control characters."""


def _real_day(iso: str) -> str:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "there is no such day") from error
    return iso


Date = Annotated[str, StringConstraints(pattern=r"^[12]\d{3}(-\d\d(-\d\d)?)?$"), AfterValidator(_real_day)]
"""YYYY, YYYY-MM or YYYY-MM-DD, of a day that exists."""
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]

T = TypeVar("T")


def declared(info: ValidationInfo) -> tuple[str, ...]:
    """The languages declared by the file under validation (context key `languages`), in its order."""
    context = info.context
    if isinstance(context, Mapping):
        languages = context.get("languages")
        if isinstance(languages, tuple):
            return languages
    return DEFAULT_LANGUAGES


def _language(key: str, info: ValidationInfo) -> str:
    if key == EVERY or key in declared(info):
        return key
    raise PydanticCustomError("language_unknown", "not a declared language", {"languages": declared(info)})


LanguageKey = Annotated[str, AfterValidator(_language)]


class Part(BaseModel):
    """A piece of a case: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ByLanguage(RootModel[Annotated[dict[LanguageKey, T], Field(min_length=1)]], Generic[T]):
    """A value for each declared language, or one bare value for all of them."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _spread(cls, value: object) -> object:
        if isinstance(value, dict | RootModel):
            return value
        return {EVERY: value}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """One value, or a table of them by language: as authors write it."""
        whole = handler.resolve_ref_schema(handler(core))
        one = whole["additionalProperties"] if isinstance(whole.get("additionalProperties"), dict) else {}
        spoken = dict.fromkeys(DEFAULT_LANGUAGES, one)
        table = {"type": "object", "properties": spoken, "additionalProperties": False, "minProperties": 1}
        return {"anyOf": [one, table]}

    @property
    def bare(self) -> bool:
        """Whether one value stands for all languages."""
        return EVERY in self.root

    def get(self, language: str) -> T | None:
        """The value in that language, a bare value included; None where it is missing."""
        return self.root.get(language, self.root.get(EVERY))

    def show(self, language: str) -> T:
        """The value in that language, or else in the first language that has one."""
        found = self.get(language)
        return found if found is not None else next(iter(self.root.values()))

    def each(self) -> Iterator[tuple[str, T]]:
        """Every language (the empty string for a bare value) with its value, in the author's order."""
        yield from self.root.items()


class Text(ByLanguage[Line]):
    """A text a learner reads, by language."""

    @classmethod
    def of(cls, every: str = "", **languages: str) -> Self:
        """A text from one bare string, or from one string a language."""
        return cls.model_validate(languages or {EVERY: every}, context={"languages": tuple(languages)})


class Worded(Part):
    """A part whose languages may stand straight beside its other keys, or under `text`."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The languages stand beside the other keys, or the text under `text`."""
        schema = handler.resolve_ref_schema(handler(core))
        spoken = {language: {"type": "string", "minLength": 1} for language in DEFAULT_LANGUAGES}
        schema["properties"] = {**schema.get("properties", {}), **spoken}
        schema["required"] = [name for name in schema.get("required", []) if name != "text"]
        return schema

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, dict):
            return value
        spoken = {key: value[key] for key in declared(info) if key in value}
        if not spoken:
            return value
        if "text" in value:
            raise PydanticCustomError("text_twice", "the text stands both beside the other keys and under `text`")
        return {**{key: entry for key, entry in value.items() if key not in spoken}, "text": spoken}
