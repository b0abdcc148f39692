"""Is a typed line read in the order that keeps an answer an answer?"""

import pytest

from casebot.model.item import Match
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shown_rights
from casebot.tutoring.moves import Say
from tests.tutoring.talk import Talk, begin


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("/hint", ["hint"]),
        ("/indice", ["hint"]),
        ("/HINT ", ["hint"]),
        ("/répéter", ["item"]),
        ("/source", ["source-waits"]),
        ("/why", ["nothing-judged"]),
        ("/appeal", ["nothing-judged"]),
        ("/help", ["help"]),
        ("/hnit", ["command-near"]),
        ("/xyzzy", ["command-unknown"]),
        ("/", ["command-unknown"]),
        ("give me a hint", ["typed", "hint"]),
        ("un indice s'il vous plaît", ["typed", "hint"]),
        ("thank you", ["typed", "talk-thanks"]),
        ("bonjour", ["typed", "talk-hello"]),
        ("who owns it?", ["typed", "case-waits", "hint"]),
        ("quel journal", ["typed", "case-waits", "hint"]),
        ("c'est quoi ce journal", ["typed", "case-waits", "hint"]),
        ("qu'est-ce qui a fermé", ["typed", "case-waits", "hint"]),
        ("c koi la reponse", ["typed", "case-waits", "hint"]),
        ("according to whom", ["typed", "case-waits", "hint"]),
        ("je ne sais pas", ["typed", "blank-unknown"]),
        ("City Gazette?", ["typed", "verdict-correct", "guess"]),
        ("what about the City Gazete", ["typed", "verdict-close", "guess"]),
        ("Gazelle?", ["typed", "verdict-incorrect", "feedback", "hint", "try-again"]),
        ("the Mirror", ["typed", "verdict-incorrect", "hint", "try-again"]),
    ],
)
def test_a_line_is_read_in_order(small_book: Book, line: str, keys: list[str]) -> None:
    talk = Talk(small_book)
    talk.say("2018")
    talk.go_to("ask-city")
    talk.say("/repeat")
    talk.state = talk.state.model_copy(update={"judged": None})
    talk.say(line)
    assert talk.keys == [key for key in keys if key != "guess"]


def test_a_phrase_that_is_an_answer_is_an_answer(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-closed")
    talk.say("non")
    assert talk.keys[:2] == ["chosen", "verdict-correct"]


def test_any_quantity_answers_a_question_for_a_number(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cost")
    talk.say("was it 12 million?")
    assert talk.keys[1] == "verdict-incorrect"


def test_letters_mean_the_options_as_they_are_shown(small_book: Book) -> None:
    for seed in range(12):
        talk = Talk(small_book, begin(seed=seed)).go_to("ask-cause")
        shown = talk.reply.expects.options
        talk.say("abc"[shown.index("rust")])
        assert talk.attempts[-1].response == "rust"
        assert talk.attempts[-1].verdict == "correct"


def test_pairs_are_read_as_they_are_shown(small_book: Book) -> None:
    pairs = small_book.item("small/bank/pairs")
    assert isinstance(pairs, Match)
    for seed in range(6):
        talk = Talk(small_book, begin(seed=seed)).go_to("ask-pairs")
        rights = shown_rights("small/bank/pairs", pairs, seed)
        typed = "; ".join(
            f"{n}={'abc'[rights.index(right)]}" for n, right in enumerate(("rust", "closing", "payment"), 1)
        )
        talk.say(typed)
        assert talk.attempts[-1].verdict == "correct", (rights, typed)


def test_an_order_is_never_shown_in_the_right_order(small_book: Book) -> None:
    for seed in range(60):
        talk = Talk(small_book, begin(seed=seed))
        talk.go_to("ask-order")
        assert talk.reply.expects.options != ("fall", "inspect", "close", "paid")


def test_a_line_may_carry_its_certainty(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.move(Say("City Gazette", 1))
    assert talk.attempts[-1].certainty == 1


def test_nothing_is_asked_on_a_page(small_book: Book) -> None:
    talk = Talk(small_book).go_to("page")
    talk.say("hello there")
    assert talk.keys == ["typed", "case-silent"]
    talk.say("help me")
    assert talk.keys == ["typed", "help"]
    talk.say("")
    assert talk.reply.expects.item == "small/bank/year"
