"""Does each key do what a hurried learner expects, and nothing that costs them?"""

import pytest
from textual.app import App

from casebot.tui.app import CasebotApp
from casebot.tui.screens.help import HelpScreen
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import HELD, LessonScreen
from casebot.tui.screens.lessons import LessonsScreen
from casebot.tui.widgets.keybar import KeyBar
from casebot.tui.widgets.topbar import TopBar
from tests.tui.screen import SHIPPED, answer, desk, prepare, running, said, text, transcript, wait


async def test_escape_keeps_the_text_and_enter_comes_back_to_it() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "escape")
        assert "Reading: your text is kept" in said(app)
        await pilot.press("enter", *"!?o")
        assert answer(app).field.text == "City!?o"


async def test_beside_a_half_written_answer_letters_write_and_cost_nothing() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "escape", *" sporty")
        assert answer(app).field.text == "City sporty"
        assert desk(app).gradebook.attempts()[-1].item != "small/bank/city"
        assert "It begins with C." not in text(app)


async def test_control_keys_help_while_writing() -> None:
    async with running(at="ask-city", size=(80, 12)) as (app, pilot):
        await pilot.press(*"City", "ctrl+t")
        await wait(pilot, lambda: "It begins with C." in text(app))
        assert answer(app).field.text == "City"
        before = transcript(app).scroll_y
        await pilot.press("pageup")
        assert transcript(app).scroll_y < before
        assert answer(app).state == "writing"


async def test_escape_twice_goes_home() -> None:
    async with running(at="ask-city") as (app, pilot):
        await pilot.press(*"City", "escape", "escape")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))
    async with running("small/first") as (app, _):
        assert answer(app).field.text == "City"


async def test_caps_lock_changes_nothing() -> None:
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("L")
        await wait(pilot, lambda: isinstance(app.screen, LessonsScreen))
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("B")
        assert answer(app).options.picked == (desk(app).expects.options[1],)


@pytest.mark.parametrize(("key", "picked"), [("t", "true"), ("v", "true"), ("f", "false")])
async def test_true_and_false_have_their_initials(key: str, picked: str) -> None:
    async with running(at="ask-closed") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press(key)
        assert answer(app).options.picked == (picked,)


async def test_enter_with_nothing_chosen_says_so_and_sends_nothing() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        done = len(desk(app).gradebook.attempts())
        await pilot.press("enter")
        assert "Choose first" in text(app)
        assert len(desk(app).gradebook.attempts()) == done
        await pilot.press("down")
        assert "Choose first" not in text(app)


async def test_a_new_try_ignores_keys_for_a_moment_too() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        names = desk(app).expects.options
        wrong = next(name for name in names if name != "rust")
        other = next(name for name in names if name not in {"rust", wrong})
        await pilot.press("abc"[names.index(wrong)], "enter", "abc"[names.index(other)], "enter")
        assert desk(app).expects.struck == (wrong,)
        assert answer(app).options.picked == ()


