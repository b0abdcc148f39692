"""Is a dilemma weighed part by part, fairly, and without a score?"""

from dataclasses import replace

import pytest

from casebot.content.library import Library
from casebot.content.places import shipped
from casebot.desk.books import book_of
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.model.attempt import Attempt, Note, Position
from casebot.model.case import Lesson
from casebot.model.languages import SPOKEN
from casebot.model.lesson import DilemmaStep
from casebot.progress.stances import Stance, stances
from casebot.tutoring.book import Book
from casebot.tutoring.moves import Arrive
from casebot.tutoring.sides import read_by
from casebot.tutoring.state import State
from casebot.tutoring.steps import score
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin

LIBRARY = Library((shipped(),))
CASES = {name: loaded.case for name in LIBRARY.ids() if (loaded := LIBRARY.load(name))}
DILEMMAS = [(case, name) for case, found in CASES.items() for name in found.dilemmas]


def weigh(
    case: str = "small", name: str = "warn", lang: str = "en", *, keep: bool = True, reader: str = "ada"
) -> State:
    changes = {"run": "dilemma", "target": name, "keep_positions": keep, "reader": reader}
    return begin(case, name, lang).model_copy(update=changes)


def reader_for(book: Book, *, turned: bool) -> str:
    """A learner who reads the small dilemma in the author's order, or the other way round."""
    dilemma = book.cases["small"].dilemmas["warn"]
    names = (f"reader-{number}" for number in range(100))
    return next(name for name in names if read_by(name, "small/warn", dilemma).turned == turned)


@pytest.fixture(scope="module")
def books() -> dict[str, Book]:
    return {name: book_of(case) for name, case in CASES.items()}


def answers(book: Book, talk: Talk) -> str:
    """What is said to the part that is open."""
    expects = talk.reply.expects
    sides = read_by(talk.state.reader, expects.dilemma, book.cases[talk.state.case].dilemmas[talk.state.target])
    match expects.kind:
        case "position":
            return "30" if expects.part == "before" else "50"
        case "choice":
            return str(next(point.number for point in sides.points if point.name == expects.options[-1]))
        case "open" | "text":
            return " ".join(point.argument.text.show(talk.state.lang) for point in sides.of(1))
        case _:
            return ""


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(("case", "name"), DILEMMAS)
def test_every_shipped_dilemma_can_be_weighed_to_its_end(
    books: dict[str, Book], case: str, name: str, language: str
) -> None:
    book = books[case]
    talk = Talk(book, weigh(case, name, language))
    seen = []
    for _ in range(40):
        if talk.waits_for() == "end":
            break
        seen.append(talk.reply.expects.part)
        talk.say(answers(book, talk))
    criteria = [f"criterion-{each}" for each in book.cases[case].dilemmas[name].criteria]
    offered = [part for part in seen if part not in {"rewrite", "heard-again"}]
    best = ["sides", "steelman", "heard", "strongest-first", "strongest-second", "answer", "fact"]
    assert offered == ["before", "reason", *best, *criteria, "after", "moved", "end"]
    assert talk.state.finished
    assert score(talk.state, book) == (0, 0)
    positions = [entry for entry in talk.entries if isinstance(entry, Position)]
    assert [(each.when, each.dilemma) for each in positions] == [(w, f"{case}/{name}") for w in ("before", "after")]
    shown = read_by("ada", f"{case}/{name}", book.cases[case].dilemmas[name])
    assert [shown.own(each.value) for each in positions] == [30, 50]
    assert not any(isinstance(entry, Attempt) for entry in talk.entries)
    heard = next(turn for turn in talk.turns if turn.key == "steelman-heard")
    assert heard.args["made"], "a side's own words are heard as its arguments"
    for turn in talk.turns:
        for width, screen in ((48, 60), (66, 80), (126, 140), (78, 0)):
            passage = write(turn, Sheet(book, Words(language), width, screen))
            assert "content-gone" not in passage.text
            assert all(len(row.text) <= width for row in passage.lines if row.fixed)


