"""Which words stand in a long list? It is one block of bytes: a set of the same words takes twelve times that."""

from bisect import bisect_right
from typing import Final

_STRETCH: Final = 512
"""Bytes that are searched for a word once its stretch is known."""


class WordList:
    """Sorted words that can be asked for; a question costs about a microsecond."""

    __slots__ = ("_block", "_firsts", "_starts")

    def __init__(self, block: bytes) -> None:
        """`block` holds words in UTF-8, one at least, sorted by their bytes, a line break before and behind each."""
        self._block = block
        starts = [0]
        while 0 <= (next_word := block.find(b"\n", starts[-1] + _STRETCH)) < len(block) - 1:
            starts.append(next_word)
        self._firsts = [block[start + 1 : block.find(b"\n", start + 1)] for start in starts]
        """The first word of each stretch."""
        self._starts = [*starts, len(block)]
        """Where each stretch begins: at the line break before its first word."""

    def __contains__(self, word: str) -> bool:
        key = word.encode("utf-8", "replace")
        place = bisect_right(self._firsts, key) - 1
        if place < 0 or b"\n" in key:
            return False
        return self._block.find(b"\n%b\n" % key, self._starts[place], self._starts[place + 1] + 1) >= 0
