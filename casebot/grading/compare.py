"""Does a typed text say what a key says?"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from casebot.grading.direction import turned
from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard, Link, Match, one_edit, same_word, words_match
from casebot.grading.negation import negated, negations, negators
from casebot.grading.normalise import fold, normalise
from casebot.grading.quantities import Quantity, Stated, share, state
from casebot.grading.respelt import repair
from casebot.grading.units import in_kind
from casebot.grading.verdict import NO_ARGS, Reason
from casebot.grading.words import TURNING, Word, articles, fillers, split
from casebot.model.languages import SPOKEN

Likeness = Literal["same", "close", "no"]
LONGEST_NAME: Final = 2
_PHRASE: Final = 2
"""Words from which an answer is more than one word."""
MOST_WORDS: Final = 100
"""Words from which a text is no answer of a few words, whatever stands in it."""
_ARTICLES: Final = ("the", "les", "une")
"""Articles long enough for a slip in them to be known."""
_MOST_OTHERS: Final = 8
"""Quantities beside those of a key from which a text is none of its answers."""
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
    """The words beside its quantities."""
    all_words: tuple[Word, ...]
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
        split(text, language, lexicon),
        stated,
        frozenset(optional),
        _names(plain, language, lexicon),
        negated(text),
    )


def _names(written: str, language: str, lexicon: Lexicon) -> frozenset[str]:
    """The folded words of a key that are names.

    One or two words that all begin with a capital (Clara, Anna Petit); else each capitalised word that is no word of
    the language: in Securities and Exchange Commission there is none.
    """
    words = [match[0] for match in re.finditer(r"[^\W_]+", written)]
    capital = [word for word in words if _NAME.fullmatch(word)]
    content = [word for word in words if fold(word.lower()) not in articles(language)]
    if len(capital) != len(content) or len(content) > LONGEST_NAME:
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
    found = _liken_quantities(key, response, said, guard)
    if found.likeness == "no" and key.stated.quantities:
        repaired, slips = repair(response, guard)
        again = _liken_quantities(key, repaired, state(repaired, session_language), guard) if slips else found
        if again.likeness != "no":
            return Likened("close", (*slips, *again.reasons))
    return found


def _liken_quantities(key: Key, response: str, said: Stated, guard: Guard) -> Likened:
    if len(said.quantities) > len(key.stated.quantities) + _MOST_OTHERS:
        return Likened("no", (Reason("extra-number", NO_ARGS),))
    given = list(said.quantities)
    if key.stated.quantities and not given:
        share_said = share(response)
        if share_said is None and _spelt_out(key.text) and _spelt_out(response):
            worded = _liken_words(
                key._replace(words=key.all_words), split(response, key.language, guard.lexicon), response, guard
            )
            if worded.likeness != "no":
                return worded
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
        (said.value == key.value and (not said.kind or (not key.kind and said.kind != "%")))
        or (said.kind and in_kind(said.value, said.kind, key.kind) == key.value)
        for said in given.readings
    )


def _liken_words(key: Key, words: tuple[Word, ...], response: str, guard: Guard) -> Likened:
    if not words or len(words) > MOST_WORDS:
        return _NO
    room = len(key.words) + max(1, len(key.words) // 2)
    loose = fillers(key.language) | guard.free
    content = sum(word.plain not in loose and word.lemma not in loose for word in words)
    if content > room + 2:
        return _NO
    if key.negated and _run_together(key, words):
        return Likened("close", (Reason("joined", {"key": key.text, "response": response}),))
    if key.negated != (negated(response) or (key.negated and _misspelt_negation(key, words, guard))):
        return Likened("no", (Reason("negation", NO_ARGS),))
    if key.negated and negations(response) > negations(key.text):
        return Likened("no", (Reason("negation", NO_ARGS),))
    match = words_match(key.words, words, guard._replace(names=key.names))
    missing = [word for word in match.missing if fold(word) not in key.optional]
    if missing:
        return Likened("no", (Reason("words-missing", {"words": " ".join(missing)}),) if match.links else ())
    extra = (Reason("words-extra", {"words": " ".join(match.extra)}),) if match.extra else ()
    if extra and _says_more(key, match.extra, response, guard):
        return Likened("no", extra)
    if turned(key.words, words, match.links, fillers(key.language)):
        return Likened("no", (Reason("turned", NO_ARGS),))
    if _foreign(match, words, guard):
        return _NO
    slips = tuple(map(_slip, filter(_slipped, match.links)))
    return Likened("same" if match.exact and not extra else "close", (*slips, *extra))


def _says_more(key: Key, extra: tuple[str, ...], response: str, guard: Guard) -> bool:
    """Whether the words that a response has beside a key make another answer of it.

    A key of several words bears half as many more, which are told, since they say something; one word and a name none.
    """
    more = [fold(word) for word in extra if not _like_article(fold(word), guard)]
    wanted = [word for word in key.words if word.plain not in articles(key.language)]
    room = 0 if all(word.plain in key.names for word in wanted) or len(wanted) < _PHRASE else len(wanted) // 2
    turning = not guard.barred.isdisjoint(more) or not TURNING.isdisjoint(more)
    return bool(more) and (len(more) > room or "/" in response or turning)


def _like_article(word: str, guard: Guard) -> bool:
    """Whether a folded word that is none is an article but for one slip: teh, tge."""
    if word in guard.protected or any(guard.lexicon.real(word, language) for language in SPOKEN):
        return False
    return any(word[0] == article[0] and one_edit(article, word) for article in _ARTICLES)


def _foreign(match: Match, words: tuple[Word, ...], guard: Guard) -> bool:
    """Whether a slip was forgiven in an answer that is written in another language than the key.

    All its words are real there, and it is the learner's language or a word beside the slips is foreign to the key's;
    or a word of the learner's language stands beside the slip, with accents that the key has not.
    """
    slips = {link.response for link in match.links if link.likeness == "typo"}
    if not slips:
        return False
    real = guard.lexicon.real
    own = {word.text for word in words if real(word.text, guard.language) or real(word.plain, guard.language)}
    accented = any(link.likeness == "accent" and link.key == fold(link.key) for link in match.links)
    strange = accented or any(word.text not in own | slips for word in words)
    return any(
        (strange or other == guard.session) and all(real(word.text, other) for word in words)
        for other in SPOKEN
        if other != guard.language
    ) or (accented and guard.session not in {"", guard.language})


def _spelt_out(text: str) -> bool:
    return not any(map(str.isdigit, text))


def _run_together(key: Key, words: tuple[Word, ...]) -> bool:
    """Whether a response has the letters of a key, only its gaps and apostrophes elsewhere: didnt, doe snot."""
    return "".join(word.plain for word in key.words) == "".join(word.plain for word in words)


def _misspelt_negation(key: Key, words: tuple[Word, ...], guard: Guard) -> bool:
    """Whether a word of the response is a slip of the word that negates the key."""
    signs = [word for word in key.words if word.text in negators(key.text, key.language)]
    return any(same_word(sign, word, guard) == "typo" for sign in signs for word in words)


def _slipped(link: Link) -> bool:
    return link.likeness != "same"


def _slip(link: Link) -> Reason:
    return Reason(link.likeness, {"key": link.key, "response": link.response})
