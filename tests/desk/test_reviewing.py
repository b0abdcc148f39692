"""What comes back, on which day, and what is asked of it?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from casebot.content.library import Library
from casebot.desk import Desk
from casebot.glance import glance
from casebot.store.gradebook import Gradebook
from casebot.store.settings import Settings
from casebot.tutoring.moves import Certain, Do, Say

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Days:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def go(self, days: float) -> None:
        self.now = MORNING + timedelta(days=days)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def desk(small_place: Path, tmp_path: Path, days: Days) -> Iterator[Desk]:
    with Desk(
        Library((small_place,)), Gradebook(tmp_path / "book.db"), Settings(daily_limit=3), "ada", "en", days
    ) as made:
        yield made


def skipped_through(desk: Desk) -> None:
    for _ in range(200):
        if desk.expects.kind == "end":
            return
        desk.move(Do("skip"))
    raise AssertionError


def test_a_lesson_comes_back_and_says_enough_for_today(desk: Desk, days: Days, small_place: Path) -> None:
    assert desk.take_due() is None
    desk.take_lesson("small", "first")
    skipped_through(desk)
    assert desk.take_due() is None, "not on the same day"
    days.go(1)
    reply = desk.take_due()
    assert reply is not None
    assert reply.turns[0].key == "welcome-review-some"
    assert desk.state is not None
    assert len(desk.state.items) == 3
    asked = set(desk.state.items)
    skipped_through(desk)
    assert desk.state.later > 0
    assert {each.phase for each in desk.gradebook.attempts() if each.day == "2026-03-03"} == {"review"}
    desk.take_due()
    assert asked.isdisjoint(desk.state.items), "a second review brings what had to wait"
    looked = glance((small_place,), desk.gradebook.path, "en")
    assert looked.due == len(desk.gradebook.planned())


def test_an_open_review_is_taken_up_and_begun_afresh_on_another_day(desk: Desk, days: Days) -> None:
    desk.take_lesson("small", "first")
    skipped_through(desk)
    days.go(1)
    desk.take_due()
    desk.move(Do("skip"))
    assert desk.state is not None
    session = desk.state.session
    desk.take_due()
    assert desk.state.session == session
    days.go(2)
    desk.take_due()
    assert desk.state.session != session


def test_a_day_begins_at_four(desk: Desk, days: Days) -> None:
    days.go(0.75)
    assert desk.today.isoformat() == "2026-03-02" or days.now.hour >= 4
    days.now = datetime(2026, 3, 3, 3, 59, 50, tzinfo=UTC)
    assert desk.today.isoformat() == "2026-03-02"
    days.now = datetime(2026, 3, 3, 4, 0, tzinfo=UTC)
    assert desk.today.isoformat() == "2026-03-03"


def test_a_confident_error_is_watched_and_comes_first(desk: Desk, days: Days, small_place: Path) -> None:
    desk.take_lesson("small", "first")
    while desk.expects.item != "small/bank/city":
        desk.move(Do("continue") if desk.expects.kind in {"page", "verdict"} else Do("skip"))
    desk.move(Say("Daily Planet"))
    desk.move(Certain(3))
    desk.move(Say("The Herald"))
    skipped_through(desk)
    looked = glance((small_place,), desk.gradebook.path, "en")
    assert (looked.watched, looked.since) == (1, "2026-03-02")
    days.go(1)
    desk.take_due()
    assert desk.state is not None
    assert desk.state.items[0] == "small/bank/city"
    assert desk.due()[0].why == "retest"


def test_what_changed_comes_back_and_is_told_as_changed(small_place: Path, tmp_path: Path, days: Days) -> None:
    place = copytree(small_place, tmp_path / "place")
    settings, path = Settings(), tmp_path / "book.db"
    with Desk(Library((place,)), Gradebook(path), settings, "ada", "en", days) as desk:
        desk.take_lesson("small", "first")
        skipped_through(desk)
    bank = place / "question_banks/small/bank.toml"
    text = bank.read_text("utf-8")
    bank.write_text(text.replace("Which paper reported the closing?", "Which paper told of the opening?"), "utf-8")
    with Desk(Library((place,)), Gradebook(path), settings, "ada", "en", days) as desk:
        reply = desk.take_due()
        assert reply is not None
        assert desk.state is not None
        assert desk.state.items == desk.state.changed == ("small/bank/city",)
        assert [turn.key for turn in reply.turns] == ["welcome-review", "item-changed", "item"]
        assert len([each for each in desk.gradebook.attempts() if each.item == "small/bank/city"]) == 1, "history stays"


def test_ahead_changes_no_schedule(desk: Desk) -> None:
    desk.take_lesson("small", "first")
    skipped_through(desk)
    before = desk.due()
    assert desk.take_due(ahead=True) is not None
    skipped_through(desk)
    assert desk.due() == before


def test_test_out_asks_at_most_five_and_says_what_it_means(desk: Desk, small_place: Path) -> None:
    desk.take_test_out("small", "first")
    assert desk.state is not None
    assert len(desk.state.items) == 5
    skipped_through(desk)
    assert {each.phase for each in desk.gradebook.attempts()} == {"test-out"}
    found = glance((small_place,), desk.gradebook.path, "en").next
    assert found is not None, "nothing right: the lesson is still to be taken"


def test_after_two_weeks_home_says_what_was_known(desk: Desk, small_place: Path) -> None:
    desk.take_lesson("small", "first")
    while desk.expects.item != "small/bank/city":
        desk.move(Do("continue") if desk.expects.kind in {"page", "verdict"} else Do("skip"))
    desk.move(Say("City Gazette"))
    desk.move(Certain(3))
    skipped_through(desk)
    desk.due()
    looked = glance((small_place,), desk.gradebook.path, "en")
    assert looked.away, "the clock of the test stands long before today"
    assert (looked.knew, looked.of, looked.due) == (1, 11, 11)
    desk.gradebook._db.execute("update session set updated = date('now')")
    looked = glance((small_place,), desk.gradebook.path, "en")
    assert (looked.away, looked.knew, looked.of, looked.due) == (False, 0, 0, 11)
