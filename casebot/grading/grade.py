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
from casebot.grading.free import grade_free
from casebot.grading.normalise import CAP, fold, normalise
from casebot.grading.numeric import grade_number
from casebot.grading.setting import Setting
from casebot.grading.typed import expected, grade_list, grade_terms, grade_words
from casebot.grading.verdict import Grade, blank
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
