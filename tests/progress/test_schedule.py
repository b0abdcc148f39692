"""When does an item come back?"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from casebot.model.attempt import Attempt
from casebot.progress.schedule import Due, due, interleaved, memory, owed, rating, recall, session
from tests.progress.tries import tried

TODAY = date(2026, 3, 2)


def on(day: int, **parts: object) -> Attempt:
    return tried(day=(TODAY + timedelta(days=day)).isoformat(), **parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"verdict": "correct", "certainty": 3}, Rating.Good),
        ({"verdict": "close", "certainty": 2}, Rating.Good),
        ({"verdict": "correct", "certainty": None}, Rating.Good),
        ({"verdict": "correct", "certainty": 1}, Rating.Hard),
        ({"verdict": "correct", "certainty": 3, "hints": 1}, Rating.Hard),
        ({"verdict": "partial", "score": 0.6}, Rating.Hard),
        ({"verdict": "partial", "score": 0.59}, Rating.Again),
        ({"verdict": "incorrect", "score": 0.0, "certainty": 1}, Rating.Again),
        ({"verdict": "incorrect", "score": 0.0, "response": ""}, Rating.Again),
    ],
)
def test_the_rating_follows_from_the_answer(parts: dict[str, object], expected: Rating) -> None:
    assert rating(tried(**parts)) == expected


def known(*tries: Attempt) -> list[Due]:
    return due(tries, {"case/bank/item": "f"}, TODAY)


def test_only_the_first_try_of_a_day_is_a_review() -> None:
    once = known(on(0))
    assert once[0].day > TODAY
    assert known(on(0), on(0, verdict="incorrect", score=0.0)) == once
    for phase in ("pre", "ahead", "retest"):
        assert known(on(-1, phase=phase), on(0))[0].day == once[0].day, phase
    assert known(on(0, try_=2)) == []


def test_a_confident_error_owes_retests_on_the_next_day_and_after_a_week() -> None:
    wrong = on(0, verdict="incorrect", score=0.0, certainty=3)
    assert owed([wrong]) == [TODAY + timedelta(days=1), TODAY + timedelta(days=7)]
    assert owed([wrong, on(1, phase="review")]) == [TODAY + timedelta(days=7)]
    assert owed([wrong, on(1), on(8)]) == []
    assert owed([wrong, on(0, phase="retest")]) == [TODAY + timedelta(days=1), TODAY + timedelta(days=7)]
    assert owed([wrong, on(1, verdict="incorrect", score=0.0, certainty=3)])[0] == TODAY + timedelta(days=2)
    assert owed([on(0, verdict="incorrect", score=0.0, certainty=2)]) == []
    first = known(wrong)[0]
    assert (first.why, first.day) == ("retest", TODAY + timedelta(days=1))


def test_what_changed_comes_back_as_changed_and_what_is_gone_does_not() -> None:
    assert known(on(-3, fingerprint="old")) == [Due("case/bank/item", TODAY, "changed", 0.0)]
    assert known(on(-3, fingerprint="old"), on(0))[0].why == "review"
    assert due([on(0)], {}, TODAY) == []


def test_the_most_pressing_comes_first() -> None:
    tries = [
        on(-30, item="case/a/one"),
        on(-60, item="case/a/two"),
        on(-1, item="case/b/three", verdict="incorrect", score=0.0, certainty=3),
        on(0, item="case/b/four"),
    ]
    listed = due(tries, {each.item: "f" for each in tries}, TODAY)
    assert [each.item for each in listed] == ["case/b/three", "case/a/two", "case/a/one", "case/b/four"]
    now = [each for each in listed if each.day <= TODAY]
    assert session(now, 2) == ("case/b/three", "case/a/two")


@given(st.lists(st.sampled_from(["c/a", "c/b", "c/d"]), max_size=14))
def test_neighbours_come_of_different_banks_where_that_can_be(banks: list[str]) -> None:
    items = [f"{bank}/{place}" for place, bank in enumerate(banks)]
    mixed = interleaved(items)
    assert sorted(mixed) == sorted(items)
    most = max((banks.count(bank) for bank in banks), default=0)
    if most * 2 <= len(banks) + 1:
        assert all(one.rpartition("/")[0] != two.rpartition("/")[0] for one, two in pairwise(mixed))


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["correct", "incorrect"])), min_size=1, max_size=8))
def test_memory_is_due_after_its_last_review_and_fades(reviews: list[tuple[int, str]]) -> None:
    day = 0
    tries = []
    for gap, verdict in reviews:
        day += gap + 1
        tries.append(on(day, verdict=verdict, score=float(verdict == "correct")))
    found = memory(tries)
    assert found is not None
    assert found.last == TODAY + timedelta(days=day)
    assert found.due > found.last
    chances = [recall(found, found.last + timedelta(days=after)) for after in (0, 1, 5, 30, 300)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(1)
    if found.stability >= 2:
        assert recall(found, found.due) == pytest.approx(0.9, abs=0.05)
    else:
        assert (found.due - found.last).days <= 2, "a whole day is the shortest wait"
