"""What must always hold of a conversation, whatever is done?"""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.attempt import Attempt
from casebot.model.lesson import asked_items
from casebot.tutoring.book import Book
from casebot.tutoring.moves import Answer, Certain, Do, Move, Say, Word
from casebot.tutoring.session import respond
from casebot.tutoring.state import State
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin

LINES = st.sampled_from(
    [
        "",
        "a",
        "b",
        "c",
        "a, b",
        "2019",
        "7.25",
        "/skip",
        "/back",
        "rust",
        "no support",
        "?",
        "City Gazette",
        "1=a",
        "x; y",
    ]
)
MOVES: st.SearchStrategy[Move] = (
    st.builds(Say, LINES | st.text(max_size=20), st.sampled_from([None, 1, 2, 3]))
    | st.builds(Answer, st.sampled_from(["rust", "cuts", "true", "closing,rust", "fall,inspect,close,paid", "zzz", ""]))
    | st.builds(Certain, st.sampled_from([1, 2, 3]))
    | st.builds(Do, st.sampled_from([word for word in get_args(Word) if word != "quit"]))
)


@settings(max_examples=60)
@given(
    lesson=st.sampled_from([("first", 11), ("known", 5)]),
    moves=st.lists(MOVES, max_size=40),
    certainty=st.booleans(),
    seed=st.integers(0, 9),
)
def test_no_moves_break_it_and_it_can_always_be_finished(
    small_book: Book, lesson: tuple[str, int], moves: list[Move], certainty: bool, seed: int
) -> None:
    name, items = lesson
    talk = Talk(small_book, begin(lesson=name, certainty=certainty, seed=seed))
    for move in moves:
        before = talk.state
        reply = talk.move(move)
        assert respond(before, move, small_book, talk.now) == (talk.state, reply), "the same twice"
        assert State.model_validate_json(talk.state.model_dump_json()) == talk.state
    ids = [entry.attempt if isinstance(entry, Attempt) else entry.id for entry in talk.entries]
    assert len(set(ids)) == len(ids)
    for turn in talk.turns:
        for language in ("en", "fr"):
            assert write(turn, Sheet(small_book, Words(language), 60)).lines
    for _ in range(80):
        if talk.reply.expects.kind == "end":
            break
        talk.say("/skip")
    assert talk.state.finished, "no prompt ever needs more than /skip"
    of = talk.turns[-1].args["of"] if talk.turns[-1].key == "end-lesson" else items
    assert of == items


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("certainty", [True, False])
@pytest.mark.parametrize("lesson", ["acquisition", "scenarios"])
def test_a_shipped_lesson_can_be_skipped_through(
    shipped_book: Book, lesson: str, language: str, certainty: bool
) -> None:
    talk = Talk(shipped_book, begin("x-xai", lesson, language, certainty=certainty))
    for _ in range(80):
        if talk.reply.expects.kind == "end":
            break
        talk.say("/skip")
    assert talk.state.finished
    steps = shipped_book.cases["x-xai"].lessons[lesson].steps.values()
    assert talk.turns[-1].args["of"] == len({item for step in steps for item in asked_items(step)})
    for turn in talk.turns:
        assert "content-gone" not in write(turn, Sheet(shipped_book, Words(language), 60)).text


@settings(max_examples=50)
@given(text=st.text(max_size=200))
def test_any_text_can_be_an_answer_and_is_shown(small_book: Book, text: str) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say(text)
    for turn in talk.reply.turns:
        write(turn, Sheet(small_book, Words("en"), 60))
    talk.state.model_dump_json().encode("utf-8")
    for entry in talk.entries:
        entry.model_dump_json().encode("utf-8")
