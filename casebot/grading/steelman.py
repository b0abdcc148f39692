"""Which arguments of a side does a learner's best case for it make, and which straw men does it voice?"""

from collections.abc import Sequence
from typing import NamedTuple

from casebot.grading.keypoints import Heard, hear
from casebot.grading.setting import Setting
from casebot.grading.terms import Quote, apart
from casebot.model.dilemma import Dilemma, Side

CAP = 10_000
"""Characters of a best case that are read."""


class Covered(NamedTuple):
    """An argument that was made, by its id, and the learner's words that made it, in their order."""

    argument: str
    quotes: tuple[Quote, ...]


class Voiced(NamedTuple):
    """A straw man that was voiced, by its number in the side's list from 0, and the learner's words that did it."""

    straw: int
    quotes: tuple[Quote, ...]


class Steelman(NamedTuple):
    """What was heard of a side, in the order of the file: arguments made, ids of those missing, straw men voiced.

    `others` are the ids of the arguments of the other side that were made.
    """

    covered: tuple[Covered, ...]
    missing: tuple[str, ...]
    straws: tuple[Voiced, ...]
    others: tuple[str, ...]


def steelman(dilemma: Dilemma, side: str, text: str, setting: Setting) -> Steelman:
    """What a learner's text says for the side called `side`, in any of the languages of its terms.

    Words belong to the argument, of either side, of which a sentence says most: they make no other one, and voice no
    straw man. A straw man needs one sentence that says it. Any text may be given.

    Raises:
        KeyError: the dilemma has no such side.
    """
    chosen = _side(dilemma, side)
    said = text[:CAP]
    heard = {
        (each.key, argument.id): hear(argument.terms, said, setting)
        for each in dilemma.side
        for argument in each.argument
    }
    rivals = tuple(heard.values())
    left_of = {name: _left(all_, rivals) for name, all_ in heard.items()}
    made = {name: left for (key, name), left in left_of.items() if key == side and left.made}
    others = tuple(name for (key, name), left in left_of.items() if key != side and left.made)
    straws = {number: hear(straw.terms, said, setting) for number, straw in enumerate(chosen.straw) if straw.terms}
    voiced = {number: left for number, all_ in straws.items() if (left := _left(all_, rivals)).voiced}
    return Steelman(
        tuple(Covered(name, left.quotes) for name, left in made.items()),
        tuple(argument.id for argument in chosen.argument if argument.id not in made),
        tuple(Voiced(number, left.quotes) for number, left in voiced.items()),
        others,
    )


def _side(dilemma: Dilemma, key: str) -> Side:
    for side in dilemma.side:
        if side.key == key:
            return side
    raise KeyError(key)


def _left(heard: Heard, rivals: Sequence[Heard]) -> Heard:
    """What is left of a point when in each sentence those of which it says more keep their words."""
    return heard.leaving(
        {
            place
            for rival in rivals
            if len(told := apart(rival.sentences[number])) > len(apart(hits))
            for hit in told
            for place in hit.places
        }
        for number, hits in enumerate(heard.sentences)
    )
