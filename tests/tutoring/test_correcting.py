"""What follows where a learner was sure, and wrong?"""

from casebot.grading.matching import nearly
from casebot.grading.normalise import fold
from casebot.model.attempt import Note
from casebot.tutoring.book import Book
from tests.tutoring.talk import Talk, begin


def wrong_and_sure(small_book: Book) -> Talk:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.say("Daily Planet")
    talk.sure(3)
    assert talk.waits_for() == "text", "a second try comes first"
    talk.say("the Herald")
    assert talk.keys[-1] == "correction"
    assert talk.waits_for() == "correction"
    return talk


def test_the_right_answer_is_typed_once_and_kept(small_book: Book) -> None:
    talk = wrong_and_sure(small_book)
    talk.do("continue")
    assert talk.keys == ["correction"]
    talk.say("the Herald")
    assert talk.keys == ["typed", "correction-again"]
    talk.say("city gazete")
    assert "corrected" in talk.keys
    notes = [entry for entry in talk.entries if isinstance(entry, Note)]
    assert [(note.about, note.text) for note in notes] == [("correction:small/bank/city", "city gazete")]
    assert talk.state.waiting == ""
    assert talk.state.step != "ask-city"


def test_a_correction_can_be_passed_asked_about_and_taken_up_again(small_book: Book) -> None:
    talk = wrong_and_sure(small_book)
    talk.do("why")
    assert talk.keys == ["why"]
    talk.do("repeat")
    assert talk.keys == ["correction"]
    again = Talk(small_book, talk.state)
    assert again.waits_for() == "correction"
    again.do("skip")
    assert again.state.waiting == ""
    assert again.state.owed == ("small/bank/city",)


def test_the_question_returns_at_the_end_without_credit(small_book: Book) -> None:
    talk = wrong_and_sure(small_book)
    talk.do("skip")
    talk.go_to("small/bank/city-retest")
    assert talk.reply.expects.item == "small/bank/city"
    before = talk.state.credits
    talk.say("City Gazette")
    talk.sure(3)
    assert talk.attempts[-1].phase == "retest"
    assert talk.attempts[-1].verdict == "correct"
    assert talk.state.credits == before
    talk.do("continue")
    assert talk.state.finished


def test_only_a_first_try_that_was_sure_and_wholly_wrong_is_owed(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.say("Daily Planet")
    talk.sure(2)
    talk.say("the Herald")
    assert talk.waits_for() == "verdict"
    assert talk.state.owed == ()


def test_the_letter_of_an_option_is_no_correction(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-cause")
    talk.answer("ice")
    talk.sure(3)
    talk.answer("cuts")
    assert talk.waits_for() == "correction"
    for letter in "abc":
        talk.say(letter)
        assert "correction-again" in talk.keys
    talk.say("cuts")
    assert "correction-again" in talk.keys
    talk.say("rust")
    assert "corrected" in talk.keys


def test_slips_of_copying_are_read_past() -> None:
    wanted, given = "aucune source à l'appui n'a été trouvée", "aucune source a lappui na ete trouve"
    assert nearly(fold(wanted), fold(given))
    assert not nearly(fold(wanted), fold("une source à l'appui a été trouvée"))
    assert not nearly("2021", "2022")
