"""How are numbers read as people write them: cents, signs, slips in the words of a magnitude, a unit or a month?"""

import string
from collections.abc import Iterator

import pytest

from casebot.grading.dates import MONTHS
from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard
from casebot.grading.numerals import magnitude
from casebot.grading.quantities import state
from casebot.grading.respelt import repair
from casebot.model.languages import SPOKEN
from tests.grading.test_typed import made, verdict

CENTS = made(kind="numeric", answer=42, unit={"en": "cents", "fr": "centimes"})


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("42 cents", "correct"),
        ("42 cent", "correct"),
        ("42 centimes", "correct"),
        ("42¢", "correct"),
        ("$0.42", "correct"),
        ("0.42 dollars", "correct"),
        ("forty-two cents", "correct"),
        ("quarante-deux centimes", "correct"),
        ("quarante-deux cents", "correct"),
        ("42", "close"),
        ("42 dollars", "incorrect"),
        ("24 cents", "incorrect"),
        ("forty-two hundred", "incorrect"),
        ("cents", "blank"),
    ],
)
def test_cents_behind_a_number_are_no_hundreds(lexicon: Lexicon, language: str, response: str, expected: str) -> None:
    assert verdict(CENTS, response, lexicon, language)[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "deux cents", 200),
        ("en", "deux cents", 200),
        ("fr", "six cents", 600),
        ("en", "six cents", 6),
        ("fr", "deux cent", 200),
        ("fr", "cent", 100),
        ("fr", "mille deux cents", 1200),
        ("fr", "deux cent mille", 200_000),
        ("fr", "mille neuf cent quatre-vingt-quatre", 1984),
        ("fr", "dix-neuf cent quatre", 1904),
        ("fr", "un million cent mille", 1_100_000),
        ("fr", "quatre-vingts cents", 80),
        ("fr", "vingt-deux cents", 22),
        ("fr", "un cent", 1),
        ("fr", "deux cents cents", 200),
        ("en", "two cents", 2),
        ("en", "two hundred cents", 200),
        ("en", "5 hundred", 500),
        ("en", "a cent", 1),
        ("en", "42 cents", 42),
        ("fr", "42 cents", 42),
    ],
)
def test_whether_a_cent_is_a_hundred_is_told_by_what_stands_before(language: str, text: str, value: int) -> None:
    (quantity,) = state(text, language).quantities
    assert quantity.readings[0].value == value


def test_hundreds_and_cents_alone_are_no_number() -> None:
    assert state("hundreds of dollars", "en").quantities == ()
    assert state("des cents", "fr").quantities == ()


def test_a_short_answer_in_cents_is_the_same_in_dollars(lexicon: Lexicon) -> None:
    price = made(kind="short", accept=["42 cents"])
    for answer in ("42 cents", "$0.42", "0.42 dollars", "forty-two cents", "42 centimes"):
        assert verdict(price, answer, lexicon)[0] == "correct", answer
    assert verdict(price, "42 dollars", lexicon)[0] == "incorrect"


CUT = made(
    kind="numeric",
    en="By how many percent was it cut?",
    fr="De combien de pour cent a-t-il baissé ?",
    answer=12,
    unit="%",
    wrong=[{"match": ["-7"], "why": {"en": "that was the year before", "fr": "c'était l'année d'avant"}}],
)
CHANGE = made(kind="numeric", answer=-12, unit="%")


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("12 %", ("correct", "quantity")),
        ("-12 %", ("blank", "minus")),
        ("−12", ("blank", "minus")),
        ("minus 12", ("blank", "minus")),
        ("moins douze", ("blank", "minus")),
        ("-40 %", ("blank", "minus")),
        ("-7 %", ("incorrect", "known-wrong")),
        ("moins de 12 %", ("incorrect", "bound")),
        ("au moins 12 %", ("incorrect", "bound")),
    ],
)
def test_a_minus_sign_before_what_was_cut_is_asked_about(
    lexicon: Lexicon, response: str, expected: tuple[str, str]
) -> None:
    assert verdict(CUT, response, lexicon) == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [("-12 %", "correct"), ("minus twelve percent", "correct"), ("moins 12 %", "correct"), ("12 %", "incorrect")],
)
def test_a_sign_that_is_asked_for_counts(lexicon: Lexicon, response: str, expected: str) -> None:
    assert verdict(CHANGE, response, lexicon)[0] == expected


def test_a_sign_stands_before_a_currency_too(lexicon: Lexicon) -> None:
    loss = made(kind="numeric", answer=-5, unit="billion USD")
    assert verdict(loss, "-$5 billion", lexicon)[0] == "correct"
    assert verdict(loss, "$5 billion", lexicon)[0] == "incorrect"


