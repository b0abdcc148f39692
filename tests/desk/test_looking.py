"""What can be looked back on, and what waits?"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from casebot.content.library import Library
from casebot.desk import Desk, NotThereError
from casebot.desk.looking import hidden, kept, news, record
from casebot.store.gradebook import Gradebook
from casebot.store.settings import Settings
from casebot.tutoring.moves import Certain, Do, Say
from tests.desk.test_reviewing import Days, skipped_through

SETTINGS = Settings(daily_limit=3)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def place(small_place: Path, tmp_path: Path) -> Path:
    return copytree(small_place, tmp_path / "place")


@pytest.fixture
def desk(place: Path, tmp_path: Path, days: Days) -> Iterator[Desk]:
    with opened(place, tmp_path, days) as made:
        yield made


def opened(place: Path, tmp_path: Path, days: Days) -> Desk:
    return Desk(Library((place,)), Gradebook(tmp_path / "book.db"), SETTINGS, "ada", "en", days)


def go_to(desk: Desk, item: str) -> None:
    while desk.expects.item != item:
        desk.move(Do("continue") if desk.expects.kind in {"page", "verdict"} else Do("skip"))


def test_a_record_is_that_of_the_answers_kept(desk: Desk, days: Days) -> None:
    assert record(desk).total.n == 0
    desk.take_lesson("small", "first")
    go_to(desk, "small/bank/city")
    desk.move(Say("City Gazette"))
    desk.move(Certain(2))
    skipped_through(desk)
    found = record(desk)
    assert (found.total.n, found.total.right) == (1, 1)
    assert [each.begun for each in found.lessons] == [True, False]
    assert len(found.listed) == len(desk.gradebook.planned())
    days.go(1)
    assert len(record(desk).coming[0].items) == len([each for each in found.listed if each.day <= desk.today])
    assert record(desk, "small/first").total == found.total
    assert record(desk, "small/other").answers == ()


def test_practice_asks_an_objective_ahead_and_changes_no_schedule(desk: Desk) -> None:
    assert desk.find_objective("know") == desk.find_objective("small/know") == ("small", "know")
    with pytest.raises(NotThereError):
        desk.find_objective("knwo")
    desk.take_lesson("small", "first")
    skipped_through(desk)
    before = desk.due()
    desk.take_practice("small", "know")
    assert desk.state is not None
    assert desk.state.run == "ahead"
    assert {desk.book.item(name).objective for name in desk.state.items if desk.book.item(name)} == {"know"}  # type: ignore[union-attr]
    session = desk.state.session
    desk.take_practice("small", "know")
    assert desk.state.session == session, "today's practice is taken up"
    skipped_through(desk)
    assert desk.due() == before
    assert {each.phase for each in desk.gradebook.attempts()[-2:]} == {"ahead"}


def test_practice_of_what_was_never_asked_asks_it(desk: Desk) -> None:
    desk.take_practice("small", "know")
    assert desk.state is not None
    assert desk.state.items == ("small/bank/year", "small/bank/cause")


def test_what_an_open_question_rests_on_is_not_found(desk: Desk, place: Path, tmp_path: Path, days: Days) -> None:
    desk.take_lesson("small", "first")
    assert hidden(desk) == {"small/closed"}, "the question before the text is open"
    found = kept(desk)
    assert "small/closed" not in found.claims
    assert "small/rust" in found.claims
    assert found.pages == ()
    with opened(place, tmp_path, days) as other:
        assert hidden(other) == {"small/closed"}, "it stays open when casebot is started anew"
    go_to(desk, "small/bank/cause")
    assert hidden(desk) == {"small/rust"}
    assert kept(desk).pages == ("small/first/bars",), "the page that tells of rust waits too"
    desk.move(Do("skip"))
    assert set(kept(desk).pages) == {"small/first/page", "small/first/bars"}
    assert {each.item for each in kept(desk).answers} == {"small/bank/year", "small/bank/cause"}


def test_answers_to_an_open_question_wait(desk: Desk, days: Days) -> None:
    desk.take_lesson("small", "first")
    skipped_through(desk)
    days.go(1)
    desk.take_due()
    asked = desk.expects.item
    assert asked not in {each.item for each in kept(desk).answers}
    days.go(2)
    desk.state = None
    assert asked in {each.item for each in kept(desk).answers}, "a review is over with its day"


def change(place: Path, claim: str, day: str) -> None:
    path = place / "lessons/small/case.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"[claim.{claim}]\n", f'[claim.{claim}]\nchanged = "{day}"\n'), "utf-8")


def test_a_change_since_the_last_look_is_told_once(place: Path, tmp_path: Path, days: Days) -> None:
    change(place, "closed", "2026-03-01")
    with opened(place, tmp_path, days) as desk:
        assert news(desk) == (), "the case was not begun"
        desk.take_lesson("small", "first")
    days.go(2)
    with opened(place, tmp_path, days) as desk:
        assert news(desk) == (), "it had changed before"
    change(place, "rust", "2026-03-03")
    change(place, "sabotage", "2026-03-20")
    days.go(5)
    with opened(place, tmp_path, days) as desk:
        assert news(desk) == ("small/rust",), "and a day to come waits"
        assert news(desk) == ()
    days.go(30)
    with opened(place, tmp_path, days) as desk:
        assert news(desk) == ("small/sabotage",)
        assert news(desk) == ()


def test_a_change_after_the_last_session_is_told_at_the_first_start_that_looks(
    place: Path, tmp_path: Path, days: Days
) -> None:
    with opened(place, tmp_path, days) as desk:
        desk.take_lesson("small", "first")
    change(place, "closed", "2026-03-02")
    change(place, "rust", "2026-03-05")
    days.go(9)
    with opened(place, tmp_path, days) as desk:
        assert news(desk) == ("small/rust",)
