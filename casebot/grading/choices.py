"""Which of the options does a typed or chosen response mean?"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from casebot.grading.matching import Guard, words_match
from casebot.grading.negation import negated, negators
from casebot.grading.normalise import fold, normalise
from casebot.grading.remarks import segments
from casebot.grading.verdict import Reason
from casebot.grading.words import Word, articles, fillers, split
from casebot.model.claim import BUCKETS
from casebot.model.identity import LETTERS, entry_ids
from casebot.model.item import Evidence, Item, Multiple, Order, Single, TrueFalse
from casebot.model.languages import SPOKEN

_SEPARATORS: Final = re.compile(r"\s*(?:[,;>/+&-]|->|\bet\b|\band\b|\bpuis\b|\bthen\b|\s)\s*")
_LABEL: Final = re.compile(
    r"(?:(?:the|la|le|it'?s|c'?est|answer|option|letter|reponse|lettre|choix) ?)*([a-h1-8])\b\W*"
)
_CLOSING: Final = re.compile(r"[\[<{]\s*/")
"""How a closing tag begins: "[/b]" is no letter of an option."""
LONGEST: Final = 300
"""Characters of the longest wording in which an option is looked for."""
_MOST: Final = 40
"""Parts of an answer from which it is no list of options."""
_REACH: Final = 3
"""How many words before the name of an option a negation reaches."""
_LEAST: Final = 2
"""Words of an option that a part of it must have to mean it."""


class Choice(NamedTuple):
    """An option by its id, with its texts by language."""

    id: str
    texts: tuple[tuple[str, str], ...] = ()


class Chosen(NamedTuple):
    """The option that is meant, and the slips that were forgiven."""

    id: str
    reasons: tuple[Reason, ...] = ()


def choices(item: Item) -> tuple[Choice, ...]:
    """The options of an item in the author's order; empty for kinds that are typed."""
    match item:
        case Single() | Multiple():
            names = zip(entry_ids(item.options), item.options, strict=True)
            return tuple(Choice(name, tuple(option.text.each())) for name, option in names)
        case Order():
            names_ = zip(entry_ids(item.items), item.items, strict=True)
            return tuple(Choice(name, tuple(entry.text.each())) for name, entry in names_)
        case TrueFalse():
            return (Choice("true"), Choice("false"))
        case Evidence():
            return tuple(Choice(bucket) for bucket in BUCKETS)
        case _:
            return ()


def choose_one(response: str, options: Sequence[Choice], names: Mapping[str, str], guard: Guard) -> Chosen | None:
    """The option that a response means; None where it means none, or more than one.

    By its text, id, or letter or number as shown, by one of `names` (a phrase -> an id); else by words that only one
    option has, or that hold the name of only one. A question means no option.
    """
    text = normalise(response)
    plain = fold(text)
    for option in options:
        if plain in {fold(normalise(each)) for _, each in option.texts} or plain == fold(option.id):
            return Chosen(option.id, _accents(text, option))
    if plain in names and any(option.id == names[plain] for option in options):
        return Chosen(names[plain])
    labelled = _labelled(plain, options) if not _CLOSING.search(response) else None
    if labelled is not None or not text or len(text) > LONGEST or response.rstrip().endswith("?"):
        return Chosen(labelled) if labelled is not None else None
    named = {phrase: name for phrase, name in names.items() if any(option.id == name for option in options)}
    return (
        _by_name(text, named, guard) if not any(option.texts for option in options) else _by_words(text, options, guard)
    )


def _accents(text: str, option: Choice) -> tuple[Reason, ...]:
    written = [normalise(each) for _, each in option.texts]
    near = next((each for each in written if fold(each) == fold(text)), text)
    return () if text in written or near == text else (Reason("accent", {"response": text, "key": near}),)


def _labelled(plain: str, options: Sequence[Choice]) -> str | None:
    found = _LABEL.fullmatch(plain)
    if found is None:
        return None
    place = LETTERS.index(found[1]) if found[1] in LETTERS else int(found[1]) - 1
    return options[place].id if place < len(options) else None


def _by_name(text: str, names: Mapping[str, str], guard: Guard) -> Chosen | None:
    """The one option whose name the first part of a text that has any holds: yes, true; disputed, I'd say."""
    for part in segments(text):
        said = f"not {part.text}" if part.kind == "denial" else part.text
        words = split(said, guard.language, guard.lexicon)
        found = [each for phrase, name in names.items() if (each := _named(words, phrase, name, names, guard))]
        found = [each for each in found if not any(each is not other and each.words < other.words for other in found)]
        if found:
            clear = [each for each in found if each.words not in _ANSWERS] or found
            ids = {each.id for each in clear}
            return Chosen(clear[0].id, clear[0].reasons) if len(ids) == 1 else None
    return None