def test_a_position_may_carry_its_reason_in_the_same_line(small_book: Book) -> None:
    talk = Talk(small_book, weigh(reader=reader_for(small_book, turned=True)))
    talk.say("70 % because lives count")
    assert talk.reply.expects.part == "sides"
    [position] = [entry for entry in talk.entries if isinstance(entry, Position)]
    assert (position.value, position.reason, position.when) == (30, "because lives count", "before")
    assert talk.keys == ["position", "typed", "sides"]


@pytest.mark.parametrize("line", ["", "seventy", "-5", "105", "1000", "40 60", "?", "4 0"])
def test_what_is_no_position_is_asked_again(small_book: Book, line: str) -> None:
    talk = Talk(small_book, weigh())
    talk.say(line)
    assert talk.keys[-1] == "position-number"
    assert (talk.reply.expects.part, talk.entries) == ("before", [])


@pytest.mark.parametrize(
    ("line", "value"), [("0", 0), ("100", 100), (" 35 ", 35), ("60/100", 60), ("007", 7), ("50%", 50)]
)
def test_positions_are_read_as_they_are_typed(small_book: Book, line: str, value: int) -> None:
    talk = Talk(small_book, weigh(reader=reader_for(small_book, turned=False)))
    talk.say(line)
    talk.do("skip")
    [position] = [entry for entry in talk.entries if isinstance(entry, Position)]
    assert (position.value, position.reason) == (value, "")


@pytest.mark.parametrize(("given", "against"), [("20", 1), ("80", 0), ("50", 1), ("/skip", 1)])
def test_the_best_case_is_asked_for_the_side_leaned_against(small_book: Book, given: str, against: int) -> None:
    for turned in (False, True):
        talk = Talk(small_book, weigh(reader=reader_for(small_book, turned=turned)))
        talk.say(given)
        while talk.reply.expects.part != "steelman":
            talk.do("skip")
        asked = talk.reply.turns[-1]
        assert asked.key == "steelman"
        assert asked.args["side"] == against
        assert asked.args["leaning"] == (given in {"20", "80"})


def to_steelman(book: Book, given: str = "20") -> Talk:
    talk = Talk(book, weigh(reader=reader_for(book, turned=False)))
    talk.say(f"{given} so it is")
    talk.say("")
    return talk


def test_what_is_heard_names_points_words_gaps_and_straw_men(small_book: Book) -> None:
    talk = to_steelman(small_book)
    talk.say("They only want money, but a city acts on what is known.")
    assert talk.keys == ["typed", "steelman-heard"]
    heard = talk.reply.turns[-1]
    assert heard.args["made"] == ("later/proof",)
    assert heard.args["straws"] == ("0",)
    shown = write(heard, Sheet(small_book, Words("en"), 70)).text
    assert 'Heard, in "known", "city"' in shown or 'Heard, in "city' in shown
    assert "Not heard. False alarms make people deaf" in shown
    assert "They speak of what is known, not of what it costs." in shown
    assert talk.waits_for() == "verdict"


def test_who_argues_for_the_wrong_side_is_told_so(small_book: Book) -> None:
    talk = to_steelman(small_book)
    talk.say("A closing costs time and saves lives.")
    heard = talk.reply.turns[-1]
    assert (heard.args["made"], heard.args["others"]) == ((), 1)
    shown = " ".join(write(heard, Sheet(small_book, Words("en"), 70)).text.split())
    assert 'You made 1 argument of the other side; what is asked for is the case for "Wait for the report".' in shown


def test_a_best_case_may_be_written_once_more(small_book: Book) -> None:
    talk = to_steelman(small_book)
    talk.say("The city acts on proof.")
    talk.say("")
    assert (talk.keys, talk.reply.expects.begun) == (["dilemma-rewrite"], "The city acts on proof.")
    talk.say("The city acts on proof, and a false alarm makes deaf.")
    assert talk.reply.turns[-1].args["made"] == ("later/proof", "later/alarm")
    talk.say("")
    assert talk.reply.expects.part == "strongest-first", "it is offered once"


