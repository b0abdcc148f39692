"""An author saves, and sees: `check --watch` and `preview`."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebot.content.skeleton import new_bank
from casebot.content.watch import look
from casebot.model.quiz import Quiz
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import LessonScreen
from tests.command import casebot
from tests.tui.screen import answer, desk, said, wait


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return new_bank("mine", tmp_path)[0]


def renamed(path: Path, text: str) -> None:
    """Saves as many editors do: a new file takes the place of the old one."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def made_again(path: Path, text: str) -> None:
    """Deletes the file and makes it again."""
    path.unlink()
    path.write_text(text, "utf-8")


def written(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


@pytest.fixture
def good(bank: Path) -> str:
    return bank.read_text("utf-8")


@pytest.mark.parametrize("save", [written, renamed, made_again])
def test_every_way_of_saving_is_seen(bank: Path, save: object) -> None:
    before = look([bank])
    assert look([bank]) == before
    save(bank, bank.read_text("utf-8") + "\n")  # type: ignore[operator]
    assert look([bank]) != before
    assert look([bank.parent]).keys() == {bank}
    bank.unlink()
    assert look([bank]) == {}


def test_a_folder_of_many_files_is_looked_at_quickly(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"bank-{number}.toml").write_text("")
    assert len(look([tmp_path])) == 200


async def test_preview_shows_what_was_saved_and_keeps_the_half_typed_answer(bank: Path, good: str) -> None:
    app = CasebotApp((), Settings(certainty=False), "learner", "en", str(bank))
    app.quiz = Quiz(str(bank), 0, shuffle=False, at="third", watch=True)
    async with app.run_test(size=(80, 30)) as pilot:
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert desk(app).expects.item.endswith("/third")
        await pilot.press(*"1 an")
        renamed(bank, good.replace("How many kinds of question are there?", "How many kinds, then?"))
        await wait(pilot, lambda: "How many kinds, then?" in said(app))
        assert answer(app).field.text == "1 an"
        assert desk(app).expects.item.endswith("/third")
        made_again(bank, good.replace("answer = 10", "answer = ten"))
        await wait(pilot, lambda: "this is not TOML" in said(app))
        assert "last good version stays" in said(app)
        assert answer(app).field.text == "1 an"
        written(bank, good.replace("answer = 10", "answer = 11"))
        await wait(pilot, lambda: desk(app).book.item(desk(app).expects.item).answer == 11)  # type: ignore[union-attr]
        assert answer(app).field.text == "1 an"


def test_preview_keeps_nothing_and_begins_where_it_is_told(bank: Path, home: Path) -> None:
    run = casebot("preview", bank, "--at", "third", given="10\n")
    assert run.stdout.index("How many kinds") < run.stdout.index("> ")
    assert not list(home.glob("gradebook-*"))
    assert "Nothing of it is kept" in run.stdout
    assert "as you go" not in run.stdout
    left = casebot("preview", bank, given="q\n/appeal\n/quit\n").stdout
    assert "kept for the author" not in left
    assert "nothing of it is kept" in left
    assert "saved" not in left.lower()
    assert "Nothing yet" in casebot("record").stdout
    assert "no question called fourth" in casebot("preview", bank, "--at", "fourth").stderr


def test_check_watches_until_it_is_stopped(bank: Path) -> None:
    watching = subprocess.Popen(
        [sys.executable, "-m", "casebot", "check", "--watch", "--format", "concise", bank],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert watching.stderr is not None
    assert watching.stdout is not None
    assert "nothing to mend" in watching.stderr.readline()
    assert "Watching" in watching.stderr.readline()
    time.sleep(0.3)
    renamed(bank, bank.read_text("utf-8").replace("accept", "acept"))
    assert ": 201 acept" in watching.stdout.readline()
    assert watching.stderr.readline() == "\n"
    assert re.fullmatch(r"─+ \d\d:\d\d:\d\d ─+\n", watching.stderr.readline()), "a line with the time between runs"
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0
    watching.stdout.close()
    watching.stderr.close()
