import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.model.attempt import Attempt, Entry, Note, Position
from casebot.store.gradebook import Gradebook
from casebot.store.results import read_results
from casebot.store.transfer import COLUMNS, bring_in, take_out, unpack, write_lines, write_table
from tests.store.entries import entries, lines
from tests.store.test_gradebook import attempt

FORM = (
    "type attempt learner session case item objective phase at day lang response verdict score credit certainty try "
    "hints ms tags fingerprint"
)


@contextmanager
def gradebook(*files: bytes) -> Iterator[Gradebook]:
    """A new gradebook into which these files have come, one after the other."""
    with TemporaryDirectory() as folder:
        book = Gradebook(Path(folder) / "gradebook-ada.db")
        for file in files:
            bring_in(book, unpack(file), "ada")
        yield book
        book.close()


def exported(book: Gradebook, *, positions: bool = True) -> bytes:
    out = io.StringIO()
    write_lines(take_out(book, positions=positions).entries, out)
    return out.getvalue().encode()


@given(st.lists(entries(), max_size=6))
def test_what_was_taken_out_and_brought_in_is_taken_out_the_same(kept: list[Entry]) -> None:
    with gradebook(lines(kept)) as book:
        first = exported(book)
    with gradebook(first) as again:
        assert exported(again) == first


@given(st.lists(entries(), max_size=6))
def test_bringing_in_twice_is_bringing_in_once(kept: list[Entry]) -> None:
    with gradebook(lines(kept)) as book:
        first = exported(book)
        arrived = bring_in(book, unpack(first), "ada")
        assert (arrived.new, arrived.slips) == (0, ())
        assert arrived.known == len(first.splitlines())
        assert exported(book) == first


@given(st.lists(entries(), max_size=6), st.lists(entries(), max_size=6))
def test_the_files_of_two_machines_come_together_in_either_order(one: list[Entry], other: list[Entry]) -> None:
    with gradebook(lines(one), lines(other)) as first, gradebook(lines(other), lines(one)) as second:
        assert exported(first) == exported(second)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_failing(raw: bytes) -> None:
    parcel = unpack(raw)
    assert parcel.entries == ()
    assert parcel.blank == (not raw.replace(b"\n", b"").decode("utf-8", "replace").removeprefix("\ufeff").strip())


@given(
    st.sampled_from(COLUMNS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(categories=("L", "Cs", "Cc"))),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=5,
    ),
)
def test_any_value_of_a_key_is_kept_or_passed_over(key: str, value: object) -> None:
    with gradebook() as book:
        arrived = bring_in(book, unpack(line(**{key: value})), "ada")
        assert arrived.new + len(arrived.slips) == 1
        assert len(exported(book).splitlines()) == arrived.new


def line(**changes: object) -> bytes:
    return json.dumps(json.loads(attempt().model_dump_json()) | changes).encode()


@pytest.mark.parametrize(
    ("raw", "slips"),
    [
        (b"", []),
        (b"\n \r\n\n", []),
        (line(), []),
        (b"\xef\xbb\xbf" + line() + b"\r\n", []),
        (line() + b"\n" + line(attempt="a2")[:-9], [(2, "broken", "")]),
        (b"\xff\xfe\n" + line(), [(1, "broken", "")]),
        (b"[" * 100_000, [(1, "broken", "")]),
        (b"1" * 5_000, [(1, "broken", "")]),
        (line(score=float("nan")), [(1, "broken", "")]),
        (b"[1]\n3\nnull\n{}", [(number, "foreign", "") for number in (1, 2, 3, 4)]),
        (line(type="dream"), [(1, "foreign", "")]),
        (line(score=1.5), [(1, "misfit", "score")]),
        (line(ms=10**30), [(1, "misfit", "ms")]),
        (line(mood="fine"), [(1, "misfit", "mood")]),
        (line(at="yesterday"), [(1, "misfit", "at")]),
        (line(at="2026-11-22T12:00:00+02:00"), [(1, "misfit", "at")]),
        (line(at="2026-11-22T12:00:00"), [(1, "misfit", "at")]),
        (line(at="2026-W47-7T12:00:00Z"), [(1, "misfit", "at")]),
        (line(day="2026-02-30"), [(1, "misfit", "day")]),
    ],
)
def test_each_line_stands_by_itself(raw: bytes, slips: list[tuple[int, str, str]]) -> None:
    assert [tuple(slip) for slip in unpack(raw).slips] == slips


def test_what_cannot_be_kept_in_a_text_is_replaced() -> None:
    read = unpack(
        b'{"type": "note", "id": "n", "learner": "ada", "session": "s", "about": "small/a", '
        + (b'"at": "2026-11-22T12:00:00Z", "lang": "en", "text": "a\\ud800b\\u0000"}')
    )
    assert [each.text for _, each in read.entries if isinstance(each, Note)] == ["a\ufffdb\ufffd"]


def test_lines_of_another_learner_are_told_and_left() -> None:
    with gradebook(line()) as book:
        arrived = bring_in(book, unpack(line(attempt="a2") + b"\n" + line(attempt="a3", learner="bea")), "cy")
        assert (arrived.new, arrived.known) == (1, 0), "ada's name stands in it already"
        assert [tuple(slip) for slip in arrived.slips] == [(2, "other-learner", "bea")]


def test_a_table_holds_the_keys_in_their_order(tmp_path: Path) -> None:
    assert tuple(FORM.split()) == COLUMNS
    with gradebook(line() + b"\n" + line(attempt="a2", certainty=None, objective="o", response='=1;"a"\n,')) as book:
        with (tmp_path / "r.csv").open("w", encoding="utf-8", newline="") as file:
            write_table(take_out(book, positions=True).entries, file)
        with (tmp_path / "r.jsonl").open("w", encoding="utf-8") as file:
            write_lines(take_out(book, positions=True).entries, file)
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert tuple(first) == COLUMNS
    assert (first["tags"], first["objective"], first["certainty"], first["score"]) == ("x;y", "", "2", "1.0")
    assert (second["objective"], second["certainty"], second["response"]) == ("o", "", '=1;"a"\n,')
    assert list(read_results(tmp_path / "r.csv")) == list(read_results(tmp_path / "r.jsonl"))
    assert tuple(json.loads((tmp_path / "r.jsonl").read_text("utf-8").splitlines()[0])) == COLUMNS


@given(st.lists(entries(), max_size=6))
def test_nothing_that_tells_a_position_is_taken_out_unasked(kept: list[Entry]) -> None:
    with gradebook(lines(kept)) as book:
        everything, taken = take_out(book, positions=True), take_out(book, positions=False)
    assert not [each for each in taken.entries if isinstance(each, Position)]
    assert not [each for each in taken.entries if isinstance(each, Note) and each.about.startswith("dilemma:")]
    assert len(taken.entries) + taken.left_out == len(everything.entries)
    assert [each for each in taken.entries if isinstance(each, Attempt)] == [
        each for each in everything.entries if isinstance(each, Attempt)
    ]
