"""Does the screen look as it did? As text, against `tests/screens/NAME.txt`.

`CASEBOT_SCREENS=write pytest ...` writes the files anew; they are then to be read before they are committed.
"""

import os
from pathlib import Path

from casebot.tui.app import CasebotApp
from tests.tui.screen import raw

SCREENS = Path(__file__).resolve().parent.parent / "screens"


def same_as(app: CasebotApp, name: str) -> None:
    """Fails where the screen differs from the file of that name, or where there is none."""
    file = SCREENS / f"{name}.txt"
    shown = "\n".join(raw(app)) + "\n"
    if os.environ.get("CASEBOT_SCREENS") == "write":
        SCREENS.mkdir(exist_ok=True)
        file.write_text(shown, "utf-8")
    assert file.exists(), f"no screen is kept as {file.name}: look at it with CASEBOT_SCREENS=write"
    assert shown == file.read_text("utf-8"), name
