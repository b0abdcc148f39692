import io
import re
from pathlib import Path

import pytest

from casebot.content.library import Library
from casebot.desk import Desk, open_desk
from casebot.documents.passage import Line, Passage, Span
from casebot.plain import Conversation, passage_rows
from casebot.store.failure import StoreError
from casebot.store.forgetting import forget_lesson
from casebot.store.settings import Settings
from casebot.words.words import Words
from tests.command import casebot, last

RIGHT = {
    "year": "2019",
    "cause": "rust",
    "city": "City Gazette",
    "cost": "7.25 million dollars",
    "signs": "closing, rust",
    "sequence": "fall, inspect, close, paid",
    "closed": "faux",
    "fill": "what=bridge;month=May",
    "pairs": "april=rust;may=closing;june=payment",
    "known": "no support",
    "open": "rust, so the city saw a danger",
}


@pytest.fixture
def desk(small_place: Path, tmp_path: Path) -> Desk:
    return open_desk((small_place,), tmp_path / "gradebook.db", Settings(), "me", "en")


def hold(desk: Desk, lines: str, *, resumed: bool | None = None) -> str:
    reply = desk.take_lesson("small", "first")
    out = io.StringIO()
    came_back = not reply.turns if resumed is None else resumed
    assert Conversation(desk, Words, io.StringIO(lines), out).hold(reply, resumed=came_back) == 0
    return out.getvalue()


def script(desk: Desk, *, certainty: str) -> str:
    """One line for each prompt of the small lesson, every answer right."""
    lesson = desk.case("small").lessons["first"]
    lines = []
    for step in lesson.steps.values():
        if step.kind == "ask":
            lines.append(RIGHT[step.item.rpartition("/")[2]] + ("" if step.pre else certainty))
        else:
            lines.append("")
    return "\n".join(lines) + "\n"


def test_line_by_line_every_passage_says_what_it_is(desk: Desk) -> None:
    roles = {
        "You",
        "Tells",
        "Asks",
        "Hint",
        "Prompt",
        "Source",
        "Right",
        "Right, spelling",
        "Partly",
        "Not yet",
        "Note",
    }
    said = hold(desk, script(desk, certainty=" @2").replace("City Gazette", "zzz @3\n/hint\n/why\nCity Gazette"))
    passages = [part for part in said.replace("> \n", "").split("\n\n") if part.strip()]
    assert len(passages) > 30
    assert {passage.partition(":")[0] for passage in passages[:-1]} <= roles


def test_a_lesson_reads_one_line_at_each_prompt_to_its_last_line(desk: Desk) -> None:
    said = hold(desk, script(desk, certainty=" @2"))
    assert last(said) == "score 11/11 complete"
    assert said.count("> \n") == 15
    sure = {
        each.item.rpartition("/")[2]: each.certainty for each in desk.gradebook.attempts() if each.phase == "lesson"
    }
    assert sure.pop("open") is None, "open dialogues are not asked how sure"
    assert set(sure.values()) == {2}


def test_a_certainty_is_asked_for_where_the_answer_carries_none(desk: Desk) -> None:
    hold(desk, "2019\n\nMirror\n2019\n3\n")
    kept = [(each.response, each.certainty, each.phase) for each in desk.gradebook.attempts()]
    assert kept == [("2019", None, "pre"), ("2019", 3, "lesson")]


def test_the_end_of_the_input_saves_and_says_where(desk: Desk) -> None:
    assert last(hold(desk, "2018\n\n2019 @1\n")) == "saved at step bars"
    again = hold(desk, "/quit\n")
    assert "Welcome back" in again
    assert "Fewer crossings" in again
    assert last(again) == "saved at step bars"


def test_what_was_kept_is_there_in_the_next_process(desk: Desk, small_place: Path) -> None:
    hold(desk, "2018\n\n2019 @1\n\ncuts @3\n")
    other = Desk(Library((small_place,)), desk.gradebook, Settings(), "me", "fr")
    again = hold(other, "rust\n")
    assert "Vous revoilà" in again
    assert "Qu’a trouvé l’inspection" in again
    assert [(each.response, each.credit, each.lang) for each in desk.gradebook.attempts()][-1] == ("rust", 0.5, "fr")


