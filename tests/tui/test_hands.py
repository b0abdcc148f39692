"""Can it be used with any keyboard, a mouse, a small window, and beside other programs?"""

import pytest
from textual import events
from textual.pilot import Pilot

from casebot.tui.app import CasebotApp
from casebot.tui.palette import Palette
from casebot.tui.screens.help import HelpScreen
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import HELD, LessonScreen
from casebot.tui.screens.lessons import LessonsScreen
from casebot.tui.screens.settings import SettingsScreen
from casebot.tui.screens.small import SmallScreen
from casebot.tui.widgets.brief import Brief
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Menu
from casebot.tutoring.moves import Do
from tests.tui.screen import answer, desk, running, said, text, transcript, wait


async def test_a_key_copies_the_passage_or_the_source_in_view() -> None:
    async with running(at="page", size=(80, 11)) as (app, pilot):
        await pilot.press("k")
        assert app.clipboard.startswith("The closing\nThe bridge closed in May 2019 (documented). Rust had been found")
        told = [note.message for note in app._notifications]
        assert told == ["Copied, if this terminal lets programs copy: The closing"]
        await pilot.press("o", "k")
        assert "https://example.org/closed" in app.clipboard
        await pilot.press("home")
        await pilot.pause()
        await pilot.press("k")
        assert app.clipboard.startswith("Before the text"), "what is in view, not what was said last"


async def test_beside_a_half_written_answer_the_copying_key_writes() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"a", "escape", "k")
        assert answer(app).field.text == "ak"
        assert app.clipboard == ""


@pytest.mark.parametrize("key", ["space", "shift+space"])
async def test_a_key_that_comes_without_its_character_has_it(key: str) -> None:
    async with running(at="ask-open") as (app, pilot):
        await pilot.press(*"a")
        for name in (key, "ampersand", "quotation_mark", "enter"):
            app.post_message(events.Key(name, None))
        await wait(pilot, lambda: desk(app).gradebook.turn_count(desk(app).state.session) > 0)  # type: ignore[union-attr]
        await wait(pilot, lambda: 'a &"' in said(app))


async def test_space_from_any_terminal_picks_and_is_typed_in_the_palette() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("down", "down")
        app.post_message(events.Key("space", None))
        await pilot.pause()
        assert answer(app).options.picked == (desk(app).expects.options[1],)
        await pilot.press("ctrl+p")
        await pilot.press("a")
        app.post_message(events.Key("space", None))
        await pilot.pause()
        assert app.screen.query_one("CommandInput").value == "a "  # type: ignore[attr-defined]


@pytest.mark.parametrize("keys", ["abc", "123", ("ampersand", "é", "quotation_mark")])
async def test_options_are_picked_on_qwerty_and_azerty(keys: tuple[str, ...]) -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        for place, key in enumerate(keys):
            await pilot.press(key)
            assert answer(app).options.picked == (desk(app).expects.options[place],)


async def test_a_small_window_asks_for_room_and_gives_all_back() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City")
        await pilot.resize_terminal(39, 24)
        await pilot.pause()
        assert "casebot needs a larger window: at least 40 columns and 10 rows." in said(app)
        await pilot.press("x", "enter", "escape", "f1", "ctrl+p", "ctrl+l")
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        assert answer(app).field.text == "City"
        assert answer(app).field.has_focus
        await pilot.press("s")
        assert answer(app).field.text == "Citys"
        await pilot.resize_terminal(80, 9)
        await pilot.press("ctrl+c", "ctrl+c")
        await pilot.pause()
        assert app.return_value == 0


async def test_a_lesson_that_opens_in_a_small_window_waits_there() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        assert isinstance(app.screen, SmallScreen)
        app.open_lesson("small/first")
        await pilot.pause()
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        app.pop_screen()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_what_can_be_done_can_be_clicked() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await click_key(app, pilot, "lessons")
        await wait(pilot, lambda: isinstance(app.screen, LessonsScreen))
        await pilot.pause()
        await click_key(app, pilot, "help")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        await click_key(app, pilot, "back")
        await wait(pilot, lambda: isinstance(app.screen, LessonsScreen))
        await pilot.click(Menu, offset=(8, 3))
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert desk(app).state.target == "known"  # type: ignore[union-attr]
        app.go_home()
        await pilot.pause()
        await pilot.click(Brief, offset=(12, 0))
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))


async def click_key(app: CasebotApp, pilot: Pilot[int], name: str) -> None:
    """Clicks a key at the foot."""
    await pilot.click(KeyBar, offset=(text(app).splitlines()[-1].index(f" {name}") + 2, 0))


async def test_a_click_into_the_field_goes_on_writing() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "escape")
        assert answer(app).state == "reading"
        await pilot.click("Field", offset=(8, 0))
        await pilot.pause()
        assert answer(app).state == "writing"
        await pilot.press("s")
        assert answer(app).field.text == "Citys"


async def test_leaving_from_help_keeps_what_is_half_typed() -> None:
    async with running(at="ask-city") as (app, pilot):
        answer(app).field.fill("half")
        await pilot.press("f1")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        app.action_leave()
        assert desk(app).draft() == "half"


async def test_the_palette_reaches_another_lesson_and_says_where_nothing_fits() -> None:
    async with running(at="ask-city", language="fr") as (app, pilot):
        await pilot.press("ctrl+p")
        await wait(pilot, lambda: isinstance(app.screen, Palette))
        await pilot.press(*"xqx")
        await wait(pilot, lambda: "Rien de ce nom" in text(app))
        await pilot.press("backspace", "backspace", "backspace", *"lecon 2")
        await wait(pilot, lambda: "Ce qu'on sait" in text(app) and "Rien" not in text(app))
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen) and app.desk.state.target == "known")  # type: ignore[union-attr]
        await pilot.press("ctrl+p", *"reglages")
        await wait(pilot, lambda: "Réglages" in text(app))
        await pilot.pause(0.3)
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, SettingsScreen))


async def test_while_writing_the_palette_has_the_commands_that_work() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press("ctrl+p")
        await wait(pilot, lambda: "Skip" in text(app))
        assert "/skip" in text(app)
        assert "Object" not in text(app), "nothing was judged yet"
        await pilot.press("escape")
        app.screen.move(Do("skip"))  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("ctrl+p")
        await wait(pilot, lambda: "Object" in text(app))


async def test_what_was_typed_can_be_undone_although_ctrl_z_suspends() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "ctrl+underscore")
        assert answer(app).field.text == ""


async def test_help_is_about_the_place_one_is_in() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press("question_mark")
        assert answer(app).field.text == "?", "in a field a question mark is text"
        await pilot.press("f1")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        assert "Enter send" in said(app)
        assert "choose" not in said(app)
        assert "Commands that can be typed" in said(app)
    async with running() as (app, pilot):
        await pilot.press("question_mark")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        assert "Enter continue" in said(app)
        assert "Commands that can be typed" not in said(app)
        await pilot.press("q")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_lines_are_no_longer_than_can_be_read() -> None:
    async with running(at="page", size=(220, 40)) as (app, _):
        widest = max(strip.cell_length for entry in transcript(app)._entries for strip in entry.rows or ())
        assert widest <= 12 + 88
