"""A walk through every place of the app in one language, which notes what each of them shows."""

from asyncio import Event, wait_for
from random import SystemRandom

import pytest
from textual.pilot import Pilot

from casebot.tui.app import CasebotApp
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import LessonScreen
from casebot.tutoring.moves import Certain, Do, Move, Say
from tests.tui.screen import desk, raw, running, wait

SIZES = ((60, 20), (80, 24), (140, 40))
STAGES = ("home", "settings", "lessons", "help", "page", "question")
"""Places whose text is noted at every size."""
TYPED = {"number": "1", "choice": "a", "choices": "a", "order": "d, c, b, a", "match": "1=c; 2=b; 3=a"}
_WALKED: dict[str, "Tour"] = {}


async def walked(language: str, monkeypatch: pytest.MonkeyPatch) -> "Tour":
    """The tour in a language; it is walked once."""
    if language not in _WALKED:
        monkeypatch.setattr(SystemRandom, "randrange", lambda *_: 7)
        async with running(language=language, certainty=True) as (app, pilot):
            await wait(pilot, lambda: app.desk is not None)
            tour = Tour(app, pilot)
            await tour.at_home()
            await tour.in_the_lesson()
            await tour.at_home_again()
        _WALKED[language] = tour
    return _WALKED[language]


async def settled(app: CasebotApp) -> None:
    """Waits until what was asked for is laid out, which is quicker than waiting for the machine to be idle."""
    for _ in range(3):
        done = Event()
        app.screen.call_after_refresh(done.set)
        await wait_for(done.wait(), 5)


class Tour:
    """`seen` holds the rows of each place at 80x24, `staged` those of the stages at every size."""

    def __init__(self, app: CasebotApp, pilot: Pilot[int]) -> None:
        self.seen: dict[str, list[str]] = {}
        self.staged: dict[tuple[str, tuple[int, int]], list[str]] = {}
        self._app = app
        self._pilot = pilot

    async def at_home(self) -> None:
        await self._note("home")
        await self._press("comma")
        await self._note("settings")
        for row in range(1, 7):
            await self._press("down")
            await self._note(f"settings, row {row}")
        await self._press("enter")
        await self._note("settings, writing")
        await self._press("escape", "up", "up", "up", "enter", "0", "0", "enter")
        await self._note("settings, no such limit")
        await self._press("escape", "escape", "l")
        await self._note("lessons")
        await self._press("question_mark")
        await self._note("help of lessons")
        await self._press("escape", "ctrl+p")
        await self._note("palette")
        await self._press(*"qqq")
        nothing = self._app.words.say("app.palette-nothing")
        await wait(self._pilot, lambda: any(nothing in row for row in raw(self._app)))
        await self._note("palette, nothing")
        await self._press("escape", "escape", "ctrl+c")
        await self._note("interrupt")
        self._app.clear_notifications()
        await self._pilot.resize_terminal(39, 9)
        await self._note("too small")
        await self._pilot.resize_terminal(80, 24)
        await self._press("enter")
        await wait(self._pilot, lambda: isinstance(self._app.screen, LessonScreen))

    async def in_the_lesson(self) -> None:
        asked: set[tuple[str, str]] = set()
        for number in range(80):
            expects = desk(self._app).expects
            place = f"{number} {expects.kind}"
            await self._note(place)
            match expects.kind:
                case "end":
                    break
                case "page":
                    await self._a_page()
                case "certainty":
                    await self._move(Certain(3))
                case "correction":
                    await self._move(Say("zzz"), Do("skip"))
                case "verdict" if (expects.item, "verdict") not in asked:
                    asked.add((expects.item, "verdict"))
                    await self._move(Do("why"), Do("source"), Do("appeal"))
                    await self._note(f"{place}, asked about")
                case "verdict":
                    await self._move(Do("continue"))
                case _ if (expects.item, expects.kind) in asked:
                    await self._move(Do("skip"))
                case kind:
                    asked.add((expects.item, kind))
                    if kind == "text":
                        await self._a_typed_question()
                    elif kind in {"choice", "order"}:
                        await self._press("enter")
                        await self._note(f"{place}, nothing chosen")
                    await self._move(Do("hint"), Say(TYPED.get(kind, "zzz")))
        await self._press("slash")
        await self._note("line")
        await self._press("escape")
        await self._move(Do("help"), Do("hint"))
        await self._note("end, asked for help")
        await self._press("q")
        await wait(self._pilot, lambda: isinstance(self._app.screen, HomeScreen))

    async def _a_page(self) -> None:
        if "page" not in self.seen:
            await self._note("page")
            await self._press("o", "k")
            await self._note("source, copied")
            self._app.clear_notifications()
        await self._move(Do("continue"))

    async def _a_typed_question(self) -> None:
        if "question" not in self.seen:
            await self._note("question")
            await self._press("f1")
            await self._note("help")
            await self._press("escape", "ctrl+p")
            await self._note("palette in the lesson")
            await self._press("escape", "escape")
            await self._note("beside an empty field")
            await self._press("x", "escape")
            await self._note("beside a field")
            await self._press("enter", "backspace")

    async def at_home_again(self) -> None:
        await self._note("home again")
        await self._press("l")
        await self._note("lessons again")
        await self._press("escape", "r")
        await self._note("record")
        await self._press("escape", "ctrl+f")
        await self._note("search, empty")
        await self._press(*"2019")
        await self._note("search")
        await self._press(*"qqq")
        await self._note("search, nothing")
        await self._press("escape", "m")
        await self._note("dilemmas")
        await self._press("enter")
        await wait(self._pilot, lambda: isinstance(self._app.screen, LessonScreen))
        await self._weighing()
        self._app.open_from_home(":ask")
        await wait(self._pilot, lambda: isinstance(self._app.screen, LessonScreen))
        await self._note("asking the case")
        await self._move(Say("rust" if self._app.words.language == "en" else "rouille"), Say("zzz zzz"))
        await self._note("asked the case")

    async def _weighing(self) -> None:
        typed: set[str] = set()
        for number in range(40):
            expects = desk(self._app).expects
            await self._note(f"{number} {expects.kind} of a dilemma")
            if expects.kind == "end":
                break
            if expects.kind not in typed | {"page", "verdict"}:
                typed.add(expects.kind)
                await self._move(Say("30" if expects.kind == "position" else "zzz"))
            else:
                await self._move(Do("continue" if expects.kind in {"page", "verdict"} else "skip"))

    async def _press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def _move(self, *moves: Move) -> None:
        """Makes moves in the lesson: that is quicker than keys."""
        for move in moves:
            assert isinstance(self._app.screen, LessonScreen)
            self._app.screen.move(move)
            await settled(self._app)

    async def _note(self, place: str) -> None:
        await settled(self._app)
        self.seen[place] = raw(self._app)
        if place in STAGES:
            for size in SIZES:
                await self._pilot.resize_terminal(*size)
                await self._pilot.pause()
                self.staged[place, size] = raw(self._app)
            await self._pilot.resize_terminal(80, 24)
            await self._pilot.pause()
