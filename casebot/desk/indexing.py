"""How are the cases made ready for questions while the learner is already reading?"""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import overload

from casebot.content.toml import without_collector
from casebot.content.wordbook import read_wordbook
from casebot.grading.lexicon import Lexicon
from casebot.lookup.index import Index
from casebot.model.case import Case


class Indexing(Sequence[Index]):
    """The indexes of cases, built in a thread of their own from `begin` on, or when the first question is put."""

    def __init__(self, cases: Mapping[str, Case], lexicon: Lexicon) -> None:
        """Nothing is built yet; the dictionary may still be opening."""
        self._cases = tuple(cases.values())
        self._lexicon = lexicon

    def begin(self) -> None:
        """Begins to build, if that has not begun yet."""
        _ = self._built

    @cached_property
    def _built(self) -> Future[tuple[Index, ...]]:
        builder = ThreadPoolExecutor(1, "index")
        try:
            return builder.submit(_build, self._cases, self._lexicon)
        finally:
            builder.shutdown(wait=False)

    @overload
    def __getitem__(self, place: int) -> Index: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Index]: ...
    def __getitem__(self, place: int | slice) -> Index | Sequence[Index]:
        """The index at a place."""
        return self._built.result()[place]

    def __len__(self) -> int:
        """How many cases there are; known before anything is built."""
        return len(self._cases)


def _build(cases: tuple[Case, ...], lexicon: Lexicon) -> tuple[Index, ...]:
    words = read_wordbook()
    with without_collector():
        return tuple(Index.build(case, lexicon, words) for case in cases)
