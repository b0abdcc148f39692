import json
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.library import Library
from casebot.desk import Desk, open_desk
from casebot.desk.belongings import belongings
from casebot.model.attempt import Appeal, Entry, Note, Position
from casebot.model.case import Case
from casebot.store.copies import copies, is_gradebook
from casebot.store.failure import MovedOnError, StoreError
from casebot.store.forgetting import Removed, bring_back, forget_lesson, forget_positions, let_go, tidy
from casebot.store.gradebook import Gradebook, SessionRow
from casebot.store.settings import Settings
from casebot.tutoring.moves import Do, Say
from casebot.tutoring.state import State
from casebot.tutoring.turns import Turn
from tests.store.entries import entries
from tests.store.test_gradebook import ROW, attempt

REASON = "because a market should not hang on one man's mood"
AT = "2026-11-22T12:00:00.000Z"
STATE = State(session="s1", learner="ada", case="small", run="lesson", target="first", lang="en", seed=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gradebook-ada.db"


def session(name: str, target: str = "first", run: str = "lesson") -> SessionRow:
    return ROW._replace(id=name, target=target, run=run, state=STATE.model_dump_json())


def position(name: str = "p1", reason: str = REASON, **changes: object) -> Position:
    values = {"id": name, "learner": "ada", "session": "s1", "dilemma": "small/toll", "when": "before", "at": AT}
    return Position.model_validate(values | {"lang": "en", "value": 62, "reason": reason} | changes)


def note(name: str, about: str, text: str) -> Note:
    return Note(id=name, learner="ada", session="s1", about=about, at=AT, lang="en", text=text)


def appeal(name: str, of: str, within: str = "s1") -> Appeal:
    return Appeal(id=name, learner="ada", session=within, attempt=of, item="i", at=AT, lang="en", response="r")


def turn(role: str, key: str, **args: object) -> str:
    return Turn.model_validate({"role": role, "key": key, "args": args}).model_dump_json()


def everything(path: Path) -> list[str]:
    """All rows of a gradebook, whatever their order."""
    db = sqlite3.connect(path)
    tables = [row[0] for row in db.execute("select name from sqlite_schema where type='table'")]
    rows = [f"{table} {row!r}" for table in tables for row in db.execute(f"select * from {table}")]  # noqa: S608
    db.close()
    return sorted(rows)


def two_lessons(path: Path) -> Gradebook:
    """One answer in each of two lessons and a quiz, one in a review, and one that came from elsewhere."""
    book = Gradebook(path)
    book.save(session("s1"), ["{}", "{}"], [attempt("a1"), appeal("x1", "a1"), position()], 0)
    book.keep_draft("s1", "half")
    book.save(session("s2", "second"), ["{}"], [attempt("a2", session="s2", item="small/bank/city")], 0)
    book.save(session("s3", "small/bank", "quiz"), [], [attempt("a3", session="s3", phase="quiz")], 0)
    book.save(session("s4", "", "review"), ["{}"], [attempt("a4", session="s4", phase="review")], 0)
    book.add([attempt("a5", session="far"), appeal("x5", "a5", "far"), attempt("a6", session="far", phase="quiz")])
    return book


NAMES = frozenset({"small/bank/year", "small/toll"})


def test_a_lesson_is_forgotten_with_all_that_belongs_to_it_and_with_nothing_else(path: Path) -> None:
    book = two_lessons(path)
    assert forget_lesson(book, "small", "first", NAMES) == Removed(sessions=1, attempts=3, entries=3)
    assert [each.id for each in book.sessions()] == ["s2", "s3", "s4"]
    assert [each.attempt for each in book.attempts()] == ["a2", "a3", "a6"]
    assert book.entries() == []
    assert (book.turn_count("s1"), book.turn_count("s2"), book.draft("s1")) == (0, 1, "")


def test_a_question_that_moved_stays_with_the_lesson_it_was_answered_in(path: Path) -> None:
    book = two_lessons(path)
    forget_lesson(book, "small", "second", NAMES | {"small/bank/city"})
    assert "a1" in [each.attempt for each in book.attempts()]


def test_forgetting_a_lesson_can_be_undone_until_the_next_start(path: Path) -> None:
    book = two_lessons(path)
    before = everything(path)
    removed = forget_lesson(book, "small", "first", NAMES)
    book.close()
    again = Gradebook(path)
    assert bring_back(again) == removed
    assert everything(path) == before
    assert bring_back(again) is None
    forget_lesson(again, "small", "first", NAMES)
    again.close()
    open_desk((), path, Settings(), "ada", "en").close()
    assert bring_back(Gradebook(path)) is None


def test_a_second_lesson_takes_the_place_of_the_first_for_undoing(path: Path) -> None:
    book = two_lessons(path)
    forget_lesson(book, "small", "first", NAMES)
    forget_lesson(book, "small", "second", ())
    assert bring_back(book) == Removed(sessions=1, attempts=1, entries=0)
    assert forget_lesson(book, "small", "none", ()) == Removed(0, 0, 0)
    assert bring_back(book) is None


def test_after_the_next_start_nothing_of_a_lesson_is_in_the_file(path: Path) -> None:
    book = Gradebook(path)
    book.save(session("s1"), ["{}"] * 300, [attempt(f"a{n}", response=f"{REASON} {n} " * 40) for n in range(200)], 0)
    forget_lesson(book, "small", "first", ())
    assert REASON.encode() in path.read_bytes()
    let_go(book)
    assert REASON.encode() not in path.read_bytes()


@given(st.lists(entries(), max_size=8), st.sampled_from(("first", "second")), st.booleans())
def test_every_other_lesson_stays_as_it_was(kept: list[Entry], target: str, both: bool) -> None:
    """Whatever a gradebook holds, what is forgotten is of the lesson, the rest stays, and undoing gives all back."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gradebook-ada.db"
        book = Gradebook(path)
        names = sorted({each.session for each in kept})
        for number, name in enumerate(names if both else names[:1]):
            book.save(session(name, "first" if number % 2 else "second"), ["{}"], [], 0)
        book.add(kept)
        before = everything(path)
        mine = {row.id for row in book.sessions() if row.target == target}
        forget_lesson(book, "small", target, {"small/blame"})
        rest = [row for row in everything(path) if not row.startswith("forgotten_")]
        assert set(rest) <= set(before)
        gone = [row for row in before if row not in rest]
        assert all(any(name in row for name in mine) or "small/blame" in row for row in gone)
        assert not [row for row in rest if any(f"'{name}'" in row for name in mine)]
        bring_back(book)
        assert everything(path) == before
        book.close()


def with_positions(path: Path) -> Gradebook:
    """A position in every place where one may be kept."""
    book = Gradebook(path)
    state = json.loads(STATE.model_dump_json()) | {"weighing": {"dilemma": "small/toll", "best": REASON}}
    turns = [
        turn("you", "typed", text="2019"),
        turn("asks", "position-before", dilemma="small/toll"),
        turn("you", "position", dilemma="small/toll", value=62),
        turn("asks", "dilemma-reason"),
        turn("you", "typed", text=REASON),
        turn("notice", "position-number"),
        turn("tells", "shift", dilemma="small/toll", before=62, after=40),
        turn("notice", "command-unknown", typed=f"/{REASON}"),
        turn("you", "typed", text="no"),
        turn("notice", "position-number"),
        turn("tells", "page", step="small/first/opening"),
        turn("you", "typed", text="no"),
        turn("asks", "item", item="small/bank/year"),
        turn("you", "typed", text="2019"),
    ]
    told: list[Entry] = [position(), position("p2", "no", when="after", value=40)]
    told += [note("n1", "dilemma:small/toll/fact", "A toll that falls."), note("n2", "small/claim", "It is wrong.")]
    book.save(session("s1")._replace(state=json.dumps(state)), turns, [attempt(), *told], 0)
    book.keep_draft("s1", REASON)
    book.save(session("s2", "second"), [turn("you", "typed", text="no")], [], 0)
    book.keep_draft("s2", "half")
    return book


def test_positions_are_forgotten_and_nothing_else(path: Path) -> None:
    book = with_positions(path)
    assert forget_positions(book) == 3
    assert [each.id for each in book.entries()] == ["n2"]
    assert book.attempts() == [attempt()]
    told = [Turn.model_validate_json(body).key for body in book.turns("s1", 100, 100)]
    assert told == ["typed", "forgotten", "position-number", "page", "typed", "item", "typed"]
    assert book.turn_count("s1") == 7
    row, other = book.session("s1"), book.session("s2")
    assert row is not None
    assert json.loads(row.state) == json.loads(STATE.model_dump_json()) | {"weighing": None}
    assert row.rev == 2, "another window learns that the session went on"
    assert (book.draft("s1"), book.draft("s2")) == ("", "half")
    assert other is not None
    assert (other.rev, book.turns("s2", 9, 9)) == (1, [turn("you", "typed", text="no")])
    assert forget_positions(book) == 0


def test_nothing_of_a_position_is_in_any_file_afterwards(path: Path) -> None:
    book = Gradebook(path)
    rev = 0
    for n in range(150):
        reason = f"{REASON}, number {n} " * 30
        turns = [turn("you", "position", dilemma="small/toll", text=f"{n % 100} {reason}")]
        rev = book.save(session("s1")._replace(rev=rev), turns, [position(f"p{n}", reason), attempt(f"a{n}")], n)
    assert path.read_bytes().count(REASON.encode()) > 1000
    assert forget_positions(book) == 150
    found = [file.name for file in path.parent.rglob("*") if REASON.encode() in file.read_bytes()]
    assert found == []
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert len(book.attempts()) == 150


def test_rows_that_an_older_casebot_left_in_free_pages_go_too(path: Path) -> None:
    book = Gradebook(path)
    book._db.execute("pragma secure_delete = off")
    book.save(session("s1"), [], [position(f"p{n}", REASON * 50) for n in range(50)], 0)
    book._db.execute("delete from entry")
    assert REASON.encode() in path.read_bytes()
    forget_positions(book)
    assert REASON.encode() not in path.read_bytes()


def test_another_window_that_is_writing_is_told_and_it_can_be_finished(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebot.store.gradebook.BUSY_MS", 50)
    book = with_positions(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select * from turn").fetchone()
    with pytest.raises(StoreError) as told:
        forget_positions(book)
    assert told.value.code == "gradebook-busy"
    reader.close()
    forget_positions(book)
    assert REASON.encode() not in path.read_bytes()


@pytest.fixture
def windows(path: Path, small_place: Path) -> tuple[Desk, Desk]:
    """Two windows, the first in the lesson."""
    one, other = (Desk(Library((small_place,)), Gradebook(path), Settings(), "ada", "en") for _ in range(2))
    one.take_lesson("small", "first")
    one.move(Say("2018"))
    return one, other


def test_a_window_in_a_lesson_that_is_forgotten_elsewhere_learns_it(windows: tuple[Desk, Desk]) -> None:
    one, other = windows
    forget_lesson(other.gradebook, "small", "first", ())
    with pytest.raises(MovedOnError):
        one.move(Do("skip"))
    one.reload()
    assert one.state is None
    assert one.expects.kind == "end"
    assert one.gradebook.sessions() == []
    one.take_lesson("small", "first")
    assert one.progress is not None


def test_a_window_goes_on_where_its_positions_are_forgotten_elsewhere(windows: tuple[Desk, Desk]) -> None:
    one, other = windows
    assert one.state is not None
    name = one.state.session
    other.gradebook.add([position(session=name)])
    said = turn("you", "position", dilemma="small/toll", text=REASON)
    other.gradebook._db.execute("insert into turn values (?, 99, ?)", (name, said))
    one.keep_draft(REASON)
    forget_positions(other.gradebook)
    with pytest.raises(MovedOnError):
        one.move(Do("skip"))
    one.reload()
    one.move(Do("skip"))
    assert one.gradebook.entries() == []
    tidy(one.gradebook)
    assert REASON.encode() not in one.gradebook.path.read_bytes()


def test_what_belongs_to_a_lesson_alone(small: Case, shipped: Case) -> None:
    assert belongings(small, "first") >= {"small/bank/year", "small/bank/city"}
    assert belongings(small, "none") == frozenset()
    of_all = [belongings(shipped, lesson) for lesson in shipped.lessons]
    assert len(frozenset[str]().union(*of_all)) == sum(map(len, of_all))


def test_copies_are_told_from_other_files(path: Path) -> None:
    Gradebook(path).close()
    path.with_name("gradebook-ada.db.mine").write_text("notes")
    path.with_suffix(".backups").write_text('"/no/such/file"\nbroken\n"/etc/passwd"\n', "utf-8")
    assert copies(path) == (Path("/no/such/file"),)
    assert is_gradebook(path)
    assert not is_gradebook(path.parent)
