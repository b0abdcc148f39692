"""Does a long history cost what a short one does?"""

import pytest
from textual.pilot import Pilot

from casebot.desk import open_desk
from casebot.store.gradebook import SessionRow
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from tests.tui.screen import PLACE, prepare, raw, running, transcript, wait

MANY, FEWER = 3_000, 500
KEPT = 45


def lengthen(turns: int) -> None:
    """Says again what was said, until the open session has so many turns."""
    with open_desk((PLACE,), gradebook_file("learner"), Settings(), "learner", "en") as table:
        table.take_lesson("small", "first")
        row, total = table.progress, table.turn_total
        assert isinstance(row, SessionRow)
        said = [turn.model_dump_json() for turn in table.turns(total, total)]
        table.gradebook.save(row, [said[place % total] for place in range(turns - total)], (), total, drop_draft=False)


async def to_the_top(app: CasebotApp, pilot: Pilot[int]) -> None:
    view = transcript(app)
    while view._earlier or view.scroll_y:
        await pilot.press("home")
        await pilot.pause()


def kept(app: CasebotApp) -> int:
    return sum(entry.rows is not None for entry in transcript(app)._entries)


def shown(app: CasebotApp) -> list[str]:
    """The screen without the bar at its right, which also tells how long the rest is."""
    return [row[:78].rstrip() for row in raw(app)]


async def test_a_long_history_mounts_and_writes_no_more_than_a_short_one() -> None:
    prepare("page")
    async with running("small/first") as (app, _):
        short = len(app.screen.query("*")), kept(app)
    lengthen(MANY)
    async with running("small/first") as (app, _):
        assert len(app.screen.query("*")) == short[0]
        assert kept(app) <= short[1] + 24, "at most one turn a row of the screen is written"
        assert len(transcript(app)._entries) <= 202


async def test_what_was_scrolled_past_is_let_go_and_comes_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebot.tui.widgets.transcript.KEPT", KEPT)
    prepare("page")
    lengthen(FEWER)
    async with running("small/first", size=(80, 40)) as (app, pilot):
        view = transcript(app)
        await pilot.press("end")
        await pilot.pause()
        end = shown(app)
        await to_the_top(app, pilot)
        assert len(view._entries) >= FEWER - 1
        for _ in range(60):
            await pilot.press("pagedown")
            assert kept(app) <= 2 * KEPT
            assert any(row.strip() for row in shown(app)[1 : view.size.height])
        await pilot.press("end")
        await wait(pilot, lambda: shown(app) == end)
        await to_the_top(app, pilot)
        top = shown(app)
        await pilot.press("end")
        await pilot.press("home")
        await pilot.pause()
        assert shown(app) == top
