"""Draws the pictures of the README from the real app: `python docs/make_pictures.py`."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from casebot.content.places import places
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp

FOLDER = Path(__file__).parent / "pictures"
STEPS = {
    "lesson-en": ("en", "casebot-dark", ("d", "enter", "enter", "enter", "c", "enter", "3")),
    "lesson-fr": ("fr", "casebot-light", ("d", "enter", "enter", "enter", "c", "enter", "2")),
}
SETTLED = 0.5
"""Seconds after a key for which the screen is left to come to rest."""


async def picture(language: str, theme: str, keys: tuple[str, ...]) -> str:
    """The lesson after some keys, as SVG that loads nothing from elsewhere."""
    app = CasebotApp(places(), Settings(theme=theme), "me", language, "acquisition")
    async with app.run_test(size=(84, 26)) as pilot:
        await pilot.pause(2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(SETTLED)
        drawn = app.export_screenshot(title="casebot")
    return re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)


def main() -> None:
    """Draws every picture, each with a gradebook of its own."""
    FOLDER.mkdir(exist_ok=True)
    for name, (language, theme, keys) in STEPS.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ["CASEBOT_HOME"] = home
            (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(language, theme, keys)), "utf-8")


if __name__ == "__main__":
    main()
