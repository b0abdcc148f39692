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
from casebot.grading.keypoints import any_hit, clauses, hear
from casebot.grading.normalise import fold, normalise
from casebot.grading.numeric import grade_number
from casebot.grading.setting import Setting
from casebot.grading.typed import expected, grade_list, grade_terms, grade_words
from casebot.grading.verdict import Grade, Reason, blank, scored
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

FREE_CAP = 10_000
"""Characters of an open answer that are read."""
LONGEST_PHRASE = 80
"""Characters of the longest way to say "I don't know"."""


def grade(item: Item, response: str, setting: Setting) -> Grade:
    """The grade of a response in the form of `model.response`; letters mean the author's order.

    It depends on nothing but its arguments; any text gets a grade.
    """
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
    """Whether a typed answer says that the learner does not know, unless that is an accepted answer."""
    if not isinstance(item, Short | Numeric | Cloze | Free) or len(response) > LONGEST_PHRASE:
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
    """The share of key points that an open answer makes, with the misconceptions it shows."""
    text = response[:FREE_CAP]
    if not normalise(text):
        return blank("empty")
    guard = setting.guard(setting.language)
    heard = clauses(text, guard)
    made: list[Reason] = []
    missing: list[Reason] = []
    for point in item.keypoints:
        found = hear(point.terms.show(setting.language), heard, guard)
        undone = point.unless is not None and any_hit(point.unless.get(setting.language), heard, guard)
        if found.made and not undone:
            made.append(Reason("point", {"point": point.id, "words": ", ".join(found.words)}))
        else:
            missing.append(Reason("point-missing", {"point": point.id}))
    wrong = [place for place in range(len(item.misconceptions)) if _misconceived(item, place, response, setting)]
    tags = tuple(tag for place in wrong if (tag := item.misconceptions[place].tag))
    result = scored(len(made) / len(item.keypoints), "", (*made, *missing))
    return result._replace(feedback=tuple(f"misconception:{place}" for place in wrong), tags=tags)


def _misconceived(item: Free, place: int, response: str, setting: Setting) -> bool:
    idea = item.misconceptions[place]
    guard = setting.guard(setting.language)
    heard = clauses(response[:FREE_CAP], guard)
    if idea.unless is not None and any_hit(idea.unless.get(setting.language), heard, guard):
        return False
    return hear(idea.terms.show(setting.language), heard, guard).made
