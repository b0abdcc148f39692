"""What is opened where a lesson can be named: a lesson, a bank, what is due, a test-out, or a dilemma?"""

from typing import TYPE_CHECKING, Final

from casebot.model.quiz import Quiz

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.tutoring.state import State
    from casebot.tutoring.turns import Reply

DUE: Final = ":due"
AHEAD: Final = ":ahead"
ASK: Final = ":ask"
TEST_OUT: Final = ":test-out "
DILEMMA: Final = ":dilemma "
PRACTISE: Final = ":practise "
"""Before `case/objective`."""


def take(desk: "Desk", name: str, quiz: Quiz | None, *, again: bool) -> "Reply | None":
    """Begins or takes up what is named; None where nothing is due. Raises NotThereError or StoreError.

    A finished lesson is opened to be read, unless it is taken `again`.
    """
    if quiz is not None and name == quiz.file:
        return desk.take_bank(quiz)
    if name in {DUE, AHEAD}:
        return desk.take_due(ahead=name == AHEAD)
    if name == ASK:
        return desk.take_ask()
    if name.startswith(TEST_OUT):
        return desk.take_test_out(*desk.find_lesson(name.removeprefix(TEST_OUT)))
    if name.startswith(PRACTISE):
        return desk.take_practice(*desk.find_objective(name.removeprefix(PRACTISE)))
    if name.startswith(DILEMMA):
        return desk.take_dilemma(*desk.find_dilemma(name.removeprefix(DILEMMA)))
    return desk.take_lesson(*desk.find_lesson(name), reread=not again)


def name_again(state: "State", quiz: Quiz | None) -> str:
    """The name under which what was held is opened once more; a lesson tested out of is opened itself."""
    name = f"{state.case}/{state.target}"
    ahead = f"{PRACTISE}{state.case}/{state.target.partition('/')[2]}" if state.case else AHEAD
    by_run = {
        "quiz": quiz.file if quiz else "",
        "review": DUE,
        "ahead": ahead,
        "ask": ASK,
        "dilemma": f"{DILEMMA}{name}",
    }
    return by_run.get(state.run, name)
