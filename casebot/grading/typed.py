"""How right is a typed answer: a few words, a list of them, or key terms?"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from casebot.grading.compare import Key, Likened, liken, read_key
from casebot.grading.lexicon import Lexicon
from casebot.grading.negation import negated
from casebot.grading.normalise import cut, fold, normalise
from casebot.grading.remarks import segments
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Reason, blank, scored
from casebot.grading.words import Word, articles, fillers, split
from casebot.model.item import Short, Words, Wrong
from casebot.model.languages import SPOKEN

_OR: Final = re.compile(r"\s+(?:or|ou|ou bien|or else)\s+|\s*/\s*")
_VAGUE: Final = frozenset(
    f"{thing}{like}"
    for thing in ("so", "something", "quelque chose", "un truc")
    for like in ("", " like that", " similar", " comme ca", " dans le genre")
)
"""What is offered beside an answer and is none of its own: or so, ou quelque chose comme ça."""
_LIST: Final = re.compile(r"\s*(?:[,;\n]|\band\b|\bet\b)\s*")
_NONE: Final[frozenset[str]] = frozenset()
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_PARTS: Final = 6
MOST_LISTED: Final = 60
"""Entries of a typed list that are read."""
_TURNED: Final = (Reason("turned"),)
_FEWEST_TURNED: Final = 2
_PRIORITY: Final = ("negation", "turned", "number", "extra-number", "number-missing", "words-extra", "words-missing")


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


def best(
    keys: Sequence[Key], response: str, setting: Setting, free: frozenset[str] = _NONE, barred: frozenset[str] = _NONE
) -> tuple[Likened, Key | None]:
    """The key a normalised response comes nearest to, and how near; `free` words may be added, `barred` may not.

    Among keys alike the longest first: what says a long key the other way round is no short key with words added.
    """
    nearest: tuple[Likened, Key | None] = (Likened("no"), None)
    for key in keys:
        if key.text == response:
            return Likened("same"), key
    for key in sorted(keys, key=lambda each: -len(each.words)) if len(response.split()) > _FEWEST_TURNED else keys:
        found = liken(key, response, setting.guard(key.language, free, barred), setting.language)
        if found.likeness == "same":
            return found, key
        if found.reasons[:1] == _TURNED:
            return found, None
        if found.likeness == "close" and nearest[0].likeness == "no":
            nearest = found, key
        elif nearest[0].likeness == "no" and _weight(found) < _weight(nearest[0]):
            nearest = found, None
    return nearest


def _weight(found: Likened) -> int:
    return min((_PRIORITY.index(reason.code) for reason in found.reasons if reason.code in _PRIORITY), default=99)


@lru_cache(maxsize=1024)
def _repeated(stem: tuple[tuple[str, str], ...], keys: tuple[Key, ...], lexicon: Lexicon) -> frozenset[str]:
    """Words that say nothing new: those of the question that are no names, and those of the keys."""
    lower = (
        (language, match[0])
        for language, text in stem
        for match in _WORD.finditer(text)
        if not match[0][0].isupper() and not match[0][0].isdigit()
    )
    asked = (word for language, text in lower for word in split(normalise(text), language or "en", lexicon))
    own = (word for key in keys for word in key.all_words)
    return frozenset(form for word in (*asked, *own) for form in (word.plain, word.lemma))


def _free(item: Short, keys: tuple[Key, ...], setting: Setting) -> frozenset[str]:
    """What may be added to an answer: the question's words and the keys', but no word of a known wrong answer."""
    repeated = _repeated(tuple(item.text.each()), keys, setting.lexicon)
    return repeated - (_wrong_words(item.wrong, setting) - _own(keys))


def _own(keys: Sequence[Key]) -> frozenset[str]:
    """The folded words of the keys, and their lemmas."""
    return frozenset(form for key in keys for word in key.all_words for form in (word.plain, word.lemma))


def _wrong_words(wrong: Sequence[Wrong], setting: Setting) -> frozenset[str]:
    """The folded words, and their lemmas, of the known wrong answers."""
    texts = ((language, text) for entry in wrong for language, each in entry.match.each() for text in each)
    words = (word for language, text in texts for word in split(normalise(text), language or "en", setting.lexicon))
    found = frozenset(form for word in words for form in (word.plain, word.lemma))
    return found - fillers("en") - fillers("fr")


def grade_words(item: Short, response: str, setting: Setting) -> Grade:
    """The grade of a few typed words against the accepted answers."""
    wrong = item.wrong
    read, was_cut = cut(response)
    text = normalise(read)
    if not text:
        return blank("empty")
    place = known_wrong(wrong, text)
    if place is not None:
        tag = wrong[place].tag
        return Grade("incorrect", 0.0, "", (Reason("known-wrong"),), (f"wrong:{place}",), (tag,) if tag else ())
    keys = expected(item.accept, setting)
    free = _free(item, keys, setting)
    barred = _wrong_words(item.wrong, setting) - _own(keys)
    found, key = best(keys, text, setting, free, barred)
    if found.likeness == "no":
        several = _several(item, keys, text, setting, free, barred)
        if several is not None:
            return several
        remarked = _remarked(item, keys, text, setting, free)
        found, key = remarked if remarked is not None else (found, None)
    notes = (Reason("cut"),) if was_cut else ()
    if key is None or found.likeness == "no":
        return Grade("incorrect", 0.0, "", (*found.reasons, *notes))
    return scored(1.0, key.written, (*found.reasons, *notes), close=found.likeness == "close")


def _remarked(
    item: Short, keys: tuple[Key, ...], text: str, setting: Setting, free: frozenset[str]
) -> tuple[Likened, Key] | None:
    """The answer that a response gives with a remark on it, or with a denial of another; None where it gives none.

    A remark may say the question again, and may not bring in a known wrong answer, a negation, or, where a number is
    asked for, another number; a denial must deny something, and nothing of the key.
    """
    parts = segments(text)
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    answered: list[tuple[Likened, Key]] = []
    remarks: list[str] = []
    own = _own(keys)
    barred = _wrong_words(item.wrong, setting) - _asked(item, setting)
    for part in parts:
        words = split(part.text, setting.language, setting.lexicon)
        content = [word for word in words if word.plain not in fillers("en") | fillers("fr")]
        found, key = best(keys, part.text, setting, free) if part.kind != "denial" else (Likened("no"), None)
        if key is not None and found.likeness != "no":
            answered.append((found, key))
        elif not content and part.kind != "denial":
            continue
        elif not content or (part.kind == "said" and not _beside(part.text, answered, setting)):
            return None
        elif part.kind == "denial":
            if any(word.plain in own for word in content):
                return None
            remarks.append(part.text)
        else:
            if negated(part.text) or any(word.plain in barred for word in content):
                return None
            remarks.append(part.text)
    if not answered:
        return None
    if any(key.stated.quantities for _, key in answered) and any(map(str.isdigit, " ".join(remarks))):
        return None
    close = [found for found, _ in answered if found.likeness == "close"]
    reasons = tuple(reason for found in close for reason in found.reasons)
    said = (Reason("remark", {"words": "; ".join(remarks)}),) if remarks else ()
    return Likened("close" if close else "same", (*reasons, *said)), answered[0][1]


def _beside(text: str, answered: Sequence[tuple[Likened, Key]], setting: Setting) -> bool:
    """Whether a part of an answer says what the name before it is: Clara Petit, the mayor."""
    article, _, noun = text.partition(" ")
    languages = [language for language in SPOKEN if article in articles(language)]
    real = any(setting.lexicon.real(noun, language) for language in languages)
    return real and noun not in setting.protected and any(len(key.words) > 1 for _, key in answered)


def _asked(item: Short, setting: Setting) -> frozenset[str]:
    """The folded words of the question."""
    texts = item.text.each()
    return frozenset(
        word.plain for language, text in texts for word in split(normalise(text), language or "en", setting.lexicon)
    )


def _several(
    item: Short, keys: Sequence[Key], text: str, setting: Setting, free: frozenset[str], barred: frozenset[str]
) -> Grade | None:
    """Blank where a response offers several answers, one of which is not accepted; right where all of them are."""
    offered = [part for part in _OR.split(text) if part]
    if len(offered) < 2 or len(offered) > _MOST_PARTS:
        return None
    parts = [part for part in offered if fold(part) not in _VAGUE] or offered
    if any(known_wrong(item.wrong, part) is not None for part in parts):
        return blank("several")
    found = [best(keys, part, setting, free, barred) for part in parts]
    first = found[0][1]
    if first is None or any(likened.likeness == "no" for likened, _ in found):
        return blank("several")
    reasons = tuple(reason for likened, _ in found for reason in likened.reasons)
    close = any(likened.likeness == "close" for likened, _ in found)
    return scored(1.0, first.written, reasons, close=close)


def grade_list(item: Short, response: str, setting: Setting) -> Grade:
    """The grade of a list of which `need` are asked: each accepted answer counts once."""
    read, was_cut = cut(response)
    parts = [part for part in map(normalise, _LIST.split(read, MOST_LISTED)) if part]
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
    if key.negated != negated(text):
        return 0.0
    given = split(text, language, setting.lexicon)
    found = sum(_heard(term.text, given, key, setting) for term in terms)
    needed = len(terms) if len(terms) <= 2 else 0.6 * len(terms)
    return min(1.0, found / needed)


def _heard(term: str, given: tuple[Word, ...], key: Key, setting: Setting) -> bool:
    single = read_key(term, key.language, setting.lexicon)
    guard = setting.guard(key.language)
    return any(liken(single, word.text, guard, setting.language).likeness != "no" for word in given)
