"""Are blanks filled, lists paired and statements sorted by few keys, and is nothing of it lost?"""

import pytest

from casebot.desk import open_desk
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import HELD
from casebot.tui.widgets.blanks import Blanks
from casebot.tui.widgets.pairs import Pairs
from casebot.tutoring.moves import Do
from tests.tui.screen import PLACE, answer, desk, prepare, running, said, text, wait


def blanks(app: CasebotApp) -> list[str]:
    return [field.text for field in app.screen.query_one(Blanks).fields]


def pairs(app: CasebotApp) -> Pairs:
    return app.screen.query_one(Pairs)


def letter(app: CasebotApp, right: str) -> str:
    return "abcdefgh"[desk(app).expects.options.index(right)]


async def test_enter_goes_from_blank_to_blank_and_then_sends() -> None:
    async with running(at="ask-fill") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press(*"bridge", "enter")
        assert desk(app).expects.kind == "blanks", "a blank is left"
        await pilot.press(*"May", "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        last = desk(app).gradebook.attempts()[-1]
        assert (last.response, last.verdict) == ("bridge; May", "correct")
        await pilot.pause()
        assert "You bridge; May" in said(app)


async def test_tab_and_arrows_move_between_blanks_and_escape_keeps_them() -> None:
    async with running(at="ask-fill", size=(60, 20)) as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("tab", *"June", "up", *"brid", "escape")
        assert blanks(app) == ["brid", "June"]
        assert "Reading: your text is kept" in said(app)
        await pilot.press("g")
        assert blanks(app) == ["bridg", "June"], "a letter goes on writing where one was"
        await wait(pilot, lambda: desk(app).draft() == "bridg; June")
    async with running("small/first") as (app, pilot):
        assert blanks(app) == ["bridg", "June"]
        await pilot.pause(HELD)
        await pilot.press("enter")
        await wait(pilot, lambda: bool(desk(app).state.asking.tries))  # type: ignore[union-attr]
        await pilot.pause()
        assert blanks(app) == ["bridg", "June"], "for the next try one of them is changed"
        assert answer(app).state == "writing"


async def test_an_empty_blank_can_be_sent_and_a_command_costs_nothing() -> None:
    async with running(at="ask-fill") as (app, pilot):
        await pilot.pause(HELD)
        done = len(desk(app).gradebook.attempts())
        await pilot.press(*"bridge", "tab", *"/hint", "enter")
        await wait(pilot, lambda: "Hint" in text(app) or "no further hint" in text(app))
        assert blanks(app) == ["bridge", ""]
        assert len(desk(app).gradebook.attempts()) == done
        await pilot.press("enter")
        await wait(pilot, lambda: len(desk(app).gradebook.attempts()) > done)
        assert desk(app).gradebook.attempts()[-1].response == "bridge; "


async def test_the_line_for_commands_leaves_the_blanks_alone() -> None:
    async with running(at="ask-fill") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press(*"bridge")
        answer(app).turn("line")
        await pilot.press(*"why", "enter")
        await wait(pilot, lambda: answer(app).state == "writing")
        assert blanks(app) == ["bridge", ""]
        await pilot.press(*"!")
        assert "!" in "".join(blanks(app))


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_letters_pair_and_digits_choose_the_line(language: str) -> None:
    async with running(at="ask-pairs", language=language) as (app, pilot):
        await pilot.pause(HELD)
        lefts = [row.id for row in pairs(app).lefts]
        assert len(lefts) == 3
        await pilot.press("3", letter(app, "payment"), letter(app, "rust"), "enter")
        assert pairs(app).pairs == {"june": "payment", "april": "rust"}
        assert desk(app).expects.kind == "match", "a line is left"
        assert ("Pair every line" if language == "en" else "Reliez d'abord") in text(app)
        await pilot.press(letter(app, "closing"), "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        assert desk(app).gradebook.attempts()[-1].verdict == "correct"


async def test_pairs_are_taken_back_moved_and_kept() -> None:
    async with running(at="ask-pairs", certainty=True) as (app, pilot):
        await pilot.pause(HELD)
        rust, closing, payment = (letter(app, name) for name in ("rust", "closing", "payment"))
        await pilot.press(rust, "1", rust)
        assert pairs(app).pairs == {}, "a second time takes it back"
        await pilot.press(closing, closing)
        assert pairs(app).pairs == {"may": "closing"}, "an entry stands beside one line"
        await pilot.press("1", "down", "down", "down", "space")
        first = desk(app).expects.options[0]
        assert pairs(app).pairs == {"june": first} | ({} if first == "closing" else {"may": "closing"})
        await wait(pilot, lambda: bool(desk(app).draft()))
    async with running("small/first", certainty=True) as (app, pilot):
        assert pairs(app).pairs
        await pilot.pause(HELD)
        await pilot.press("1", closing, rust, payment, "enter", "1")
        await wait(pilot, lambda: bool(desk(app).state.asking.tries))  # type: ignore[union-attr]
        await pilot.pause()
        assert pairs(app).pairs == {"april": "closing", "may": "rust", "june": "payment"}, "kept for the next try"


async def test_a_click_marks_and_pairs() -> None:
    async with running(at="ask-pairs") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.click(pairs(app), offset=(8, 1))
        await pilot.click(pairs(app), offset=(8, 4))
        assert pairs(app).pairs == {"may": desk(app).expects.options[0]}


async def test_an_open_question_shows_its_points_throughout() -> None:
    async with running(at="ask-open") as (app, pilot):
        assert "Points 0/2." in said(app)
        assert answer(app).field.size.height >= 3
        answer(app).field.text = "there was rust"
        await pilot.press("enter")
        await wait(pilot, lambda: desk(app).expects.made == 1)
        await pilot.pause()
        assert "Points 1/2." in said(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Points 1/2." in said(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_statements_are_sorted_by_a_letter_each(size: tuple[int, int]) -> None:
    async with running("small/known", at="sort", size=size) as (app, pilot):
        assert "4 statements to place" in said(app)
        for number in range(1, 5):
            await wait(pilot, lambda: desk(app).expects.kind in {"page", "verdict"})
            while desk(app).expects.kind != "choice":
                await pilot.press("enter")
                await pilot.pause()
            assert f"{number}/4 How well is this known?" in said(app)
            assert "d ( ) ? x no support" in said(app)
            await pilot.pause(HELD)
            await pilot.press("d", "enter")
            await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        while desk(app).expects.kind == "verdict":
            await pilot.press("enter")
            await pilot.pause()
        assert "1 of 4 put where it belongs." in said(app)
        assert [entry.response for entry in desk(app).gradebook.attempts()] == ["no-support"] * 4


def test_a_sort_is_taken_up_at_its_statement(home: object) -> None:
    del home
    prepare("sort", lesson="small/known")
    table = open_desk((PLACE,), gradebook_file("learner"), Settings(), "learner", "en")
    table.take_lesson("small", "known")
    table.move(Do("continue"))
    item = table.expects.item
    table.gradebook.close()
    table = open_desk((PLACE,), gradebook_file("learner"), Settings(), "learner", "fr")
    table.take_lesson("small", "known")
    assert table.expects.item == item
    table.gradebook.close()
