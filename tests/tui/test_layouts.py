"""Do the record, search and a preview look as they did, on a day that stays the same?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebot.content.skeleton import new_bank
from casebot.desk import Desk
from casebot.model.quiz import Quiz
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import LessonScreen
from casebot.tui.screens.record import RecordScreen
from casebot.tui.screens.search import SearchScreen
from tests.tui.screen import answer, desk, running, said, wait
from tests.tui.snapshots import same_as
from tests.tui.test_record import days_ago
from tests.tui.tour import SIZES

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The day on which everything is looked at."""
    monkeypatch.setattr("tests.tui.test_record.local_now", lambda: NOW)
    monkeypatch.setattr(Desk.__init__, "__defaults__", (lambda: NOW,))
    return NOW


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES)
async def test_record_and_search_look_as_they_did(size: tuple[int, int], language: str) -> None:
    days_ago(1)
    tail = f"{size[0]}x{size[1]}-{language}"
    async with running(size=size, language=language) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        same_as(app, f"record-{tail}")
        await pilot.press("pagedown")
        await pilot.pause()
        same_as(app, f"record-below-{tail}")
        await pilot.press("escape", "ctrl+f")
        await wait(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"rust")
        await pilot.pause(0.4)
        same_as(app, f"search-{tail}")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES)
async def test_a_preview_looks_as_it_did(size: tuple[int, int], language: str, tmp_path: Path) -> None:
    bank = new_bank("mine", tmp_path)[0]
    tail = f"{size[0]}x{size[1]}-{language}"
    app = CasebotApp((), Settings(certainty=False), "learner", language, str(bank))
    app.quiz = Quiz(str(bank), 0, shuffle=False, at="third", watch=True)
    async with app.run_test(size=size) as pilot:
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert desk(app).expects.item.endswith("/third")
        await pilot.press(*"1 an")
        bank.write_text(bank.read_text("utf-8").replace("answer = 10", "answer = ten"), "utf-8")
        await wait(pilot, lambda: "TOML" in said(app))
        await pilot.pause()
        assert answer(app).field.text == "1 an"
        same_as(app, f"preview-{tail}")
