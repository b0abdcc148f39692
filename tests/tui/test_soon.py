"""Is a key that is pressed before the desk is there remembered?"""

import pytest

from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.dilemmas import DilemmasScreen
from casebot.tui.screens.lessons import LessonsScreen
from casebot.tui.screens.record import RecordScreen
from tests.tui.screen import PLACE, wait


@pytest.mark.parametrize(("key", "opened"), [("m", DilemmasScreen), ("l", LessonsScreen), ("r", RecordScreen)])
async def test_what_is_asked_for_at_once_opens_as_soon_as_it_can(key: str, opened: type) -> None:
    app = CasebotApp((PLACE,), Settings(), "learner", "en")
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.desk is None
        await pilot.press(key)
        await wait(pilot, lambda: isinstance(app.screen, opened))
