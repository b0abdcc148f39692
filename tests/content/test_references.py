import re
from pathlib import Path
from shutil import copytree

import pytest

from casebot.content.check import check
from casebot.content.targets import targets
from casebot.content.translations import figures
from casebot.model.case import Case
from casebot.model.lesson import AskStep, SortStep, asked_items


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("lessons/small/first.toml", 'item = "bank/year"', 'item = "bank/yaer"', "302"),
        ("lessons/small/first.toml", 'series = "crossings"', 'series = "crosings"', "304"),
        ("lessons/small/first.toml", 'series = "crossings"\n', "", "308"),
        ("lessons/small/first.toml", "{rust}", "{rsut}", "301"),
        ("lessons/small/first.toml", "{closed}", "{closed rust}", "309"),
        ("lessons/small/first.toml", "{closed}", "{sabotage}", "310"),
        ("lessons/small/first.toml", 'claims = ["sabotage"]', 'claims = ["sabotages"]', "301"),
        ("lessons/small/first.toml", '[lesson]\nid = "first"', "", "217"),
        ("lessons/small/case.toml", 'lesson = "first"', 'lesson = "frist"', "305"),
        ("lessons/small/case.toml", 'claims = ["closed"]', 'claims = ["close"]', "301"),
        ("question_banks/small/bank.toml", 'claim = "sabotage"', 'claim = "sabotag"', "301"),
        ("question_banks/small/bank.toml", 'objective = "know"', 'objective = "now"', "303"),
        ("question_banks/small/bank.toml", "{rust}", "{rost}", "301"),
    ],
)
def test_what_does_not_exist_is_told_with_the_nearest_name(
    tmp_path: Path, small_place: Path, file: str, old: str, new: str, code: str
) -> None:
    root = copytree(small_place, tmp_path / "place")
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    findings = [finding for target in targets([root], ()) for finding in check(target)[0]]
    assert {finding.code for finding in findings} >= {code}
    first = next(finding for finding in findings if finding.code == code)
    line = (root / file).read_text("utf-8").splitlines()[first.place.line - 1]
    if code in {"301", "302", "303", "304", "305"}:
        assert "near" in first.args
        assert first.args["name"] in line
    assert first.place.file == str(root / file)


def test_every_shipped_lesson_is_whole(shipped: Case) -> None:
    for name, lesson in shipped.lessons.items():
        steps = tuple(lesson.steps.values())
        kinds = [step.kind for step in steps]
        assert 8 <= kinds.count("page") <= 12, name
        assert kinds.count("figure") >= 2, name
        asked = [step.item for step in steps if isinstance(step, AskStep)]
        assert len(set(asked)) >= 8, name
        assert any(isinstance(step, SortStep) and len(step.items) >= 6 for step in steps), name
        assert "talk" in kinds, name
        first = next(step for step in steps if isinstance(step, AskStep))
        assert first.pre, name
        assert asked.count(first.item) == 2, name
    every = (step for lesson in shipped.lessons.values() for step in lesson.steps.values())
    items = (shipped.item(name) for step in every for name in asked_items(step))
    assert len({item.kind for item in items if item is not None}) == 10, "every kind of question is asked"


def test_shipped_items_have_what_a_learner_needs(shipped: Case) -> None:
    for bank in shipped.banks.values():
        for name, item in bank.items.items():
            assert item.explain is not None, name
            assert item.hints, name
            assert item.objective in shipped.objectives, name
            assert item.claims, name
            assert item.samples.right is not None, name
            assert item.samples.wrong is not None or item.samples.partial is not None, name


def test_shipped_texts_stand_in_both_languages_with_the_same_figures(shipped: Case) -> None:
    lessons = shipped.lessons.values()
    pages = [(name, step.text) for each in lessons for name, step in each.steps.items() if step.text is not None]
    claims = [(name, claim.text) for name, claim in shipped.claims.items()]
    for name, text in (*pages, *claims):
        english, french = text.get("en"), text.get("fr")
        assert english, name
        assert french, name
        assert figures(english) == figures(french), name


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("On 4 November, about half of 7,500 posts.", "Le 4 novembre, environ la moitié de 7 500 postes."),
        ("On the 4th, 7,500 posts", "le 4, 7\u202f500 postes"),
        ("12.5% of 1,234,567", "12,5 % de 1 234 567"),
        ("In 2022 370 people", "En 2022 370 personnes"),
    ],
)
def test_the_same_figures_are_the_same_however_they_are_written(english: str, french: str) -> None:
    assert figures(english) == figures(french)


def test_figures_beside_each_other_are_two() -> None:
    assert figures("7,500") != figures("7 50")
    assert figures("4 juin 2026 7 500") == {"4", "2026", "7500"}


def test_no_page_is_too_long(shipped: Case) -> None:
    for name, step in ((name, step) for each in shipped.lessons.values() for name, step in each.steps.items()):
        if step.text is not None:
            assert words(step.text.get("en") or "") <= 80, name
            assert words(step.text.get("fr") or "") <= 90, name


def words(text: str) -> int:
    """What is read: marks are signs, and French punctuation that stands apart is none."""
    return len([word for word in re.sub(r"\{[^}]*\}", "", text).split() if re.search(r"\w", word)])


def test_what_is_no_fact_is_never_marked_inside_a_text(shipped: Case) -> None:
    for claim in shipped.claims.values():
        if claim.assertion is not None:
            assert claim.said_by is not None
            assert claim.status not in {"documented", "reported", "party-claim"}
        if not claim.sources:
            assert claim.status in {"unverified", "opinion"}


def test_the_prose_of_a_page_is_short(shipped: Case) -> None:
    mark = re.compile(r"\{[^}]*\}")
    for lesson in shipped.lessons.values():
        for name, step in lesson.steps.items():
            for language, text in step.text.each() if step.text is not None else ():
                assert len(mark.sub("", text).split()) <= 90, (name, language)
