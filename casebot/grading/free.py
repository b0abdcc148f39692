"""Which key points does an open answer make, how much of the others, and which misconceptions does it voice?"""

from typing import Final

from casebot.grading.keypoints import Heard, hear
from casebot.grading.normalise import normalise
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Reason, blank, scored
from casebot.model.dilemma import Groups
from casebot.model.item import Free, KeyPoint
from casebot.model.text import ByLanguage

FREE_CAP: Final = 10_000
"""Characters of an open answer that are read."""


def grade_free(item: Free, response: str, setting: Setting) -> Grade:
    """The share of key points that an open answer makes, in any of the item's languages, with its misconceptions."""
    text = response[:FREE_CAP]
    if not normalise(text):
        return blank("empty")
    made: list[Reason] = []
    missing: list[Reason] = []
    ideas = _ideas(item, text, setting)
    for point in item.keypoints:
        heard = _heard(point.terms, point.unless, text, setting).beside(ideas)
        if heard.made:
            made.append(_made(point, [quote.words for quote in heard.quotes]))
        else:
            missing.append(Reason("point-missing", {"point": point.id}))
    wrong = [place for place, idea in enumerate(ideas) if idea.voiced]
    tags = tuple(tag for place in wrong if (tag := item.misconceptions[place].tag))
    result = scored(len(made) / len(item.keypoints), "", (*made, *missing))
    return result._replace(feedback=tuple(f"misconception:{place}" for place in wrong), tags=tags)


def coverage(item: Free, text: str, setting: Setting) -> dict[str, float]:
    """How much of each key point, by its id, a text says: 0 to 1, and 1 where it is made."""
    ideas = _ideas(item, text[:FREE_CAP], setting)
    heard = ((point.id, _heard(point.terms, point.unless, text[:FREE_CAP], setting)) for point in item.keypoints)
    return {name: each.beside(ideas).share for name, each in heard}


def _ideas(item: Free, text: str, setting: Setting) -> list[Heard]:
    """What is heard of each misconception; the words that voice one make no point."""
    return [_heard(idea.terms, idea.unless, text, setting) for idea in item.misconceptions]


def completes(point: KeyPoint, before: str, text: str, after: str, setting: Setting) -> Reason | None:
    """That a text makes a point between what stands `before` and `after` it, such as half a sentence.

    Some of the words that make it must be words of the text; the reason quotes these alone. None where it makes none.
    """
    start, end = len(before) + 1, len(before) + 1 + min(len(text), FREE_CAP)
    whole = f"{before} {text[:FREE_CAP]} {after}"
    heard = _heard(point.terms, point.unless, whole, setting)
    without = _heard(point.terms, point.unless, f"{before} {after}", setting)
    given = {hit.term for sentence in without.sentences for hit in sentence}
    hits = (hit for sentence in heard.sentences for hit in sentence)
    ours = [hit.quote for hit in hits if hit.term not in given or hit.quote.start >= start or hit.quote.end <= end]
    places = {(max(quote.start, start), min(quote.end, end)) for quote in ours}
    inside = {place for place in places for other in places if place != other and _holds(other, place)}
    own = [whole[first:last].strip() for first, last in sorted(places - inside) if first < last]
    return _made(point, own) if heard.made and own else None


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _made(point: KeyPoint, words: list[str]) -> Reason:
    return Reason("point", {"point": point.id, "words": ", ".join(dict.fromkeys(words))})


def _heard(terms: ByLanguage[Groups], unless: ByLanguage[Groups] | None, text: str, setting: Setting) -> Heard:
    """What is heard of terms, but in no sentence that undoes it."""
    heard = hear(terms, text, setting)
    return heard if unless is None else heard.without(hear(unless, text, setting))
