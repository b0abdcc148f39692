"""The laws of grading: what holds for every item and every answer."""

import string
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks.hostile import FREE, HOSTILE, KINDS, made, setting, short
from casebot.grading.compare import liken, read_key
from casebot.grading.grade import grade
from casebot.grading.lexicon import open_dictionary
from casebot.grading.matching import Guard
from casebot.grading.normalise import fold, normalise
from casebot.grading.numeric import target
from casebot.model.case import Case
from casebot.model.item import Cloze, Free, Item, Match, Multiple, Numeric, Order, Short
from casebot.model.languages import SPOKEN
from casebot.model.response import join_ids, join_pairs
from casebot.tutoring.book import Book

RIGHT = {"correct", "close"}
WORDS = [
    "moderation",
    "poison pill",
    "specific performance",
    "Jack Dorsey",
    "exécution forcée",
    "la société",
    "Delaware",
]


def items(case: Case) -> list[tuple[str, Item]]:
    return [(f"x-xai/{bank.id}/{name}", item) for bank in case.banks.values() for name, item in bank.items.items()]


def keys(item: Short) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in item.accept.each() for text in texts]


def folded(item: Short) -> set[str]:
    return {fold(normalise(text)) for _, text in keys(item)}


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(["or", "ou", "/"]), st.sampled_from(SPOKEN))
def test_one_of_two_answers_is_to_be_chosen_unless_both_are_right(
    key: str, other: str, between: str, language: str
) -> None:
    assert grade(short(key), f"{key} {between} {other}", setting(language)).verdict == (
        "correct" if key == other else "blank"
    )
    assert grade(short(key, other), f"{key} {between} {other}", setting(language)).verdict == "correct"


@given(st.text(max_size=200))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


@given(st.sampled_from(WORDS), st.text(max_size=60), st.sampled_from(SPOKEN))
def test_the_same_answer_gets_the_same_grade(key: str, response: str, language: str) -> None:
    item = short(key)
    assert grade(item, response, setting(language)) == grade(item, response, setting(language))


@pytest.mark.parametrize("language", SPOKEN)
def test_a_key_is_correct_on_its_own_item_in_either_language(shipped: Case, shipped_book: Book, language: str) -> None:
    for name, item in items(shipped):
        if isinstance(item, Short) and item.mode != "terms" and item.need is None:
            for _, text in keys(item):
                found = grade(item, text, shipped_book.setting(name, language))
                assert found.verdict == "correct", (name, text, found)


@given(
    st.lists(st.text(string.ascii_lowercase + "éàùç", min_size=3, max_size=12), min_size=1, max_size=4),
    st.sampled_from(SPOKEN),
)
def test_any_words_as_a_key_are_correct(words: list[str], language: str) -> None:
    assume(fold(" ".join(words)) not in setting().phrases.unknown)
    assert grade(short(" ".join(words)), " ".join(words), setting(language)).verdict == "correct"


NEGATIONS = {
    "en": ["not {}", "no {}", "it is not {}", "{} is not it", "never {}", "it isn't {}"],
    "fr": ["pas {}", "ce n'est pas {}", "jamais {}", "aucun {}", "sans {}"],
}


@pytest.mark.parametrize("language", SPOKEN)
def test_an_added_negation_is_never_right(shipped: Case, shipped_book: Book, language: str) -> None:
    for name, item in items(shipped):
        if isinstance(item, Short):
            for text in item.accept.show(language):
                for pattern in NEGATIONS[language]:
                    found = grade(item, pattern.format(text), shipped_book.setting(name, language))
                    assert found.verdict not in RIGHT, (name, pattern.format(text), found)


@given(st.integers(1, 99_999), st.integers(0, 4), st.integers(0, 9), st.sampled_from(SPOKEN))
def test_a_changed_digit_is_never_right(number: int, place: int, digit: int, language: str) -> None:
    text = str(number)
    assume(place < len(text) and text[place] != str(digit) and not (place == 0 and digit == 0))
    changed = f"{text[:place]}{digit}{text[place + 1 :]}"
    assert grade(made(kind="numeric", answer=number), text, setting(language)).verdict == "correct"
    assert grade(made(kind="numeric", answer=number), changed, setting(language)).verdict == "incorrect"
    assert grade(short(text), changed, setting(language)).verdict not in RIGHT
    assert grade(short(f"section {text}"), f"section {changed}", setting(language)).verdict not in RIGHT


