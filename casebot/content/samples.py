"""Does each question grade its author's samples as the author says, and near misses as it should?

The near misses are made here, always the same ones: a changed digit, an added negation, another question's answer, a
neighbouring word, and, the other way round, a slip, a dropped accent, another order of words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from casebot.content.finding import Finding
from casebot.content.library import Loaded
from casebot.grading.grade import grade
from casebot.grading.lexicon import Lexicon
from casebot.grading.negation import negated
from casebot.grading.normalise import fold, normalise
from casebot.grading.protect import protected_words
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Verdict
from casebot.grading.words import articles, fillers
from casebot.model.bank import Bank
from casebot.model.item import Item, Numeric, Short
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
_NEGATIONS: Final = {"en": "not {}", "fr": "pas {}"}
_WORD: Final = re.compile(r"[^\W\d_]+")
_SLIPPED: Final = 7
"""Letters from which a word with one letter dropped must still be read."""
_NEIGHBOURS: Final = 3
"""Neighbouring words that are tried for a key."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Bench(NamedTuple):
    """What grading needs beside a case."""

    lexicon: Lexicon
    phrases: Phrases


class Miss(NamedTuple):
    """An answer made from a key: what was done to it, and whether it must still be right."""

    code: str
    answer: str
    right: bool


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
                    for miss in _misses(item, language, bank, bench.lexicon):
                        found = _graded(item, miss.answer, language, loaded, bench, protected)
                        if (found.verdict in RIGHT) != miss.right:
                            yield source.finding(miss.code, path, _said(miss.answer, found))


def _graded(item: Item, answer: str, language: str, loaded: Loaded, bench: Bench, protected: frozenset[str]) -> Grade:
    return grade(item, answer, Setting(language, bench.lexicon, bench.phrases, loaded.case.claims, protected))


def _said(answer: str, found: Grade) -> dict[str, str]:
    trace = ", ".join(reason.code for reason in found.reasons) or "-"
    return {"answer": answer, "verdict": found.verdict, "trace": trace}


def _misses(item: Item, language: str, bank: Bank, lexicon: Lexicon) -> Iterator[Miss]:
    match item:
        case Short() if item.mode == "words" and item.need is None:
            yield from _of_words(item, language, bank, lexicon)
        case Numeric():
            yield from _of_number(item, language)
        case _:
            pass


def _of_number(item: Numeric, language: str) -> Iterator[Miss]:
    unit = item.unit.show(language) if item.unit is not None and not item.unit.bare else ""
    text = f"{item.answer:.10f}".rstrip("0").rstrip(".")
    if item.tolerance in (0, 0.0):
        changed = text[:-1] + str((int(text[-1]) + 1) % 10)
        yield Miss("411", f"{changed} {unit}".strip(), right=False)
    yield Miss("411", f"{text}000 {unit}".strip() if "." not in text else f"{float(text) * 1000:g}", right=False)
    yield Miss("412", f"{_NEGATIONS[language].format(text)} {unit}".strip(), right=False)


def _of_words(item: Short, language: str, bank: Bank, lexicon: Lexicon) -> Iterator[Miss]:
    keys = item.accept.get(language) or ()
    accepted = {fold(normalise(text)) for _, texts in item.accept.each() for text in texts}
    for key in keys:
        digit = re.search(r"\d", key)
        if digit is not None:
            place = digit.start()
            yield Miss("411", f"{key[:place]}{(int(key[place]) + 1) % 10}{key[place + 1 :]}", right=False)
        if not negated(normalise(key)):
            yield Miss("412", _NEGATIONS[language].format(key), right=False)
        yield from (Miss("415", slip, right=True) for slip in _slips(key, language, lexicon, bank))
        if fold(key) != key:
            yield Miss("416", fold(key), right=True)
    if keys:
        yield from (Miss("414", near, right=False) for near in _neighbours(keys[0], language, lexicon, accepted))
    for other in _other_keys(item, language, bank):
        if fold(normalise(other)) not in accepted:
            yield Miss("413", other, right=False)


def _other_keys(item: Short, language: str, bank: Bank) -> Iterator[str]:
    """The first answers of the bank's other typed questions, and this one's known wrong ones."""
    for entry in item.wrong:
        yield from entry.match.get(language) or ()
    for other in bank.items.values():
        if isinstance(other, Short) and other is not item:
            yield from (other.accept.get(language) or ())[:1]


def _slips(key: str, language: str, lexicon: Lexicon, bank: Bank) -> Iterator[str]:
    """The key with the middle letter of its longest word left out, where that is no other word."""
    words = [match for match in _WORD.finditer(key) if len(match[0]) >= _SLIPPED and match[0][0].islower()]
    if not words:
        return
    longest = max(words, key=lambda match: len(match[0]))
    middle = longest.start() + len(longest[0]) // 2
    slipped = key[:middle] + key[middle + 1 :]
    typed = normalise(slipped[longest.start() : longest.end() - 1])
    if not lexicon.real(typed, language) and fold(typed) not in protected_words(bank):
        yield slipped


def _neighbours(key: str, language: str, lexicon: Lexicon, accepted: Iterable[str]) -> Iterator[str]:
    """The key with its longest word replaced by another real word one letter away, of another lemma."""
    loose = articles(language) | fillers(language)
    words = [match for match in _WORD.finditer(key) if fold(match[0].lower()) not in loose]
    if not words:
        return
    longest = max(words, key=lambda match: len(match[0]))
    word = longest[0]
    if not word.islower():
        return
    lemma = lexicon.lemma(word, language)
    found = 0
    for place in range(1, len(word)):
        for letter in _LETTERS:
            near = word[:place] + letter + word[place + 1 :]
            other = key[: longest.start()] + near + key[longest.end() :]
            if near != word and lexicon.real(near, language) and lexicon.lemma(near, language) != lemma:
                if fold(normalise(other)) not in accepted:
                    yield other
                    found += 1
                if found == _NEIGHBOURS:
                    return
