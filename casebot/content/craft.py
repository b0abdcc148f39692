"""Is a case well made and fair? Warnings: each can be right where the author meant it."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import tomli

from casebot.content.finding import Finding
from casebot.content.library import Loaded
from casebot.content.translations import texts
from casebot.grading.normalise import fold, normalise
from casebot.model.dilemma import Side
from casebot.model.item import Multiple, Single
from casebot.model.lesson import MARK
from casebot.model.text import Text

PAGE: Final = 90
"""Words of prose on a page."""
APART: Final = 0.15
"""How much longer the arguments of one side may be than those of the other."""
LONGER: Final = 1.4
"""How much longer than the longest wrong option a right one stands out."""
SEVERAL: Final = 5
"""Questions from which the right option should not always stand in one place."""
_ALL: Final = re.compile(r"^(?:all|none|both) of (?:the above|these)|^toutes? (?:les|ces) reponses|^aucune de ces")
_FOLDER: Final = Path(__file__).parent / "loaded_words"


def craft(loaded: Loaded) -> Iterator[Finding]:
    """What a careful editor would ask about."""
    yield from _facts(loaded)
    yield from _questions(loaded)
    yield from _pages(loaded)
    yield from _sides(loaded)
    yield from _words(loaded)


def _facts(loaded: Loaded) -> Iterator[Finding]:
    for name, claim in loaded.case.claims.items():
        if claim.status in {"documented", "reported"} and not claim.sources:
            source, path = loaded.origins["claim", name]
            yield source.finding("604", path, {"id": name})


def _questions(loaded: Loaded) -> Iterator[Finding]:
    for bank in loaded.case.banks.values():
        places: Counter[int] = Counter()
        for name, item in bank.items.items():
            source, path = loaded.origins["q", f"{bank.id}/{name}"]
            if item.explain is None:
                yield source.finding("605", path, {"id": name})
            if not isinstance(item, Single | Multiple):
                continue
            rights = [place for place, option in enumerate(item.options) if option.right]
            if isinstance(item, Single):
                places.update(rights)
            for language, _ in item.text.each():
                lengths = [len(option.text.show(language)) for option in item.options]
                wrong = [length for place, length in enumerate(lengths) if place not in rights]
                if rights and wrong and min(lengths[place] for place in rights) > LONGER * max(wrong):
                    yield source.finding("606", (*path, "options", rights[0]), {"language": language})
                    break
            for place, option in enumerate(item.options):
                if any(_ALL.match(fold(normalise(text))) for _, text in option.text.each()):
                    yield source.finding("608", (*path, "options", place), {"text": option.text.show("en")})
        if sum(places.values()) >= SEVERAL and len(places) == 1:
            source, path = loaded.origins["bank", bank.id]
            yield source.finding("607", path, {"place": str(next(iter(places)) + 1)})


def _pages(loaded: Loaded) -> Iterator[Finding]:
    for lesson_id, lesson in loaded.case.lessons.items():
        for name, step in lesson.steps.items():
            for language, text in step.text.each() if step.text is not None else ():
                words = len(MARK.sub("", text).split())
                if words > PAGE:
                    source, path = loaded.origins["step", f"{lesson_id}/{name}"]
                    where = (*path, language) if language else path
                    yield source.finding("609", where, {"words": str(words), "most": str(PAGE)})


def _sides(loaded: Loaded) -> Iterator[Finding]:
    for name, dilemma in loaded.case.dilemmas.items():
        source, path = loaded.origins["dilemma", name]
        one, other = dilemma.side
        if len(one.argument) != len(other.argument):
            counts = {"first": str(len(one.argument)), "second": str(len(other.argument))}
            yield source.finding("601", (*path, "side"), counts)
        if any(
            (argument.rebuttal is None) != (one.argument[0].rebuttal is None)
            for side in dilemma.side
            for argument in side.argument
        ):
            yield source.finding("610", (*path, "side"), {"key": "rebuttal"})
        for language, _ in dilemma.question.each():
            first, second = _length(one, language), _length(other, language)
            if max(first, second) > (1 + APART) * min(first, second):
                said = {"first": str(first), "second": str(second), "language": language}
                yield source.finding("602", (*path, "side"), said)


def _length(side: Side, language: str) -> int:
    """Characters of a side's arguments, spaces left out."""
    return sum(len("".join(argument.text.show(language).split())) for argument in side.argument)


def _words(loaded: Loaded) -> Iterator[Finding]:
    """Loaded words in what casebot itself says: claims, notes, pages, sides; assertions and quotations are others'."""
    case = loaded.case
    loads = {path.stem: frozenset(tomli.loads(path.read_text("utf-8"))["words"]) for path in _FOLDER.glob("*.toml")}
    spoken: list[tuple[tuple[str, str], tuple[str, ...], Text | None]] = []
    spoken += [(("claim", name), (), claim.text) for name, claim in case.claims.items()]
    for lesson_id, lesson in case.lessons.items():
        spoken += [(("step", f"{lesson_id}/{name}"), (), step.text) for name, step in lesson.steps.items()]
    for name, dilemma in case.dilemmas.items():
        spoken += [(("dilemma", name), inner, text) for inner, text in _dilemma_texts(dilemma)]
    for part, inner, text in spoken:
        for language, value in text.each() if text is not None else ():
            unquoted = re.sub(r'"[^"]*"|«[^»]*»|“[^”]*”', " ", value)
            found = [word for word in re.findall(r"[^\W\d_]+", unquoted.lower()) if word in loads.get(language, ())]
            for word in dict.fromkeys(found):
                source, path = loaded.origins[part]
                yield source.finding("603", (*path, *inner, language), {"word": word})


def _dilemma_texts(dilemma: object) -> Iterator[tuple[tuple[str, ...], Text]]:
    for inner, value in texts(dilemma):  # type: ignore[arg-type]
        if isinstance(value, Text):
            yield tuple(map(str, inner)), value
