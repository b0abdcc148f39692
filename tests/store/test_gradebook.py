import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebot.model.attempt import Appeal, Attempt, Note, Position
from casebot.store.failure import MovedOnError, StoreError
from casebot.store.gradebook import DueRow, Gradebook, SessionRow
from casebot.store.header import VERSION

ROW = SessionRow("s1", "ada", "small", "lesson", "first", "{}", 0, 1, 5, 0.5, 4, False, "2026-11-22", "2026-11-22")


def attempt(name: str = "a1", **changes: object) -> Attempt:
    return Attempt.model_validate(
        {
            "attempt": name,
            "learner": "ada",
            "session": "s1",
            "case": "small",
            "item": "small/bank/year",
            "objective": None,
            "phase": "lesson",
            "at": "2026-11-22T12:00:00.000Z",
            "day": "2026-11-22",
            "lang": "en",
            "response": "[b]2019[/b] 👍",
            "verdict": "close",
            "score": 1,
            "credit": 0.6,
            "certainty": 2,
            "try": 2,
            "hints": 1,
            "ms": 1234,
            "tags": ("x", "y"),
            "fingerprint": "0123456789ab",
            **changes,
        }
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "gradebook-ada.db"


def test_an_answer_is_kept_whole_and_comes_back_as_it_was(path: Path) -> None:
    book = Gradebook(path)
    assert book.save(ROW, ['{"n":0}', '{"n":1}'], [attempt()], 0) == 1
    assert book.save(ROW._replace(rev=1, place=2), ['{"n":2}'], [], 2) == 2
    book.close()
    again = Gradebook(path)
    assert again.attempts() == [attempt()]
    assert again.turns("s1", 3, 2) == ['{"n":1}', '{"n":2}']
    assert again.turns("s1", 1, 200) == ['{"n":0}']
    assert again.turn_count("s1") == 3
    kept = again.latest("small", "lesson", "first", finished=False)
    assert kept is not None
    assert (kept.rev, kept.place, kept.finished) == (2, 2, False)
    assert again.sessions() == [kept]
    assert again.session("s2") is None


def test_keeping_the_same_rows_twice_keeps_them_once(path: Path) -> None:
    book = Gradebook(path)
    appeal = Appeal(id="x", learner="ada", session="s1", attempt="a1", item="i", at="t", lang="en", response="r")
    rev = book.save(ROW, ["{}"], [attempt(), appeal], 0)
    book.save(ROW._replace(rev=rev), ["{}"], [attempt(), appeal], 0)
    assert len(book.attempts()) == 1
    assert book.turn_count("s1") == 1


def test_two_windows_on_one_session_do_not_overwrite_each_other(path: Path) -> None:
    one, other = Gradebook(path), Gradebook(path)
    rev = one.save(ROW, [], [], 0)
    one.save(ROW._replace(rev=rev, state='{"a":1}'), ["{}"], [attempt("a1")], 0)
    with pytest.raises(MovedOnError):
        other.save(ROW._replace(rev=rev, state='{"b":1}'), ["{}"], [attempt("a2")], 0)
    assert [each.attempt for each in other.attempts()] == ["a1"]
    kept = other.session("s1")
    assert kept is not None
    assert kept.state == '{"a":1}'


def test_half_typed_text_is_kept_until_the_answer_is_sent(path: Path) -> None:
    book = Gradebook(path)
    rev = book.save(ROW, [], [], 0)
    book.keep_draft("s1", "half a")
    book.keep_draft("s1", "half an ans\nwer 👍")
    assert book.draft("s1") == "half an ans\nwer 👍"
    book.save(ROW._replace(rev=rev), [], [attempt()], 0)
    assert book.draft("s1") == ""
    book.keep_draft("none", "x")
    assert book.draft("none") == ""


def test_only_the_owner_can_read_it(path: Path) -> None:
    Gradebook(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_answer_reaches_the_disk(path: Path) -> None:
    book = Gradebook(path)
    database = book._db
    assert database.execute("pragma journal_mode").fetchone()[0] == "delete"
    assert database.execute("pragma synchronous").fetchone()[0] == 2
    assert database.execute("pragma user_version").fetchone()[0] == VERSION
    assert database.execute("pragma application_id").fetchone()[0] == 0x43415345


def test_a_gradebook_draws_who_reads_in_it_once(tmp_path: Path) -> None:
    drawn = {each: Gradebook(tmp_path / each / "g.db").reader() for each in "abc"}
    assert len(set(drawn.values())) == 3
    assert {each: Gradebook(tmp_path / each / "g.db").reader() for each in "abc"} == drawn


def test_an_older_gradebook_draws_who_reads_in_it(path: Path) -> None:
    older = Gradebook(path)
    older._db.execute("drop table reader")
    older._db.execute("pragma user_version = 3")
    older.close()
    assert Gradebook(path).reader() == Gradebook(path).reader() != ""


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as told:
        Gradebook(path)
    return told.value.code


def test_what_is_not_ours_or_newer_or_damaged_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("these are my notes, and not a database at all")
    assert refusal(path) == "gradebook-damaged"
    assert path.read_text().startswith("these are my notes")
    path.unlink()
    foreign = sqlite3.connect(path)
    foreign.execute("create table mine (x)")
    foreign.close()
    assert refusal(path) == "gradebook-foreign"
    path.unlink()
    Gradebook(path)._db.execute("pragma user_version = 99")
    assert refusal(path) == "gradebook-newer"


def test_a_damaged_page_is_told(path: Path) -> None:
    book = Gradebook(path)
    book.save(ROW, ["{}"] * 200, [attempt(f"a{n}") for n in range(200)], 0)
    book.close()
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(bytes(raw))
    assert refusal(path) == "gradebook-damaged"


def test_a_file_that_vanishes_is_told_and_nothing_is_lost_in_silence(path: Path) -> None:
    book = Gradebook(path)
    rev = book.save(ROW, [], [], 0)
    path.unlink()
    with pytest.raises(StoreError) as told:
        book.save(ROW._replace(rev=rev), [], [attempt()], 0)
    assert told.value.code == "gradebook-vanished"


def test_a_file_in_use_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebot.store.gradebook.BUSY_MS", 50)
    book = Gradebook(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(StoreError) as told:
        book.save(ROW, [], [attempt()], 0)
    assert told.value.code == "gradebook-busy"
    other.execute("rollback")
    other.close()
    assert book.save(ROW, [], [attempt()], 0) == 1


NOBODY = ("/usr/bin/setpriv", "--reuid=65534", "--clear-groups")


def test_a_busy_commit_is_undone_and_can_be_made_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebot.store.gradebook.BUSY_MS", 50)
    book = Gradebook(path)
    rev = book.save(ROW, ["{}"] * 5, [attempt()], 0)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select * from turn").fetchone()
    with pytest.raises(StoreError) as told:
        book.save(ROW._replace(rev=rev), [], [attempt("a2")], 5)
    assert told.value.code == "gradebook-busy"
    reader.execute("rollback")
    reader.close()
    assert book.save(ROW._replace(rev=rev), [], [attempt("a2")], 5) == rev + 1


BEGINNER = """
import sys
from pathlib import Path
from casebot.store.gradebook import Gradebook
Gradebook(Path(sys.argv[1])).close()
"""


def test_many_that_begin_at_once_make_one_gradebook(path: Path) -> None:
    command = [sys.executable, "-c", BEGINNER, str(path)]
    beginners = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(8)]
    told = [beginner.communicate()[1] for beginner in beginners]
    assert told == [b""] * 8
    assert Gradebook(path).attempts() == []


LIMITED = """
import resource, signal, sys
from pathlib import Path
from casebot.store.gradebook import Gradebook
from casebot.store.failure import StoreError
from tests.store.test_gradebook import ROW, attempt
book = Gradebook(Path(sys.argv[1]))
rev = book.save(ROW, [], [attempt("first")], 0)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
for n in range(400):
    try:
        rev = book.save(ROW._replace(rev=rev), ["x" * 4000], [attempt(f"a{n}")], n)
    except StoreError as error:
        print(error.code)
        break
"""


def test_a_full_disk_is_told_and_what_was_kept_stays(path: Path) -> None:
    path.parent.mkdir()
    run = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=False)
    assert run.stdout.strip() in {"gradebook-full", "gradebook-failed"}, run.stderr
    assert Gradebook(path).attempts()[0].attempt == "first"


@pytest.mark.skipif(os.getuid() == 0 and not Path("/usr/bin/setpriv").exists(), reason="root can write anywhere")
def test_a_folder_that_cannot_be_written_is_told(path: Path, tmp_path: Path) -> None:
    book = Gradebook(path)
    book.save(ROW, [], [attempt("first")], 0)
    book.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    tmp_path.chmod(0o755)
    code = (
        "import sys; from pathlib import Path; from casebot.store.gradebook import Gradebook; "
        "from casebot.store.failure import StoreError; from tests.store.test_gradebook import ROW, attempt\n"
        "book = Gradebook(Path(sys.argv[1])); print(len(book.attempts()))\n"
        "try: book.save(ROW._replace(rev=1), [], [attempt('second')], 0)\n"
        "except StoreError as error: print(error.code)\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    if os.getuid() == 0:
        _open_to_all(path)
        command = [*NOBODY, *command]
        if subprocess.run([*NOBODY, sys.executable, "-c", "import tests"], capture_output=True, check=False).returncode:
            pytest.skip("another user cannot run this Python")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    path.parent.chmod(0o755)
    assert run.stdout.split() == ["1", "gradebook-readonly"], run.stderr


def _open_to_all(path: Path) -> None:
    """Lets another user reach the file through the folders above it."""
    for folder in path.parents:
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)


WRITER = """
import sys
from pathlib import Path
from casebot.store.gradebook import Gradebook
from tests.store.test_gradebook import ROW, attempt
book = Gradebook(Path(sys.argv[1]))
rev = 0
for n in range(100_000):
    rev = book.save(ROW._replace(rev=rev), [f"{n}"], [attempt(f"a{n}")], n)
    print(n, flush=True)
"""


def test_a_kill_loses_no_answer_that_was_kept(path: Path) -> None:
    path.parent.mkdir()
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(20):
            writer.stdout.readline()
        time.sleep(0.02)
        writer.send_signal(signal.SIGKILL)
        told = [20 + number for number, _ in enumerate(writer.stdout)]
    kept = [each.attempt for each in Gradebook(path).attempts()]
    assert len(kept) >= (told[-1] if told else 20)
    assert kept == [f"a{n}" for n in range(len(kept))]
    assert Gradebook(path).turn_count("s1") == len(kept)


def test_an_older_file_is_made_one_of_this_version(path: Path) -> None:
    book = Gradebook(path)
    book.save(ROW, [], [attempt()], 0)
    book._db.execute("drop table due")
    book._db.execute("drop table looked")
    book._db.execute("drop table reader")
    book._db.execute("pragma user_version = 1")
    book.close()
    again = Gradebook(path)
    assert again.attempts() == [attempt()]
    row = DueRow("small/bank/year", "2026-11-25", "review", "2026-11-22")
    again.save(ROW._replace(rev=1), [], [], 0, due=[row])
    assert again.planned() == [row]
    again.plan([])
    assert again.planned() == []
    again.look({"small": {"closed": "2026-11-01"}})
    again.look({"small": {"closed": "2026-11-02"}})
    assert again.looked() == {"small": {"closed": "2026-11-02"}}


def test_what_is_said_beside_answers_is_read_back(path: Path) -> None:
    position = Position(
        id="p", learner="a", session="s1", dilemma="c/d", when="before", at="2026", lang="en", value=3, reason=""
    )
    note = Note(id="n", learner="a", session="s1", about="correction:c/b/i", at="2026", lang="en", text="x")
    book = Gradebook(path)
    book.save(ROW, [], [note, position], 0)
    assert book.positions() == [position]
    assert book.notes() == [note]
