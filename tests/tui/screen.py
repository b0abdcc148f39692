"""What a test does with the app: open it, wait for something, and read the screen as text."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

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

PLACE = Path(__file__).resolve().parent.parent / "place"


def prepare(
    step: str, *, certainty: bool = False, language: str = "en", draft: str = "", lesson: str = "small/first"
) -> None:
    """Brings a lesson of the small case to a step, without a screen."""
    settings = Settings(certainty=certainty)
    table = open_desk((PLACE,), gradebook_file("learner"), settings, "learner", language)
    reply = table.take_lesson(*lesson.split("/"))
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
    """The app at home, at a lesson, or at a step of a lesson of the small case (of its first where none is named)."""
    if at:
        lesson = lesson or "small/first"
        prepare(at, certainty=certainty, language=language, lesson=lesson)
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


def raw(app: CasebotApp) -> list[str]:
    """The screen as rows of text, without colours, its spaces as they are."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def text(app: CasebotApp) -> str:
    """The screen as rows of text, without colours."""
    return "\n".join(raw(app)).replace("\u00a0", " ").replace("’", "'")


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
