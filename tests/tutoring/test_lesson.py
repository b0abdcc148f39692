"""Does a lesson go from step to step as the tables of tries, hints and credit say?"""

import pytest

from casebot.model.attempt import Attempt
from casebot.tutoring.book import Book
from tests.tutoring.talk import Talk, begin


def test_a_lesson_begins_with_a_greeting_and_its_first_step(small_book: Book) -> None:
    talk = Talk(small_book)
    assert talk.keys == ["welcome-lesson", "item"]
    assert talk.reply.expects.kind == "number"
    assert talk.reply.expects.item == "small/bank/year"


def test_a_question_before_the_text_holds_its_verdict_and_returns(small_book: Book) -> None:
    talk = Talk(small_book)
    talk.say("2018")
    assert talk.keys == ["typed", "kept", "page"]
    assert [(entry.phase, entry.verdict, entry.credit) for entry in talk.attempts] == [("pre", "incorrect", 0)]
    talk.do("continue")
    assert talk.keys == ["asked-before", "item"]
    talk.say("2019")
    assert talk.keys == ["typed", "verdict-correct", "explain", "sources", "guess-was-wrong"]
    assert talk.reply.turns[-1].args == {"now": True}
    assert talk.attempts[-1].phase == "lesson"
    assert talk.state.credits[0].credit == 1, "what was guessed before the text does not count"


def test_a_page_tells_and_waits(small_book: Book) -> None:
    talk = Talk(small_book).go_to("page")
    assert talk.reply.expects.kind == "page"
    assert talk.do("continue").expects.item == "small/bank/year"


@pytest.mark.parametrize(
    ("item", "moves", "worth"),
    [
        ("ask-cause", ["cuts", "rust"], [0, 0.5]),
        ("ask-cause", ["rust"], [1]),
        ("ask-cause", ["cuts", "ice"], [0, 0]),
        ("ask-cause", ["/hint", "rust"], [0.8]),
        ("ask-cause", ["/hint", "/hint", "rust"], [0.6]),
        ("ask-cause", ["cuts", "/hint", "rust"], [0, 0.3]),
        ("ask-city", ["Mirror", "City Gazette"], [0, 0.6]),
        ("ask-city", ["Mirror", "Herald"], [0, 0]),
        ("ask-cost", ["70", "7.25"], [0, 0.6]),
        ("ask-signs", ["closing", "closing,rust"], [0.5, 0.6]),
        ("ask-order", ["inspect,fall,close,paid", "fall,inspect,close,paid"], [0.75, 0.6]),
        ("ask-closed", ["true"], [0]),
        ("ask-known", ["disputed"], [0.5]),
        ("ask-fill", ["bridge;April", "bridge;May"], [0.5, 0.6]),
        ("ask-pairs", ["april=rust", "april=rust;may=closing;june=payment"], [0.3333, 0.6]),
    ],
)
def test_tries_and_hints_are_worth_what_the_table_says(
    small_book: Book, item: str, moves: list[str], worth: list[float]
) -> None:
    talk = Talk(small_book).go_to(item)
    done = len(talk.attempts)
    for text in moves:
        talk.say(text)
    made = talk.attempts[done:]
    assert [attempt.credit for attempt in made] == pytest.approx(worth, abs=0.0001)
    assert [attempt.try_ for attempt in made] == list(range(1, len(worth) + 1))
    assert talk.reply.expects.kind == "verdict"
    best = {credit.item: credit.credit for credit in talk.state.credits}
    assert best[made[0].item] == pytest.approx(max(worth), abs=0.0001)