@given(st.decimals(1, 1000, places=2), st.decimals(0, 50, places=2), st.decimals(1, 1100, places=2), st.booleans())
def test_with_a_tolerance_the_verdict_follows_the_arithmetic(
    answer: Decimal,
    slack: Decimal,
    given_: Decimal,
    percent: bool,
) -> None:
    tolerance = f"{slack} %" if percent else float(slack)
    item = made(kind="numeric", answer=float(answer), tolerance=tolerance)
    room = answer * slack / 100 if percent else slack
    expected = "correct" if abs(given_ - answer) <= room else "incorrect"
    assert grade(item, str(given_), setting()).verdict == expected


@pytest.mark.parametrize("language", SPOKEN)
def test_no_distractor_and_no_other_items_key_is_ever_right(shipped: Case, shipped_book: Book, language: str) -> None:
    """Two items that accept one same answer ask for the same thing, in words that may serve for both."""
    shorts = [(name, item) for name, item in items(shipped) if isinstance(item, Short)]
    for (name, item), (_, other) in ((a, b) for pair in combinations(shorts, 2) for a, b in (pair, pair[::-1])):
        if folded(item) & folded(other):
            continue
        for _, text in keys(other):
            found = grade(item, text, shipped_book.setting(name, language))
            assert found.verdict not in RIGHT, (name, text, found)
    for name, item in shorts:
        for wrong in item.wrong:
            for _, texts in wrong.match.each():
                for text in texts:
                    assert grade(item, text, shipped_book.setting(name, language)).verdict == "incorrect", (name, text)


DECORATED = st.sampled_from(
    [
        str.upper,
        str.lower,
        fold,
        lambda text: f"  {text} ",
        lambda text: f"« {text} »",
        lambda text: f'"{text}".',
        lambda text: text.replace(" ", "  "),
        lambda text: f"({text})",
        lambda text: f"{text} !",
    ]
)


@given(st.sampled_from(WORDS), st.sampled_from([*WORDS, "moderaton", "poisson pill", "Delawere"]), DECORATED)
def test_case_accents_spaces_and_outer_marks_never_change_right(key: str, response: str, decorate) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    item = short(key)
    plain, decorated = grade(item, response, setting()), grade(item, decorate(response), setting())
    assert (plain.verdict in RIGHT) == (decorated.verdict in RIGHT), (key, response, decorate(response))


@given(st.data())
def test_a_further_right_part_never_lowers_a_score(data: st.DataObject) -> None:
    names = list("abcdef")
    right = set(data.draw(st.sets(st.sampled_from(names), min_size=2)))
    item = made(
        kind="multiple",
        options=[{"id": f"o-{name}", "text": f"option {name}", "right": name in right} for name in names],
    )
    assert isinstance(item, Multiple)
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True))
    further = data.draw(st.sampled_from(sorted(right)))
    assume(further not in chosen)
    less = grade(item, join_ids([f"o-{name}" for name in chosen]), setting())
    more = grade(item, join_ids([f"o-{name}" for name in (*chosen, further)]), setting())
    assert more.score >= less.score