@pytest.mark.parametrize("line", ["", "the city acts on PROOF", "/skip"])
def test_a_best_case_unchanged_goes_on(small_book: Book, line: str) -> None:
    talk = to_steelman(small_book)
    talk.say("The city acts on proof")
    talk.say("")
    talk.say(line)
    assert talk.reply.expects.part == "strongest-first"


def test_a_best_case_that_makes_every_point_is_not_asked_for_again(small_book: Book) -> None:
    talk = to_steelman(small_book)
    talk.say("The city acts on proof, and a false alarm makes deaf.")
    talk.say("")
    assert talk.reply.expects.part == "strongest-first"


def test_the_strongest_argument_against_is_the_one_to_answer(small_book: Book) -> None:
    talk = to_steelman(small_book, "80")
    talk.do("skip")
    talk.say("2")
    talk.say("1")
    assert talk.keys == ["typed", "argument-number"], "each is chosen from its own side"
    talk.say("4")
    assert talk.reply.turns[-1].args["argument"] == "early/trust"
    talk.say("It warns too often.")
    assert talk.reply.expects.part == "fact"


def test_where_no_argument_was_chosen_none_is_to_be_answered(small_book: Book) -> None:
    talk = to_steelman(small_book)
    for _ in range(3):
        talk.do("skip")
    assert talk.reply.expects.part == "fact"


def test_what_was_said_comes_back_the_next_time(small_book: Book) -> None:
    talk = to_steelman(small_book)
    while talk.waits_for() != "end":
        talk.say({"fact": "a crack", "after": "40", "moved": "3"}.get(talk.reply.expects.part, "/skip"))
    positions = [entry for entry in talk.entries if isinstance(entry, Position)]
    notes = [entry for entry in talk.entries if isinstance(entry, Note)]
    assert [(each.about, each.text) for each in notes] == [
        ("dilemma:small/warn/fact", "a crack"),
        ("dilemma:small/warn/moved", "later/proof"),
    ]
    known = stances(talk.entries)
    assert known == {"small/warn": Stance(positions[-1].at, 20, 40, "a crack")}
    book = replace(small_book, stances=known)
    again = Talk(book, weigh(reader=talk.state.reader))
    assert again.keys == ["dilemma-kept", "returned", "position-before"]
    shown = write(again.reply.turns[1], Sheet(book, Words("en"), 70)).text
    assert "You weighed this on 22 November 2026." in shown
    assert 'Before: 20, nearer to "Close early".' in shown
    assert "What would move you 20 points, you wrote then: a crack" in shown


def test_a_position_given_by_mistake_can_be_given_anew_before_the_sides_are_read(small_book: Book) -> None:
    talk = Talk(small_book, weigh())
    talk.say("80")
    talk.do("back")
    assert (talk.reply.expects.part, talk.state.weighing and talk.state.weighing.before) == ("before", None)
    talk.say("20")
    talk.do("skip")
    assert len(talk.entries) == 1


def test_nothing_of_the_sides_is_shown_before_the_position(small_book: Book) -> None:
    talk = Talk(small_book, weigh())
    for line in ("/source", "/why", "/argument 1", "/2"):
        assert talk.say(line).turns[-1].key == "sides-later"
    assert talk.do("back").turns[-1].key == "no-page-before"


def test_arguments_are_opened_by_their_number_wherever_one_is(small_book: Book) -> None:
    talk = to_steelman(small_book)
    talk.say("/argument 2")
    assert talk.keys == ["argument"]
    assert talk.say("/source").turns[-1].args["claims"] == ("small/closed",)
    assert talk.say("/3").turns[-1].args["argument"] == "later/proof"
    assert talk.say("/argument 9").turns[-1].key == "argument-first"
    assert talk.say("/argument").turns[-1].key == "argument-first"
    assert talk.say("/why").turns[-1].key == "stakes"
    assert talk.say("/retour").turns[0].key == "sides"
    assert talk.say("/hint").turns[-1].key == "dilemma-hint"
    assert talk.say("/help").turns[-1].key == "dilemma-help"
    assert talk.say("/repeat").turns[-1].key == "steelman"
    assert talk.reply.expects.part == "steelman"


