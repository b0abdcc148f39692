"""Does a sort place each statement once, among its own buckets only, and say in the end where they belong?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.attempt import Attempt
from casebot.model.bank import Policy
from casebot.model.claim import STANDINGS, Bucket, Status
from casebot.model.item import Evidence
from casebot.model.lesson import SortStep
from casebot.tutoring.book import Book
from casebot.tutoring.chance import rank
from casebot.tutoring.moves import Arrive
from casebot.tutoring.session import respond
from casebot.tutoring.state import State
from casebot.tutoring.steps import score
from casebot.tutoring.turns import Turn
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin

RIGHT = {"date": "documented", "leaflet": "no-support", "ugly": "opinion", "promise": "reported"}
SHARE = {"correct": 1, "partial": 0.5, "incorrect": 0}


def known(book: Book, seed: int = 3, *, certainty: bool = False, lang: str = "en") -> Talk:
    return Talk(book, begin("small", "known", lang, certainty=certainty, seed=seed)).go_to("sort")


def here(talk: Talk) -> str:
    return talk.reply.expects.item.rpartition("/")[2]


def at(book: Book, item: str) -> Talk:
    """A talk whose first statement is that of an item."""
    return next(talk for seed in range(50) if here(talk := to_next(known(book, seed))) == item)


def to_next(talk: Talk) -> Talk:
    talk.do("continue")
    return talk


def shown(turn: Turn, book: Book, language: str = "en", width: int = 70) -> str:
    return "\n".join(line.text for line in write(turn, Sheet(book, Words(language), width)).lines)


def without(book: Book, *items: str) -> Book:
    """The book after an edit that took items away."""
    case = book.cases["small"]
    bank = case.banks["known"]
    left = bank.model_copy(update={"items": {name: item for name, item in bank.items.items() if name not in items}})
    return replace(book, cases={"small": replace(case, banks={**case.banks, "known": left})})


def test_it_opens_with_how_many_and_what_each_bucket_means(small_book: Book) -> None:
    talk = known(small_book)
    assert talk.keys == ["sort"]
    assert talk.waits_for() == "page"
    assert shown(talk.reply.turns[0], small_book).splitlines() == [
        "How well is it known?",
        "Sort what was said in the city.",
        "4 statements to place, one after the other, with one try each. A place next to its own earns half.",
        "=   documented: a primary document says so: a filing, a judgment, the words themselves; the source "
        "named may be a report of it",
        "~   reported: credible press says so",
        "o   opinion: a judgement, which no document could settle",
        "? x no support (contradicted): no source was found, or the record says otherwise",
    ]
    assert "? x sans appui (contredit)\u00a0: aucune source" in shown(talk.reply.turns[0], small_book, "fr")


def test_half_is_promised_only_where_a_neighbouring_bucket_is_offered(small_book: Book) -> None:
    only = without(small_book, "date", "promise")
    assert "earns half" not in shown(known(only).reply.turns[0], only)


@given(seed=st.integers(0, 999), picks=st.lists(st.sampled_from("abcd"), min_size=4, max_size=4))
def test_each_statement_is_asked_once_and_judged_by_the_table(small_book: Book, seed: int, picks: list[str]) -> None:
    talk = known(small_book, seed, certainty=True)
    asked: list[str] = []
    for number, letter in enumerate(picks, start=1):
        turn = talk.do("continue").turns[-1]
        assert (turn.args["n"], turn.args["of"]) == (number, 4)
        assert talk.reply.expects.options == ("documented", "reported", "opinion", "no-support")
        asked.append(here(talk))
        talk.say(letter)
        assert talk.waits_for() == "verdict", "neither a certainty nor a second try"
    assert sorted(asked) == sorted(RIGHT)
    assert asked == sorted(RIGHT, key=lambda name: rank(seed, "sort", f"small/known/{name}"))
    attempts = [entry for entry in talk.entries if isinstance(entry, Attempt)]
    assert [(entry.item, entry.phase, entry.certainty, entry.try_) for entry in attempts] == [
        (f"small/known/{name}", "lesson", None, 1) for name in asked
    ]
    assert all(entry.score == entry.credit == SHARE[entry.verdict] for entry in attempts)
    for entry in attempts:
        belongs = RIGHT[entry.item.rpartition("/")[2]]
        near = {bucket for standing in STANDINGS.values() if standing.bucket == belongs for bucket in standing.half}
        assert entry.score == (1 if entry.response == belongs else 0.5 if entry.response in near else 0)
    end = talk.do("continue").turns[-1]
    assert end.key == "sorted"
    whole = shown(end, small_book)
    right = sum(entry.score == 1 for entry in attempts)
    assert whole.startswith(f"{right} of 4 put where")
    assert whole.count("you chose") == 4 - right


@pytest.mark.parametrize("status", STANDINGS)
def test_the_next_place_earns_half(small_book: Book, status: Status) -> None:
    case = small_book.cases["small"]
    claim = case.claims["closed"].model_copy(update={"status": status})
    buckets: tuple[Bucket, ...] = ("documented", "reported", "party-claim", "disputed", "opinion", "no-support")
    lesson = case.lessons["known"]
    step = SortStep(kind="sort", items=("known/date",), buckets=buckets)
    book = replace(
        small_book,
        cases={
            "small": replace(
                case,
                claims={**case.claims, "closed": claim},
                lessons={**case.lessons, "known": replace(lesson, steps={**lesson.steps, "sort": step})},
            )
        },
    )
    for bucket in buckets:
        talk = to_next(known(book))
        talk.say(bucket)
        standing = STANDINGS[status]
        assert talk.attempts[-1].score == (1 if bucket == standing.bucket else 0.5 if bucket in standing.half else 0)


@pytest.mark.parametrize("line", ["e", "5", "disputed", "contesté", "party-claim", "zzz"])
def test_a_bucket_that_is_not_offered_uses_no_try(small_book: Book, line: str) -> None:
    talk = to_next(known(small_book))
    talk.say(line)
    assert talk.keys[-1] == "blank-not-an-option"
    assert talk.attempts == []
    assert talk.waits_for() == "choice"


@pytest.mark.parametrize("line", ["b", "2", "reported", "rapporté", "REPORTED."])
def test_a_bucket_is_named_by_its_letter_its_number_or_its_name(small_book: Book, line: str) -> None:
    talk = to_next(known(small_book, certainty=True))
    talk.say(line)
    assert talk.attempts[-1].response == "reported"


def test_a_bank_that_allows_more_tries_gives_none_here(small_book: Book) -> None:
    case = small_book.cases["small"]
    bank = case.banks["known"].model_copy(update={"policy": Policy(tries=3)})
    book = replace(small_book, cases={"small": replace(case, banks={**case.banks, "known": bank})})
    talk = at(book, "ugly")
    talk.say("documented")
    assert talk.waits_for() == "verdict"


def test_an_assertion_stands_before_its_record_in_verdict_and_summary(small_book: Book) -> None:
    talk = at(small_book, "leaflet")
    talk.do("source")
    assert talk.keys == ["source-waits"]
    talk.say("documented")
    assert talk.keys == ["chosen", "verdict-incorrect", "answer", "record", "explain", "sources"]
    talk.do("source")
    assert talk.keys == ["claims"]
    talk.do("why")
    assert talk.keys == ["why"]
    talk.do("appeal")
    assert talk.appeals[-1].item == "small/known/leaflet"
    talk.go_to("sort/sorted")
    whole = shown(talk.turns[-1], small_book)
    assert "? x no support (you chose: documented)\n    (no support) Said by a leaflet: The cables were cut.\n" in whole
    assert "      On record: No source was found for sabotage." in whole


def test_what_was_skipped_is_told_at_the_end(small_book: Book) -> None:
    talk = to_next(known(small_book))
    for _ in range(4):
        talk.do("skip")
        talk.do("continue")
    assert talk.state.step == "sort/sorted"
    assert [(entry.verdict, entry.response) for entry in talk.attempts] == [("incorrect", "")] * 4
    whole = shown(talk.turns[-1], small_book)
    assert whole.startswith("0 of 4 put where they belong. What belongs elsewhere:")
    assert "=   documented (skipped)\n    (documented) The bridge closed on 3 May 2019." in whole


def test_a_hint_takes_some_credit_and_back_shows_what_the_buckets_mean(small_book: Book) -> None:
    talk = at(small_book, "date")
    talk.do("hint")
    assert talk.keys == ["hint"]
    talk.do("back")
    assert talk.keys == ["question-waits", "sort"]
    talk.do("continue")
    assert here(talk) == "date"
    talk.say("documented")
    assert talk.attempts[-1].credit == 0.8
    talk.go_to("sort/sorted")
    assert "documented (you" not in shown(talk.turns[-1], small_book), "with a hint it is still placed"


def test_all_right_is_full_credit_and_a_short_end(small_book: Book) -> None:
    talk = known(small_book)
    for _ in range(4):
        talk.do("continue")
        talk.say(RIGHT[here(talk)])
    assert shown(talk.do("continue").turns[0], small_book) == "4 of 4 put where they belong."
    assert score(talk.state, small_book) == (4, 5)


@given(seed=st.integers(0, 99), moves=st.lists(st.sampled_from(["a", "c", "/skip", "/back", "/hint", ""]), max_size=14))
def test_it_is_taken_up_where_it_was_left(small_book: Book, seed: int, moves: list[str]) -> None:
    talk = known(small_book, seed)
    for line in moves:
        talk.do("continue") if talk.waits_for() == "verdict" else talk.say(line)
        state, reply = respond(State.model_validate_json(talk.state.model_dump_json()), Arrive(), small_book, talk.now)
        assert reply.expects == talk.reply.expects
        assert state.model_copy(update={"asking": None}) == talk.state.model_copy(update={"asking": None})


def test_a_statement_that_is_gone_is_passed_over(small_book: Book) -> None:
    talk = to_next(known(small_book))
    gone = here(talk)
    talk.book = without(small_book, gone)
    talk.move(Arrive())
    assert talk.keys == ["step-gone", "item"]
    assert here(talk) != gone
    assert talk.reply.turns[-1].args["of"] == 3
    talk.go_to("sort/sorted")
    assert "of 3 put" in shown(talk.turns[-1], talk.book)


def test_a_sort_with_nothing_left_is_passed_over(small_book: Book) -> None:
    book = without(small_book, *RIGHT)
    talk = Talk(book, begin("small", "known")).go_to("page")
    talk.do("continue")
    assert talk.state.step == "talk"
    assert score(talk.state, book)[1] == 1


def test_what_belongs_in_no_bucket_of_the_step_is_not_asked(small_book: Book) -> None:
    case = small_book.cases["small"]
    odd = Evidence.model_validate({"kind": "evidence", "text": "It is said.", "answer": "disputed"})
    bank = case.banks["known"]
    items = {**bank.items, "ugly": odd, "date": case.banks["bank"].items["city"]}
    banks = {**case.banks, "known": bank.model_copy(update={"items": items})}
    talk = to_next(known(replace(small_book, cases={"small": replace(case, banks=banks)})))
    assert talk.reply.turns[-1].args["of"] == 2


def test_a_question_stands_behind_the_text_of_its_step(small_book: Book) -> None:
    talk = Talk(small_book, begin("small", "known")).go_to("talk")
    assert talk.keys == ["page", "item"]
    assert shown(talk.reply.turns[0], small_book) == "In your own words\nWeigh what you have sorted."
    talk.do("repeat")
    assert talk.keys == ["page", "item"]
    assert talk.waits_for() == "open"
    talk.say("rust")
    assert talk.attempts[-1].verdict == "correct"
    assert shown(talk.turns[0], small_book).startswith("What is known. About 4 minutes, 5 questions;")
