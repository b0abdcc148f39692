"""Is an open question a dialogue that asks for more, hints, prompts, and only then tells?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.grading.free import completes
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


def about(book: Book, item: str, language: str = "en") -> Talk:
    """A dialogue on a shipped open question."""
    full = f"x-xai/{item}"
    state = begin("x-xai", full, language).model_copy(update={"run": "quiz", "items": (full,)})
    return Talk(book, state)


def point_of(talk: Talk) -> str:
    """The point that is being helped."""
    asking = talk.state.asking
    return asking.talk.helped if asking is not None and asking.talk is not None else ""


def kept(talk: Talk) -> list[Attempt]:
    return [each for each in talk.attempts if each.item == "small/bank/open"]


def test_it_asks_for_more_then_hints_prompts_and_tells(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("there was rust")
    assert talk.keys == ["typed", "talk-heard", "talk-pump"]
    assert (talk.reply.expects.made, talk.reply.expects.of) == (1, 2)
    talk.say("no idea at all what more")
    assert talk.keys == ["typed", "talk-heard", "point-hint"], "who gives up is not told that nothing was heard"
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


@pytest.mark.parametrize(
    ("item", "point", "language", "typed", "words"),
    [
        ("xai/saved-or-not", "earnings-interest", "en", "interest", "interest"),
        ("xai/saved-or-not", "earnings-interest", "fr", "intérêts", "intérêts"),
        ("political-leverage/head-of-doge", "courts", "en", "appeals", "appeals"),
        ("crisis/why-they-left", "unsettled", "fr", "prouvée", "prouvée"),
        ("acquisition/fee-and-exit", "fee-limited", "en", "limited", "limited"),
        ("acquisition/fee-and-exit", "fee-limited", "fr", "limités", "limités"),
        ("ethics/broke-the-law", "limit", "en", "nothing", "nothing"),
        ("acquisition/fee-and-exit", "own-answer", "en", "cats", ""),
        ("political-leverage/head-of-doge", "limited", "fr", "je sais pas", ""),
    ],
)
def test_the_missing_word_of_a_prompt_is_enough_and_quoted_alone(
    shipped_book: Book, item: str, point: str, language: str, typed: str, words: str
) -> None:
    question = shipped_book.item(f"x-xai/{item}")
    assert isinstance(question, Free)
    keypoint = next(each for each in question.keypoints if each.id == point)
    before, _, after = keypoint.prompt.show(language).partition("...")
    found = completes(keypoint, before, typed, after, shipped_book.setting(f"x-xai/{item}", language))
    assert (found.args["words"] if found is not None else "") == words


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


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("there was rust", 1),
        ("Rust, I think.", 1),
        ("il y avait de la rouille", 1),
        ("there was no rust", 0),
        ("not because of rust", 0),
        ("It is not true that there was rust.", 0),
        ("pas à cause de la rouille", 0),
        ("The city closed it.", 0),
        ("The city closed it. There was a danger.", 1),
    ],
)
def test_what_is_denied_or_half_said_covers_no_point(small_book: Book, text: str, made: int) -> None:
    talk = begun(small_book)
    talk.say(text)
    assert talk.reply.expects.made == made


def test_a_point_may_be_made_in_two_turns_while_it_is_helped(small_book: Book) -> None:
    talk = begun(small_book)
    talk.say("rust. and the city, I suppose")
    assert (talk.reply.expects.made, point_of(talk)) == (1, "safety")
    talk.say("there was a danger")
    assert talk.attempts[-1].score == 1


def test_no_third_point_is_made_of_words_about_two_others(shipped_book: Book) -> None:
    talk = about(shipped_book, "crisis/brink-or-not")
    talk.say("it lost money, so it was bankrupt")
    talk.say("idk")
    talk.say("after the deal everybody ran off")
    assert talk.state.asking is not None
    assert talk.state.asking.talk is not None
    assert "word-later" not in talk.state.asking.talk.made


def test_the_least_covered_point_is_helped_first_and_to_its_end(shipped_book: Book) -> None:
    talk = about(shipped_book, "crisis/brink-or-not")
    talk.say("it lost money in 2020. the revenue, hm")
    assert talk.keys[-1] == "talk-pump"
    assert point_of(talk) == "loans", "half of the revenue's growth has been said"
    talk.say("its revenue rose every year")
    assert (talk.keys[-1], point_of(talk)) == ("point-hint", "loans"), "what was begun is carried on"
    talk.say("they borrowed for the purchase")
    assert (talk.keys[-1], point_of(talk)) == ("point-hint", "word-later"), "who answers a hint is not asked for more"
    talk.say("no idea")
    talk.say("cats")
    assert talk.keys[-2:] == ["point-tell", "point-hint"]
    talk.say("the advertisers left")
    assert talk.attempts[-1].score == 0.8


_LINES = (
    "They put 13 billion of loans on it for the purchase.",
    "it lost money",
    "its revenue grew",
    "Two weeks after the purchase he spoke of bankruptcy.",
    "advertisers left",
    "the revenue",
    "it did not lose money",
    "no idea",
    "cats",
    "It lost money. Its revenue grew. Advertisers left.",
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.sampled_from([*_LINES, "/hint"]), min_size=MOST, max_size=3 * MOST))
def test_the_laws_of_a_dialogue(shipped_book: Book, lines: list[str]) -> None:
    talk = about(shipped_book, "crisis/brink-or-not")
    given_help: list[tuple[str, str]] = []
    made: tuple[str, ...] = ()
    turns = 0
    for line in lines:
        before = talk.state.asking.talk if talk.state.asking else None
        talk.say(line)
        turns += line != "/hint"
        reached = {
            reason.args["point"] for turn in talk.reply.turns for reason in turn.reasons if reason.code == "point"
        }
        helps = [(turn.key, str(turn.args["point"])) for turn in talk.reply.turns if turn.key.startswith("point-")]
        assert all(point not in reached | set(made) for _, point in helps), "what is covered is not helped nor told"
        given_help += helps
        now = talk.state.asking.talk if talk.state.asking else None
        if now is None and talk.waits_for() == "open":
            continue
        if now is None or talk.waits_for() != "open":
            assert "answer" in talk.keys, "the model answer closes it"
            assert talk.attempts[-1].score == len(set(made) | reached) / 5
            break
        assert now.made[: len(made)] == made, "points only grow"
        assert set(now.quoted) == set(now.made)
        if before is not None and before.helped not in {"", *now.made, *now.told}:
            assert now.helped == before.helped, "what was begun is carried on"
        made = now.made
    assert turns <= MOST
    for point in {point for _, point in given_help}:
        ladder = [key for key, about_point in given_help if about_point == point]
        assert ladder == ["point-hint", "point-prompt", "point-tell"][: len(ladder)]


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
            talk = about(shipped_book, f"{bank.id}/{name}", language)
            for _ in range(MOST):
                if talk.waits_for() == "open":
                    talk.say("zzz")
            assert talk.waits_for() == "verdict", name
            assert talk.attempts[-1].score == 0
            assert all(write(turn, sheet).text.strip() for turn in talk.turns)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_prompt_is_completed_by_words_of_its_point_and_by_no_others(shipped_book: Book, language: str) -> None:
    for bank in shipped_book.cases["x-xai"].banks.values():
        for name, item in bank.items.items():
            for point in item.keypoints if isinstance(item, Free) else ():
                before, gap, after = point.prompt.show(language).partition("...")
                setting = shipped_book.setting(f"x-xai/{bank.id}/{name}", language)
                tell = point.tell.show(language)
                words = [word.strip(".,;:()") for word in tell.replace("'", " ").split()]
                assert gap, point.prompt
                assert any(completes(point, before, word, after, setting) for word in (*words, tell)), point.prompt
                assert completes(point, before, "cats", after, setting) is None, point.prompt
