"""Does each question grade its author's samples as the author says, and near misses as it should?"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from casebot.content.finding import Finding
from casebot.content.library import Loaded
from casebot.content.misread import misread
from casebot.content.near_misses import near_misses
from casebot.grading.grade import grade
from casebot.grading.lexicon import Lexicon
from casebot.grading.protect import protected_words
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Verdict
from casebot.model.item import Item, Multiple, Single
from casebot.model.languages import SPOKEN
from casebot.model.phrases import Phrases

RIGHT: Final[frozenset[Verdict]] = frozenset({"correct", "close"})
_WANTED: Final[dict[str, frozenset[Verdict]]] = {
    "right": RIGHT,
    "close": frozenset({"close"}),
    "partial": frozenset({"partial"}),
    "wrong": frozenset({"incorrect"}),
}
_CODES: Final = {"right": "401", "close": "402", "partial": "403", "wrong": "404"}


class Bench(NamedTuple):
    """What grading needs beside a case."""

    lexicon: Lexicon
    phrases: Phrases


def samples(loaded: Loaded, bench: Bench, *, generate: bool) -> Iterator[Finding]:
    """A finding for each sample, and with `generate` for each near miss, that grades the wrong way."""
    for bank in loaded.case.banks.values():
        protected = protected_words(bank)
        for name, item in bank.items.items():
            source, path = loaded.origins["q", f"{bank.id}/{name}"]
            languages = tuple(language for language in bank.head.languages if language in SPOKEN) or SPOKEN[:1]
            for kind, wanted in _WANTED.items():
                listed = getattr(item.samples, kind)
                for language in languages:
                    for place, answer in enumerate((listed.get(language) or ()) if listed is not None else ()):
                        found = _graded(item, answer, language, loaded, bench, protected)
                        if found.verdict not in wanted:
                            inner = (language,) if not listed.bare else ()
                            where = (*path, "samples", kind, *inner, place)
                            yield source.finding(_CODES[kind], where, _said(answer, found))
            if generate:
                for language in languages:
                    if isinstance(item, Single | Multiple):
                        setting = _setting(language, loaded, bench, protected)
                        for each in misread(item, setting):
                            said = {"answer": each.text, "other": ", ".join(each.read) or "-"}
                            yield source.finding("419", (*path, "options", each.place), said)
                    for miss in near_misses(item, language, bank, bench.lexicon):
                        found = _graded(item, miss.answer, language, loaded, bench, protected)
                        if (found.verdict in RIGHT) != miss.right:
                            yield source.finding(miss.code, path, _said(miss.answer, found))


def _graded(item: Item, answer: str, language: str, loaded: Loaded, bench: Bench, protected: frozenset[str]) -> Grade:
    return grade(item, answer, _setting(language, loaded, bench, protected))


def _setting(language: str, loaded: Loaded, bench: Bench, protected: frozenset[str]) -> Setting:
    return Setting(language, bench.lexicon, bench.phrases, loaded.case.claims, protected)


def _said(answer: str, found: Grade) -> dict[str, str]:
    trace = ", ".join(reason.code for reason in found.reasons) or "-"
    return {"answer": answer, "verdict": found.verdict, "trace": trace}
