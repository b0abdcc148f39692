"""Is it right, and why? One door for the ten kinds of item."""

from casebot.grading.arranged import (
    grade_cloze,
    grade_evidence,
    grade_match,
    grade_multiple,
    grade_order,
    grade_single,
    grade_truth,
)
from casebot.grading.keypoints import Heard, hear
from casebot.grading.normalise import CAP, fold, normalise
from casebot.grading.numeric import grade_number
from casebot.grading.setting import Setting
from casebot.grading.typed import expected, grade_list, grade_terms, grade_words
from casebot.grading.verdict import Grade, Reason, blank, scored
from casebot.model.dilemma import Groups
from casebot.model.item import (
    Cloze,
    Evidence,
    Free,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Short,
    Single,
    TrueFalse,
)
from casebot.model.text import ByLanguage

FREE_CAP = 10_000
"""Characters of an open answer that are read."""
LONGEST_PHRASE = 80
"""Characters of the longest way to say "I don't know"."""


def grade(item: Item, response: str, setting: Setting) -> Grade:
    """The grade of a response in the form of `model.response`; letters mean the author's order.

    It depends on nothing but its arguments; any text gets a grade.
    """
    if not isinstance(item, Free):
        response = response[: 2 * CAP]
    if _says_nothing(item, response, setting):
        return blank("unknown")
    result = _graded(item, response, setting)
    return blank("unknown") if result.verdict == "incorrect" and _gives_up(item, response, setting) else result


def _graded(item: Item, response: str, setting: Setting) -> Grade:
    match item:
        case Single():
            return grade_single(item, response, setting)
        case Multiple():
            return grade_multiple(item, response, setting)
        case TrueFalse():
            return grade_truth(item, response, setting)
        case Short():
            return _grade_short(item, response, setting)
        case Numeric():
            return grade_number(item, response, setting)
        case Cloze():
            return grade_cloze(item, response, setting)
        case Order():
            return grade_order(item, response, setting)
        case Match():
            return grade_match(item, response)
        case Evidence():
            return grade_evidence(item, response, setting)
        case Free():
            return grade_free(item, response, setting)


def _says_nothing(item: Item, response: str, setting: Setting) -> bool:
    """Whether an answer says that the learner does not know, unless that is an accepted answer."""
    if len(response) > LONGEST_PHRASE:
        return False
    plain = fold(normalise(response))
    if plain not in setting.phrases.unknown:
        return False
    keys = expected(item.accept, setting) if isinstance(item, Short) else ()
    return all(fold(key.text) != plain for key in keys)


def _gives_up(item: Item, response: str, setting: Setting) -> bool:
    """Whether a typed answer that is not right begins by saying that the learner does not know."""
    if not isinstance(item, Short | Numeric | Free) or len(response) > LONGEST_PHRASE:
        return False
    words = fold(normalise(response)).replace(",", " ").split()
    return any(" ".join(words[:length]) in setting.phrases.unknown for length in range(2, len(words)))


def _grade_short(item: Short, response: str, setting: Setting) -> Grade:
    if item.need is not None:
        return grade_list(item, response, setting)
    if item.mode == "terms":
        return grade_terms(item, response, setting)
    return grade_words(item, response, setting)


def grade_free(item: Free, response: str, setting: Setting) -> Grade:
    """The share of key points that an open answer makes, in any of the item's languages, with its misconceptions."""
    text = response[:FREE_CAP]
    if not normalise(text):
        return blank("empty")
    made: list[Reason] = []
    missing: list[Reason] = []
    for point in item.keypoints:
        heard = _heard(point.terms, point.unless, text, setting)
        if heard.made:
            words = dict.fromkeys(quote.words for quote in heard.quotes)
            made.append(Reason("point", {"point": point.id, "words": ", ".join(words)}))
        else:
            missing.append(Reason("point-missing", {"point": point.id}))
    ideas = enumerate(item.misconceptions)
    wrong = [place for place, idea in ideas if _heard(idea.terms, idea.unless, text, setting).voiced]
    tags = tuple(tag for place in wrong if (tag := item.misconceptions[place].tag))
    result = scored(len(made) / len(item.keypoints), "", (*made, *missing))
    return result._replace(feedback=tuple(f"misconception:{place}" for place in wrong), tags=tags)


def coverage(item: Free, text: str, setting: Setting) -> dict[str, float]:
    """How much of each key point, by its id, a text says: 0 to 1, and 1 where it is made."""
    points = item.keypoints
    return {point.id: _heard(point.terms, point.unless, text[:FREE_CAP], setting).share for point in points}


def _heard(terms: ByLanguage[Groups], unless: ByLanguage[Groups] | None, text: str, setting: Setting) -> Heard:
    """What is heard of terms, but in no sentence that undoes it."""
    heard = hear(terms, text, setting)
    return heard if unless is None else heard.without(hear(unless, text, setting))
