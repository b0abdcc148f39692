"""What answers stand next to a right one, and must they be right too?

Made from a question's own key, always the same ones: a changed digit, an added negation, another question's answer, a
neighbouring word, the words the other way round; and, which must still be right, a slip, a dropped accent, a name with
its surname first.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from casebot.grading.direction import FREE
from casebot.grading.lexicon import Lexicon
from casebot.grading.negation import negated
from casebot.grading.normalise import fold, normalise
from casebot.grading.protect import protected_words
from casebot.grading.words import articles, fillers
from casebot.model.bank import Bank
from casebot.model.item import Cloze, Free, Item, Numeric, Short, Words

_NEGATIONS: Final = {"en": "not {}", "fr": "pas {}"}
_DENIALS: Final = {"en": "It is not true that {}", "fr": "Il est faux que {}"}
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = re.compile(r"([A-ZÀ-Þ][^\W\d_]+) ([A-ZÀ-Þ][^\W\d_]+)")
_TURNS: Final = re.compile(r"([^\W\d_]+) ([^\W\d_A-ZÀ-Þ]+) ([^\W\d_]+)")
"""Three words and no more: the outer two can change places about the one between them."""
_DOING: Final = re.compile(r"[a-zà-ÿ]+(?:ed|ing|ght|old|aid|é|ait|ant)")
_SLIPPED: Final = 7
"""Letters from which a word with one letter dropped must still be read."""
_NEIGHBOURS: Final = 3
"""Neighbouring words that are tried for a key."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Miss(NamedTuple):
    """An answer made from a key: what was done to it, and whether it must still be right."""

    code: str
    answer: str
    right: bool


def near_misses(item: Item, language: str, bank: Bank, lexicon: Lexicon) -> Iterator[Miss]:
    """The answers next to the right ones of a question, in one language."""
    match item:
        case Short() if item.mode == "words" and item.need is None:
            yield from _of_words(item, language, bank, lexicon)
        case Short() | Free():
            yield from _of_terms(item, language)
        case Numeric():
            yield from _of_number(item, language)
        case Cloze():
            yield from _of_blanks(item, language, bank, lexicon)
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
    accepted = _folded(item.accept)
    for key in keys:
        yield from _of_key(key, language, bank, lexicon)
        yield from _turned(key, language, accepted)
    if keys:
        yield from (Miss("414", near, right=False) for near in _neighbours(keys[0], language, lexicon, accepted))
    for other in _other_keys(item, language, bank):
        if fold(normalise(other)) not in accepted:
            yield Miss("413", other, right=False)


def _of_key(key: str, language: str, bank: Bank, lexicon: Lexicon) -> Iterator[Miss]:
    digit = re.search(r"\d", key)
    if digit is not None:
        place = digit.start()
        yield Miss("411", f"{key[:place]}{(int(key[place]) + 1) % 10}{key[place + 1 :]}", right=False)
    if not negated(normalise(key)):
        yield Miss("412", _NEGATIONS[language].format(key), right=False)
    yield from (Miss("415", slip, right=True) for slip in _slips(key, language, lexicon, bank))
    if fold(key) != key:
        yield Miss("416", fold(key), right=True)


def _turned(key: str, language: str, accepted: frozenset[str]) -> Iterator[Miss]:
    """Three words with the outer two changed about, which say something else; a name with its surname first."""
    name, turns = _NAME.fullmatch(key), _TURNS.fullmatch(key)
    loose = fillers(language) | articles(language)
    if turns is not None and (any(fold(turns[each].lower()) in loose for each in (1, 3)) or not _does(turns[2])):
        return
    if name is not None:
        yield Miss("418", f"{name[2]} {name[1]}", right=True)
    elif turns is not None and fold(normalise(other := f"{turns[3]} {turns[2]} {turns[1]}")) not in accepted:
        yield Miss("417", other, right=False)


def _does(word: str) -> bool:
    """Whether a word between two others looks like what the one does to the other: sued, pressuring, poursuit."""
    return word not in FREE and _DOING.fullmatch(word) is not None


def _of_blanks(item: Cloze, language: str, bank: Bank, lexicon: Lexicon) -> Iterator[Miss]:
    """One blank at a time filled with what stands next to its key, the others with theirs."""
    keys = [(words.get(language) or ("",))[0] for words in item.blanks.values()]
    if not all(keys):
        return
    accepted = [_folded(words) for words in item.blanks.values()]
    for place, key in enumerate(keys):
        others = [Miss("413", other, right=False) for other in keys if fold(normalise(other)) not in accepted[place]]
        for miss in (*_of_key(key, language, bank, lexicon), *others):
            filled = [*keys[:place], miss.answer, *keys[place + 1 :]]
            yield miss._replace(answer="; ".join(filled))


def _of_terms(item: Short | Free, language: str) -> Iterator[Miss]:
    """The author's right answers denied, and the question said again."""
    samples = item.samples.right.get(language) if item.samples.right is not None else None
    for answer in samples or ():
        if not negated(normalise(answer)):
            yield Miss("412", _DENIALS[language].format(answer), right=False)
    yield Miss("413", item.text.show(language), right=False)


def _folded(words: Words) -> frozenset[str]:
    return frozenset(fold(normalise(text)) for _, texts in words.each() for text in texts)


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
