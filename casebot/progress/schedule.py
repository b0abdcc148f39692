"""When should an item come back?

py-fsrs (the Free Spaced Repetition Scheduler, version 6) with its published parameters: wanted retention .9, no
learning steps (an item is asked once a day at most) and no fuzz (the same answers give the same days). A day's first
try is its only review; the rating follows from the answer and is never asked. Beside it stand the retests owed for what
the learner was sure of and wrong about: the next day and a week later.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from fsrs import Card, Rating, Scheduler, State

from casebot.model.attempt import Attempt
from casebot.progress.firsts import is_confident_error, is_right, scheduled

RETENTION: Final = 0.9
RETESTS: Final = (1, 7)
"""Days after a confident error on which the item is owed again."""
HARD_FROM: Final = 0.6
"""The score from which a partly right answer is hard rather than again."""
AT_ONCE: Final = 12
"""Items in one review, if nothing else is set."""
Why = Literal["retest", "changed", "review"]
_RANK: Final[dict[Why, int]] = {"retest": 0, "changed": 1, "review": 2}


class Due(NamedTuple):
    """An item with the day from which it is due, why, and how likely it is recalled today (0 to 1)."""

    item: str
    day: date
    why: Why
    recall: float


class Memory(NamedTuple):
    """What is remembered of an item: its card's due day, its stability in days, and the day it was last reviewed."""

    due: date
    stability: float
    last: date


def rating(attempt: Attempt) -> Rating:
    """What a first try tells: Good, Hard or Again; Easy is never given."""
    if is_right(attempt):
        return Rating.Hard if attempt.certainty == 1 or attempt.hints else Rating.Good
    return Rating.Hard if attempt.verdict == "partial" and attempt.score >= HARD_FROM else Rating.Again


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def memory(reviews: Sequence[Attempt]) -> Memory | None:
    """What is remembered after the reviews of an item, one a day, days in order; None where there is none."""
    card = Card(card_id=1, due=_noon(date(2000, 1, 1)))
    last: date | None = None
    for review in reviews:
        last = date.fromisoformat(review.day)
        card, _ = _scheduler().review_card(card, rating(review), _noon(last))
    if last is None or card.stability is None:
        return None
    return Memory(card.due.date(), card.stability, last)


def recall(known: Memory, today: date) -> float:
    """How likely the item is recalled on that day, 0 to 1, by the forgetting curve of FSRS."""
    card = Card(card_id=1, state=State.Review, stability=known.stability, difficulty=5.0, last_review=_noon(known.last))
    return float(_scheduler().get_card_retrievability(card, _noon(max(today, known.last))))


def owed(attempts: Iterable[Attempt]) -> list[date]:
    """The days on which an item is owed again for confident errors, less those that a later try has served."""
    days = sorted({date.fromisoformat(each.day) for each in attempts if each.phase != "pre" and each.try_ == 1})
    errors = sorted({date.fromisoformat(each.day) for each in attempts if is_confident_error(each)})
    wanted = sorted({error + timedelta(days=after) for error in errors[-1:] for after in RETESTS})
    open_from = errors[-1] if errors else date.min
    served = [day for day in days if day > open_from]
    for day in list(wanted):
        answer = next((each for each in served if each >= day), None)
        if answer is not None:
            wanted.remove(day)
            served.remove(answer)
    return wanted


def due(attempts: Iterable[Attempt], fingerprints: Mapping[str, str], today: date) -> list[Due]:
    """When each item that has been answered is due, the most pressing first.

    `fingerprints` are those of the items as they are now: one that is gone is left out, one whose meaning has changed
    since its last answer is due today as changed and begins its schedule afresh. Retests come first, then what has
    changed, then what is least likely to be recalled.
    """
    kept = [each for each in attempts if each.item in fingerprints]
    same = [each for each in kept if each.fingerprint == fingerprints[each.item]]
    of_item: dict[str, list[Attempt]] = {}
    for each in same:
        of_item.setdefault(each.item, []).append(each)
    found = [Due(item, today, "changed", 0.0) for item in sorted({each.item for each in kept} - of_item.keys())]
    reviews = scheduled(same)
    for item, tries in of_item.items():
        known = memory(reviews.get(item, ()))
        retests = owed(tries)
        chance = recall(known, today) if known is not None else 0.0
        if retests and (known is None or retests[0] <= known.due):
            found.append(Due(item, retests[0], "retest", chance))
        elif known is not None:
            found.append(Due(item, known.due, "review", chance))
    now = sorted((each for each in found if each.day <= today), key=lambda each: (_RANK[each.why], each.recall))
    later = sorted((each for each in found if each.day > today), key=lambda each: (each.day, each.recall))
    return [*now, *later]


def session(listed: Sequence[Due], most: int = AT_ONCE) -> tuple[str, ...]:
    """The items of one review, of those listed the first so many: retests first, neighbours of different banks."""
    chosen = listed[:most]
    retests = [each.item for each in chosen if each.why == "retest"]
    return (*interleaved(retests), *interleaved([each.item for each in chosen if each.why != "retest"]))


def interleaved(items: Sequence[str]) -> tuple[str, ...]:
    """Names `case/bank/item` so that neighbours come of different banks as far as can be, otherwise in their order."""
    waiting = list(items)
    result: list[str] = []
    while waiting:
        last = _bank(result[-1]) if result else ""
        others = [item for item in waiting if _bank(item) != last]
        chosen = next((item for item in others if _can_go_on(waiting, item)), next(iter(others), waiting[0]))
        waiting.remove(chosen)
        result.append(chosen)
    return tuple(result)


def _bank(item: str) -> str:
    return item.rpartition("/")[0]


def _can_go_on(waiting: Sequence[str], chosen: str) -> bool:
    """Whether what is left after `chosen` can be laid out with no two of one bank in a row."""
    banks = [_bank(item) for item in waiting]
    banks.remove(_bank(chosen))
    return all(banks.count(bank) * 2 <= len(banks) + (bank != _bank(chosen)) for bank in set(banks))
