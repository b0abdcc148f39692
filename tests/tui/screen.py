"""What a test does with the app: open it, wait for something, and read the screen as text."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from html import unescape
from pathlib import Path
from re import DOTALL, findall, search

from textual.pilot import Pilot

from casebot.content.places import shipped
from casebot.desk import Desk, open_desk
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import LessonScreen
from casebot.tui.widgets.answer import Answer
from casebot.tui.widgets.transcript import Transcript
from casebot.tutoring.moves import Do

CELL = 12.2
"""Width of a character in an exported picture."""
PLACE = Path(__file__).resolve().parent.parent / "place"


def prepare(step: str, *, certainty: bool = False, language: str = "en", draft: str = "") -> None:
    """Brings the small lesson to a step, without a screen."""
    settings = Settings(certainty=certainty)
    table = open_desk((PLACE,), gradebook_file("learner"), settings, "learner", language)
    reply = table.take_lesson("small", "first")
    for _ in range(60):
        assert table.state is not None
        if table.state.step == step and not table.state.waiting:
            break
        reply = table.move(Do("continue" if reply.expects.kind in {"page", "verdict"} else "skip"))
    if draft:
        table.keep_draft(draft)
    table.gradebook.close()


@asynccontextmanager
async def running(
    lesson: str = "",
    *,
    at: str = "",
    size: tuple[int, int] = (80, 24),
    language: str = "en",
    roots: tuple[Path, ...] = (PLACE,),
    certainty: bool = False,
    keep_positions: bool = True,
) -> AsyncIterator[tuple[CasebotApp, Pilot[int]]]:
    """The app at home, at a lesson, or at a step of the small lesson."""
    if at:
        prepare(at, certainty=certainty, language=language)
        lesson = "small/first"
    settings = Settings(certainty=certainty, keep_positions=keep_positions)
    app = CasebotApp(roots, settings, "learner", language, lesson)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen if lesson else HomeScreen))
        await pilot.pause()
        yield app, pilot


async def wait(pilot: Pilot[int], ready: Callable[[], bool]) -> None:
    """Waits until something is so; fails after five seconds."""
    for _ in range(250):
        if ready():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came to be")


def text(app: CasebotApp) -> str:
    """The screen as rows of text, without colours."""
    rows: dict[int, dict[int, str]] = {}
    for attributes, inner in findall(r"<text ([^>]*)>(.*?)</text>", app.export_screenshot(), DOTALL):
        line = search(r"line-(\d+)", attributes)
        x = search(r'x="([\d.]+)"', attributes)
        if line and x:
            rows.setdefault(int(line[1]), {})[round(float(x[1]) / CELL)] = unescape(inner).replace("\u00a0", " ")
    shown = []
    for number in range(max(rows, default=-1) + 1):
        row = ""
        for column, part in sorted(rows.get(number, {}).items()):
            row = row.ljust(column) + part
        shown.append(row.rstrip())
    return "\n".join(shown)


def said(app: CasebotApp) -> str:
    """The screen as one line of words."""
    return " ".join(text(app).split())


def desk(app: CasebotApp) -> Desk:
    assert app.desk is not None
    return app.desk


def answer(app: CasebotApp) -> Answer:
    return app.screen.query_one(Answer)


def transcript(app: CasebotApp) -> Transcript:
    return app.screen.query_one(Transcript)


SHIPPED = (shipped(),)
