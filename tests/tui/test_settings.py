"""Does each setting take effect at once, and stay?"""

from pathlib import Path

import pytest

from casebot.store.places import gradebook_file, settings_file
from casebot.store.settings import Settings, read_settings, write_settings
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import LessonScreen
from casebot.tui.screens.settings import ROWS, SettingsScreen
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.menu import Menu
from tests.tui.screen import answer, desk, running, said, text, wait


def kept() -> Settings:
    return read_settings(settings_file()).settings


def down_to(name: str) -> list[str]:
    return ["down"] * ROWS.index(name)


async def test_every_change_takes_effect_at_once_and_is_kept() -> None:
    async with running(certainty=True) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("comma", "right")
        await wait(pilot, lambda: "Réglages" in text(app))
        assert kept().language == "fr"
        await pilot.press("down", "right")
        assert (app.theme, kept().theme) == ("casebot-light", "casebot-light")
        await pilot.press("left", "left")
        assert app.theme == kept().theme
        assert app.theme not in {"casebot-light", "casebot-dark"}
        await pilot.press("down", "space")
        assert not kept().certainty
        assert not desk(app).settings.certainty
        await pilot.press("down", "right", "right", "left")
        assert desk(app).settings.daily_limit == kept().daily_limit == 13
        await pilot.press("down", "enter", "down", "enter")
        await pilot.pause()
        assert not kept().keep_positions
        assert kept().motion == "reduced"
        assert app.animation_level == "none"
        assert "réduit" in text(app)


async def test_a_limit_is_typed_and_one_that_cannot_be_is_said() -> None:
    async with running() as (app, pilot):
        await pilot.press("comma", *down_to("daily-limit"), "enter")
        await pilot.pause()
        assert "Enter keep" in text(app)
        await pilot.press("backspace", "backspace", "0", "enter")
        await pilot.pause()
        assert "no number from 1 to 200" in said(app)
        await pilot.press("backspace", *"40", "enter")
        await pilot.pause()
        assert kept().daily_limit == 40
        assert "Enter keep" not in text(app)
        await pilot.press("enter", *"9", "escape")
        assert kept().daily_limit == 40
        assert isinstance(app.screen, SettingsScreen)


async def test_another_name_is_another_record(home: Path) -> None:
    async with running("small/first") as (app, pilot):
        await pilot.press(*"20")
        app.action_settings()
        await pilot.pause()
        await pilot.press(*down_to("learner"), "enter", *"Zoe", "enter")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))
        await wait(pilot, lambda: app.desk is not None and app.desk.learner == "Zoe")
        assert kept().learner == "Zoe"
        assert "step" not in text(app), "nothing was begun by that name"
        assert gradebook_file("Zoe").exists()
        assert home in gradebook_file("Zoe").parents
    async with running("small/first") as (app, _):
        assert answer(app).field.text == "20", "what was half typed under the other name is kept there"


async def test_certainty_is_switched_off_in_the_middle_of_a_lesson() -> None:
    async with running(at="ask-city", certainty=True) as (app, pilot):
        app.action_settings()
        await pilot.pause()
        await pilot.press(*down_to("certainty"), "right", "escape")
        assert isinstance(app.screen, LessonScreen)
        await pilot.press(*"City Gazette", "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")


async def test_language_is_changed_in_the_middle_of_a_lesson() -> None:
    async with running(at="ask-city") as (app, pilot):
        app.action_settings()
        await pilot.pause()
        await pilot.press("right", "escape")
        await pilot.pause()
        assert "Quel journal a annoncé la fermeture ?" in said(app)
        await pilot.press(*"zzz", "enter")
        await pilot.pause()
        assert "Pas encore" in text(app)
        assert app.words.language == "fr"


async def test_rows_and_keys_can_be_clicked() -> None:
    async with running(certainty=True) as (_, pilot):
        await pilot.press("comma")
        await pilot.click(Menu, offset=(6, ROWS.index("certainty")))
        await pilot.pause()
        assert not kept().certainty
        await pilot.click(KeyBar, offset=(2, 0))
        await pilot.pause()
        assert kept().certainty


async def test_two_windows_keep_each_others_changes() -> None:
    async with running() as (app, pilot):
        write_settings(settings_file(), Settings(language="fr"))
        app.wear("nord")
        await pilot.pause()
    assert kept() == Settings(language="fr", theme="nord")


async def test_what_cannot_be_kept_is_said_and_takes_effect_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running() as (app, pilot):
        (home.parent / "file").write_text("")
        monkeypatch.setenv("CASEBOT_HOME", str(home.parent / "file" / "folder"))
        app.wear("nord")
        await pilot.pause()
        assert app.theme == "nord"
        assert "cannot be used" in said(app)
