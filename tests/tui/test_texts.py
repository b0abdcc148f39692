"""Does each place look as it did? The texts stand in tests/screens; CASEBOT_SCREENS=write writes them anew."""

import os
from pathlib import Path

import pytest

from tests.tui.tour import SIZES, STAGES, walked

SCREENS = Path(__file__).resolve().parents[1] / "screens"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_place_looks_as_it_did_at_every_size(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = os.environ.get("CASEBOT_SCREENS") == "write"
    tour = await walked(language, monkeypatch)
    for place in STAGES:
        for size in SIZES:
            file = SCREENS / f"{place}-{size[0]}x{size[1]}-{language}.txt"
            text = "\n".join(tour.staged[place, size]) + "\n"
            if writing:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
            assert file.read_text("utf-8") == text, file.name


async def test_no_place_is_wider_or_taller_than_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("en", "fr"):
        for (place, (width, height)), rows in (await walked(language, monkeypatch)).staged.items():
            assert len(rows) == height, place
            assert max(map(len, rows)) <= width, place
            foot = rows[-1].split()
            assert {"?", "F1", "Esc", "Échap"} & set(foot), (place, "the foot names the way to help or back")
