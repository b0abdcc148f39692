"""Which points does a free text make, and in which words?"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from casebot.grading.matching import Guard
from casebot.grading.sentences import sentences
from casebot.grading.setting import Setting
from casebot.grading.terms import Hit, Quote, apart, said
from casebot.model.dilemma import Groups
from casebot.model.text import ByLanguage

FEW: Final = 2
"""How many groups a point has at most that may be spread over several sentences."""


class Heard(NamedTuple):
    """What a text says of a point that has so many groups of terms: the terms it uses and does not deny, by sentence.

    The figures behind the rules stand in docs/decisions.md.
    """

    groups: int
    sentences: tuple[tuple[Hit, ...], ...]

    @property
    def voiced(self) -> bool:
        """Whether one sentence says it: half of the groups are hit there, and two where there are two."""
        return any(map(self.says, range(len(self.sentences))))

    @property
    def made(self) -> bool:
        """Whether the point counts as made: one sentence says it, or several do if it has no more than two groups."""
        return self.share == 1

    @property
    def share(self) -> float:
        """How much is said of what the point needs, 0 to 1."""
        together = {hit.group for told in self._told for hit in told} if self.groups <= FEW else set[int]()
        most = max(len(together), *map(len, self._told), 0)
        return min(1.0, most / self._need) if self._need else 0.0

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The learner's words that hit, in their order."""
        return tuple(sorted({hit.quote for told in self._told for hit in told}, key=lambda quote: quote.start))

    def without(self, undone: "Heard") -> "Heard":
        """The same, but for the sentences in which the other is heard."""
        pairs = zip(self.sentences, undone.sentences, strict=True)
        return self._replace(sentences=tuple(() if undoing else hits for hits, undoing in pairs))

    def beside(self, voiced: Sequence["Heard"]) -> "Heard":
        """The same, but for the words with which a sentence says one of the others."""
        return self.leaving(
            {place for other in voiced if other.says(number) for hit in other.sentences[number] for place in hit.places}
            for number in range(len(self.sentences))
        )

    def leaving(self, taken: Iterable[AbstractSet[int]]) -> "Heard":
        """The same, but for words that are taken: of each sentence their places in it."""
        pairs = zip(self.sentences, taken, strict=True)
        return self._replace(
            sentences=tuple(tuple(hit for hit in hits if places.isdisjoint(hit.places)) for hits, places in pairs)
        )

    def says(self, number: int) -> bool:
        """Whether the sentence of that number, from 0, says it by itself."""
        return len(apart(self.sentences[number])) >= self._need > 0

    @property
    def _told(self) -> tuple[tuple[Hit, ...], ...]:
        return tuple(map(apart, self.sentences))

    @property
    def _need(self) -> int:
        return max((self.groups + 1) // 2, min(2, self.groups))


def hear(terms: ByLanguage[Groups], text: str, setting: Setting) -> Heard:
    """What a text says of a point with these terms.

    Where the languages have the same number of groups, a group is hit in any of them; else one language is heard, the
    one in which the text says most.
    """
    spoken = [(groups, setting.guard(language or setting.language)) for language, groups in terms.each()]
    if len({len(groups) for groups, _ in spoken}) == 1:
        return _heard(spoken, text, setting.language)
    return max((_heard([each], text, setting.language) for each in spoken), key=_most)


def _most(heard: Heard) -> tuple[bool, int]:
    return heard.made, len(heard.quotes)


def _heard(spoken: Sequence[tuple[Groups, Guard]], text: str, own: str) -> Heard:
    readings = zip(*(sentences(text, guard, own) for _, guard in spoken), strict=True)
    return Heard(
        len(spoken[0][0]),
        tuple(
            tuple(
                hit
                for (groups, guard), sentence in zip(spoken, reading, strict=True)
                for hit in said(groups, sentence, text, guard)
            )
            for reading in readings
        ),
    )