def test_a_lesson_that_is_done_can_be_taken_again(desk: Desk) -> None:
    hold(desk, "/skip\n" * 60)
    assert desk.lessons()[0].finished
    assert "Why it closed. About 6 minutes" in hold(desk, "")
    begun = desk.lessons()[0]
    assert begun.finished, "the score of the run before is still told"
    assert not begun.steps, "nothing was answered in the new run"
    hold(desk, "2018\n")
    assert desk.lessons()[0].steps


def test_another_window_going_on_is_told_and_followed(desk: Desk, small_place: Path) -> None:
    reply = desk.take_lesson("small", "first")
    other = Desk(Library((small_place,)), desk.gradebook, Settings(), "me", "en")
    hold(other, "2018\n\n2019 @1\n")
    out = io.StringIO()
    Conversation(desk, Words, io.StringIO("2019\n"), out).hold(reply, resumed=False)
    assert "went on in another window" in out.getvalue()
    assert last(out.getvalue()) == "saved at step bars"


def test_a_lesson_forgotten_in_another_window_is_told_and_ends(desk: Desk) -> None:
    reply = desk.take_lesson("small", "first")
    forget_lesson(desk.gradebook, "small", "first", ())
    out = io.StringIO()
    assert Conversation(desk, Words, io.StringIO("2019\n2019\n"), out).hold(reply, resumed=False) == 0
    assert "forgotten in another window" in " ".join(out.getvalue().split())
    assert desk.gradebook.sessions() == []


def test_an_answer_that_cannot_be_kept_is_told(desk: Desk) -> None:
    reply = desk.take_lesson("small", "first")
    desk.gradebook.path.unlink()
    with pytest.raises(StoreError):
        Conversation(desk, Words, io.StringIO("2019\n"), io.StringIO()).hold(reply, resumed=False)


def test_lines_are_wrapped_and_drawings_are_not() -> None:
    lines = (Line((Span("word " * 12),), hang=2), Line((Span("█" * 50),), fixed=True))
    rows = passage_rows(Passage("tells", "Tells", lines), "Tells: ", 30)
    assert rows[0].startswith("Tells: word word")
    assert rows[1].startswith("  word")
    assert all(len(row) <= 30 for row in rows[:-1])
    assert rows[-1] == "█" * 50


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_lesson_is_played_from_a_file_to_its_end(home: Path, language: str) -> None:
    run = casebot("play", "acquisition", "--plain", "--lang", language, given="/skip\n" * 60)
    assert run.returncode == 0, run.stderr
    assert re.fullmatch(r"score 0/1\d complete", last(run.stdout))
    assert run.stderr == ""
    assert ("Tells: " if language == "en" else "Dit\u00a0: ") in run.stdout


def test_hostile_input_is_shown_and_breaks_nothing() -> None:
    hostile = ["[/b]", "a\x00b", "👩‍👩‍👧", "שלום", "x" * 10_000, "\x1b[2J", "/" * 50, "{}%s", "/skip"]
    given = "\n".join(hostile).encode("utf-8") + b"\n\xff\xfe\xed\xa0\x80\n"
    run = casebot("play", "acquisition", "--plain", given=given)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert "\x1b[2J" not in run.stdout
    assert last(run.stdout).startswith("saved at step ")


def test_without_a_terminal_casebot_talks_in_lines() -> None:
    run = casebot(given="")
    assert run.returncode == 0
    assert last(run.stdout) == "saved at step guess-first"


def test_a_question_mark_alone_asks_for_help_also_about_certainty(desk: Desk) -> None:
    assert "Options are letters" in hold(desk, "?\n")
    desk.settle(Settings(certainty=True), "en")
    assert "changes no verdict" in " ".join(hold(desk, "2018\n\n2019\n?\n").split())


def test_the_first_page_says_how_to_go_on(desk: Desk) -> None:
    assert hold(desk, "2018\n\n\n\n").count("Enter goes on, ?") == 1
