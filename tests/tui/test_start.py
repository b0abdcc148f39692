"""Does the app begin as the command hands over to it?"""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.home import HomeScreen
from casebot.tui.themes import THEMES
from tests.tui.screen import PLACE, running, wait


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("no_collector")
async def test_the_collector_works_again_once_home_is_drawn() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        assert gc.isenabled()


def test_the_collector_works_in_a_command() -> None:
    code = """
import gc, casebot.cli, casebot.cli.where
casebot.cli.where.run = lambda job: print(gc.isenabled()) or 0
casebot.cli.main(["where"])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"


async def test_home_is_the_first_screen() -> None:
    """Another one below it would be laid out and drawn first."""
    async with running() as (app, _):
        assert [type(screen) for screen in app.screen_stack] == [HomeScreen]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES if not theme.ansi])
async def test_the_first_theme_is_worn_as_if_it_had_been_changed_to(theme: str) -> None:
    first = CasebotApp((PLACE,), Settings(theme=theme), "learner", "en")
    async with first.run_test():
        colours = [str(widget.styles.background) + str(widget.styles.color) for widget in first.screen.query("*")]
        classes = first.classes
        later = first.get_css_variables()
    other = CasebotApp((PLACE,), Settings(), "learner", "en")
    async with other.run_test() as pilot:
        other.theme = "textual-light"
        await pilot.pause()
        other.theme = theme
        await pilot.pause()
        assert [str(each.styles.background) + str(each.styles.color) for each in other.screen.query("*")] == colours
        assert {name for name in other.classes if "mode" in name} == {name for name in classes if "mode" in name}
        assert other.get_css_variables() == later