_ANSWERS: Final = frozenset({frozenset({word}) for word in ("yes", "no", "oui", "non")})
"""Names that give way to another beside them: no, that's false."""


class _Named(NamedTuple):
    id: str
    words: frozenset[str]
    reasons: tuple[Reason, ...]


def _named(words: Sequence[Word], phrase: str, name: str, names: Mapping[str, str], guard: Guard) -> _Named | None:
    """A name that stands in a text, turned round where it is denied and there are only two."""
    wanted = split(phrase, guard.language, guard.lexicon)
    size = len(wanted)
    for start in range(len(words) - size + 1):
        run = words[start : start + size]
        slips: tuple[Reason, ...] = ()
        if [word.plain for word in run] != [word.plain for word in wanted]:
            match = words_match(wanted, tuple(run), guard._replace(protected=guard.protected - {phrase}))
            if (
                match.missing
                or match.extra
                or any(link.likeness not in {"same", "typo", "accent"} for link in match.links)
            ):
                continue
            slips = tuple(
                Reason(link.likeness, {"key": link.key, "response": link.response})
                for link in match.links
                if link.likeness != "same"
            )
        before = " ".join(word.text for word in words[max(0, start - _REACH) : start])
        if any(_denies(before, language) for language in SPOKEN):
            others = set(names.values()) - {name}
            return _Named(others.pop(), frozenset(phrase.split()), slips) if len(others) == 1 else None
        return _Named(name, frozenset(phrase.split()), slips)
    return None


def _denies(before: str, language: str) -> bool:
    """Whether the words before a name deny it; the answer no does not."""
    return bool(set(negators(before, language)) - {"no", "non"})


def _by_words(text: str, options: Sequence[Choice], guard: Guard) -> Chosen | None:
    """The one option all of whose words a text holds, or that alone holds all the words of a text."""
    whole: list[Chosen] = []
    part: list[Chosen] = []
    for option in options:
        for language, written in option.texts:
            found = _held(text, written, guard._replace(language=language or guard.language))
            if found is not None:
                (whole if found[0] else part).append(Chosen(option.id, found[1]))
                break
    for found_ in (whole, part):
        if len({each.id for each in found_}) == 1:
            return found_[0]
        if found_:
            return None
    return None


def _held(text: str, written: str, guard: Guard) -> tuple[bool, tuple[Reason, ...]] | None:
    """Whether a text holds an option whole (True), or is held by it (False), with the slips; None where neither."""
    option = normalise(written)
    if negated(text) != negated(option):
        return None
    loose = articles(guard.language) | fillers(guard.language)
    wanted = tuple(word for word in split(option, guard.language, guard.lexicon) if word.plain not in loose)
    given = tuple(word for word in split(text, guard.language, guard.lexicon) if word.plain not in loose)
    if not wanted or not given:
        return None
    match = words_match(wanted, given, guard)
    slips = tuple(
        Reason(link.likeness, {"key": link.key, "response": link.response})
        for link in match.links
        if link.likeness not in {"same", "form"}
    )
    if not match.missing and len(wanted) >= _LEAST:
        return True, slips
    if not match.extra and len(wanted) - len(match.missing) >= _LEAST:
        return False, slips
    return None


def choose_some(
    response: str, options: Sequence[Choice], names: Mapping[str, str], guard: Guard
) -> tuple[str, ...] | None:
    """The ids that a response lists, in its order; None where a part of it names no option."""
    plain = fold(normalise(response))
    parts = [part for part in re.split(r"\s*[,;>]\s*", response) if part.strip()]
    if len(parts) > _MOST:
        return None
    found = [choose_one(part, options, names, guard) for part in parts]
    if (not parts or None in found) and not _CLOSING.search(response):
        parts = [part for part in _SEPARATORS.split(plain, _MOST) if part]
        if len(parts) == 1 and re.fullmatch(r"[a-h]+|[1-8]+", parts[0]):
            parts = list(parts[0])
        found = [choose_one(part, options, names, guard) for part in parts]
    if not parts or None in found:
        found = [choose_one(response, options, names, guard)]
    chosen = tuple(each.id for each in found if each is not None)
    return tuple(dict.fromkeys(chosen)) if len(chosen) == len(found) else None
