"""Does a typed text say what a key says?"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard, Link, words_match
from casebot.grading.negation import negated
from casebot.grading.normalise import fold, normalise
from casebot.grading.quantities import Quantity, Stated, share, state
from casebot.grading.verdict import NO_ARGS, Reason
from casebot.grading.words import Word, articles, fillers, split

Likeness = Literal["same", "close", "no"]
_OPTIONAL: Final = re.compile(r"\[([^\]]*)\]")
_NAME: Final = re.compile(r"[^\W\d_]*[A-ZÀ-Þ][^\W_]*")


class Likened(NamedTuple):
    """How a response stands to one key, and why."""

    likeness: Likeness
    reasons: tuple[Reason, ...] = ()


class Key(NamedTuple):
    """An accepted answer, read once."""

    written: str
    text: str
    language: str
    words: tuple[Word, ...]
    stated: Stated
    optional: frozenset[str]
    names: frozenset[str]
    negated: bool


_NO = Likened("no")


@lru_cache(maxsize=4096)
def read_key(written: str, language: str, lexicon: Lexicon) -> Key:
    """An author's accepted answer; words in [square brackets] may be left out."""
    optional = {
        fold(word.text) for part in _OPTIONAL.findall(written) for word in split(normalise(part), language, lexicon)
    }
    plain = written.replace("[", "").replace("]", "") if optional else written
    text = normalise(plain)
    stated = state(text, language)
    source = stated.rest if stated.quantities else text
    return Key(
        written,
        text,
        language,
        split(source, language, lexicon),
        stated,
        frozenset(optional),
        _names(plain, language, lexicon),
        negated(text, language),
    )


def _names(written: str, language: str, lexicon: Lexicon) -> frozenset[str]:
    """The folded words of a key that are names: all its words begin with a capital, or a capitalised one is unknown."""
    words = [match[0] for match in re.finditer(r"[^\W_]+", written)]
    capital = [word for word in words if _NAME.fullmatch(word)]
    if len(capital) != len([word for word in words if fold(word.lower()) not in articles(language)]):
        capital = [word for word in capital if not lexicon.real(word.lower(), language)]
    return frozenset(fold(normalise(word)) for word in capital)


def liken(key: Key, response: str, guard: Guard, session_language: str) -> Likened:
    """How a normalised response stands to a key.

    `guard` limits the forgiveness of slips; `session_language` decides how the response's numbers are read
    (billion is a thousand million in English, a million million in French).
    """
    if response == key.text:
        return Likened("same")
    if not response:
        return _NO
    said = state(response, session_language)
    if not key.stated.quantities and not said.quantities:
        return _liken_words(key, split(response, key.language, guard.lexicon), response, guard)
    return _liken_quantities(key, response, said, guard)


def _liken_quantities(key: Key, response: str, said: Stated, guard: Guard) -> Likened:
    given = list(said.quantities)
    if key.stated.quantities and not given:
        share_said = share(response)
        if share_said is None:
            return Likened("no", (Reason("number-missing", NO_ARGS),))
        given, said = [share_said], Stated((share_said,), "")
    reasons: list[Reason] = []
    for wanted in key.stated.quantities:
        found = next((quantity for quantity in given if same_quantity(wanted, quantity)), None)
        if found is None:
            return Likened("no", (Reason("number", NO_ARGS),))
        given.remove(found)
        if found.bare and not wanted.bare and not wanted.days:
            reasons.append(Reason("unit-missing", NO_ARGS))
    if given:
        return Likened("no", (Reason("extra-number", NO_ARGS),))
    rest = split(said.rest, key.language, guard.lexicon)
    content = [word for word in rest if word.plain not in articles(key.language) | fillers(key.language)]
    if key.words and not content:
        return Likened("close", (*reasons, Reason("unit-missing", NO_ARGS)))
    if not key.words and not content:
        return Likened("close" if reasons else "same", (*reasons, Reason("quantity", {"key": key.written})))
    worded = _liken_words(key, rest, response, guard)
    if worded.likeness == "no":
        return worded
    likeness: Likeness = "close" if reasons or worded.likeness == "close" else "same"
    return Likened(likeness, (*reasons, *worded.reasons, Reason("quantity", {"key": key.written})))


def same_quantity(wanted: Quantity, given: Quantity) -> bool:
    """Whether a stated quantity is the wanted one: any reading counts, a missing unit passes, another does not."""
    if wanted.days:
        day = wanted.days[0]
        return any(
            said.year == day.year and said.month == day.month and (not day.day or said.day == day.day)
            for said in given.days
        )
    key = wanted.readings[0]
    if given.days:
        return not key.kind and any(said.year == key.value for said in given.days)
    return any(
        said.value == key.value and (said.kind in {key.kind, ""} or (not key.kind and said.kind not in {"%", ""}))
        for said in given.readings
    )


def _liken_words(key: Key, words: tuple[Word, ...], response: str, guard: Guard) -> Likened:
    room = len(key.words) + max(1, len(key.words) // 2)
    content = sum(
        word.plain not in fillers(key.language) and word.plain not in articles(key.language) for word in words
    )
    if content > room + 2 or not words:
        return _NO
    if key.negated != negated(response, key.language):
        return Likened("no", (Reason("negation", NO_ARGS),))
    match = words_match(key.words, words, guard._replace(names=key.names))
    missing = [word for word in match.missing if fold(word) not in key.optional]
    if missing:
        return Likened("no", (Reason("words-missing", {"words": " ".join(missing)}),) if match.links else ())
    wanted = [word for word in key.words if word.plain not in articles(key.language)]
    spare = len(wanted) // 2 if len(wanted) > 1 else 0
    if len(match.extra) > spare or any(fold(word) in guard.protected for word in match.extra):
        return Likened("no", (Reason("words-extra", {"words": " ".join(match.extra)}),))
    return Likened("same" if match.exact else "close", tuple(map(_slip, filter(_slipped, match.links))))


def _slipped(link: Link) -> bool:
    return link.likeness != "same"


def _slip(link: Link) -> Reason:
    return Reason(link.likeness, {"key": link.key, "response": link.response})
