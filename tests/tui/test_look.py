"""Can everybody read it: contrast of colours, two colours, none, and nothing that blinks or moves by itself?"""

from collections.abc import AsyncIterator

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.themes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, TERMINAL, THEMES
from casebot.tutoring.moves import Do, Say
from tests.tui.screen import PLACE, running
from tests.tui.tour import settled

LEAST = {DARK.name: 4.5, LIGHT.name: 4.5, CONTRAST_DARK.name: 7.0, CONTRAST_LIGHT.name: 7.0}
"""Contrast of text to what it stands on: WCAG 2.2, success criteria 1.4.3 (AA) and 1.4.6 (AAA)."""
DRAWN = 0x2500
"""From here on Unicode has lines, blocks and shapes, which are no text."""


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in color.get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_as_wcag_has_it() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def written(app: CasebotApp) -> list[Segment]:
    """The pieces of text on screen."""
    strips = app.screen._compositor.render_strips()
    return [piece for strip in strips for piece in strip if any(ord(char) < DRAWN for char in piece.text.strip())]


async def places(app: CasebotApp, pilot: Pilot[int]) -> AsyncIterator[str]:
    """Goes through the places, from a question with a struck option on."""
    app.screen.move(Say("a"))  # type: ignore[attr-defined]
    app.screen.move(Do("why"))  # type: ignore[attr-defined]
    await pilot.press("down")
    yield "question"
    app.screen.move(Do("skip"))  # type: ignore[attr-defined]
    await pilot.press("k")
    yield "verdict"
    app.clear_notifications()
    await pilot.press("enter")
    await pilot.press(*"half")
    yield "field"
    await pilot.press("f1")
    yield "help"
    await pilot.press("escape", "ctrl+p")
    await pilot.pause(0.3)
    yield "palette"
    await pilot.press("escape")
    app.action_settings()
    await pilot.pause()
    yield "settings"
    await pilot.press("escape")
    app.go_home()
    await pilot.pause()
    yield "home"
    await pilot.press("l")
    yield "lessons"
    await pilot.press("escape", "m")
    yield "dilemmas"
    await pilot.press("escape", "r")
    await pilot.pause()
    yield "record"
    await pilot.press("ctrl+f", *"rust")
    await pilot.pause()
    yield "search"
    await pilot.press("escape")
    app.open_from_home(":dilemma small/warn")
    await pilot.pause()
    yield "position"
    app.screen.move(Say("30"))  # type: ignore[attr-defined]
    await pilot.pause()
    yield "dilemma"


async def test_text_stands_out_from_what_it_stands_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebot.tui.screens.lesson.HELD", 0)
    seen: dict[str, int] = {}
    async with running(at="ask-cause", size=(130, 40)) as (app, pilot):
        async for place in places(app, pilot):
            for theme, least in LEAST.items():
                app.theme = theme
                await settled(app)
                pieces = written(app)
                seen[place] = len(pieces)
                for piece in pieces:
                    style = piece.style
                    assert style is not None
                    assert style.color is not None
                    assert style.bgcolor is not None
                    assert not style.dim, (theme, place, piece.text)
                    assert contrast(style.color, style.bgcolor) >= least, (theme, place, piece)
    assert len(seen) == 13
    assert min(seen.values()) > 5


async def test_the_terminals_own_colours_are_its_two_and_nothing_blinks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebot.tui.screens.lesson.HELD", 0)
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(at="ask-cause", size=(130, 40)) as (app, pilot):
        assert app.theme == TERMINAL.name
        async for place in places(app, pilot):
            await settled(app)
            for piece in written(app):
                style = piece.style
                assert style is not None
                for color in (style.color, style.bgcolor):
                    assert color is None or color.type is ColorType.DEFAULT, (place, piece)
                assert not style.blink
                assert not style.conceal
            assert not [field for field in app.screen.query(Input) if field.cursor_blink]
            assert not [field for field in app.screen.query(TextArea) if field.cursor_blink]


@pytest.mark.parametrize(
    ("variables", "few"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, False),
        ({"TERM": "linux", "COLORTERM": ""}, True),
        ({"TERM": "xterm", "COLORTERM": ""}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
    ],
)
def test_with_16_colours_or_none_the_terminals_own_are_used(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], few: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    app = CasebotApp((PLACE,), Settings(theme=LIGHT.name), "learner", "en")
    assert app.theme == (TERMINAL.name if few else LIGHT.name)


def test_the_app_starts_as_it_was_set() -> None:
    app = CasebotApp((PLACE,), Settings(theme="nord", motion="reduced"), "learner", "en")
    assert (app.theme, app.animation_level) == ("nord", "none")
    assert CasebotApp((PLACE,), Settings(theme="of a later casebot"), "learner", "en").theme == DARK.name
    assert {theme.name for theme in THEMES} <= app.available_themes.keys()
