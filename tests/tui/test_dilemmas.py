"""Can a dilemma be weighed on screen, by key and mouse, and does it look as it should?"""

import sqlite3
from contextlib import closing

import pytest
from textual.pilot import Pilot

from casebot.tui.app import CasebotApp
from casebot.tui.opening import DILEMMA
from casebot.tui.screens.dilemmas import DilemmasScreen
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import HELD, LessonScreen
from casebot.tui.widgets.facts import Facts
from casebot.tui.widgets.scale import Scale
from casebot.tutoring.moves import Say
from tests.tui.screen import answer, desk, running, said, text, transcript, wait
from tests.tui.snapshots import same_as
from tests.tui.tour import SIZES

WARN = f"{DILEMMA}small/warn"


def part(app: CasebotApp) -> str:
    return desk(app).expects.part


async def come_to(app: CasebotApp, pilot: Pilot[int], wanted: str) -> None:
    """Waits for a part, and until its keys are no longer held back."""
    await wait(pilot, lambda: part(app) == wanted)
    await pilot.pause(HELD)


async def read_on(pilot: Pilot[int], app: CasebotApp, wanted: str) -> None:
    """Presses Enter until the part that is being read has been left."""
    for _ in range(10):
        if part(app) == wanted:
            break
        await pilot.press("enter")
        await pilot.pause()
    await come_to(app, pilot, wanted)


async def list_dilemmas(app: CasebotApp, pilot: Pilot[int]) -> None:
    """Goes from home to the list."""
    await wait(pilot, lambda: app.desk is not None)
    await pilot.press("m")
    await wait(pilot, lambda: isinstance(app.screen, DilemmasScreen))
    await pilot.pause()


async def test_a_dilemma_is_weighed_from_home_to_its_end() -> None:
    async with running() as (app, pilot):
        await list_dilemmas(app, pilot)
        assert "Should the city have closed the bridge" in text(app)
        assert "New." in text(app)
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await come_to(app, pilot, "before")
        await pilot.press("enter")
        assert "Choose first" in text(app), "nothing is chosen until the learner chooses"
        await pilot.press("right", "right", "right", "enter")
        await come_to(app, pilot, "reason")
        await pilot.press(*"so it is", "enter")
        await come_to(app, pilot, "sides")
        await pilot.press("2")
        await pilot.pause()
        assert "Best rebuttal" in said(app)
        await read_on(pilot, app, "steelman")
        assert "In your own words: Enter sends" in text(app), "no number of points is asked for"
        await pilot.press(*"only money", "enter")
        await read_on(pilot, app, "rewrite")
        assert answer(app).field.text == "only money"
        await pilot.press("enter")
        await come_to(app, pilot, "strongest-first")
        await pilot.press("2", "enter")
        await come_to(app, pilot, "strongest-second")
        assert ">3" not in text(app)
        await pilot.press("4", "enter")
        await come_to(app, pilot, "answer")
        await pilot.press(*"no", "enter")
        await come_to(app, pilot, "fact")
        await pilot.press(*"a crack", "enter")
        await come_to(app, pilot, "criterion-harm")
        await pilot.press("enter")
        await come_to(app, pilot, "criterion-reversible")
        await pilot.press("enter")
        await come_to(app, pilot, "after")
        await pilot.press("4", "0", "enter")
        await come_to(app, pilot, "moved")
        await pilot.press("down", "enter")
        await come_to(app, pilot, "end")
        assert "30 points towards" in said(app)
        assert "The bridge closed in May 2019 (documented)." in said(app)
        await read_on(pilot, app, "")
        assert "Nothing here was scored" in said(app)
        [line] = desk(app).dilemmas()
        assert line.stance is not None
        given = (line.stance.before, line.stance.after)
        assert [line.sides.own(value) for value in given if value is not None] == [70, 40]
        assert line.stance.fact == "a crack"


async def test_the_list_tells_where_one_stood() -> None:
    async with running(WARN) as (app, pilot):
        await pilot.pause(HELD)
        for line in ("70", "/skip", *["/skip"] * 7, "40", "/skip", ""):
            desk(app).move(Say(line))
    async with running() as (app, pilot):
        await list_dilemmas(app, pilot)
        assert "Before: 70" in text(app)
        assert "After: 40" in text(app)


async def test_a_position_is_chosen_by_mouse_by_digits_and_taken_back() -> None:
    async with running(WARN) as (app, pilot):
        scale = app.screen.query_one(Scale)
        await pilot.pause(HELD)
        await pilot.click(scale, offset=(scale.size.width - 1, scale.size.height - 2))
        assert scale.value == 100
        await pilot.press("7", "5")
        assert scale.value == 75
        await pilot.press("left")
        assert scale.value == 70
        await pilot.press("right", "right")
        assert scale.value == 90
        await pilot.press("backspace")
        assert scale.value == 9
        await pilot.press("backspace")
        assert not scale.typed
        await pilot.press("quotation_mark", "à")
        assert scale.value == 30, "AZERTY digits need no Shift"


