"""Does the screen do what the learner expects, by key, mouse and paste?"""

from pathlib import Path

import pytest
from textual import events

from casebot.desk import open_desk
from casebot.store.places import gradebook_file
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.palette import everything
from casebot.tui.screens.help import HelpScreen
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import HELD, LessonScreen
from casebot.tui.screens.lessons import LessonsScreen
from casebot.tui.widgets.facts import Facts
from casebot.tui.widgets.keybar import KeyBar
from casebot.tutoring.moves import Do
from tests.tui.screen import PLACE, SHIPPED, answer, desk, prepare, running, said, text, transcript, wait


async def test_home_shows_one_thing_to_do_next_and_enter_does_it() -> None:
    async with running() as (app, pilot):
        shown = text(app)
        assert "Next   Lesson 1  Why it closed" in shown
        assert "6 min" in shown
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert "In which year did the bridge close?" in text(app)
        await pilot.press("escape")
        assert "No hints before" not in text(app)
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "step 1 of 15" in text(app)
        assert "Enter continue" in text(app)


async def test_a_typed_answer_is_sent_by_enter_and_its_verdict_says_why() -> None:
    async with running(at="ask-city") as (app, pilot):
        assert "Writing: Enter sends" in text(app)
        await pilot.press(*"City Gazete", "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        await pilot.pause()
        assert "Right, spelling" in text(app)
        assert "Gazete → Gazette (t missing)" in text(app)


async def test_an_option_is_chosen_by_its_letter_and_sent_by_enter() -> None:
    async with running(at="ask-cause", certainty=True) as (app, pilot):
        await pilot.pause(0.3)
        place = desk(app).expects.options.index("cuts")
        assert "Enter send " not in text(app), "nothing is chosen yet"
        await pilot.press("abc"[place])
        assert "(x) Cuts" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "1 guess  2 fairly sure  3 sure" in text(app)
        await pilot.press("3")
        await wait(pilot, lambda: desk(app).expects.struck == ("cuts",))
        await pilot.pause()
        shown = text(app)
        assert "Not yet" in shown
        assert "A leaflet says so." in shown
        await pilot.press("abc"[place])
        assert answer(app).options.picked == (), "what is struck out cannot be chosen"


async def test_a_new_question_ignores_keys_for_a_moment() -> None:
    async with running(at="bars") as (app, pilot):
        await pilot.press("enter", "a", "enter")
        assert desk(app).expects.item == "small/bank/cause"
        assert answer(app).options.picked == ()


async def test_several_options_and_an_order() -> None:
    async with running(at="ask-signs") as (app, pilot):
        await pilot.pause(0.3)
        for name in ("closing", "rust"):
            await pilot.press("abcd"[desk(app).expects.options.index(name)])
        await pilot.press("enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        await pilot.press("enter")
        await wait(pilot, lambda: desk(app).expects.kind == "order")
        await pilot.pause(0.3)
        for name in ("fall", "inspect", "close", "paid"):
            await pilot.press("abcd"[desk(app).expects.options.index(name)])
        assert "4." in text(app)
        await pilot.press("enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        assert [each.verdict for each in desk(app).gradebook.attempts()][-2:] == ["correct", "correct"]


async def test_arrows_space_and_mouse_choose_too() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(0.3)
        await pilot.press("down")
        assert answer(app).options.picked == (desk(app).expects.options[0],)
        await pilot.click("Options", offset=(6, 2))
        assert answer(app).options.picked == (desk(app).expects.options[2],)
        bar = app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=(2, 0))
        await wait(pilot, lambda: bool(desk(app).gradebook.attempts()[-1:]))


async def test_a_paste_keeps_its_lines_and_space_from_any_terminal_is_a_space() -> None:
    async with running(at="ask-open") as (app, pilot):
        app.post_message(events.Paste("rust\nin two cables"))
        await pilot.pause()
        await pilot.press("ctrl+j")
        field = answer(app).field
        field.post_message(events.Key("space", None))
        await pilot.pause()
        assert field.text == "rust\nin two cables\n "
        assert field.size.height == 3


async def test_a_line_for_commands_opens_anywhere_in_reading() -> None:
    async with running(at="page") as (app, pilot):
        await pilot.press("slash", *"why", "enter")
        await pilot.pause()
        assert "Nothing has been judged yet." in text(app)
        await pilot.press("slash", "escape")
        assert answer(app).state == "reading"
        await pilot.press("slash", *"fr", "enter")
        await wait(pilot, lambda: app.words.language == "fr")
        await pilot.pause()
        assert "Entrée continuer" in text(app)
        assert "La fermeture" in text(app)


async def test_sources_open_and_wait_while_a_question_is_open() -> None:
    async with running(at="page", size=(80, 40)) as (app, pilot):
        await pilot.press("o")
        await pilot.pause()
        assert "https://example.org/closed" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+o")
        assert " o source " not in text(app)


async def test_half_typed_text_and_place_come_back() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"half an ans")
        await pilot.pause(0.4)
    async with running("small/first") as (app, pilot):
        await pilot.pause()
        assert answer(app).field.text == "half an ans"
        assert answer(app).state == "writing"
        assert "Welcome back" in text(app)
        assert "Which paper reported the closing?" in text(app)


async def test_two_windows_on_one_session() -> None:
    async with running(at="ask-city") as (app, pilot):
        prepare("ask-cost")
        await pilot.press(*"City", "enter")
        await pilot.pause()
        assert "went on in another window" in text(app)
        assert answer(app).field.text == "City"
        assert desk(app).expects.item == "small/bank/cost"


async def test_an_answer_that_cannot_be_kept_stays_in_the_field() -> None:
    async with running(at="ask-city") as (app, pilot):
        kept = desk(app).gradebook.path.read_bytes()
        desk(app).gradebook.path.unlink()
        await pilot.press(*"City", "enter")
        await pilot.pause()
        assert "This could not be saved" in text(app)
        assert answer(app).field.text == "City"
        assert kept


async def test_facts_stand_beside_the_conversation_where_there_is_room() -> None:
    async with running(at="page", size=(130, 30)) as (app, pilot):
        await pilot.pause()
        assert app.screen.query_one(Facts).display
        assert "Facts" in text(app)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert not app.screen.query_one(Facts).region.width
        await pilot.press("enter")
        await pilot.resize_terminal(130, 30)
        await pilot.pause()
        assert "shown after its verdict" in text(app)


def nothing_is_cut(app: CasebotApp) -> bool:
    """Whether the conversation and the options are as wide as the room they have, and help is named at the foot."""
    view, options = transcript(app), answer(app).options
    room = view.scrollable_content_region.width
    rows = [strip.cell_length for entry in view._entries for strip in entry.rows or ()]
    offered = [content.cell_length for _, content in options.lines(options.size.width)] if options.display else [1]
    foot = text(app).splitlines()[-1]
    return bool(rows) and max(rows) <= room and max(offered) <= options.size.width + 1 and "?" in foot


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_shipped_lesson_fits_every_window(size: tuple[int, int], language: str) -> None:
    async with running("acquisition", size=size, language=language, roots=SHIPPED) as (app, pilot):
        for _ in range(6):
            assert nothing_is_cut(app)
            kind = desk(app).expects.kind
            before = desk(app).turn_total
            await pilot.pause(HELD)
            while desk(app).turn_total == before:
                await pilot.press("enter" if kind in {"page", "verdict"} else "s")
                await pilot.pause()


async def test_the_window_can_be_resized_at_any_moment() -> None:
    async with running("acquisition", roots=SHIPPED) as (app, pilot):
        for size in ((140, 40), (41, 12), (80, 24), (20, 6), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "What did it allow?" in text(app)


async def test_long_history_is_loaded_as_one_scrolls_to_it() -> None:
    prepare("page")
    table = open_desk((PLACE,), gradebook_file("learner"), Settings(), "learner", "en")
    table.take_lesson("small", "first")
    for _ in range(150):
        table.move(Do("repeat"))
        table.move(Do("help"))
    async with running("small/first") as (app, pilot):
        view = transcript(app)
        loaded = len(view._entries)
        assert desk(app).turn_total > 300
        assert loaded <= 202
        await pilot.press("home")
        await wait(pilot, lambda: len(view._entries) > loaded)
        await pilot.press("home")
        await pilot.pause()
        assert "Why it closed. About 6 minutes" in text(app)
        await pilot.press("end")
        await pilot.pause()
        assert "Welcome back" in text(app)


async def test_lessons_and_help_are_one_key_away() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("l")
        await wait(pilot, lambda: isinstance(app.screen, LessonsScreen))
        await pilot.pause()
        assert "1  Why it closed" in text(app)
        await pilot.press("question_mark")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        assert "Enter             open" in text(app)
        assert "/hint a hint" not in said(app), "commands are typed in a lesson only"
        await pilot.press("escape")
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))


