"""Can everything be looked back on from where one is?"""

from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

from casebot.content.library import Library
from casebot.desk import Desk, local_now
from casebot.store.gradebook import Gradebook
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import LessonScreen
from casebot.tui.screens.passage import PassageScreen
from casebot.tui.screens.record import AnswersScreen, RecordScreen
from casebot.tui.screens.search import Query, SearchScreen
from casebot.tui.widgets.brief import Brief
from casebot.tui.widgets.menu import Menu
from casebot.tutoring.moves import Answer, Certain, Do, Say
from tests.tui.screen import PLACE, answer, desk, running, said, text, wait


def days_ago(days: int, place: Path = PLACE, *, to: str = "") -> None:
    """Takes the small lesson some days ago: two answers, the others skipped; to its end, or to a question."""
    book = Gradebook(gradebook_file("learner"))
    then = local_now() - timedelta(days=days)
    with Desk(Library((place,)), book, Settings(), "learner", "en", lambda: then) as table:
        table.take_lesson("small", "first")
        for _ in range(100):
            if table.expects.kind == "end" or (to and table.expects.item == to):
                break
            if table.expects.item == "small/bank/cause" and table.expects.kind == "choice":
                table.move(Answer("rust"))
            elif table.expects.kind == "text" and not table.expects.judged:
                table.move(Say("Daily Planet"))
            elif table.expects.kind == "certainty":
                table.move(Certain(3))
            else:
                table.move(Do("continue" if table.expects.kind in {"page", "verdict"} else "skip"))
        table.due()


async def test_the_record_opens_and_every_figure_opens_its_answers() -> None:
    days_ago(1)
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        shown = said(app)
        assert "My record" in shown
        assert "In all: right at the first try 1 of 2." in shown
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, AnswersScreen))
        await pilot.pause()
        assert "2 answers" in said(app)
        assert "What did the inspection find? Rust right, sure" in said(app)
        await pilot.press("down", "down", "enter")
        await wait(pilot, lambda: isinstance(app.screen, PassageScreen))
        await pilot.pause()
        shown = said(app)
        assert "What did the inspection find?" in shown
        assert "Rust in two cables (reported)." in shown
        assert "https://example.org/rust" in shown
        await pilot.press("escape", "escape", "escape")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_p_practises_an_objective_and_comes_from_a_click_too() -> None:
    days_ago(1)
    async with running(size=(80, 60)) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        app.action_record()
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        menu = app.screen.query_one(Menu)
        row = next(n for n, (_, line) in enumerate(menu._lines(menu.size.width)) if "In all" in line.plain)
        await pilot.click(Menu, offset=(5, row))
        await wait(pilot, lambda: isinstance(app.screen, AnswersScreen))
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.press("p")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        state = desk(app).state
        assert state is not None
        assert (state.run, state.case) == ("ahead", "small")
        for _ in range(4):
            desk(app).move(Do("skip"))
        app.screen.post_message(LessonScreen.Again())
        await wait(pilot, lambda: desk(app).state is not None and desk(app).expects.kind != "end")


async def test_a_lesson_that_was_not_begun_is_offered_as_a_test() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        assert "Nothing yet: the first answer in a lesson begins it." in said(app)
        await pilot.press("t")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert desk(app).state is not None
        assert getattr(desk(app).state, "run", "") == "test-out"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_record_fits_every_window(size: tuple[int, int], language: str) -> None:
    days_ago(1)
    async with running(size=size, language=language) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        assert widest(app) <= app.screen.query_one(Menu).size.width
        assert "?" in text(app).splitlines()[-1]
        await pilot.resize_terminal(50, 18)
        await pilot.pause(0.1)
        assert widest(app) <= app.screen.query_one(Menu).size.width
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert ("Mon bilan" if language == "en" else "My record") in text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_page_down_shows_every_line_of_the_record(size: tuple[int, int]) -> None:
    days_ago(1)
    async with running(size=size) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(app.screen, RecordScreen))
        await pilot.pause()
        menu = app.screen.query_one(Menu)
        height, whole = app.screen.query_one(".body").size.height, menu.size.height
        tops = [0]
        while tops[-1] + height < whole:
            await pilot.press("pagedown")
            await pilot.pause()
            tops.append(round(app.screen.query_one(".body").scroll_y))
            assert tops[-2] < tops[-1] <= tops[-2] + height, "no line is jumped over"
            lines = [name for name, _ in menu._lines(menu.size.width)]
            opened = [name for name in menu._ids if tops[-1] <= lines.index(name) < tops[-1] + height - 1]
            assert menu.at in opened or not opened, "the cursor is on what is seen"
        await pilot.press("pagedown")
        assert menu.at == menu._ids[-1]
        for _ in tops:
            await pilot.press("pageup")
        await pilot.pause()
        assert app.screen.query_one(".body").scroll_y == 0
        assert menu.at == menu._ids[0]


