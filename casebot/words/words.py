"""How is a sentence said in a language: its words, plurals, numbers, dates and typography?"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import tomli

from casebot.model.languages import SPOKEN

_FOLDER: Final = Path(__file__).parent


@lru_cache(maxsize=4)
def _table(language: str) -> dict[str, str | dict[str, str]]:
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return dict(_flat(tomli.load(file), ""))


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str | dict[str, str]]]:
    found: list[tuple[str, str | dict[str, str]]] = []
    for key, value in table.items():
        if isinstance(value, dict) and "other" in value:
            found.append((prefix + key, {str(form): str(text) for form, text in value.items()}))
        elif isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, str(value)))
    return found


class Words:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        """A language that casebot does not speak gives English."""
        self.language: str = language if language in SPOKEN else SPOKEN[0]
        self._table = _table(self.language)

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def say(self, key: str, /, **args: object) -> str:
        """The sentence under a key, with its arguments put in and typography set.

        Where the sentence has several forms, the argument `n` chooses. Raises KeyError for a key that does not exist.
        """
        value = self._table[key]
        if isinstance(value, dict):
            value = value[self._plural(args.get("n"))]
        return self.typeset(value.format(**{name: self._shown(arg) for name, arg in args.items()}))

    def _plural(self, n: object) -> str:
        number = n if isinstance(n, int | float) else 0
        one = abs(number) < 2 if self.language == "fr" else number == 1
        return "one" if one else "other"

    def _shown(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else str(value)

    def typeset(self, text: str) -> str:
        """A text of an author with this language's typography."""
        if self.language != "fr":
            return text
        from casebot.words.french import typeset

        return typeset(text)

    def number(self, value: float) -> str:
        """A number as this language writes it: 1,234.5 or 1 234,5; years are not grouped."""
        text = f"{value:.10f}".rstrip("0").rstrip(".")
        whole, point, rest = text.partition(".")
        if len(whole.lstrip("-")) > 4:
            whole = f"{int(whole):,}".replace(",", "," if self.language == "en" else "\u202f")
        return whole + (("." if self.language == "en" else ",") + rest if point else "")

    def date(self, iso: str) -> str:
        """A date YYYY, YYYY-MM or YYYY-MM-DD as this language writes it."""
        year, _, rest = iso.partition("-")
        month, _, day = rest.partition("-")
        if not month:
            return year
        name = self.say("date.months").split()[int(month) - 1]
        if not day:
            return self.say("date.month", month=name, year=year)
        shown = "1er" if self.language == "fr" and int(day) == 1 else str(int(day))
        return self.say("date.full", day=shown, month=name, year=year)