def test_a_tolerance_about_nought_takes_either_sign(lexicon: Lexicon) -> None:
    assert verdict(made(kind="numeric", answer=0.5, tolerance=1), "-0.3", lexicon)[0] == "correct"


MILLIONS = made(kind="numeric", answer=7, unit="million USD")
BILLIONS = made(kind="numeric", answer=1.5, unit={"en": "billion USD", "fr": "milliards USD"})


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("7 milion dollars", ("close", "typo")),
        ("7 millon dollars", ("close", "typo")),
        ("seven milion dollars", ("close", "typo")),
        ("7 million dolars", ("close", "typo")),
        ("7 billon dollars", ("incorrect", "too-high")),
        ("7 bilion", ("incorrect", "too-high")),
        ("7 bullion", ("incorrect", "too-high")),
        ("7 tillion", ("blank", "magnitude")),
        ("7 stallions", ("close", "unit-missing")),
        ("7 zillion dollars", ("blank", "magnitude")),
        ("7 billiards", ("incorrect", "too-high")),
        ("7 quadrillions", ("incorrect", "too-high")),
        ("7", ("close", "unit-missing")),
    ],
)
def test_a_slip_in_a_magnitude_is_forgiven_where_it_can_be_no_other(
    lexicon: Lexicon, language: str, response: str, expected: tuple[str, str]
) -> None:
    assert verdict(MILLIONS, response, lexicon, language) == expected


@pytest.mark.parametrize("response", ["1,5 millard de dollars", "1,5 miliard de dollars", "1,5 milliad $"])
def test_a_slip_in_milliard_is_forgiven(lexicon: Lexicon, response: str) -> None:
    assert verdict(BILLIONS, response, lexicon, "fr") == ("close", "typo")


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("accept", "response", "expected"),
    [
        ("7 million", "7 milion", "close"),
        ("7 million", "7 bilion", "incorrect"),
        ("7 million", "8 milion", "incorrect"),
        ("février 2022", "févier 2022", "close"),
        ("février 2022", "fevier 2022", "close"),
        ("February 2022", "Febuary 2022", "close"),
        ("27 October 2022", "27 Octobre 2022", "correct"),
        ("27 October 2022", "27 Ocotber 2022", "close"),
        ("27 October 2022", "28 Ocotber 2022", "incorrect"),
        ("June 2022", "juny 2022", "incorrect"),
        ("March 2022", "mais 2022", "incorrect"),
        ("11 days", "11 dyas", "close"),
    ],
)
def test_a_slip_in_the_words_of_a_quantity_is_close(
    lexicon: Lexicon, language: str, accept: str, response: str, expected: str
) -> None:
    assert verdict(made(kind="short", accept=[accept]), response, lexicon, language)[0] == expected


def test_a_slip_is_told_with_the_accents_of_the_word(lexicon: Lexicon) -> None:
    assert repair("févier 2022", Guard(lexicon, "fr"))[1][0].args == {"key": "février", "response": "févier"}


def slips(word: str) -> Iterator[str]:
    """Every text that is one edit away from a word: a letter left out, added, changed, or two exchanged."""
    letters = string.ascii_lowercase
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


GREAT = [
    f"{word}{plural}"
    for word in ("thousand", "million", "billion", "milliard", "billiard", "trillion", "quadrillion", "millier")
    for plural in ("", "s")
]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("word", GREAT)
def test_no_slip_in_a_magnitude_is_taken_for_another(lexicon: Lexicon, language: str, word: str) -> None:
    """A slip that is no magnitude of its own is read as the word it came from, or not at all."""
    guard = Guard(lexicon, language)
    read = 0
    for slip in slips(word):
        if magnitude(slip, language) is None:
            repaired = repair(f"7 {slip}", guard)[0].removeprefix("7 ")
            power = magnitude(repaired, language)
            read += power is not None
            assert power in {None, magnitude(word, language)}, (slip, repaired)
    assert read > len(word) * 20


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("word", sorted(name for name in MONTHS if len(name) > 3))
def test_no_slip_in_a_month_is_taken_for_another(lexicon: Lexicon, language: str, word: str) -> None:
    guard = Guard(lexicon, language)
    for slip in slips(word):
        if slip not in MONTHS:
            for text in (f"{slip} 2022", f"3 {slip} 2022"):
                repaired = repair(text, guard)[0]
                found = [MONTHS[each] for each in repaired.split() if each in MONTHS]
                assert found in ([], [MONTHS[word]]), (slip, repaired)
