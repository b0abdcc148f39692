"""Is what is asked in view, whatever becomes of the window?"""

import pytest

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.tui.opening import DILEMMA
from casebot.tutoring.moves import Do
from tests.tui.screen import SHIPPED, desk, running, said, transcript


@pytest.mark.parametrize("part", ["strongest-first", "strongest-second"])
@pytest.mark.parametrize("size", [(60, 20), (44, 16), (100, 14)])
async def test_the_newest_prompt_of_a_dilemma_is_in_view_after_a_resize(part: str, size: tuple[int, int]) -> None:
    async with running(f"{DILEMMA}{dilemma()}", roots=SHIPPED) as (app, pilot):
        for _ in range(40):
            if desk(app).expects.part == part:
                break
            app.screen.move(Do("skip"))  # type: ignore[attr-defined]
            await pilot.pause()
        assert desk(app).expects.part == part
        asked = [entry.turn for entry in transcript(app)._entries if entry.turn.role in {"asks", "prompts"}][-1]
        await pilot.resize_terminal(*size)
        await pilot.pause(0.1)
        words = " ".join(write(asked, Sheet(desk(app).book, app.words, 40), open_item=True).lines[0].text.split())
        assert words[-20:].replace("’", "'") in said(app)


def dilemma() -> str:
    """The first dilemma that is shipped."""
    from casebot.content.places import shipped
    from casebot.desk import open_desk
    from casebot.store.places import gradebook_file
    from casebot.store.settings import Settings

    table = open_desk((shipped(),), gradebook_file("other"), Settings(), "other", "en")
    try:
        return table.dilemmas()[0].name
    finally:
        table.close()
