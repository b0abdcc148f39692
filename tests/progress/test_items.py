"""The figures of questions, against published ones."""

import csv
import json
import math
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.progress.items import Try, correlation, figures
from casebot.progress.wilson import wilson
from tests.command import casebot

LSAT6 = [
    3,
    6,
    2,
    11,
    1,
    1,
    3,
    4,
    1,
    8,
    0,
    16,
    0,
    3,
    2,
    15,
    10,
    29,
    14,
    81,
    3,
    28,
    15,
    80,
    16,
    56,
    21,
    173,
    11,
    61,
    28,
    298,
]
"""How many of 1,000 people gave each pattern of right and wrong, from 00000 to 11111 (Bock and Lieberman 1970)."""


def lsat() -> list[Try]:
    tries = []
    person = 0
    for pattern, count in zip(product((0, 1), repeat=5), LSAT6, strict=True):
        for _ in range(count):
            person += 1
            tries += [Try(f"p{person}", f"i{place}", "x", float(score)) for place, score in enumerate(pattern, 1)]
    return tries


def test_lsat_section_6() -> None:
    found = figures(lsat(), {})
    assert (found.learners, found.attempts, found.complete) == (1000, 5000, 1000)
    assert found.alpha == pytest.approx(0.2949972, abs=1e-7)
    assert [item.facility for item in found.items] == pytest.approx([0.924, 0.709, 0.553, 0.763, 0.870])
    assert [item.discrimination for item in found.items] == pytest.approx(
        [0.1128, 0.1532, 0.1728, 0.1444, 0.1216], abs=5e-5
    )


def test_wilson_as_published() -> None:
    """Newcombe 1998, table I: 81 of 263 gives .2553 to .3662; 0 of 20 gives 0 to .1611."""
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=30))
def test_a_correlation_is_one_at_most(pairs: list[tuple[float, float]]) -> None:
    r = correlation([one for one, _ in pairs], [other for _, other in pairs])
    assert r is None or math.isnan(r) or -1.000001 <= r <= 1.000001


def test_few_learners_get_no_figures_and_some_get_early_ones() -> None:
    few = figures([Try(f"p{n}", "i", "x", n % 2) for n in range(9)], {})
    assert (few.alpha, few.items[0].facility, few.items[0].n) == (None, None, 9)
    some = figures([Try(f"p{n}", item, "x", n % 2) for n in range(29) for item in "ij"], {})
    assert some.items[0].flags == ("early",)


def test_only_the_first_try_counts_and_unanswered_is_not_wrong() -> None:
    tries = [Try(f"p{n}", "i", "x", 1.0) for n in range(12)] + [Try("p0", "i", "y", 0.0), Try("q", "i", "", 0.0)]
    item = figures(tries, {}).items[0]
    assert (item.n, item.unanswered, item.facility) == (12, 1, 1.0)


def test_options_are_flagged() -> None:
    tries = []
    for n in range(40):
        good = n < 20
        tries += [Try(f"p{n}", "other", "x", float(good)), Try(f"p{n}", "more", "x", float(good))]
        tries.append(Try(f"p{n}", "item", "trap" if good else "key", float(not good)))
    item = next(each for each in figures(tries, {"item": ("key", "trap", "idle")}).items if each.item == "item")
    assert "negative-key" in item.flags
    assert {option.option: option.flag for option in item.options} == {
        "key": None,
        "trap": "good-take-it",
        "idle": "nobody",
    }


ROW = {
    "type": "attempt",
    "learner": "a",
    "item": "i1",
    "phase": "lesson",
    "lang": "en",
    "response": "x",
    "verdict": "correct",
    "score": 1,
    "try": 1,
}


def test_exported_files_are_read(tmp_path: Path) -> None:
    lines = [ROW | {"learner": each.learner, "item": each.item, "score": each.score} for each in lsat()]
    lines += [ROW | {"try": 2, "score": 0}, ROW | {"phase": "pre", "score": 0}, {"type": "position", "x": 1}]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with (tmp_path / "r.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, ROW)
        writer.writeheader()
        writer.writerows(line for line in lines if "learner" in line)
    told = [json.loads(casebot("stats", "--json", tmp_path / name).stdout) for name in ("r.jsonl", "r.csv")]
    assert told[0] == told[1]
    assert told[0]["alpha"] == pytest.approx(0.2949972, abs=1e-7)
    assert told[0].keys() >= {"learners", "attempts", "alpha", "sem", "items"}
    assert told[0]["items"][0].keys() >= {"item", "n", "facility", "discrimination", "options"}
    assert "alpha 0.29" in casebot("stats", tmp_path / "r.jsonl").stdout


def test_what_is_no_result_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"type": "attempt"}\n')
    for path in (tmp_path / "bad.jsonl", tmp_path / "none.jsonl"):
        run = casebot("stats", path)
        assert (run.returncode, run.stderr.count("\n")) == (1, 1)
