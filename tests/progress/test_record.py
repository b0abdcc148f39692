"""Do the figures of a record add up?"""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from casebot.model.attempt import Attempt
from casebot.model.case import Case
from casebot.progress.firsts import is_right
from casebot.progress.record import AHEAD, OFTEN, Tally
from tests.progress.days import answer, answers, record

ITEMS = ("year", "cause", "city", "cost", "signs", "closed")
TRIES = st.lists(
    st.fixed_dictionaries(
        {
            "item": st.sampled_from(ITEMS),
            "day": st.sampled_from(["2026-03-02", "2026-03-03", "2026-03-04"]),
            "verdict": st.sampled_from(["correct", "close", "partial", "incorrect"]),
            "phase": st.sampled_from(["pre", "lesson", "review", "retest", "ahead", "test-out"]),
            "certainty": st.sampled_from([None, 1, 2, 3]),
            "try_": st.integers(1, 2),
            "response": st.sampled_from(["x", ""]),
            "tags": st.sampled_from([(), ("one",), ("one", "two")]),
            "case": st.sampled_from(["small", "gone"]),
        }
    ),
    max_size=30,
)
SCORES = {"correct": 1.0, "close": 1.0, "partial": 0.5, "incorrect": 0.0}


def made(small: Case, tries: Iterable[dict[str, object]]) -> list[Attempt]:
    result = []
    for number, parts in enumerate(tries):
        score = SCORES[str(parts["verdict"])]
        name = f"{parts['case']}/bank/{parts['item']}"
        rest = {key: value for key, value in parts.items() if key != "item"}
        more: dict[str, object] = {"attempt": str(number), "score": score, "credit": score}
        result.append(answer(small, str(parts["item"]), **rest, **more).model_copy(update={"item": name}))
    return result


def sums(tallies: Iterable[Tally]) -> tuple[int, int]:
    listed = list(tallies)
    return sum(each.n for each in listed), sum(each.right for each in listed)


@given(TRIES)
def test_the_figures_add_up(small: Case, tries: list[dict[str, object]]) -> None:
    found = record(small, made(small, tries))
    whole = sums([found.total])
    assert sums(each.tally for each in found.lessons) == whole
    assert sums(found.days) == whole
    for lesson in found.lessons:
        assert sums(lesson.days) == sums([lesson.tally])
    assert sums(found.levels) == (found.calibration.n, sum(level.right for level in found.calibration.levels))
    shown = [each for lesson in found.lessons for each in lesson.misconceptions]
    assert sums(shown) == sums(found.misconceptions)
    assert sum(len(each.items) for each in found.coming) + len(found.later) == len(found.listed)
    assert len(found.coming) == AHEAD


@given(TRIES)
def test_every_figure_keeps_the_answers_it_was_counted_from(small: Case, tries: list[dict[str, object]]) -> None:
    given_answers = made(small, tries)
    found = record(small, given_answers)
    tallies = [found.total, *found.days, *found.levels, *(each.tally for each in found.lessons)]
    for tally in [*tallies, *(each.tally for each in found.objectives), *found.misconceptions]:
        assert tally.n == len(tally.answers)
        assert tally.right == sum(is_right(each) for each in tally.answers)
        assert set(tally.answers) <= set(given_answers)
        assert 0 <= tally.share <= 1


def test_a_topic_is_named_only_where_errors_were_often(small: Case) -> None:
    given_answers = answers(small)
    errors = [each for each in given_answers if each.objective and each.certainty == 3 and each.verdict == "incorrect"]
    found = record(small, given_answers)
    assert found.topic is not None
    assert found.topic.mastery.objective == "small/know"
    assert found.topic.tally.n == len([each for each in errors if each.phase != "pre"]) == OFTEN
    assert record(small, given_answers[:-2]).topic is None


def test_lessons_not_begun_and_what_to_practise(small: Case) -> None:
    assert [each.begun for each in record(small, []).lessons] == [False, False]
    assert record(small, []).practise is None
    assert record(small).practise == "small/know"


def test_misconceptions_count_wherever_they_were_shown(small: Case) -> None:
    found = {each.name: each.n for each in record(small).misconceptions}
    assert found == {"small/sabotage": 2, "small/fall-for-closing": 1}
