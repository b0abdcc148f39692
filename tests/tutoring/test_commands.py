"""Do the commands do what they say, and is nothing given away while a question is open?"""

from casebot.tutoring.book import Book
from casebot.tutoring.expectation import withheld
from casebot.tutoring.moves import Arrive
from casebot.tutoring.state import State
from tests.tutoring.talk import Talk


def test_the_claims_of_an_open_question_are_withheld_until_its_verdict(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    assert withheld(talk.state, small_book) == {"small/rust"}
    talk.do("source")
    assert talk.keys == ["source-waits"]
    talk.do("back")
    assert talk.keys == ["question-waits", "figure"], "the figure before it gives nothing away"
    talk.do("continue")
    assert talk.reply.expects.item == "small/bank/cause"
    talk.answer("rust")
    assert withheld(talk.state, small_book) == frozenset()
    talk.do("source")
    assert talk.reply.turns[-1].args["claims"] == ("small/rust",)


def test_a_page_that_answers_the_open_question_stays_closed(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-year")
    talk.do("back")
    assert talk.keys == ["page-waits"]
    assert talk.reply.expects.item == "small/bank/year"


def test_going_back_keeps_what_was_tried(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    talk.do("back")
    assert talk.reply.expects.kind == "page"
    talk.say("")
    assert talk.reply.expects.struck == ("cuts",)
    talk.answer("rust")
    assert talk.attempts[-1].credit == 0.5


def test_a_page_can_be_read_again(small_book: Book) -> None:
    talk = Talk(small_book).go_to("page")
    talk.do("back")
    assert talk.keys == ["no-page-before"]
    talk.do("source")
    assert talk.reply.turns[-1].args["claims"] == ("small/closed", "small/rust", "small/sabotage")
    talk.do("repeat")
    assert talk.keys == ["page"]


def test_why_tells_the_reasons_of_the_last_verdict(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("City Gazete")
    talk.do("why")
    assert [reason.code for reason in talk.reply.turns[0].reasons] == ["typo"]


def test_an_objection_is_kept_and_changes_no_score(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("The Mirror")
    earned = talk.state.credits
    talk.do("appeal")
    assert talk.keys == ["appeal-kept"]
    assert [(appeal.attempt, appeal.response) for appeal in talk.appeals] == [(talk.attempts[-1].attempt, "The Mirror")]
    assert talk.state.credits == earned


def test_the_language_changes_in_the_middle(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("/fr")
    assert talk.keys == ["language"]
    assert talk.state.lang == "fr"
    talk.say("City Gazette")
    assert talk.attempts[-1].lang == "fr"
    talk.say("/english")
    assert talk.state.lang == "en"


def test_leaving_says_so(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    assert talk.do("quit").leave
    assert not talk.do("hint").leave


def test_hints_run_out(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    offered = [talk.do("hint").expects.hint for _ in range(3)]
    assert offered == [True, False, False]
    assert talk.keys == ["no-more-hints"]


def test_no_hint_before_the_text(small_book: Book) -> None:
    talk = Talk(small_book)
    assert not talk.reply.expects.hint
    talk.do("hint")
    assert talk.keys == ["no-hint-before"]
    talk.do("skip")
    assert talk.keys == ["page"]
    assert talk.attempts == []


def test_coming_back_goes_on_at_the_same_place(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    kept = State.model_validate_json(talk.state.model_dump_json())
    again = Talk(small_book, kept)
    assert again.turns == []
    assert again.reply.expects == talk.reply.expects
    assert again.state.asking is not None
    assert again.state.asking.tries == 1


def test_a_step_that_is_gone_gives_way_to_the_next(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    gone = talk.state.model_copy(update={"step": "ask-removed"})
    again = Talk(small_book, gone)
    assert [turn.key for turn in again.turns] == ["step-gone", "item"]
    assert again.reply.expects.item == "small/bank/cause"


def test_arriving_at_the_end_stays_at_the_end(small_book: Book) -> None:
    talk = Talk(small_book).go_to("time")
    talk.do("continue")
    assert talk.reply.expects.kind == "end"
    assert talk.move(Arrive()).turns == ()
    talk.do("repeat")
    assert talk.keys == ["end-lesson"]
