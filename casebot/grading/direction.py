"""Do the same words say who did what to whom the other way round?

The city sued Clara is not Clara sued the city; Clara was sued by the city is the first of the two.
"""

from collections.abc import Sequence
from typing import Final

from casebot.grading.matching import Link
from casebot.grading.words import Word, articles

FREE: Final = frozenset("of s and or et ou de d du des".split())
"""Words beside which the order of the others is free: members of the board, oil and gas."""
_BY: Final = frozenset({"by", "par"})
_FEWEST: Final = 3


def turned(key: Sequence[Word], response: Sequence[Word], links: Sequence[Link], loose: frozenset[str]) -> bool:
    """Whether the first and the last word of a key have changed places about a word between them.

    `links` are the words of the key with those of the response, `loose` the folded words that carry none alone.
    A key or a response that names its parts in a free order (a list, a noun with its complement) is never turned.
    """
    if len(key) < _FEWEST or any(word.plain in FREE for word in (*key, *response)):
        return False
    texts = [word.text for word in response]
    said = {link.key: texts.index(link.response) for link in links if link.response in texts}
    linked = [word for word in key if word.text in said]
    content = [word for word in linked if word.plain not in loose]
    if len(content) < 2:
        return False
    first, last = content[0], content[-1]
    between = linked[linked.index(first) + 1 : linked.index(last)]
    start, end = said[first.text], said[last.text]
    if not any(min(start, end) < said[word.text] < max(start, end) for word in between):
        return False
    passive = _by(key, key.index(last)) != _by(response, max(start, end))
    return (start > end) != passive


def _by(words: Sequence[Word], place: int) -> bool:
    """Whether the word at a place is told as the one by whom something is done."""
    before = [word.plain for word in words[:place] if word.plain not in articles("en") | articles("fr")]
    return bool(before) and before[-1] in _BY