def test_a_number_opens_an_argument_while_the_sides_are_read(small_book: Book) -> None:
    talk = Talk(small_book, weigh())
    talk.say("40 so")
    assert talk.say("1").turns[-1].key == "argument"
    assert talk.say("17").turns[-1].key == "sides-or-on"
    assert talk.say("").turns[-1].key == "steelman"


def test_at_the_end_the_claims_of_what_happened_since_can_be_opened(small_book: Book) -> None:
    talk = Talk(small_book, weigh())
    while talk.reply.expects.part != "end":
        talk.do("skip")
    assert talk.keys == ["epilogue", "sources"], "there is no shift without positions"
    assert talk.say("/source").turns[-1].args["claims"] == ("small/closed",)


@pytest.mark.parametrize("language", SPOKEN)
def test_it_is_taken_up_at_every_part_in_either_language(small_book: Book, language: str) -> None:
    talk = Talk(small_book, weigh(lang=language))
    while talk.waits_for() != "end":
        kept = State.model_validate_json(talk.state.model_dump_json())
        back = Talk(small_book, kept)
        assert back.reply.expects == talk.reply.expects
        assert back.reply.turns == ()
        assert back.do("repeat").turns[-1].key
        assert back.say("/fr").expects == talk.reply.expects
        talk.say(answers(small_book, talk))


def test_a_dilemma_is_a_step_of_a_lesson(books: dict[str, Book]) -> None:
    book = books["tylenol-recall"]
    talk = Talk(book, begin("tylenol-recall", "recall")).go_to("weigh")
    before = talk.state.credits
    assert talk.keys[-2:] == ["dilemma-kept", "position-before"]
    assert talk.do("back").turns[-1].key == "page"
    assert talk.do("continue").turns[-1].key == "position-before"
    while talk.waits_for() != "end":
        talk.do("skip")
    assert talk.state.credits == before
    assert "weigh" in talk.state.done


def test_a_dilemma_that_was_weighed_can_be_read_again_from_the_page_behind_it(small_book: Book) -> None:
    found = small_book.cases["small"]
    steps = {"weigh": DilemmaStep(kind="dilemma", dilemma="warn"), "page": found.lessons["first"].steps["page"]}
    lesson = Lesson(found.lessons["first"].entry, steps)
    book = replace(small_book, cases={"small": replace(found, lessons={"first": lesson})})
    talk = Talk(book, begin()).go_to("page")
    assert talk.do("back").turns[-1].key == "sides"
    assert talk.waits_for() == "page"
    assert talk.do("continue").turns[-1].key == "page"


def test_a_dilemma_that_is_gone_gives_way(small_book: Book) -> None:
    state = to_steelman(small_book).state
    small = replace(small_book.cases["small"], dilemmas={})
    talk = Talk(replace(small_book, cases={"small": small}), state)
    assert talk.keys == ["step-gone", "end-dilemma"]
    assert talk.state.weighing is None
    assert talk.move(Arrive()).turns == ()


def test_what_a_lesson_says_before_its_dilemma_is_told_once(shipped_book: Book) -> None:
    talk = Talk(shipped_book, begin("x-xai", "ethics")).go_to("weigh")
    pages = [turn for turn in talk.turns if turn.key == "page" and turn.args["step"] == "x-xai/ethics/weigh"]
    assert len(pages) == 1
    shown = write(pages[0], Sheet(shipped_book, Words("en"), 70)).text
    assert "And in general?" in shown
    assert "look for the best case of each" in " ".join(shown.split())
    talk.do("repeat")
    assert "page" not in talk.keys


@pytest.mark.parametrize(("line", "key"), [("quit", "saved"), ("repeat please", "dilemma-reason"), ("/fr", "language")])
def test_words_of_the_conversation_mean_the_same_at_a_dilemma(small_book: Book, line: str, key: str) -> None:
    talk = Talk(small_book, weigh())
    talk.say("40")
    before = len(talk.entries)
    talk.say(line)
    assert key in talk.keys
    assert len(talk.entries) == before, "it is no reason"
    assert talk.reply.expects.part == "reason"
