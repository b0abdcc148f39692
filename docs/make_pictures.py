"""Draws the pictures of the README from the real app: `python docs/make_pictures.py`. The same each time."""

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from typing import NamedTuple

from textual.pilot import Pilot

from casebot.content.places import places
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import HELD, LessonScreen
from casebot.tutoring.moves import Do

FOLDER = Path(__file__).parent / "pictures"
SIZE = (84, 26)
SEED = 7
BEGUN = "stake"
"""The step at which the lesson stands that home offers."""


class Picture(NamedTuple):
    """A file, the language and theme it is drawn in, the step to draw ("" for home), and keys to press there."""

    name: str
    language: str
    theme: str
    step: str
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("home", "en", "casebot-dark", ""),
    Picture("page", "en", "casebot-dark", "late-disclosure"),
    Picture("verdict", "en", "casebot-dark", "ask-who-owes", (*"Twiter", "enter", "3")),
    Picture("verdict-fr", "fr", "casebot-light", "ask-who-owes", (*"Musk", "enter", "3")),
)


async def draw(picture: Picture) -> str:
    """The picture as SVG that loads nothing from elsewhere."""
    app = CasebotApp(places(), Settings(theme=picture.theme), "learner", picture.language, "x-xai/acquisition")
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.is_mounted)
        await pilot.pause()
        walk(app, picture.step or BEGUN)
        if not picture.step:
            app.go_home()
        await pilot.pause(2 * HELD)
        for key in picture.keys:
            await pilot.press(key)
        await pilot.pause(2 * HELD)
        drawn = app.export_screenshot(title="casebot")
    return re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)


def walk(app: CasebotApp, step: str) -> None:
    """Goes on in the open lesson up to a step, skipping its questions."""
    while app.desk is not None and app.desk.state is not None and app.desk.state.step != step:
        if isinstance(app.screen, LessonScreen):
            app.screen.move(Do("continue" if app.desk.expects.kind in {"page", "verdict"} else "skip"))


async def until(pilot: Pilot[int], ready: Callable[[], bool]) -> None:
    """Waits until something is so."""
    while not ready():
        await pilot.pause(0.05)


def main() -> None:
    """Draws every picture, each with a gradebook of its own."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    SystemRandom.randrange = lambda *_: SEED  # type: ignore[method-assign, assignment]
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["CASEBOT_HOME"] = home
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), "utf-8")


if __name__ == "__main__":
    main()
