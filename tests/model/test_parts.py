from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from casebot.model.case import Case
from casebot.model.claim import BUCKETS, STANDINGS
from casebot.model.identity import entry_ids, fingerprint, slug
from casebot.model.item import AnyItem, Item, Option
from casebot.model.response import clean, join_ids, join_pairs, split_ids, split_pairs
from casebot.model.text import Text

ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)
SHORT = {"kind": "short", "en": "Which?", "fr": "Lequel ?", "accept": ["X"]}


def item(**changes: object) -> Item:
    return ITEM.validate_python({**SHORT, **changes})


def test_a_text_falls_back_to_the_first_language_that_has_one() -> None:
    text = Text.of(fr="oui")
    assert (text.show("fr"), text.show("en"), text.get("en"), text.bare) == ("oui", "oui", None, False)
    assert Text.of("X").get("de") == "X"


@pytest.mark.parametrize(
    "raw",
    [
        {**SHORT, "es": "¿Cuál?"},
        {**SHORT, "text": "Which?"},
        {**SHORT, "acept": ["X"]},
        {**SHORT, "accept": "X"},
        {**SHORT, "accept": {"en": ["X"], "de": ["X"]}},
        {**SHORT, "en": "  "},
        {**SHORT, "hints": ["a", "b", "c", "d"]},
        {**SHORT, "need": 0},
        {"kind": "numeric", "en": "n", "fr": "n", "answer": "5"},
        {"kind": "numeric", "en": "n", "fr": "n", "answer": float("nan")},
        {"kind": "true-false", "en": "n", "fr": "n", "answer": "yes"},
        {"kind": "shorter", "en": "n", "fr": "n"},
    ],
)
def test_what_is_not_of_the_model_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ITEM.validate_python(raw)


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        item().kind = "short"  # type: ignore[misc]


def test_a_fingerprint_changes_with_the_meaning_only() -> None:
    same = item()
    assert fingerprint(item(en="which ?!")) == fingerprint(same)
    assert fingerprint(item(explain={"en": "Because", "fr": "Car"})) == fingerprint(same)
    assert fingerprint(item(accept=["Y"])) != fingerprint(same)
    assert fingerprint(item(en="Which two?")) != fingerprint(same)
    assert len(fingerprint(same)) == 12


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["$44 billion", "44 billion", "Été 2022"], ("44-billion", "44-billion-2", "ete-2022")),
        (["日本", "—", "a"], ("a", "b", "a-2")),
    ],
)
def test_options_are_named_by_their_first_text(texts: list[str], names: tuple[str, ...]) -> None:
    assert entry_ids(tuple(Option(text=Text.of(text)) for text in texts)) == names


def test_every_kind_of_item_of_a_case_has_a_fingerprint(small: Case) -> None:
    prints = [fingerprint(each) for each in small.banks["bank"].items.values()]
    assert len({each.kind for each in small.banks["bank"].items.values()}) == 10
    assert len(set(prints)) == len(prints)


def test_every_status_has_a_bucket_and_half_credit_is_for_others() -> None:
    for standing in STANDINGS.values():
        assert standing.bucket in BUCKETS
        assert standing.bucket not in standing.half


@given(st.lists(st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8})", fullmatch=True), min_size=1))
def test_ids_survive_being_written_down(names: list[str]) -> None:
    assert split_ids(join_ids(names)) == tuple(names)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), st.from_regex(r"[a-z0-9 ]*[a-z0-9]", fullmatch=True)
    )
)
def test_pairs_survive_being_written_down(pairs: dict[str, str]) -> None:
    assert split_pairs(join_pairs(pairs)) == {left: right.strip() for left, right in pairs.items()}


@given(st.text())
@pytest.mark.parametrize("change", [clean, lambda text: slug(text, "x")])
def test_cleaning_twice_is_cleaning_once(change: Callable[[str], str], text: str) -> None:
    assert change(change(text)) == change(text)


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\udcffb\0c") == "a�b�c"
    assert clean("déjà 👍\nvu") == "déjà 👍\nvu"