async def test_language_and_shade_are_kept(home: Path) -> None:
    async with running() as (app, pilot):
        await pilot.press("f")
        await pilot.pause()
        assert "Leçon 1" in text(app)
        assert "en | FR" in text(app)
        app.action_shade()
        await pilot.pause()
        assert app.theme == "casebot-light"
    settings = (home / "settings.toml").read_text("utf-8")
    assert 'language = "fr"' in settings
    assert 'theme = "casebot-light"' in settings


async def test_the_palette_offers_what_the_keys_do() -> None:
    async with running(at="page", language="fr") as (app, pilot):
        named = {" ".join(command.name.split()) for command in everything(app, app.screen)}
        assert {"continuer", "source", "copier", "réglages", "accueil", "clair / sombre", "langue : English"} <= named
        assert {"Leçon 1 Pourquoi il a fermé", "thème : nord"} <= named
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        await pilot.press(*"english")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await wait(pilot, lambda: app.words.language == "en")


async def test_ctrl_c_asks_once_and_leaves_with_everything_kept() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "ctrl+c")
        await pilot.pause()
        assert "Ctrl+C again leaves" in text(app)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.return_value == 0
    async with running("small/first") as (app, _):
        assert answer(app).field.text == "City"


def spoil(home: Path) -> None:
    home.mkdir()
    (home / "gradebook-learner.db").write_text("this is no database, and it is left as it is")


async def test_trouble_with_the_gradebook_is_a_sentence_on_home(home: Path) -> None:
    spoil(home)
    async with running(size=(100, 20)) as (app, pilot):
        await wait(pilot, lambda: "is damaged" in said(app))
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, HomeScreen)


async def test_an_unknown_lesson_is_a_sentence_on_home() -> None:
    app = CasebotApp((PLACE,), Settings(), "learner", "en", "small/frist")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: "There is no lesson called" in said(app))
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))


HOSTILE = ["[/b] [red]x", "44 [bn]", "\x1b[31m", "👩‍👩‍👧 日本", "שלום", "\u202eabc", "x" * 10_000, "a\x00b"]


@pytest.mark.parametrize("typed", HOSTILE)
async def test_hostile_text_is_shown_and_breaks_nothing(typed: str) -> None:
    async with running(at="ask-city") as (app, pilot):
        answer(app).field.fill(typed)
        done = len(desk(app).gradebook.attempts())
        await pilot.press("enter")
        await wait(pilot, lambda: len(desk(app).gradebook.attempts()) > done)
        await pilot.pause()
        kept = desk(app).gradebook.attempts()
        assert kept[-1].response == typed.replace("\x00", "\ufffd")
