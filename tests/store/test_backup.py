import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.store.backup import back_up, restore
from casebot.store.copies import copies, list_file
from casebot.store.erasing import erase, files_of
from casebot.store.failure import StoreError
from casebot.store.gradebook import Gradebook
from casebot.store.header import VERSION
from casebot.store.inventory import inventory
from casebot.store.places import gradebook_file, make_folder, settings_file
from casebot.store.settings import Settings, write_settings
from tests.store.test_forgetting import everything
from tests.store.test_gradebook import ROW, attempt


@pytest.fixture
def path() -> Path:
    return gradebook_file("ada")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "my # copy?.db"


@pytest.fixture
def book(path: Path) -> Gradebook:
    opened = Gradebook(path)
    opened.save(ROW, ["{}"] * 50, [attempt(f"a{n}") for n in range(50)], 0)
    return opened


def refusal(path: Path, copy: Path) -> str:
    with pytest.raises(StoreError) as told:
        restore(path, copy)
    return told.value.code


def test_what_was_backed_up_comes_back(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    kept = everything(path)
    book.save(ROW._replace(rev=1), [], [attempt("later")], 50)
    later = everything(path)
    assert everything(copy) == kept
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    first = restore(path, copy)
    second = restore(path, copy)
    assert first is not None
    assert second is not None
    assert (everything(path), everything(first), everything(second)) == (kept, later, kept)
    assert (first.name, second.name) == ("gradebook-ada.db.before-restore", "gradebook-ada.db.before-restore-2")
    assert sorted(file.name for file in path.parent.iterdir()) == sorted(
        [path.name, first.name, second.name, list_file(path).name]
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Gradebook(path).save(ROW._replace(rev=1), [], [], 50) == 2


def test_a_backup_is_brought_to_a_machine_that_has_none(copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    assert restore(gradebook_file("elsewhere"), copy) is None
    assert len(Gradebook(gradebook_file("elsewhere")).attempts()) == 50


def test_a_backup_writes_over_nothing(copy: Path, book: Gradebook) -> None:
    copy.write_text("mine")
    with pytest.raises(FileExistsError):
        back_up(book, copy)
    assert copy.read_text() == "mine"
    assert copies(book.path) == ()


def test_a_backup_that_cannot_be_noted_is_not_left_behind(copy: Path, book: Gradebook) -> None:
    list_file(book.path).mkdir()
    with pytest.raises(StoreError):
        back_up(book, copy)
    assert not copy.exists()


WRITER = """
import sys, time
from pathlib import Path
from casebot.store.gradebook import Gradebook
from tests.store.test_gradebook import ROW, attempt
book = Gradebook(Path(sys.argv[1]))
for n in range(1, 100_000):
    book.save(ROW._replace(rev=n), [f"{n}"], [attempt(f"b{n}")], 50 + n)
    print(n, flush=True)
    time.sleep(0.002)
"""


def test_a_backup_is_whole_while_another_window_writes(tmp_path: Path, path: Path, book: Gradebook) -> None:
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for n in range(10):
            writer.stdout.readline()
            back_up(book, tmp_path / f"{n}.db")
        writer.kill()
    for n in range(10):
        copied = Gradebook(tmp_path / f"{n}.db")
        names = {each.attempt for each in copied.attempts()}
        assert names >= {f"a{each}" for each in range(50)} | {f"b{each}" for each in range(1, n + 1)}
        assert copied.turn_count("s1") == len(names) + (1 if len(names) > 50 else 0)


def test_a_gradebook_in_the_middle_of_writing_is_not_replaced(
    path: Path, copy: Path, book: Gradebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(book, copy)
    monkeypatch.setattr("casebot.store.backup.BUSY_MS", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    assert refusal(path, copy) == "gradebook-busy"
    other.close()
    assert restore(path, copy) is not None


def test_a_window_that_was_open_during_a_restore_says_so(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    restore(path, copy)
    with pytest.raises(StoreError) as told:
        book.save(ROW._replace(rev=1), [], [attempt("late")], 50)
    assert told.value.code == "gradebook-vanished"


def test_a_damaged_gradebook_is_replaced_with_what_it_was_writing(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    book.close()
    path.write_bytes(b"\xff" * 5000)
    journal = Path(f"{path}-journal")
    journal.write_bytes(b"left")
    before = restore(path, copy)
    assert before is not None
    assert before.read_bytes() == b"\xff" * 5000
    assert not journal.exists()
    assert len(Gradebook(path).attempts()) == 50


def test_what_is_no_backup_is_refused_and_nothing_changes(path: Path, copy: Path, book: Gradebook) -> None:
    kept = everything(path)
    copy.write_text("my notes")
    assert refusal(path, copy) == "copy-foreign"
    copy.unlink()
    foreign = sqlite3.connect(copy)
    foreign.execute("create table mine (x)")
    foreign.close()
    assert refusal(path, copy) == "copy-foreign"
    foreign = sqlite3.connect(copy)
    foreign.execute("pragma application_id = 0x43415345")
    foreign.close()
    assert refusal(path, copy) == "copy-damaged"
    copy.unlink()
    back_up(book, copy)
    newer = sqlite3.connect(copy)
    newer.execute(f"pragma user_version = {VERSION + 1}")
    newer.close()
    assert refusal(path, copy) == "copy-newer"
    os.mkfifo(copy.with_name("pipe"))
    assert refusal(path, copy.with_name("pipe")) == "copy-foreign"
    with pytest.raises(FileNotFoundError):
        restore(path, copy.with_name("none"))
    assert everything(path) == kept
    assert {file.name for file in path.parent.iterdir()} == {path.name, list_file(path).name}


@given(st.data())
def test_damage_is_refused_or_does_no_harm(data: st.DataObject) -> None:
    """Whatever bytes of a backup are changed or cut off, what is put in place can be read whole."""
    path = gradebook_file("whole")
    if not path.exists():
        book = Gradebook(path)
        book.save(ROW, ["{}"] * 50, [attempt(f"a{n}") for n in range(50)], 0)
        book.close()
    raw = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(raw) - 1))
    with_what = data.draw(st.binary(min_size=1, max_size=64) | st.just(b"\xff" * 4096) | st.just(b""))
    raw[start : start + len(with_what)] = with_what
    copy = path.with_name("copy")
    copy.write_bytes(bytes(raw[:start] if not with_what else raw))
    target = gradebook_file("target")
    target.unlink(missing_ok=True)
    with suppress(StoreError):
        restore(target, copy)
    if not target.exists():
        return
    restored = Gradebook(target)
    assert len(restored.attempts()) <= 50
    assert len(restored.turns("s1", 100, 100)) <= 50
    restored.close()


def test_everything_of_a_learner_goes_and_what_is_anothers_stays(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    restore(path, copy)
    other = Gradebook(gradebook_file("bea"))
    write_settings(settings_file(), Settings())
    mine = path.with_name("notes.txt")
    mine.write_text("mine")
    assert erase(path, files_of(path)) == ()
    assert not copy.exists()
    assert {file.name for file in path.parent.iterdir()} == {other.path.name, "settings.toml", "notes.txt"}
    assert erase(other.path, files_of(other.path)) == ()
    assert [file.name for file in path.parent.iterdir()] == ["notes.txt"]
    assert files_of(path) == ()


def test_a_backup_in_whose_place_anothers_lies_is_left_alone(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    copy.unlink()
    other = Gradebook(gradebook_file("bea"))
    other.save(ROW._replace(learner="bea"), [], [attempt(learner="bea")], 0)
    back_up(other, copy)
    assert copies(path) == ()
    assert copies(other.path) == (copy,)
    erase(path, files_of(path))
    assert len(Gradebook(copy).attempts()) == 1


def test_the_database_of_another_program_is_not_erased(path: Path) -> None:
    make_folder(path.parent)
    foreign = sqlite3.connect(path)
    foreign.execute("create table mine (x)")
    foreign.close()
    with pytest.raises(StoreError) as told:
        files_of(path)
    assert told.value.code == "gradebook-foreign"


def test_looking_changes_nothing_and_tells_what_cannot_be_read(path: Path, copy: Path, book: Gradebook) -> None:
    back_up(book, copy)
    copy.unlink()
    gradebook_file("empty").touch()
    gradebook_file("notes").write_text("my notes")
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    gradebook_file("torn").write_bytes(bytes(damaged))
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    ada, empty, notes, torn = inventory().gradebooks
    assert (ada.learners, ada.counts["attempts"], ada.counts["sessions"]) == (("ada",), 50, 1)
    assert [(each.file, each.size) for each in ada.copies] == [(copy, None)]
    assert (empty.trouble, empty.counts["attempts"]) == (None, 0)
    assert (notes.trouble, torn.trouble) == ("gradebook-foreign", "gradebook-damaged")
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