async def test_the_sides_are_shown_from_their_first_row_where_they_are_the_first_to_overflow() -> None:
    async with running(WARN, size=(60, 20), language="fr") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("8", "0", "enter")
        await come_to(app, pilot, "reason")
        assert transcript(app).max_scroll_y == 0
        await pilot.press("o", "enter")
        await come_to(app, pilot, "sides")
        await wait(pilot, lambda: transcript(app).scroll_y > 0)
        assert text(app).splitlines()[2] == " Vous : o"


async def test_what_was_chosen_or_half_written_is_there_again() -> None:
    async with running(WARN) as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("6", "0")
        await pilot.pause(0.4)
    async with running(WARN) as (app, pilot):
        await pilot.pause(HELD)
        assert "Welcome back" in text(app)
        assert app.screen.query_one(Scale).value == 60
        await pilot.press("slash", *"help", "enter")
        await pilot.pause(HELD)
        assert "/argument 3" in said(app)
        assert app.screen.query_one(Scale).value == 60
        await pilot.press("enter")
        await come_to(app, pilot, "reason")
        assert answer(app).field.text == ""
        await pilot.press(*"half")
        await pilot.pause(0.4)
    async with running(WARN) as (app, pilot):
        assert (part(app), answer(app).field.text) == ("reason", "half")


async def test_letters_beside_a_reason_write_and_the_line_for_commands_opens_the_sides() -> None:
    async with running(WARN) as (app, pilot):
        await pilot.pause(HELD)
        desk(app).move(Say("40 so"))
    async with running(WARN) as (app, pilot):
        await read_on(pilot, app, "steelman")
        await pilot.press(*"known", "escape", "slash", *"argument 3", "enter")
        await pilot.pause()
        assert "It cites" in said(app)
        assert answer(app).field.text == "known"
        await pilot.press("ctrl+o")
        assert part(app) == "steelman"


async def test_what_is_said_to_a_long_line_is_in_view() -> None:
    async with running(WARN) as (app, pilot):
        desk(app).move(Say("80 so it is"))
        desk(app).move(Say(""))
    async with running(WARN) as (app, pilot):
        await come_to(app, pilot, "steelman")
        answer(app).field.fill("a city acts on proof. " * 400)
        await pilot.press("enter")
        await wait(pilot, lambda: part(app) == "heard")
        await wait(pilot, lambda: "What was heard of the case" in text(app))
        assert "a city acts on proof." in text(app), "the end of what was written stands above"


async def test_what_keeps_a_chosen_dilemma_from_opening_is_said_on_home() -> None:
    async with running(WARN) as (app, pilot):
        await pilot.pause(HELD)
        desk(app).move(Say("40 so"))
        path = desk(app).gradebook.path
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update session set state='{}'")
    async with running() as (app, pilot):
        await list_dilemmas(app, pilot)
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))
        await wait(pilot, lambda: "was written by a newer casebot" in said(app))
        await pilot.pause(0.1)
        assert "was written by a newer casebot" in said(app)


async def test_where_positions_are_not_kept_the_question_is_there_again_all_the_same() -> None:
    for shown in ("where do you stand", "In one line: why?"):
        async with running(WARN, keep_positions=False) as (app, pilot):
            await pilot.pause()
            assert shown in said(app)
            desk(app).move(Say("37"))
    async with running(WARN, keep_positions=False) as (app, pilot):
        await read_on(pilot, app, "steelman")
        desk(app).move(Say("the best of them"))
    async with running(WARN, keep_positions=False) as (app, pilot):
        assert part(app) == "heard"
        await pilot.pause()
        assert "What was heard of the case" in said(app)
        assert "Welcome back" in said(app)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES)
async def test_both_sides_look_as_they_did(size: tuple[int, int], language: str) -> None:
    tail = f"{size[0]}x{size[1]}-{language}"
    async with running(WARN, size=size, language=language) as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("8", "0")
        await pilot.pause()
        same_as(app, f"dilemma-before-{tail}")
        await pilot.press("enter")
        await come_to(app, pilot, "reason")
        await pilot.press("o", "enter")
        await come_to(app, pilot, "sides")
        assert not app.screen.query_one(Facts).region.width, "both sides have the width"
        same_as(app, f"dilemma-sides-{tail}")
        await pilot.press("1")
        await pilot.pause()
        same_as(app, f"dilemma-argument-{tail}")
        await read_on(pilot, app, "steelman")
        await pilot.press(*"A city acts on proof, not just on money", "enter")
        await come_to(app, pilot, "heard")
        same_as(app, f"dilemma-heard-{tail}")
        await read_on(pilot, app, "rewrite")
        await pilot.press("enter")
        await come_to(app, pilot, "strongest-first")
        same_as(app, f"dilemma-strongest-{tail}")
