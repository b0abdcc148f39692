"""What does the case answer, and when does it hold its tongue?"""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.content.wordbook import read_wordbook
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.grading.lexicon import Lexicon
from casebot.lookup.index import Index
from casebot.model.case import Case
from casebot.tutoring.book import Book
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin


@pytest.fixture(scope="module")
def asked_book(small_book: Book, lexicon: Lexicon) -> Book:
    index = Index.build(small_book.cases["small"], lexicon, read_wordbook())
    return dataclasses.replace(small_book, lookup=(index,))


def shown(talk: Talk) -> str:
    return "\n".join(write(turn, Sheet(talk.book, Words(talk.state.lang), 70)).text for turn in talk.reply.turns)


def asking(book: Book, lang: str = "en") -> Talk:
    return Talk(book, begin(lang=lang).model_copy(update={"run": "ask", "target": ""}))


@pytest.mark.parametrize(
    ("lang", "question"), [("en", "when did the bridge close?"), ("fr", "quand le pont a-t-il fermé ?")]
)
def test_the_claim_answers_with_status_date_and_source(asked_book: Book, lang: str, question: str) -> None:
    talk = asking(asked_book, lang)
    assert talk.keys == ["welcome-ask"]
    talk.say(question)
    assert talk.keys == ["typed", "passages"]
    said = shown(talk)
    assert "2019" in said
    assert ("(documented)" if lang == "en" else "(documenté)") in said
    assert "City Gazette" in said


def test_what_no_claim_says_the_case_does_not_say(asked_book: Book) -> None:
    talk = asking(asked_book)
    talk.say("what is the capital of Peru?")
    assert talk.keys == ["typed", "case-silent"]
    assert "does not say" in shown(talk)


def test_where_no_case_says_it_the_open_one_is_told_of_first(asked_book: Book, shipped: Case, lexicon: Lexicon) -> None:
    other = Index.build(shipped, lexicon, read_wordbook())
    both = dataclasses.replace(
        asked_book, cases={"x-xai": shipped, **asked_book.cases}, lookup=(other, *asked_book.lookup)
    )
    talk = Talk(both).go_to("page")
    talk.say("{}%s")
    topics = talk.reply.turns[-1].args["topics"]
    assert isinstance(topics, tuple)
    cases = [topic.partition(":")[2].partition("/")[0] for topic in topics]
    assert cases == ["small", "small", "x-xai"], "the open case has two lessons"


def test_an_open_question_brings_its_hint_and_never_its_answer(asked_book: Book) -> None:
    talk = Talk(asked_book).go_to("ask-city")
    for line in ("who reported the closing?", "/ask who reported the closing?", "/who reported it then"):
        talk.say(line)
        assert "passages" not in talk.keys
        assert talk.keys[1] in {"case-waits", "case-waits-alone"}
        assert "Gazette" not in shown(talk)
    assert talk.state.asking is not None
    assert talk.state.asking.tries == 0


def test_on_a_page_the_case_can_be_asked_and_the_lesson_goes_on(asked_book: Book) -> None:
    talk = Talk(asked_book).go_to("page")
    talk.say("/ask when did the bridge close")
    assert talk.keys == ["typed", "passages"]
    talk.say("/demande quand le pont a-t-il fermé")
    assert "passages" in talk.keys
    assert talk.state.step == "page"
    assert talk.waits_for() == "page"
    talk.say("/ask")
    assert talk.keys == ["typed", "ask-what"]


def test_asking_ends_only_when_it_is_left(asked_book: Book) -> None:
    talk = asking(asked_book)
    talk.do("continue")
    talk.do("skip")
    assert talk.waits_for() == "ask"
    again = Talk(asked_book, talk.state)
    again.do("repeat")
    assert again.keys == ["welcome-ask"]
    again.do("quit")
    assert again.reply.leave


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=120))
def test_any_line_is_answered_or_not_and_nothing_breaks(asked_book: Book, text: str) -> None:
    talk = asking(asked_book)
    talk.say(text)
    assert talk.waits_for() == "ask"
    assert shown(talk).strip() or not talk.reply.turns


def test_where_no_hint_is_left_that_is_said_once(asked_book: Book) -> None:
    talk = Talk(asked_book).go_to("ask-city")
    while "case-waits-alone" not in talk.keys:
        talk.say("who reported the closing?")
        assert "no-more-hints" not in talk.keys
    assert talk.keys == ["typed", "case-waits-alone"]
