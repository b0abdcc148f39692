"""What must always hold while a dilemma is weighed, whatever is said?"""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.documents.sheet import Sheet
from casebot.documents.sides import BESIDE
from casebot.documents.transcript import write
from casebot.documents.wrap import cells
from casebot.model.attempt import Attempt
from casebot.model.languages import SPOKEN
from casebot.tutoring.book import Book
from casebot.tutoring.moves import Answer, Certain, Do, Move, Say, Word
from casebot.tutoring.session import respond
from casebot.tutoring.sides import Sides, read_by
from casebot.tutoring.state import State
from casebot.tutoring.turns import Turn
from casebot.tutoring.weighing import parts
from casebot.words.words import Words
from tests.tutoring.talk import Talk
from tests.tutoring.test_dilemmas import weigh

LINES = st.sampled_from(
    [
        "",
        "30",
        "100",
        "50 because",
        "2",
        "4",
        "9",
        "/skip",
        "/back",
        "/source",
        "/why",
        "/argument 2",
        "/3",
        "help",
        "merci",
    ]
)
MOVES: st.SearchStrategy[Move] = (
    st.builds(Say, LINES | st.text(max_size=30), st.sampled_from([None, 1, 2, 3]))
    | st.builds(Answer, st.sampled_from(["early/lives", "later/proof", "40", "zzz", ""]))
    | st.builds(Certain, st.sampled_from([1, 2, 3]))
    | st.builds(Do, st.sampled_from([word for word in get_args(Word) if word != "quit"]))
)


@settings(max_examples=80)
@given(moves=st.lists(MOVES, max_size=40), keep=st.booleans(), reader=st.sampled_from(["ada", "bea", "cy"]))
def test_no_moves_break_it_and_it_can_always_be_finished(
    small_book: Book, moves: list[Move], keep: bool, reader: str
) -> None:
    talk = Talk(small_book, weigh(keep=keep, reader=reader))
    for move in moves:
        before = talk.state
        reply = talk.move(move)
        assert respond(before, move, small_book, talk.now) == (talk.state, reply), "the same twice"
        assert State.model_validate_json(talk.state.model_dump_json()) == talk.state
    for _ in range(len(parts(small_book.cases["small"].dilemmas["warn"]))):
        talk.say("/skip")
    assert talk.state.finished, "no prompt ever needs more than /skip"
    assert talk.state.weighing is None
    assert talk.state.credits == ()
    assert not any(isinstance(entry, Attempt) for entry in talk.entries)
    assert keep or not talk.entries
    for turn in talk.turns:
        for language in SPOKEN:
            assert write(turn, Sheet(small_book, Words(language), 60)).lines


PARTS = [
    "before",
    "reason",
    "sides",
    "steelman",
    "rewrite",
    "strongest-first",
    "answer",
    "fact",
    "criterion-harm",
    "moved",
]


@settings(max_examples=60)
@given(text=st.text(max_size=200), part=st.sampled_from(PARTS))
def test_any_text_can_be_said_at_any_part_and_is_shown(small_book: Book, text: str, part: str) -> None:
    talk = Talk(small_book, weigh())
    said = {"before": "30", "after": "60", "steelman": "known", "strongest-first": "1", "strongest-second": "3"}
    while talk.reply.expects.part != part:
        talk.say(said.get(talk.reply.expects.part, "/skip"))
    talk.say(text)
    for turn in talk.reply.turns:
        write(turn, Sheet(small_book, Words("en"), 60))
    talk.state.model_dump_json().encode("utf-8")
    for entry in talk.entries:
        entry.model_dump_json().encode("utf-8")


SECRETS = ("thinking out loud", "the best of them", "an odd fact", "my own answer", "who is hurt")


def test_where_positions_are_not_kept_nothing_of_them_is_left(small_book: Book) -> None:
    talk = Talk(small_book, weigh(keep=False))
    reason, best, fact, answer, harm = SECRETS
    said = {"before": "37", "reason": reason, "steelman": best, "rewrite": f"{best} again", "strongest-first": "2"}
    said |= {
        "strongest-second": "4",
        "answer": answer,
        "fact": fact,
        "criterion-harm": harm,
        "after": "63",
        "moved": "2",
    }
    while talk.waits_for() != "end":
        talk.say(said.get(talk.reply.expects.part, ""))
    assert talk.entries == []
    kept = [turn for turn in talk.turns if not turn.fleeting]
    everything = talk.state.model_dump_json() + "".join(turn.model_dump_json() for turn in kept)
    assert not [secret for secret in (*SECRETS, "37", "63") if secret in everything]
    telling = {"position", "picked", "typed", "steelman", "steelman-heard", "strongest-answer", "shift", "moved-by"}
    assert not telling & {turn.key for turn in kept}
    assert telling <= {turn.key for turn in talk.turns}
    assert all("dilemma" in turn.args for turn in talk.turns if turn.fleeting), (
        "so all of it can be found and forgotten"
    )


@given(reader=st.text(max_size=20), seed=st.integers(0, 9))
def test_a_learner_always_reads_the_sides_in_the_same_order(small_book: Book, reader: str, seed: int) -> None:
    dilemma = small_book.cases["small"].dilemmas["warn"]
    state = weigh(reader=reader).model_copy(update={"seed": seed, "session": f"{seed:08}-2222-3333-4444-555555555555"})
    talk = Talk(small_book, state)
    assert talk.turns[-1].args["turned"] == read_by(reader, "small/warn", dilemma).turned


def test_each_side_is_read_first_by_about_half_of_the_learners(shipped_book: Book) -> None:
    for name, dilemma in shipped_book.cases["x-xai"].dilemmas.items():
        turned = sum(read_by(f"reader-{each}", f"x-xai/{name}", dilemma).turned for each in range(400))
        assert 150 < turned < 250, name


@given(value=st.integers(0, 100), turned=st.booleans())
def test_the_scale_of_the_learner_and_of_the_author_are_one(small_book: Book, value: int, turned: bool) -> None:
    sides = Sides(small_book.cases["small"].dilemmas["warn"], turned)
    assert sides.own(sides.own(value)) == value
    assert sides.against(value) == (0 if sides.own(value) > 50 else 1)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("screen", [0, 60, 80, 90, 140])
def test_both_sides_are_given_the_same_room(shipped_book: Book, language: str, screen: int) -> None:
    width = {0: 78, 60: 57, 80: 66, 90: 76, 140: 126}[screen]
    for name, dilemma in shipped_book.cases["x-xai"].dilemmas.items():
        sheets = Sheet(shipped_book, Words(language), width, screen)
        ways = [
            write(Turn(role="tells", key="sides", args={"dilemma": f"x-xai/{name}", "turned": turned}), sheets)
            for turned in (False, True)
        ]
        assert len(ways[0].lines) == len(ways[1].lines), "whichever side is read first"
        assert [[span.style for span in row.spans] for row in ways[0].lines if not row.fixed] == [
            [span.style for span in row.spans] for row in ways[1].lines if not row.fixed
        ]
        rows = [row for row in ways[0].lines if row.fixed or not row.text]
        assert all(cells(row.text) <= width for row in rows)
        heads = [place for place, row in enumerate(ways[0].lines) if any(span.style == "title" for span in row.spans)]
        if screen < BESIDE:
            table = next(
                place for place, row in enumerate(ways[0].lines) if "strong" in {s.style for s in row.spans} and place
            )
            first = heads[0]
            second = next(place for place in heads if place > first + 3)
            assert second - first == table - second, "as many rows below each heading"
        assert len(dilemma.side[0].argument) == len(dilemma.side[1].argument)
