"""Which answers were refused, how often, and which of them do learners object to?"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Refused(NamedTuple):
    """Answers to a question that differ in nothing but case, accents and outer marks."""

    item: str
    language: str
    plain: str
    shown: str
    """As it was typed most often."""
    times: int
    objections: int


class Typed(NamedTuple):
    """One refused answer, or an objection to one."""

    item: str
    language: str
    response: str
    objection: bool


def refused(answers: Iterable[Typed], plain: Callable[[str], str]) -> list[Refused]:
    """The refused answers in groups of one normalised form (`plain`), those most often typed first."""
    times: Counter[tuple[str, str]] = Counter()
    objections: Counter[tuple[str, str]] = Counter()
    forms: dict[tuple[str, str], Counter[str]] = {}
    languages: dict[tuple[str, str], Counter[str]] = {}
    for each in answers:
        key = (each.item, plain(each.response))
        if not key[1]:
            continue
        if each.objection:
            objections[key] += 1
        else:
            times[key] += 1
        forms.setdefault(key, Counter())[each.response.strip()] += 1
        languages.setdefault(key, Counter())[each.language] += 1
    groups = [
        Refused(
            item,
            _first(languages[item, form]),
            form,
            _first(forms[item, form]),
            times[item, form],
            objections[item, form],
        )
        for item, form in forms
    ]
    return sorted(groups, key=lambda group: (-group.objections, -group.times, group.item, group.plain))


def _first(counts: Counter[str]) -> str:
    """The most frequent; of several, the first in the alphabet, so that the result is always the same."""
    return min(counts, key=lambda each: (-counts[each], each))
