"""Is anything lost that is typed or pasted faster than the screen changes?"""

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from casebot.tui.app import CasebotApp
from casebot.tui.palette import Palette
from casebot.tui.screens.lesson import HELD
from casebot.tui.screens.search import Query, SearchScreen
from tests.tui.screen import answer, running, said, wait


def burst(app: CasebotApp, text: str) -> None:
    """Types as a slow line delivers it: all characters at once."""
    for character in text:
        app.post_message(events.Key(_character_to_key(character), character))


@pytest.mark.parametrize("at", ["ask-cause", "ask-signs", "page", "ask-closed"])
async def test_the_first_key_opens_the_line_and_all_others_go_into_it(at: str) -> None:
    async with running(at=at) as (app, pilot):
        await pilot.pause(HELD)
        burst(app, "/help me Too")
        await wait(pilot, lambda: answer(app).field.text == "/help me Too")
        assert answer(app).state == "line"


@pytest.mark.parametrize(("typed", "field"), [("/reason", "/reason"), ("twitos", "twitos"), ("I say", "I say")])
async def test_nothing_typed_beside_a_field_is_lost(typed: str, field: str) -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press("escape")
        burst(app, typed)
        await wait(pilot, lambda: answer(app).field.text == field)


async def test_nothing_typed_beside_blanks_is_lost() -> None:
    async with running(at="ask-fill") as (app, pilot):
        await pilot.press("escape")
        burst(app, "the bridge")
        await wait(pilot, lambda: answer(app).blanks.fields[0].text == "the bridge")


async def test_what_is_typed_behind_a_screen_that_opens_goes_into_its_field() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        app.post_message(events.Key("ctrl+f", None))
        burst(app, "bridge")
        await wait(pilot, lambda: isinstance(app.screen, SearchScreen))
        await wait(pilot, lambda: app.screen.query_one(Query).value == "bridge")
        await pilot.press("escape")
        app.post_message(events.Key("ctrl+p", None))
        burst(app, "lessons")
        await wait(pilot, lambda: isinstance(app.screen, Palette))
        await wait(pilot, lambda: app.screen.query_one("CommandInput").value == "lessons")  # type: ignore[attr-defined]


async def test_a_paste_beside_a_field_goes_into_it() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"a ", "escape")
        app.post_message(events.Paste("city\nof mills"))
        await wait(pilot, lambda: answer(app).field.text == "a city\nof mills")
        assert answer(app).state == "writing"


@pytest.mark.parametrize("at", ["ask-cause", "page"])
async def test_a_paste_where_nothing_is_written_says_so(at: str) -> None:
    async with running(at=at) as (app, pilot):
        await paste(app, pilot)
        assert "Nothing was pasted" in said(app)


async def paste(app: CasebotApp, pilot: Pilot[int]) -> None:
    app.post_message(events.Paste("/skip"))
    await pilot.pause()
