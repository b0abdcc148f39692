"""What does a window do whose lesson was forgotten in another?"""

from casebot.store.forgetting import forget_lesson
from casebot.store.gradebook import Gradebook
from casebot.store.places import gradebook_file
from casebot.tui.screens.home import HomeScreen
from casebot.tui.screens.lesson import LessonScreen
from tests.tui.screen import running, text, wait


async def test_the_lesson_closes_and_home_says_why() -> None:
    async with running(at="ask-city") as (app, pilot):
        other = Gradebook(gradebook_file("learner"))
        forget_lesson(other, "small", "first", ())
        await pilot.press(*"City", "enter")
        await wait(pilot, lambda: isinstance(app.screen, HomeScreen))
        await wait(pilot, lambda: "was forgotten in another window" in " ".join(text(app).split()))
        assert other.sessions() == []
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert len(other.sessions()) == 1
