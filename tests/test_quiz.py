"""A bank by itself is a quiz, line by line and on screen."""

from pathlib import Path

import pytest

from casebot.content.skeleton import new_bank
from casebot.model.quiz import Quiz
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import LessonScreen
from tests.command import casebot, last
from tests.tui.screen import desk, text, wait


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return new_bank("mine", tmp_path)[0]


def test_its_questions_are_asked_in_the_order_of_the_file(bank: Path) -> None:
    run = casebot("play", bank, given="q @3\nexplanation @2\n11 @1\n10\n")
    assert "3 questions." in run.stdout
    assert last(run.stdout) == "score 2.6/3 complete"


def test_a_few_of_them_in_another_order(bank: Path) -> None:
    run = casebot("play", bank, "--n", "2", "--shuffle", given="/skip\n" * 2)
    assert last(run.stdout) == "score 0/2 complete"
    assert casebot("play", bank, "--n", "0").returncode == 2


def test_it_is_resumed_where_it_was(bank: Path) -> None:
    first = casebot("play", bank, "--shuffle", given="/skip\n")
    again = casebot("play", bank, given="/skip\n" * 2)
    assert last(first.stdout).startswith("saved at step ")
    assert "Welcome back" in again.stdout
    assert last(again.stdout) == "score 0/3 complete"


def test_a_file_that_is_no_bank_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("")
    for name in ("empty.toml", "none.toml"):
        run = casebot("play", tmp_path / name)
        assert (run.returncode, run.stderr.count("\n")) == (2, 1)
        assert "cannot be read" in run.stderr


async def test_on_screen(bank: Path) -> None:
    app = CasebotApp((), Settings(certainty=False), "learner", "en", str(bank))
    app.quiz = Quiz(str(bank), 1, shuffle=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert "mine" in text(app).splitlines()[0]
        await pilot.press("q", "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        await pilot.press("enter")
        await wait(pilot, lambda: desk(app).expects.kind == "end")
        await pilot.pause()
        assert "1 of 1 points" in text(app)
        await pilot.press("n")
        await wait(pilot, lambda: desk(app).expects.kind == "text")
