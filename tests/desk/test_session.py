"""Is what is said again kept once only?"""

from pathlib import Path

from casebot.content.library import Library
from casebot.desk import Desk
from casebot.store.gradebook import Gradebook
from casebot.store.settings import Settings
from casebot.tutoring.moves import Do, Say


def opened(place: Path, file: Path, language: str = "en") -> Desk:
    return Desk(Library((place,)), Gradebook(file), Settings(certainty=False), "ada", language)


def test_a_question_that_one_comes_back_to_stands_once(small_place: Path, tmp_path: Path) -> None:
    file = tmp_path / "g.db"
    with opened(small_place, file) as desk:
        desk.take_lesson("small", "first")
        while desk.expects.item != "small/bank/city":
            desk.move(Do("continue" if desk.expects.kind in {"page", "verdict"} else "skip"))
        total = desk.turn_total
    for language in ("en", "fr", "en", "fr"):
        with opened(small_place, file, language) as desk:
            desk.take_lesson("small", "first")
            desk.move(Do("repeat"))
            assert desk.turn_total == total
            assert [turn.key for turn in desk.turns(total, 1)] == ["item"]
    with opened(small_place, file) as desk:
        desk.take_lesson("small", "first")
        desk.move(Say("City Gazette"))
        assert desk.turn_total > total
