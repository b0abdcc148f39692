"""How right is a typed answer: a few words, a list of them, or key terms?"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from casebot.grading.compare import Key, Likened, liken, read_key
from casebot.grading.lexicon import Lexicon
from casebot.grading.negation import negated
from casebot.grading.normalise import cut, fold, normalise
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Reason, blank, scored
from casebot.grading.words import Word, articles, fillers, split
from casebot.model.item import Short, Words, Wrong

_OR: Final = re.compile(r"\s+(?:or|ou|ou bien|or else)\s+|\s*/\s*")
_LIST: Final = re.compile(r"\s*(?:[,;\n]|\band\b|\bet\b)\s*")
_PRIORITY: Final = ("negation", "number", "extra-number", "number-missing", "words-extra", "words-missing")


@lru_cache(maxsize=2048)
def _keys(written: tuple[tuple[str, tuple[str, ...]], ...], language: str, lexicon: Lexicon) -> tuple[Key, ...]:
    ordered = sorted(written, key=lambda entry: entry[0] not in {language, ""})
    return tuple(read_key(answer, name or language, lexicon) for name, answers in ordered for answer in answers)


def expected(accept: Words, setting: Setting) -> tuple[Key, ...]:
    """The accepted answers, those in the learner's language first; either language of an item is accepted."""
    return _keys(tuple(accept.each()), setting.language, setting.lexicon)


def known_wrong(wrong: Sequence[Wrong], response: str) -> int | None:
    """The place of the known wrong answer that a normalised response is, accents apart; None where it is none."""
    plain = fold(response)
    for place, entry in enumerate(wrong):
        if any(plain == fold(normalise(text)) for _, texts in entry.match.each() for text in texts):
            return place
    return None


def best(keys: Sequence[Key], response: str, setting: Setting) -> tuple[Likened, Key | None]:
    """The key that a normalised response comes nearest to, and how near."""
    nearest: tuple[Likened, Key | None] = (Likened("no"), None)
    for key in keys:
        if key.text == response:
            return Likened("same"), key
    for key in keys:
        found = liken(key, response, setting.guard(key.language), setting.language)
        if found.likeness == "same":
            return found, key
        if found.likeness == "close" and nearest[0].likeness == "no":
            nearest = found, key
        elif nearest[0].likeness == "no" and _weight(found) < _weight(nearest[0]):
            nearest = found, None
    return nearest


def _weight(found: Likened) -> int:
    return min((_PRIORITY.index(reason.code) for reason in found.reasons if reason.code in _PRIORITY), default=99)


def grade_words(accept: Words, wrong: Sequence[Wrong], response: str, setting: Setting) -> Grade:
    """The grade of a few typed words against the accepted answers."""
    read, was_cut = cut(response)
    text = normalise(read)
    if not text:
        return blank("empty")
    place = known_wrong(wrong, text)
    if place is not None:
        tag = wrong[place].tag
        return Grade("incorrect", 0.0, "", (Reason("known-wrong"),), (f"wrong:{place}",), (tag,) if tag else ())
    keys = expected(accept, setting)
    found, key = best(keys, text, setting)
    if found.likeness == "no":
        several = _several(keys, text, setting)
        if several is not None:
            return several
    notes = (Reason("cut"),) if was_cut else ()
    if key is None or found.likeness == "no":
        return Grade("incorrect", 0.0, "", (*found.reasons, *notes))
    return scored(1.0, key.written, (*found.reasons, *notes), close=found.likeness == "close")


def _several(keys: Sequence[Key], text: str, setting: Setting) -> Grade | None:
    """Blank where a response offers several answers one of which is right; right where all of them are."""
    parts = [part for part in _OR.split(text) if part]
    if len(parts) < 2 or len(parts) > 6:
        return None
    found = [best(keys, part, setting) for part in parts]
    right = [likened for likened, _ in found if likened.likeness != "no"]
    if len(right) == len(parts) and found[0][1] is not None:
        return scored(1.0, found[0][1].written, close=True)
    return blank("several")


def grade_list(item: Short, response: str, setting: Setting) -> Grade:
    """The grade of a list of which `need` are asked: each accepted answer counts once."""
    read, was_cut = cut(response)
    parts = [part for part in map(normalise, _LIST.split(read)) if part]
    if not parts:
        return blank("empty")
    keys = list(expected(item.accept, setting))
    wanted = item.need or 1
    hits: list[Key] = []
    close = False
    for part in parts:
        found, key = best(keys, part, setting)
        if key is not None and found.likeness != "no":
            hits.append(key)
            close = close or found.likeness == "close"
            keys.remove(key)
    reasons = (Reason("listed", {"found": str(min(len(hits), wanted)), "need": str(wanted)}),)
    notes = (Reason("cut"),) if was_cut else ()
    shown = ", ".join(key.written for key in hits[:wanted])
    return scored(min(1.0, len(hits) / wanted), shown, (*reasons, *notes), close=close)


def grade_terms(item: Short, response: str, setting: Setting) -> Grade:
    """The grade by key terms not already in the question: all of one or two, six tenths of more."""
    text = normalise(cut(response)[0])
    if not text:
        return blank("empty")
    place = known_wrong(item.wrong, text)
    if place is not None:
        tag = item.wrong[place].tag
        return Grade("incorrect", 0.0, "", (Reason("known-wrong"),), (f"wrong:{place}",), (tag,) if tag else ())
    if len(_OR.split(text)) > 1 and not any(_OR.search(key.text) for key in expected(item.accept, setting)):
        return blank("several")
    shares = [(_term_share(key, item, text, setting), key) for key in expected(item.accept, setting)]
    share, key = max(shares, key=lambda entry: entry[0])
    return scored(1.0 if share >= 1 else share, key.written if share > 0 else "")


def _term_share(key: Key, item: Short, text: str, setting: Setting) -> float:
    language = key.language
    skipped = articles(language) | fillers(language)
    stem = {word.lemma for word in split(normalise(item.text.show(language)), language, setting.lexicon)}
    terms = [word for word in key.words if word.plain not in skipped and word.lemma not in stem]
    terms = [word for word in terms if word.plain not in key.optional] or list(key.words)
    if key.negated != negated(text, language):
        return 0.0
    given = split(text, language, setting.lexicon)
    found = sum(_heard(term.text, given, key, setting) for term in terms)
    needed = len(terms) if len(terms) <= 2 else 0.6 * len(terms)
    return min(1.0, found / needed)


def _heard(term: str, given: tuple[Word, ...], key: Key, setting: Setting) -> bool:
    single = read_key(term, key.language, setting.lexicon)
    guard = setting.guard(key.language)
    return any(liken(single, word.text, guard, setting.language).likeness != "no" for word in given)
