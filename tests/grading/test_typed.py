import pytest
from pydantic import TypeAdapter

from casebot.content.speech import read_phrases
from casebot.grading.grade import grade
from casebot.grading.lexicon import Lexicon
from casebot.grading.setting import Setting
from casebot.model.item import AnyItem, Item

ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)


def made(**parts: object) -> Item:
    return ITEM.validate_python({"en": "Which?", "fr": "Lequel ?", **parts})


def verdict(item: Item, response: str, lexicon: Lexicon, language: str = "en", *protected: str) -> tuple[str, str]:
    result = grade(item, response, Setting(language, lexicon, read_phrases(), {}, frozenset(protected)))
    return result.verdict, result.reasons[0].code if result.reasons else ""


MODERATION = made(kind="short", accept={"en": ["content moderation"], "fr": ["la modération des contenus"]})


@pytest.mark.parametrize(
    ("language", "response", "expected"),
    [
        ("en", "content moderation", ("correct", "")),
        ("en", "  CONTENT   Moderation! ", ("correct", "")),
        ("en", "the content moderation", ("correct", "")),
        ("en", "content moderaton", ("close", "typo")),
        ("en", "moderation of content", ("correct", "")),
        ("en", "contents moderation", ("close", "form")),
        ("en", "contentmoderation", ("close", "joined")),
        ("en", "modération des contenus", ("correct", "")),
        ("fr", "moderation des contenus", ("close", "accent")),
        ("fr", "la modération du contenu", ("close", "form")),
        ("en", "content meditation", ("incorrect", "words-missing")),
        ("en", "not content moderation", ("incorrect", "negation")),
        ("en", "content moderation or advertising", ("blank", "several")),
        ("en", "", ("blank", "empty")),
        ("en", "?!", ("blank", "empty")),
        ("en", "I don't know", ("blank", "unknown")),
        ("fr", "je ne sais pas", ("blank", "unknown")),
        ("en", "x" * 5_000, ("incorrect", "cut")),
    ],
)
def test_a_typo_is_forgiven_and_another_word_never_is(
    lexicon: Lexicon, language: str, response: str, expected: tuple[str, str]
) -> None:
    assert verdict(MODERATION, response, lexicon, language) == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [("Twiter", "close"), ("Twitch", "incorrect"), ("Twittr", "close"), ("twitter", "correct")],
)
def test_a_protected_word_is_never_taken_for_a_slip(lexicon: Lexicon, response: str, expected: str) -> None:
    twitter = made(kind="short", accept=["Twitter"])
    assert verdict(twitter, response, lexicon, "en", "twitch")[0] == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("27 October 2022", "correct"),
        ("October 27, 2022", "correct"),
        ("2022-10-27", "correct"),
        ("le 27 octobre 2022", "correct"),
        ("28 October 2022", "incorrect"),
        ("27 October 2021", "incorrect"),
        ("October 2022", "incorrect"),
    ],
)
def test_dates_are_compared_as_dates(lexicon: Lexicon, response: str, expected: str) -> None:
    assert verdict(made(kind="short", accept=["27 October 2022"]), response, lexicon)[0] == expected


PRICE = made(
    kind="numeric",
    answer=44,
    unit="billion USD",
    wrong=[{"match": ["54.2"], "why": {"en": "per share", "fr": "par action"}, "tag": "share-price"}],
)


@pytest.mark.parametrize(
    ("language", "response", "expected"),
    [
        ("en", "$44 billion", ("correct", "quantity")),
        ("en", "44 bn", ("close", "unit-missing")),
        ("en", "44", ("close", "unit-missing")),
        ("en", "$44B", ("correct", "quantity")),
        ("en", "44,000,000,000 dollars", ("correct", "quantity")),
        ("en", "quarante-quatre milliards", ("close", "unit-missing")),
        ("fr", "44 milliards de dollars", ("correct", "quantity")),
        ("fr", "44 Md$", ("correct", "quantity")),
        ("fr", "44 billions de dollars", ("incorrect", "too-high")),
        ("en", "44 million", ("incorrect", "too-low")),
        ("en", "45 billion", ("incorrect", "too-high")),
        ("en", "54.20", ("incorrect", "known-wrong")),
        ("en", "€44 billion", ("incorrect", "unit-other")),
        ("en", "not 44 billion", ("incorrect", "negation")),
        ("en", "40 or 44", ("blank", "several")),
        ("en", "a lot", ("blank", "not-a-number")),
    ],
)
def test_quantities_are_read_however_they_are_written(
    lexicon: Lexicon, language: str, response: str, expected: tuple[str, str]
) -> None:
    assert verdict(PRICE, response, lexicon, language) == expected


@pytest.mark.parametrize(
    ("response", "expected"), [("5.08", "close"), ("5.23", "close"), ("5.24", "incorrect"), ("5,0", "close")]
)
def test_a_tolerance_follows_the_arithmetic(lexicon: Lexicon, response: str, expected: str) -> None:
    revenue = made(kind="numeric", answer=5.08, tolerance="3 %", unit="billion USD")
    assert verdict(revenue, response, lexicon)[0] == expected


def test_a_share_in_words_is_a_percentage(lexicon: Lexicon) -> None:
    half = made(kind="numeric", answer=50, unit="%")
    assert verdict(half, "la moitié", lexicon, "fr")[0] == "correct"
    assert verdict(half, "half", lexicon)[0] == "correct"
    assert verdict(half, "a third", lexicon)[0] == "incorrect"


def test_a_unit_may_be_required(lexicon: Lexicon) -> None:
    weight = made(kind="numeric", answer=2, unit="kg", unit_required=True)
    assert verdict(weight, "2", lexicon) == ("incorrect", "unit-required")
    assert verdict(weight, "2000 g", lexicon)[0] == "correct"


def test_some_of_a_list_earn_some_of_the_score(lexicon: Lexicon) -> None:
    three = made(kind="short", accept=["red", "green", "blue", "yellow"], need=3)
    setting = Setting("en", lexicon, read_phrases())
    assert grade(three, "green, red and blue", setting).score == 1
    assert grade(three, "green, red", setting).score == pytest.approx(2 / 3, abs=0.001)
    assert grade(three, "green, green, green", setting).score == pytest.approx(1 / 3, abs=0.001)
    assert grade(three, "mauve", setting).score == 0


def test_key_terms_need_not_stand_in_a_sentence(lexicon: Lexicon) -> None:
    terms = made(
        kind="short",
        en="Why did the buyer sue?",
        fr="Pourquoi ?",
        accept=["fraud and breach of contract [law]"],
        mode="terms",
    )
    assert verdict(terms, "because of a breach of contract, and fraud", lexicon)[0] == "correct"
    assert verdict(terms, "bad weather", lexicon)[0] == "incorrect"