async def test_home_opens_what_one_was_sure_of_and_wrong_about() -> None:
    days_ago(1)
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        assert "w sure and wrong" in said(app)
        await pilot.press("w")
        await wait(pilot, lambda: isinstance(app.screen, AnswersScreen))
        await pilot.pause()
        assert "Daily Planet not yet, sure" in said(app)
    async with running(roots=(PLACE,)) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        rows = [name for name, _ in app.screen.query_one(Brief)._lines(60)]
        await pilot.click(Brief, offset=(2, rows.index("watched")))
        await wait(pilot, lambda: isinstance(app.screen, AnswersScreen))


async def test_a_finished_lesson_looked_at_again_stays_finished() -> None:
    days_ago(1)
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        desk(app).take_lesson("small", "first")
        app.home.spoken()
        await pilot.pause()
        assert "Lesson 2 What is known" in said(app), "nothing was answered yet"
        app.open_lesson("small/first")
        await pilot.pause()
        assert desk(app).expects.kind == "end", "the finished one is shown"
        desk(app).take_lesson("small", "first")
        desk(app).move(Say("2019"))
        app.go_home()
        app.home.spoken()
        await pilot.pause()
        assert "Lesson 1 Why it closed" in said(app), "now one is in the middle of it"


def widest(app: CasebotApp) -> int:
    menu = app.screen.query_one(Menu)
    return max(content.cell_length for _, content in menu._lines(menu.size.width))


async def test_a_search_finds_from_home_and_opens_at_its_place() -> None:
    days_ago(1)
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("ctrl+f")
        await wait(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"leafl")
        await pilot.pause()
        assert "Claim The bridge" in said(app)
        await pilot.press("ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, PassageScreen))
        await pilot.pause()
        assert "Note: The leaflet bears no name." in said(app)
        await pilot.press("escape")
        app.screen.query_one(Query).value = "2019"
        await pilot.pause()
        await pilot.press("down", "down", *"b")
        await pilot.pause()
        assert app.screen.query_one(Query).value == "2019b", "typing goes on from the list"


async def test_a_search_in_a_lesson_withholds_what_is_asked_and_comes_back_to_the_answer() -> None:
    async with running(at="ask-year", certainty=True) as (app, pilot):
        answer(app).field.fill("20")
        await pilot.press("ctrl+f")
        await wait(pilot, lambda: isinstance(app.screen, SearchScreen))
        app.screen.query_one(Query).value = "bridge closed"
        await pilot.pause()
        assert "Nothing found." in said(app)
        app.screen.query_one(Query).value = "rust"
        await pilot.pause()
        assert "(reported) An inspection" in said(app)
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert answer(app).field.text == "20"
        assert answer(app).state == "writing"


def written(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


async def test_the_end_of_a_lesson_writes_a_case_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    days_ago(1, to="small/bank/open")
    async with running("small/first") as (app, pilot):
        await pilot.press("w")
        assert written(tmp_path) == [], "not before the end"
        while desk(app).expects.kind != "end":
            desk(app).move(Do("skip"))
        app.screen.action_do("repeat")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "w case file" in said(app)
        await pilot.press("w", "w")
        await pilot.pause()
        assert "written to" in said(app)
    first, second = written(tmp_path)
    assert (second.name, first.name) == ("casebot-first.md", "casebot-first-2.md")
    assert second.read_text("utf-8").startswith("# Case file: Why it closed\n")
    assert first.stat().st_mode & 0o077 == 0


async def test_home_tells_once_what_has_changed_and_what_was_known(tmp_path: Path) -> None:
    place = copytree(PLACE, tmp_path / "place")
    days_ago(20, place)
    path = place / "lessons/small/case.toml"
    changed = (local_now() - timedelta(days=3)).date()
    path.write_text(
        path.read_text("utf-8").replace("[claim.rust]\n", f'[claim.rust]\nchanged = "{changed}"\n'), "utf-8"
    )
    async with running(roots=(place,)) as (app, pilot):
        await wait(pilot, lambda: "Since you were here: (reported) An inspection" in said(app))
        assert "you knew 1 of 11 questions when last asked; 11 to refresh, 5 min" in said(app)
        await pilot.press("f")
        await pilot.pause()
        assert "Depuis votre dernière visite : (rapporté)" in said(app).replace("\u00a0", " ")
    async with running(roots=(place,)) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.pause()
        assert "Since you were here" not in said(app)


async def test_what_is_due_is_asked_on_a_wide_screen() -> None:
    days_ago(3)
    async with running(size=(130, 30)) as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("d")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert "questions that are due" in said(app)


async def test_trouble_with_the_gradebook_is_a_sentence() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        desk(app).gradebook.close()
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