async def test_ticks_stay_for_the_next_try() -> None:
    async with running(at="ask-signs") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("abcd"[desk(app).expects.options.index("rust")], "enter")
        await wait(pilot, lambda: bool(desk(app).state.asking.tries))  # type: ignore[union-attr]
        await pilot.pause(HELD)
        assert answer(app).options.picked == ("rust",)
        await pilot.press("abcd"[desk(app).expects.options.index("closing")], "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        assert desk(app).gradebook.attempts()[-1].verdict == "correct"


async def test_the_second_click_of_a_double_click_is_none() -> None:
    async with running(at="page") as (app, pilot):
        await pilot.click(app.screen.query_one(KeyBar), offset=(2, 0), times=2)
        await pilot.pause()
        assert desk(app).state.done.count("page") == 1  # type: ignore[union-attr]
        assert desk(app).state.step == next_step(app)  # type: ignore[union-attr]


def next_step(app: App[int]) -> str:
    """The id of the step behind the page of the small lesson."""
    steps = list(desk(app).book.cases["small"].lessons["first"].steps)  # type: ignore[arg-type]
    return steps[steps.index("page") + 1]


async def test_enter_shows_the_rest_of_a_long_page_before_it_goes_on() -> None:
    async with running("acquisition", roots=SHIPPED, size=(60, 12)) as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press("s")
        await pilot.pause()
        step = desk(app).state.step  # type: ignore[union-attr]
        assert "Enter more" in text(app)
        for _ in range(10):
            if not transcript(app).unread:
                break
            await pilot.press("enter")
            await pilot.pause()
        assert desk(app).state.step == step  # type: ignore[union-attr]
        assert "Enter continue" in text(app)
        await pilot.press("enter")
        assert desk(app).state.step != step  # type: ignore[union-attr]


async def test_arrows_choose_where_the_options_are_taller_than_their_room() -> None:
    async with running("acquisition", roots=SHIPPED, size=(60, 14), language="fr") as (app, pilot):
        await pilot.pause(HELD)
        for place in range(4):
            await pilot.press("down")
            await pilot.pause()
            options = answer(app).options
            assert options.picked == (desk(app).expects.options[place],)
            assert f">{'abcd'[place]}" in text(app), "what is picked is in view"


async def test_the_same_said_twice_in_a_row_stands_once() -> None:
    async with running(at="page", size=(80, 40)) as (app, pilot):
        await pilot.press("o", "o", "o", "slash", *"hint", "enter", "slash", *"hint", "enter")
        await pilot.pause()
        assert text(app).count("https://example.org/closed") == 1
        assert text(app).count("No question is open.") == 1


async def test_a_finished_lesson_is_reread_and_taken_again_by_a_key() -> None:
    prepare("end")
    async with running() as (app, pilot):
        await wait(pilot, lambda: app.desk is not None)
        await pilot.press("l")
        await wait(pilot, lambda: isinstance(app.screen, LessonsScreen))
        await pilot.pause()
        assert "done, " in text(app)
        await pilot.press("home", "enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.pause()
        assert "That is the end of the lesson" in text(app)
        assert "n takes the lesson once more" in said(app)
        await pilot.press("n")
        await wait(pilot, lambda: desk(app).state is not None and not desk(app).state.finished)  # type: ignore[union-attr]
        await pilot.pause()
        assert "In which year did the bridge close?" in text(app)
        await pilot.press("escape", "escape", "l")
        await pilot.pause()
        assert "done, " in text(app), "nothing was answered in the new run"


async def test_the_languages_in_the_bar_can_be_clicked() -> None:
    async with running(at="page") as (app, pilot):
        bar = app.screen.query_one(TopBar)
        await pilot.click(bar, offset=(bar.size.width - 3, 0))
        await wait(pilot, lambda: app.words.language == "fr")


async def test_help_in_a_lesson_names_the_keys_as_they_are_written_on_them() -> None:
    async with running(at="ask-cause", size=(80, 50)) as (app, pilot):
        await pilot.press("f1")
        await wait(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        shown = said(app)
        assert "a b c choose" in shown
        assert "PgUp PgDn scroll" in shown
        assert "/hint a hint" in shown
        assert "Esc back" in shown
        assert not {"ampersand", "quotation_mark", "question_mark"} & set(shown.split())


async def test_the_language_that_is_spoken_is_no_button() -> None:
    async with running(at="ask-cause") as (app, pilot):
        bar = app.screen.query_one(TopBar)
        said_before = text(app)
        await pilot.click(bar, offset=(bar.size.width - 7, 0))
        await pilot.click(bar, offset=(bar.size.width - 5, 0))
        await pilot.pause()
        assert app.words.language == "en"
        assert text(app) == said_before


async def test_a_switch_of_languages_says_the_question_no_second_time() -> None:
    async with running(at="ask-cause", size=(80, 40)) as (app, pilot):
        before = asked(app)
        await pilot.press("ctrl+l")
        await wait(pilot, lambda: app.words.language == "fr")
        await pilot.press("ctrl+l")
        await wait(pilot, lambda: app.words.language == "en")
        await pilot.pause()
        assert asked(app) == before


def asked(app: CasebotApp) -> int:
    """How often a question stands in the transcript."""
    return sum(entry.turn.key == "item" for entry in transcript(app)._entries)


@pytest.mark.parametrize("at", ["page", "ask-cause", "ask-city"])
async def test_escape_leaves_the_field_and_then_goes_home_everywhere(at: str) -> None:
    async with running(at=at) as (app, pilot):
        if answer(app).state == "writing":
            await pilot.press("escape")
            assert isinstance(app.screen, LessonScreen)
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_skipping_a_question_with_tries_left_is_asked_once() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        done = len(desk(app).gradebook.attempts())
        await pilot.press("s")
        assert "s again shows the answer" in said(app)
        await pilot.press("s")
        assert len(desk(app).gradebook.attempts()) == done, "a key that is held down is no second answer"
        await pilot.press("down")
        await pilot.pause(HELD)
        await pilot.press("s")
        assert len(desk(app).gradebook.attempts()) == done, "it is asked anew"
        await pilot.pause(HELD)
        await pilot.press("s")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")
        assert len(desk(app).gradebook.attempts()) == done + 1


async def test_a_typed_skip_is_no_accident() -> None:
    async with running(at="ask-cause") as (app, pilot):
        await pilot.pause(HELD)
        await pilot.press(*"/skip", "enter")
        await wait(pilot, lambda: desk(app).expects.kind == "verdict")


async def test_an_order_is_changed_by_keys_shown_in_the_foot() -> None:
    async with running(at="ask-order") as (app, pilot):
        await pilot.pause(HELD)
        names = desk(app).expects.options
        await pilot.press(*"abc")
        assert answer(app).options.picked == names[:3]
        await pilot.press("backspace")
        assert answer(app).options.picked == names[:2]
        await pilot.press("c", "less_than_sign")
        assert answer(app).options.picked == (names[0], names[2], names[1])
        await pilot.press("shift+up", "shift+up")
        assert answer(app).options.picked == (names[2], names[0], names[1]), "the first stays first"
        await pilot.press("shift+down")
        assert answer(app).options.picked == (names[0], names[2], names[1])
        assert "< earlier" in said(app)
        assert "Backspace" in said(app)


async def test_options_named_wrong_are_unticked_and_struck_out() -> None:
    async with running(at="ask-signs") as (app, pilot):
        await pilot.pause(HELD)
        names = desk(app).expects.options
        await pilot.press(*("abcd"[names.index(name)] for name in ("rust", "sabotage", "flood")), "enter")
        await wait(pilot, lambda: bool(desk(app).state.asking.tries))  # type: ignore[union-attr]
        await pilot.pause(HELD)
        assert answer(app).options.picked == ("rust",)
        assert set(desk(app).expects.struck) == {"sabotage", "flood"}
        assert "your ticks stay" in said(app)


async def test_the_notice_of_leaving_covers_nothing_that_was_said() -> None:
    async with running(at="page") as (app, pilot):
        before = text(app).splitlines()[:-1]
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert text(app).splitlines()[:-1] == before
        assert "Ctrl+C again leaves" in text(app).splitlines()[-1]
