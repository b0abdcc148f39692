"""Is nothing left of what a learner says while a dilemma is weighed, wherever they stop?"""

from pathlib import Path

import pytest

from tests.command import casebot

pytest.importorskip("casebot.tutoring.deliberating", reason="dilemmas cannot be weighed yet")
OPINION = "closing early saves lives and costs time, zqx"


@pytest.mark.parametrize("said", [1, 2, 25])
def test_nothing_is_left_of_what_was_said(said: int, home: Path, small_place: Path) -> None:
    lines = [f"30 {OPINION}", *([OPINION, ""] * 12)][:said]
    weigh = ("dilemmas", "small/warn", "--plain", "--cases", small_place)
    assert casebot(*weigh, given="\n".join(lines)).returncode == 0
    gradebook = home / "gradebook-learner.db"
    assert b"zqx" in gradebook.read_bytes()
    assert casebot("forget", "positions").returncode == 0
    assert b"zqx" not in gradebook.read_bytes()
    again = casebot(*weigh, given="\n\n")
    assert again.returncode == 0
    assert "zqx" not in again.stdout
