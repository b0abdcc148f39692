"""By which terms and months is a text found?"""

import pytest

from casebot.grading.lexicon import Lexicon
from casebot.lookup.moments import Span, moved, spans
from casebot.lookup.terms import initials, split, tongues
from casebot.lookup.wordbook import Wordbook


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. paid $1,300.50", ("the", "us", "paid", "1300.50")),
        ("1 300 salariés, 54,20 €", ("1300", "salaries", "54.20")),
        ("L'œuvre d’Élodie", ("l", "oeuvre", "d", "elodie")),
        ("in 2022 300 left", ("in", "2022", "300", "left")),
        ("Q2 of 2025", ("q", "2", "of", "2025")),
        ("", ()),
    ],
)
def test_a_text_is_split_into_plain_words(text: str, words: tuple[str, ...]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Center for Counting Small Boats said", ["cfcsb", "tccsb", "ccsb"]),
        ("the Maritime Safety Board said", ["msb"]),
        ("Anna Petit said", []),
    ],
)
def test_long_names_are_found_by_their_initials(text: str, found: list[str]) -> None:
    assert set(initials(text)) <= set(found)
    assert bool(found) == bool(list(initials(text)))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "sacked", "dismissal"),
        ("en", "Takeover", "purchases"),
        ("fr", "licenciés", "virer"),
        ("fr", "rachetée", "acquisition"),
        ("fr", "salariés", "employé"),
        ("fr", "poursuivi", "procès"),
    ],
)
def test_words_of_one_meaning_share_a_term(
    lexicon: Lexicon, wordbook: Wordbook, language: str, one: str, other: str
) -> None:
    tongue = tongues(("en", "fr"), lexicon, wordbook.speech, wordbook.groups)[language]
    first, second = tongue.words(one)[0], tongue.words(other)[0]
    assert set(first.terms) & set(second.terms)


def test_a_phrase_has_a_meaning_in_whatever_form(lexicon: Lexicon, wordbook: Wordbook) -> None:
    tongue = tongues(("en", "fr"), lexicon, wordbook.speech, wordbook.groups)["en"]
    found = list(tongue.phrases(tongue.words("He was stepping down from the job")))
    assert (2, 2, "#resign") in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in march 2025", [Span(2025, (3,))]),
        ("le 3 mai 2019", [Span(2019, (5,))]),
        ("may it be so", []),
        ("early in 2023", [Span(2023, (1, 2, 3, 4))]),
        ("late talks", []),
        ("a ete vendu en 2023", [Span(2023, ())]),
        ("a l ete 2023", [Span(2023, (6, 7, 8, 9))]),
        ("en mars", [Span(0, (3,))]),
        ("from 2019 to 2021", [Span(2019, ()), Span(2021, ())]),
    ],
)
def test_months_and_years_are_found(text: str, found: list[Span]) -> None:
    months = {"march": (3,), "mars": (3,), "mai": (5,), "may": (5,)}
    parts = {"early": (1, 2, 3, 4), "late": (9, 10, 11, 12), "ete": (6, 7, 8, 9)}
    assert spans(text.split(), {**months, **parts}) == found


@pytest.mark.parametrize(
    ("span", "months", "there"),
    [
        (Span(2020, ()), -12, Span(2019, ())),
        (Span(2020, (5,)), 2, Span(2020, (7,))),
        (Span(2020, (11,)), 3, Span(2021, (2,))),
        (Span(2020, (5,)), 12, Span(2021, (5,))),
        (Span(2020, (1,)), -1, Span(2019, (12,))),
    ],
)
def test_a_span_is_moved_by_months(span: Span, months: int, there: Span) -> None:
    assert moved(span, months) == there