def test_a_wrong_try_brings_what_the_author_says_and_the_next_hint(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cause")
    talk.answer("cuts")
    assert talk.keys == ["chosen", "verdict-incorrect", "feedback", "hint", "try-again"]
    assert talk.reply.expects.struck == ("cuts",)
    assert talk.reply.turns[3].args["rung"] == 0
    talk.answer("ice")
    assert talk.keys == ["chosen", "verdict-incorrect", "answer", "explain", "sources"]
    assert talk.attempts[-1].hints == 1


def test_a_number_is_told_to_be_too_high_or_too_low(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-cost")
    talk.say("8 million dollars")
    assert [reason.code for reason in talk.reply.turns[1].reasons] == ["too-high"]


def test_skipping_shows_the_answer_and_is_kept_as_unanswered(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.do("skip")
    assert talk.keys == ["skipped", "answer"]
    last = talk.attempts[-1]
    assert (last.response, last.verdict, last.score) == ("", "incorrect", 0)


def test_what_is_nothing_to_grade_uses_no_try(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    done = len(talk.attempts)
    for text in ("", "   ", "City Gazette or the Mirror", "I don't know", "?"):
        talk.say(text)
        assert talk.keys[-1].startswith("blank-"), text
    assert len(talk.attempts) == done
    assert talk.state.asking is not None
    assert talk.state.asking.tries == 0


def test_the_same_wrong_answer_twice_is_offered_the_way_out(small_book: Book) -> None:
    talk = Talk(small_book).go_to("ask-city")
    talk.say("Mirror")
    done = len(talk.attempts)
    talk.say(" MIRROR ")
    assert talk.keys == ["typed", "same-again"]
    assert len(talk.attempts) == done


def test_a_lesson_ends_with_the_sum_of_the_best_credits(small_book: Book) -> None:
    talk = Talk(small_book)
    right = {
        "year": "2019",
        "cause": "rust",
        "city": "City Gazette",
        "cost": "7.25",
        "signs": "closing,rust",
        "sequence": "fall,inspect,close,paid",
        "closed": "false",
        "fill": "bridge;May",
        "pairs": "april=rust;may=closing;june=payment",
        "known": "no support",
        "open": "rust, so the city saw a danger",
    }
    for _ in range(60):
        kind = talk.reply.expects.kind
        if kind == "end":
            break
        if kind in {"page", "verdict"}:
            talk.do("continue")
        else:
            talk.say(right[talk.reply.expects.item.rpartition("/")[2]])
    assert talk.state.finished
    assert talk.turns[-1].key == "end-lesson"
    assert talk.turns[-1].args == {"lesson": "small/first", "score": 11.0, "of": 11}
    before = talk.state
    talk.do("continue")
    assert talk.state == before


def test_an_attempt_says_everything_that_is_asked_of_it(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-cause")
    talk.answer("cuts")
    assert talk.keys == ["chosen", "certainty"]
    talk.sure(3)
    attempt = talk.attempts[-1].model_dump(by_alias=True)
    assert attempt == {
        "type": "attempt",
        "attempt": attempt["attempt"],
        "learner": "ada",
        "session": "11111111-2222-3333-4444-555555555555",
        "case": "small",
        "item": "small/bank/cause",
        "objective": "know",
        "phase": "lesson",
        "at": attempt["at"],
        "day": "2026-11-22",
        "lang": "en",
        "response": "cuts",
        "verdict": "incorrect",
        "score": 0.0,
        "credit": 0.0,
        "certainty": 3,
        "try": 1,
        "hints": 0,
        "ms": attempt["ms"],
        "tags": ("sabotage",),
        "fingerprint": attempt["fingerprint"],
    }
    assert attempt["ms"] == 1000
    assert Attempt.model_validate_json(talk.attempts[-1].model_dump_json(by_alias=True)) == talk.attempts[-1]


@pytest.mark.parametrize(("hour", "day"), [(3, "2026-11-21"), (4, "2026-11-22"), (23, "2026-11-22")])
def test_a_day_begins_at_four(small_book: Book, hour: int, day: str) -> None:
    talk = Talk(small_book)
    talk.now = talk.now.replace(hour=hour, minute=30)
    talk.say("2018")
    assert talk.attempts[-1].day == day


def test_certainty_is_asked_once_and_can_be_left_out(small_book: Book) -> None:
    talk = Talk(small_book, begin(certainty=True)).go_to("ask-cause")
    talk.answer("cuts")
    assert talk.waits_for() == "certainty"
    talk.say("very")
    assert talk.keys == ["certainty-first"]
    talk.do("continue")
    assert talk.keys == ["certainty-first"]
    talk.do("skip")
    assert talk.attempts[-1].certainty is None
    talk.answer("rust")
    assert talk.waits_for() == "verdict", "second tries are not asked"
    talk.go_to("ask-city")
    talk.say("City Gazette")
    talk.say("é")
    assert talk.attempts[-1].certainty == 2