@given(st.permutations(range(5)), st.integers(0, 4))
def test_a_further_right_pair_or_blank_never_lowers_a_score(order: list[int], more: int) -> None:
    pairs = [{"left": f"left {place}", "right": f"right {place}"} for place in range(5)]
    match = made(kind="match", pairs=pairs)
    assert isinstance(match, Match)
    put = {f"left-{left}": f"right-{right}" for left, right in enumerate(order)}
    better = {left: right for left, right in put.items() if right != f"right-{more}"} | {
        f"left-{more}": f"right-{more}"
    }
    assert grade(match, join_pairs(better), setting()).score >= grade(match, join_pairs(put), setting()).score
    fewer = {left: right for left, right in put.items() if left != f"left-{more}"}
    added = fewer | {f"left-{more}": f"right-{more}"}
    assert grade(match, join_pairs(added), setting()).score >= grade(match, join_pairs(fewer), setting()).score
    blanks = {f"b{place}": [f"word{chr(97 + place)}"] for place in range(5)}
    cloze = made(kind="cloze", blanks=blanks, en="{b0} {b1} {b2} {b3} {b4}", fr="{b0} {b1} {b2} {b3} {b4}")
    assert isinstance(cloze, Cloze)
    filled = {f"b{place}": f"word{chr(97 + right)}" for place, right in enumerate(order)}
    assert (
        grade(cloze, join_pairs(filled | {f"b{more}": blanks[f"b{more}"][0]}), setting()).score
        >= grade(cloze, join_pairs(filled), setting()).score
    )


@given(st.permutations(list("abcde")))
def test_an_order_is_worth_its_longest_run(order: list[str]) -> None:
    item = made(kind="order", items=[{"id": f"i-{name}", "text": f"entry {name}"} for name in "abcde"])
    assert isinstance(item, Order)
    best = max(size for size in range(1, 6) for run in combinations(order, size) if list(run) == sorted(run))
    assert grade(item, join_ids([f"i-{name}" for name in order]), setting()).score == pytest.approx(
        0 if best == 1 else best / 5, abs=1e-4
    )


@given(st.lists(st.sampled_from(["They found rust.", "In two cables.", "It rained.", "Nobody knows."]), max_size=4))
def test_a_further_sentence_with_a_point_never_lowers_a_score(sentences: list[str]) -> None:
    assert isinstance(FREE, Free)
    less = grade(FREE, " ".join(sentences), setting())
    more = grade(FREE, " ".join((*sentences, "There was rust in the cables.")), setting())
    assert more.score >= less.score


@given(
    st.sampled_from(KINDS), st.text() | st.text("0123456789., -$€%kMb orouàand", max_size=80), st.sampled_from(SPOKEN)
)
def test_any_text_gets_a_grade(item: Item, response: str, language: str) -> None:
    found = grade(item, response, setting(language))
    assert 0 <= found.score <= 1
    assert (found.score == 1) == (found.verdict in RIGHT)
    assert (found.verdict == "partial") == (0 < found.score < 1)


@pytest.mark.parametrize("item", KINDS, ids=range(len(KINDS)))
def test_hostile_text_is_graded(item: Item) -> None:
    """How long it takes is printed by `benchmarks.grading`."""
    for text in HOSTILE:
        assert grade(item, text, setting()).verdict not in RIGHT


@given(st.sampled_from(WORDS), st.text(max_size=30))
def test_the_order_of_questions_changes_no_answer(key: str, response: str) -> None:
    """What was graded before, and kept in a cache, never shows in a verdict."""
    lexicon = open_dictionary(SPOKEN)
    first = liken(read_key(key, "en", lexicon), normalise(response), Guard(lexicon, "en"), "en")
    read_key.cache_clear()
    assert liken(read_key(key, "en", lexicon), normalise(response), Guard(lexicon, "en"), "en") == first


def test_a_numeric_item_and_its_neighbours(shipped: Case, shipped_book: Book) -> None:
    """Another item's number is right only where it lies in the tolerance."""
    numbers = [(name, item) for name, item in items(shipped) if isinstance(item, Numeric)]
    for (name, item), (_, other) in ((a, b) for pair in combinations(numbers, 2) for a, b in (pair, pair[::-1])):
        unit = item.unit.show("en") if item.unit else ""
        setting = shipped_book.setting(name, "en")
        found = grade(item, f"{other.answer:g} {unit}", setting)
        wanted = target(item, setting)
        near = abs(Decimal(str(other.answer)) * wanted.scale - wanted.value) <= wanted.slack
        assert (found.verdict in RIGHT) == near or found.reasons[0].code == "known-wrong", (name, other.answer)
