from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.check import check
from casebot.content.library import load_files
from casebot.content.locate import locate
from casebot.content.places import places
from casebot.content.targets import Target, targets
from casebot.content.toml import LARGEST, SourceFile, read_file
from casebot.documents.findings import advice, message
from casebot.words.words import Words

HEAD = '[bank]\nformat = 1\ntitle = "T"\n\n'
GOOD = '[q.good]\nkind = "true-false"\nen = "a"\nfr = "b"\nanswer = true\n'


def found(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    """Lines and codes of the errors in a bank by itself."""
    path = tmp_path / "bank.toml"
    path.write_text(text, "utf-8")
    findings, files = check(Target("local", (), (path,)))
    assert files == 1
    return [(finding.place.line, finding.code) for finding in findings if finding.severity == "error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + GOOD, []),
        ("﻿" + HEAD + GOOD, []),
        (HEAD.replace("\n", "\r\n") + GOOD, []),
        (HEAD + GOOD.replace("answer = true", "answer = yes"), [(9, "101")]),
        (HEAD + '[q.bad]\nkind = "short"\nen = "a"\nfr = "b"\naccept = ["x"\n\n' + GOOD, [(9, "107")]),
        (HEAD + GOOD + GOOD, [(10, "102")]),
        (HEAD + GOOD.replace("answer", "anwser"), [(9, "201")]),
        (HEAD + GOOD.replace("answer = true\n", ""), [(5, "202")]),
        (HEAD + GOOD.replace('kind = "true-false"\n', ""), [(5, "202")]),
        (HEAD + GOOD.replace("true-false", "true-flase"), [(6, "203")]),
        (HEAD + GOOD.replace("true\n", '"yes"\n'), [(9, "204")]),
        (HEAD + GOOD + 'es = "c"\n', [(10, "201")]),
        (HEAD + GOOD + 'explain = { en = "c", es = "d" }\n', [(10, "205")]),
        (HEAD + GOOD + 'text = "c"\n', [(5, "206")]),
        (HEAD + GOOD.replace('"a"', '""'), [(7, "208")]),
        (HEAD + GOOD + "[q.Good_2]\n", [(10, "216")]),
        (HEAD.replace("1", "2") + GOOD, [(2, "211")]),
        (HEAD + GOOD + "[quiz]\n", [(10, "214")]),
        ("q = 3\n" + HEAD, [(1, "215")]),
        ("a = " + "[" * 1000 + "]" * 1000, [(1, "003")]),
        (HEAD + GOOD + 'claims = ["nothing"]\n', [(10, "301")]),
        (HEAD + GOOD + 'objective = "none"\n', [(10, "303")]),
        (HEAD + GOOD + 'explain = { en = "x {nothing}", fr = "y" }\n', [(10, "301")]),
        (
            HEAD + '[q.s]\nkind = "single"\nen = "a"\nfr = "b"\noptions = [\n  { en = "x", fr = "x" },\n'
            '  { en = "y", fr = "y", rigth = true },\n]\n' + GOOD,
            [(11, "201")],
        ),
    ],
)
def test_each_problem_is_told_at_its_line(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    assert found(tmp_path, text) == expected


def test_a_broken_item_never_hides_the_others(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(HEAD + '[q.broken]\nkind = "short\n\n[q.wrong]\nkind = "short"\n\n' + GOOD, "utf-8")
    loaded = load_files("local", (), (path,))
    assert list(loaded.case.banks["bank"].items) == ["good"]
    assert next((finding.place.line, finding.code) for finding in loaded.findings) == (6, "108")
    assert {finding.args.get("key") for finding in loaded.findings if finding.code == "202"} == {"text", "accept"}


def test_a_misspelt_key_brings_the_nearest_name(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(HEAD + GOOD + 'explian = "x"\n', "utf-8")
    findings, _ = check(Target("local", (), (path,)))
    assert findings[0].args == {"key": "explian", "languages": "en, fr", "near": "explain"}


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert [finding.code for finding in read_file(tmp_path / "none.toml").findings] == ["001"]
    latin = tmp_path / "latin.toml"
    latin.write_bytes("a = 1\nb = 'd\xe9j\xe0'\n".encode("cp1252"))
    assert [(f.code, f.place.line, f.place.column) for f in read_file(latin).findings] == [("005", 2, 7)]
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    assert [finding.code for finding in read_file(folder).findings] == ["004"]
    large = tmp_path / "large.toml"
    large.write_bytes(b" " * (LARGEST + 1))
    assert [finding.code for finding in read_file(large).findings] == ["002"]


VALID = """# a comment with [brackets] and = signs
a.b = 1
"quoted key" = "x = [1] # no comment"
[t]
list = [ 1, # one
  { k = "v", "z" = [true] },
  '''
  [not] = a table
  ''' ]
day = 2022-10-27T10:00:00Z
[[rows]]
x = 1
[[rows]]
x = 2
  [rows.sub]
  y = -1.5e3
[t.deeper]
"""


def test_every_key_is_found_where_it_stands() -> None:
    tomli.loads(VALID)
    known = locate(VALID)
    assert known["a", "b"] == (2, 1)
    assert known["quoted key",] == (3, 1)
    assert known["t", "list", 1] == (6, 3)
    assert known["t", "list", 1, "k"] == (6, 5)
    assert known["t", "list", 1, "z", 0] == (6, 21)
    assert known["t", "list", 2] == (7, 3)
    assert known["t", "day"] == (10, 1)
    assert known["rows", 1] == (13, 1)
    assert known["rows", 1, "x"] == (14, 1)
    assert known["rows", 1, "sub", "y"] == (16, 3)
    assert known["t", "deeper"] == (17, 1)


KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True)
VALUES = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def paths(value: object, prefix: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inside: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return {path for key, each in inside for path in ({(*prefix, key)} | paths(each, (*prefix, key)))}


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_the_locator_knows_every_path_of_what_is_written(table: dict[str, object]) -> None:
    import tomli_w

    text = tomli_w.dumps(table)
    assert paths(tomli.loads(text)) <= set(locate(text))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    source = SourceFile("x", text)
    for finding in source.findings:
        assert finding.place.line >= 1


@given(st.text(alphabet="[]{}=.,#\"'\\\n abc1", max_size=80))
def test_no_heap_of_brackets_breaks_the_reader(text: str) -> None:
    source = SourceFile("x", text)
    assert bool(source.findings) == _broken(text)
    source.place(("a", "b"))


def _broken(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return True
    return False


def test_paths_tell_what_to_check(small_place: Path, tmp_path: Path) -> None:
    roots = places()
    assert [target.case for target in targets([], (*roots, small_place))] == ["small", "tylenol-recall", "x-xai"]
    assert [target.case for target in targets([small_place], roots)] == ["small"]
    bank = small_place / "question_banks/small/bank.toml"
    one = next(iter(targets([bank], roots)))
    assert (one.case, one.wanted) == ("small", frozenset({bank.resolve()}))
    assert {finding.code for finding in check(one)[0]} == {"605"}, "the questions of the tests explain nothing"
    lesson = small_place / "lessons/small/first.toml"
    assert check(next(iter(targets([lesson], roots)))) == ([], 1)
    assert [target.case for target in targets([small_place / "lessons/small"], roots)] == ["small"]
    loose = tmp_path / "loose.toml"
    loose.write_text(HEAD + GOOD, "utf-8")
    assert [target.case for target in targets([tmp_path], roots)] == ["local"]


def test_later_places_win(tmp_path: Path, small_place: Path) -> None:
    from casebot.content.library import Library

    (tmp_path / "question_banks/small").mkdir(parents=True)
    (tmp_path / "question_banks/small/more.toml").write_text(HEAD + GOOD, "utf-8")
    (tmp_path / "question_banks/small/bank.toml").write_text(HEAD + GOOD, "utf-8")
    loaded = Library((small_place, tmp_path)).load("small")
    assert loaded is not None
    assert {name: list(bank.items) for name, bank in loaded.case.banks.items()} == {
        "bank": ["good"],
        "known": ["date", "leaflet", "ugly", "promise", "why"],
        "more": ["good"],
    }
    assert Library((tmp_path,)).load("small") is None


def test_a_number_in_one_title_only_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(HEAD.replace('"T"', '{ en = "Pricing 101", fr = "Fixer un prix" }') + GOOD, "utf-8")
    findings, _ = check(Target("local", (), (path,)))
    (title,) = (finding for finding in findings if finding.code == "611")
    assert (title.place.line, title.severity, title.args["figures"]) == (3, "warning", "101")


@pytest.mark.parametrize(
    ("old", "new", "holder"),
    [
        ('fr = "b"\n', "", "[q.good]"),
        ('fr = "b"\n', 'fr = "b"\nexplain = { en = "c" }\n', "explain"),
        ('en = "a"\nfr = "b"\n', 'text = { en = "a" }\n', "text"),
    ],
)
def test_a_missing_translation_is_named_by_what_to_write_into(tmp_path: Path, old: str, new: str, holder: str) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(HEAD + GOOD.replace(old, new), "utf-8")
    findings, _ = check(Target("local", (), (path,)))
    (missing,) = (finding for finding in findings if finding.code == "501")
    assert message(missing, Words("en")) == f"{holder} has no fr = ..."
    assert "languages = [...] in [bank]" in advice(missing, Words("en"))
