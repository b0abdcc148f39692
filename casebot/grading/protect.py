"""Which words does a bank keep apart, so that none is taken for a slip of another?"""

from collections.abc import Iterator

from casebot.grading.normalise import fold, normalise
from casebot.grading.words import ARTICLES, FILLERS
from casebot.model.bank import Bank
from casebot.model.item import Cloze, Item, Match, Multiple, Order, Short, Single
from casebot.model.text import ByLanguage

_LOOSE = frozenset().union(*ARTICLES.values(), *FILLERS.values())


def _listed(values: ByLanguage[tuple[str, ...]]) -> Iterator[str]:
    for _, texts in values.each():
        yield from texts


def _texts(item: Item) -> Iterator[str]:
    match item:
        case Single() | Multiple():
            yield from (text for option in item.options for text in option.text.root.values())
        case Short():
            yield from _listed(item.accept)
        case Cloze():
            for values in item.blanks.values():
                yield from _listed(values)
        case Order():
            yield from (text for entry in item.items for text in entry.text.root.values())
        case Match():
            yield from (text for pair in item.pairs for text in (*pair.left.root.values(), *pair.right.root.values()))
        case _:
            pass
    for wrong in getattr(item, "wrong", ()):
        yield from _listed(wrong.match)


def protected_words(bank: Bank) -> frozenset[str]:
    """The folded words of a bank's keys, options and known wrong answers, in all languages; function words left out."""
    words = {
        word
        for item in bank.items.values()
        for text in _texts(item)
        for word in fold(normalise(text)).replace("'", " ").replace("-", " ").split()
    }
    return frozenset(words - _LOOSE)
