"""Is an open question a dialogue that asks for more, hints, prompts, and only then tells?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.attempt import Attempt
from casebot.model.item import Free
from casebot.model.languages import SPOKEN
from casebot.progress.firsts import first_tries
from casebot.tutoring.book import Book
from casebot.tutoring.talking import MOST
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin

OPEN = "ask-open"


def begun(book: Book, language: str = "en") -> Talk:
    return Talk(book, begin(lang=language)).go_to(OPEN)


def kept(talk: Talk) -> list[Attempt]:
    return [each for each in talk.attempts if each.item == "small/bank/open"]


def test_it_asks_for_more_then_hints_prompts_and_tells(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("there was rust")
    assert talk.keys == ["typed", "talk-heard", "talk-pump"]
    assert (talk.reply.expects.made, talk.reply.expects.of) == (1, 2)
    talk.say("no idea at all what more")
    assert talk.keys == ["typed", "talk-nothing", "point-hint"]
    talk.say("the weather was bad")
    assert talk.keys == ["typed", "talk-nothing", "point-prompt"]
    talk.say("cats")
    assert talk.keys[:3] == ["typed", "talk-nothing", "point-tell"]
    assert "answer" in talk.keys, "the model answer closes it"
    last = talk.attempts[-1]
    assert (last.score, last.verdict, last.try_, last.hints) == (0.5, "partial", 2, 2)
    assert last.response.splitlines() == ["there was rust", "no idea at all what more", "the weather was bad", "cats"]


def test_the_first_answer_is_the_first_try_and_the_result_is_of_all_that_was_said(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("I don't know")
    assert kept(talk) == [], "not knowing is no answer"
    talk.say("there was\nrust")
    talk.say("the city closed it because of the danger")
    first, whole = kept(talk)
    assert (first.try_, first.verdict, first.score, first.hints) == (1, "partial", 0.5, 1)
    assert first.response.splitlines() == ["I don't know", "there was rust"], "a line for each time"
    assert (whole.try_, whole.verdict, whole.credit) == (2, "correct", 1)
    assert whole.response.splitlines()[-1] == "the city closed it because of the danger"
    assert [each.score for each in first_tries(kept(talk))] == [0.5]
    assert not talk.state.asking
    assert [(each.item, each.credit) for each in talk.state.credits if each.item.endswith("/open")] == [
        ("small/bank/open", 1)
    ]


def test_what_was_said_once_and_left_at_that_is_kept_once(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("there was rust")
    talk.do("why")
    assert "point-told" not in {reason.code for turn in talk.reply.turns for reason in turn.reasons}
    talk.do("skip")
    assert talk.waits_for() == "verdict"
    (only,) = kept(talk)
    assert (only.try_, only.verdict) == (1, "partial")


def test_a_prompt_is_completed_by_the_missing_words(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("there was rust")
    talk.say("hm, not sure of the rest")
    talk.say("hm, not sure of the rest still")
    assert talk.keys[-1] == "point-prompt"
    talk.say("city, for safety")
    assert talk.attempts[-1].score == 1


def test_everything_at_once_ends_it_at_once(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("Rust was found in the cables, and the city closed it because of the danger.")
    assert talk.attempts[-1].verdict == "correct"
    assert talk.attempts[-1].credit == 1
    assert talk.waits_for() == "verdict"
    assert "answer" in talk.keys


def test_a_misconception_is_answered_once(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("it was sabotage, someone cut the ropes")
    assert "feedback" in talk.keys
    talk.say("I still say sabotage")
    assert "feedback" not in talk.keys
    talk.do("skip")
    assert [each.tags for each in kept(talk)] == [("sabotage",), ("sabotage",)], "it was shown twice"


def test_it_can_be_left_and_taken_up_and_hints_can_be_asked_for(small_book: Book) -> None:
    talk = begun(small_book)
    talk.do("hint")
    assert talk.keys == ["point-hint"]
    again = Talk(small_book, talk.state)
    again.do("repeat")
    assert again.keys == ["item", "point-hint"]
    again.do("skip")
    assert again.attempts[-1].response == ""


def test_not_knowing_brings_help(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("I don't know")
    assert talk.keys[-1] == "point-hint"
    talk.say("")
    assert talk.keys == ["blank-empty"]


@settings(max_examples=40, deadline=None)
@given(lines=st.lists(st.text(min_size=1, max_size=60), min_size=MOST, max_size=MOST + 3))
def test_at_most_six_turns_whatever_is_said(small_book: Book, lines: list[str]) -> None:
    talk = begun(small_book)
    for line in lines:
        if talk.waits_for() != "open":
            break
        talk.say(f"x {line.lstrip('/')}")
    turns = talk.attempts[-1:] if talk.waits_for() != "open" else []
    said = talk.state.asking.talk.said if talk.state.asking and talk.state.asking.talk else ()
    assert len(said) < MOST
    assert all(0 <= attempt.score <= 1 for attempt in turns)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_shipped_open_question_can_be_talked_through(shipped_book: Book, language: str) -> None:
    sheet = Sheet(shipped_book, Words(language), 70)
    for bank in shipped_book.cases["x-xai"].banks.values():
        for name, item in bank.items.items():
            if not isinstance(item, Free):
                continue
            full = f"x-xai/{bank.id}/{name}"
            state = begin("x-xai", full, language).model_copy(update={"run": "quiz", "items": (full,)})
            talk = Talk(shipped_book, state)
            for _ in range(MOST):
                if talk.waits_for() == "open":
                    talk.say("zzz")
            assert talk.waits_for() == "verdict", full
            assert talk.attempts[-1].score == 0
            assert all(write(turn, sheet).text.strip() for turn in talk.turns)
