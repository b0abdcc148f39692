"""Does a learner know what they know?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.model.attempt import Attempt, Certainty
from casebot.progress.certainty import BANDS, FEW, best_fixed, calibration, mark
from tests.progress.tries import tried


@pytest.mark.parametrize(
    ("score", "certainty", "expected"),
    [(1, 1, 1), (1, 2, 2), (1, 3, 3), (0, 1, 0), (0, 2, -2), (0, 3, -6), (0.5, 3, 1.5)],
)
def test_marks_are_those_of_certainty_based_marking(score: float, certainty: Certainty, expected: float) -> None:
    assert mark(score, certainty) == expected


def test_the_bands_are_where_the_levels_pay_alike() -> None:
    assert best_fixed(BANDS[2][0]) == pytest.approx(2 / 3)
    assert 4 * BANDS[3][0] - 2 == pytest.approx(9 * BANDS[3][0] - 6)


def answers(right: int, wrong: int, certainty: Certainty) -> list[Attempt]:
    return [tried(certainty=certainty)] * right + [tried(certainty=certainty, verdict="incorrect", score=0.0)] * wrong


@pytest.mark.parametrize(
    ("right", "wrong", "certainty", "judgment"),
    [
        (5, 2, 3, "few"),
        (7, 0, 1, "few"),
        (8, 0, 1, "too-unsure"),
        (6, 2, 3, "below"),
        (7, 1, 2, "above"),
        (20, 0, 3, "fits"),
        (10, 20, 3, "too-sure"),
        (30, 1, 1, "too-unsure"),
        (10, 20, 1, "fits"),
        (22, 8, 2, "fits"),
    ],
)
def test_a_level_is_judged_by_its_share_and_its_interval(
    right: int, wrong: int, certainty: Certainty, judgment: str
) -> None:
    found = calibration(answers(right, wrong, certainty))
    assert found.levels[certainty - 1].judgment == judgment
    assert found.levels[certainty - 1].n == right + wrong


def test_who_says_what_fits_earns_most() -> None:
    fitting = calibration([*answers(20, 0, 3), *answers(0, 20, 1)])
    always_sure = calibration([*answers(20, 20, 3)])
    assert fitting.accuracy == always_sure.accuracy == 0.5
    assert fitting.figure > 0.5 > always_sure.figure
    others = [tried(), tried(try_=2, certainty=3), *(tried(phase=phase, certainty=3) for phase in ("pre", "retest"))]
    assert calibration(others).n == 0


@given(st.sampled_from([1, 2, 3]), st.integers(0, 60), st.integers(0, 60))
def test_only_a_share_in_its_band_is_as_meant(certainty: Certainty, right: int, wrong: int) -> None:
    level = calibration(answers(right, wrong, certainty)).levels[certainty - 1]
    least, most = BANDS[certainty]
    if level.judgment != "few":
        assert (least <= level.share <= most) == (level.judgment == "fits")
        assert (level.high < least) == (level.judgment == "too-sure")
        assert (level.low > most) == (level.judgment == "too-unsure")
    else:
        assert level.n < FEW


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([1, 2, 3]))))
def test_figures_stay_in_their_ranges(given_: list[tuple[float, Certainty]]) -> None:
    found = calibration(
        tried(score=score, verdict="correct" if score == 1 else "partial" if score else "incorrect", certainty=level)
        for score, level in given_
    )
    assert 0 <= found.accuracy <= 1
    assert -1 <= found.figure <= 1.3
    assert sum(level.n for level in found.levels) == found.n == len(given_)
    slack = 1e-9
    assert all(0 <= level.low <= level.share + slack for level in found.levels if level.n)
    assert all(level.share - slack <= level.high <= 1 for level in found.levels if level.n)
