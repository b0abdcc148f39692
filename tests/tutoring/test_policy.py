"""Does a bank's policy do what it says?"""

from dataclasses import replace

import pytest

from casebot.model.bank import Policy
from casebot.tutoring.book import Book
from tests.tutoring.talk import Talk, begin


def with_policy(book: Book, **policy: int | bool) -> Book:
    case = book.cases["small"]
    bank = case.banks["bank"].model_copy(update={"policy": Policy.model_validate(policy)})
    return replace(book, cases={"small": replace(case, banks={"bank": bank})})


@pytest.mark.parametrize("tries", [1, 2, 3])
def test_tries(small_book: Book, tries: int) -> None:
    talk = Talk(with_policy(small_book, tries=tries)).go_to("ask-city")
    done = len(talk.attempts)
    for text in ("Mirror", "Herald", "Times", "Post"):
        if talk.reply.expects.kind == "text":
            talk.say(text)
    assert len(talk.attempts) - done == tries


def test_without_hints_none_is_offered_or_given(small_book: Book) -> None:
    talk = Talk(with_policy(small_book, hints=False)).go_to("ask-city")
    assert not talk.reply.expects.hint
    talk.do("hint")
    assert talk.keys == ["no-more-hints"]
    talk.say("Mirror")
    assert "hint" not in talk.keys


def test_without_skip_a_try_is_asked_for_first_and_nobody_is_stuck(small_book: Book) -> None:
    talk = Talk(with_policy(small_book, skip=False)).go_to("ask-city")
    talk.do("skip")
    assert talk.keys == ["skip-later"]
    talk.do("skip")
    assert talk.reply.expects.kind == "verdict"


def test_without_certainty_it_is_not_asked(small_book: Book) -> None:
    talk = Talk(with_policy(small_book, certainty=False), begin(certainty=True)).go_to("ask-city")
    talk.say("City Gazette")
    assert talk.reply.expects.kind == "verdict"
