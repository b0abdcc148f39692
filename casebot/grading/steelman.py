"""Which arguments of a side does a learner's best case for it make, and which straw men does it voice?"""

from collections.abc import Iterator
from typing import NamedTuple

from casebot.grading.keypoints import Heard, clauses, hear
from casebot.grading.setting import Setting
from casebot.model.dilemma import Dilemma, Groups, Side
from casebot.model.text import ByLanguage


class Covered(NamedTuple):
    """An argument that was made, in the learner's words."""

    argument: str
    words: tuple[str, ...]


class Voiced(NamedTuple):
    """A straw man that was voiced, by its number in the side's list, in the learner's words."""

    straw: int
    words: tuple[str, ...]


class Steelman(NamedTuple):
    """What was heard of a side: arguments made, ids of those missing, straw men voiced."""

    covered: tuple[Covered, ...]
    missing: tuple[str, ...]
    straws: tuple[Voiced, ...]


def steelman(dilemma: Dilemma, side: str, text: str, setting: Setting) -> Steelman:
    """What a text makes of the side called `side`; any text may be given, in any of the side's languages.

    Raises:
        KeyError: the dilemma has no such side.
    """
    chosen = _side(dilemma, side)
    made = {each.id: heard for each in chosen.argument if (heard := _heard(each.terms, text, setting))}
    straws = ((number, each.terms) for number, each in enumerate(chosen.straw) if each.terms is not None)
    return Steelman(
        tuple(Covered(name, heard.words) for name, heard in made.items()),
        tuple(each.id for each in chosen.argument if each.id not in made),
        tuple(Voiced(number, heard.words) for number, terms in straws if (heard := _heard(terms, text, setting))),
    )


def _side(dilemma: Dilemma, key: str) -> Side:
    for side in dilemma.side:
        if side.key == key:
            return side
    raise KeyError(key)


def _heard(terms: ByLanguage[Groups], text: str, setting: Setting) -> Heard | None:
    return next(_made(terms, text, setting), None)


def _made(terms: ByLanguage[Groups], text: str, setting: Setting) -> Iterator[Heard]:
    for language, groups in terms.each():
        guard = setting.guard(language or setting.language)
        heard = hear(groups, clauses(text, guard), guard)
        if heard.made:
            yield heard
