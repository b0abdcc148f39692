"""What is said beside the answers: reasons, objections, the way back, how sure, and what a guess was worth."""

import pytest

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.attempt import Appeal
from casebot.tutoring.book import Book
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin


def test_reasons_asked_for_later_name_their_question(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("Mirror")
    talk.do("why")
    assert talk.reply.turns[-1].args["named"]
    talk.do("skip")
    talk.do("why")
    assert not talk.reply.turns[-1].args["named"]


@pytest.mark.parametrize("line", ["why", "Why?", "pourquoi ?"])
def test_a_bare_why_asks_for_the_reasons_and_costs_no_hint(small_book: Book, line: str) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("Mirror")
    rungs = talk.state.asking.rungs if talk.state.asking else None
    talk.say(line)
    assert talk.keys == ["typed", "why"]
    assert talk.state.asking is not None
    assert talk.state.asking.rungs == rungs


def test_an_objection_is_kept_once_for_each_verdict(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    talk.do("appeal")
    assert talk.keys == ["appeal-kept"]
    talk.do("appeal")
    assert talk.keys == ["appeal-again"]
    talk.answer("ice")
    talk.do("appeal")
    assert talk.keys == ["appeal-kept"]
    kept = [entry for entry in talk.entries if isinstance(entry, Appeal)]
    assert [entry.response for entry in kept] == ["cuts", "ice"]


def test_an_objection_may_give_its_reason_at_once_or_later(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    talk.do("appeal")
    talk.say("/appeal the report says cuts")
    assert talk.keys == ["typed", "appeal-kept"]
    assert [(each.response, each.reason) for each in talk.appeals] == [("cuts", ""), ("cuts", "the report says cuts")]
    assert talk.reply.expects.item == "small/bank/cause", "the question is still open"


def test_words_behind_a_command_do_not_make_it_a_question(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("/hint please")
    assert [turn.role for turn in talk.reply.turns] == ["you", "hints"]


def test_an_answer_is_taken_back_before_its_verdict(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.say("City Gazet")
    assert (talk.reply.expects.kind, talk.reply.expects.back) == ("certainty", True)
    talk.do("back")
    assert talk.keys == ["taken-back"]
    assert (talk.reply.expects.kind, talk.reply.expects.begun) == ("text", "City Gazet")
    talk.say("City Gazette")
    talk.sure(3)
    assert [(each.response, each.try_) for each in talk.attempts if each.response] == [("City Gazette", 1)]


def test_why_says_what_the_author_says_and_once_closed_why_the_answer_is_right(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    talk.do("why")
    open_ = write(talk.reply.turns[-1], Sheet(small_book, Words("en"), 70)).text
    talk.answer("rust")
    talk.do("why")
    closed = write(talk.reply.turns[-1], Sheet(small_book, Words("en"), 70)).text
    item = small_book.item("small/bank/cause")
    assert item is not None
    assert item.explain is not None
    explained = str(item.explain.show("en"))[:16]
    assert explained not in open_
    assert explained in closed


def test_the_way_back_is_offered_only_where_it_leads_somewhere(small_book: Book) -> None:
    talk = Talk(small_book)
    seen = set()
    for _ in range(60):
        offered = talk.reply.expects.back
        seen.add(offered)
        step = talk.state.step
        if talk.reply.expects.kind not in {"end", "certainty"}:
            talk.do("back")
            refused = bool({"no-page-before", "page-waits"} & set(talk.keys))
            assert refused != offered, step
        if talk.reply.expects.kind == "end":
            break
        talk.do("skip")
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("3", 3),
        ("3.", 3),
        ("sure", 3),
        ("I'm sure!", 3),
        ("a guess", 1),
        ("assez sûr", 2),
        ("é", 2),
        ('"', 3),
        ("&", 1),
    ],
)
def test_how_sure_can_be_said_in_words(small_book: Book, line: str, level: int) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.say("City Gazette")
    talk.say(line)
    assert talk.attempts[-1].certainty == level


@pytest.mark.parametrize("line", ["", "4", "e", "because"])
def test_what_says_no_certainty_is_asked_again(small_book: Book, line: str) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    done = len(talk.attempts)
    talk.say("City Gazette")
    talk.say(line)
    assert talk.keys == ["certainty-first"]
    assert len(talk.attempts) == done


@pytest.mark.parametrize(
    ("guess", "then", "told"),
    [
        ("2019", ("2019",), "guess-was-right"),
        ("2018", ("2019",), "guess-was-wrong"),
        ("2018", ("2017", "2016"), "guess-was-wrong"),
        ("2018", ("2017", "2019"), None),
    ],
)
def test_a_guess_is_held_against_the_first_try_after_reading(
    small_book: Book, guess: str, then: tuple[str, ...], told: str | None
) -> None:
    talk = Talk(small_book)
    talk.say(guess)
    talk.do("continue")
    for text in then:
        talk.say(text)
    said = [key for key in talk.keys if key.startswith("guess-was")]
    assert said == ([told] if told else [])


def test_the_language_can_change_while_certainty_is_asked(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-city")
    talk.say("City Gazette")
    talk.do("fr")
    assert talk.reply.expects.kind == "certainty"
    talk.say("certain")
    assert (talk.attempts[-1].lang, talk.attempts[-1].verdict, talk.attempts[-1].certainty) == ("en", "correct", 3)
    assert talk.state.lang == "fr"
