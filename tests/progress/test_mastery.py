"""What is mastered, and what is to be practised next?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casebot.model.attempt import Attempt
from casebot.progress.mastery import Mastery, mastery, next_to_practise
from tests.progress.tries import tried

TODAY = date(2026, 3, 10)


def level(*tries: Attempt, today: date = TODAY) -> Mastery:
    return mastery(tries, ["case/know"], today)[0]


def test_right_on_two_days_and_still_recalled_is_mastered() -> None:
    one, two = "case/bank/one", "case/bank/two"
    first = [tried(item=item, day="2026-03-08") for item in (one, two)]
    second = [tried(item=item, day="2026-03-10") for item in (one, two)]
    assert not level(*first).mastered
    assert level(*first, *second).mastered
    assert not level(*first, *second, today=date(2028, 3, 10)).mastered, "it fades"
    assert not level(first[0], second[0]).mastered, "one item is too few"
    hinted = [tried(item=item, day="2026-03-10", hints=1) for item in (one, two)]
    assert not level(*first, *hinted).mastered
    practised = [tried(item=item, day="2026-03-10", phase="ahead") for item in (one, two)]
    assert level(*first, *practised).mastered, "practice ahead of its day is a day too"
    once_more = [tried(item=item, day="2026-03-10", phase="retest") for item in (one, two)]
    assert not level(*first, *once_more).mastered, "but not what was told a moment before"
    assert level() == Mastery("case/know", 0.0, 0, 0)


def test_the_least_mastered_of_what_was_begun_is_practised_next() -> None:
    found = [Mastery("c/a", 0.5, 2, 2), Mastery("c/b", 0.2, 2, 1), Mastery("c/d", 0.0, 0, 0), Mastery("c/e", 0.9, 3, 3)]
    begun = {"c/a": True, "c/b": True, "c/e": True}
    assert next_to_practise(found, begun) == "c/b"
    assert next_to_practise(found, {"c/e": True}) is None


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["correct", "incorrect"]), st.integers(0, 3))))
def test_mastery_is_a_share(tries: list[tuple[int, str, int]]) -> None:
    found = level(
        *(
            tried(item=f"case/bank/{item}", day=f"2026-03-0{day}", verdict=verdict, score=float(verdict == "correct"))
            for day, verdict, item in tries
        )
    )
    assert 0 <= found.level <= 1
    assert found.items == len({item for _, _, item in tries})
