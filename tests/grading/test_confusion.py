"""What is near a right answer and is none: another name, another language, a word that makes it another thing."""

import pytest

from casebot.grading.lexicon import Lexicon
from casebot.model.item import Item
from tests.grading.test_typed import made, verdict

SUITOR = made(
    kind="short",
    accept=["xAI", "the company xAI"],
    wrong=[{"match": ["X", "the company X"], "why": {"en": "it was bought", "fr": "elle est rachetée"}}],
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("X or xAI", "blank"),
        ("xAI or X", "blank"),
        ("X / xAI", "blank"),
        ("xAI ou X", "blank"),
        ("the company X or xAI", "blank"),
        ("xAI or Tesla", "blank"),
        ("xAI or the company xAI", "correct"),
        ("xAI / xai", "correct"),
        ("xAI or x.ai", "close"),
        ("X, xAI", "incorrect"),
        ("X", "incorrect"),
        ("X.A.I.", "close"),
    ],
)
def test_of_several_answers_all_must_be_right(lexicon: Lexicon, language: str, response: str, expected: str) -> None:
    assert verdict(SUITOR, response, lexicon, language, "x", "xai")[0] == expected


@pytest.mark.parametrize(
    ("accept", "response", "expected"),
    [
        ("Jack Dorsey", "J. Dorsey", "close"),
        ("Jack Dorsey", "K. Dorsey", "incorrect"),
        ("Jack Dorsey", "J", "incorrect"),
        ("xAI", "X", "incorrect"),
        ("the company xAI", "the company X", "incorrect"),
        ("Eire", "S.E.C.", "incorrect"),
        ("OpenAI", "D.O.J.", "incorrect"),
        ("Xavier Niel", "X. Niel", "close"),
        ("X Corp", "X Corp", "correct"),
    ],
)
def test_an_initial_stands_for_a_first_name_only(lexicon: Lexicon, accept: str, response: str, expected: str) -> None:
    assert verdict(made(kind="short", accept=[accept]), response, lexicon)[0] == expected


def test_an_initial_that_is_an_answer_of_its_own_stands_for_no_name(lexicon: Lexicon) -> None:
    founder = made(kind="short", accept=["Xavier Niel"])
    assert verdict(founder, "X Niel", lexicon, "en", "x")[0] == "incorrect"


STATUS = made(
    kind="short",
    en="What was his status in the government for 130 days?",
    fr="Quel est son statut pendant 130 jours ?",
    accept={"en": ["special employee"], "fr": ["employé spécial"]},
)


@pytest.mark.parametrize(
    ("language", "response", "expected"),
    [
        ("fr", "employé spécial", ("correct", "")),
        ("fr", "c'est un employé spécial", ("correct", "")),
        ("fr", "un employé spécial, bien sûr", ("correct", "")),
        ("fr", "un employé spécial ou quelque chose comme ça", ("correct", "")),
        ("en", "yes, definitely a special employee", ("correct", "")),
        ("en", "a special employee or so", ("correct", "")),
        ("en", "no special employee", ("incorrect", "negation")),
        ("fr", "sans employé spécial", ("incorrect", "negation")),
        ("en", "a special employee in the government", ("correct", "")),
        ("fr", "employé spécial du gouvernerent", ("close", "words-extra")),
        ("fr", "employé spécial du ministère", ("close", "words-extra")),
        ("en", "special employee wizard", ("close", "words-extra")),
        ("en", "former special employee", ("incorrect", "words-extra")),
        ("fr", "ancien employé spécial", ("incorrect", "words-extra")),
        ("fr", "pseudo-employé spécial", ("incorrect", "words-extra")),
        ("en", "special employee / wizard", ("blank", "several")),
        ("en", "special employee of wizard school", ("incorrect", "words-extra")),
    ],
)
def test_a_word_that_says_more_is_never_read_in_silence(
    lexicon: Lexicon, language: str, response: str, expected: tuple[str, str]
) -> None:
    assert verdict(STATUS, response, lexicon, language) == expected


@pytest.mark.parametrize(
    ("accept", "response", "expected"),
    [
        ("Digital Service", "Digital Service Act", "incorrect"),
        ("New York", "New York Times", "incorrect"),
        ("Jack Dorsey", "Mr Jack Dorsey", "correct"),
        ("the SEC", "teh SEC", "close"),
        ("the US SEC", "tge US SEC", "close"),
        ("the US SEC", "Tom US SEC", "incorrect"),
        ("Jack Dorsey", "Jack Dorsey, the founder", "correct"),
        ("Jack Dorsey", "Jack Dorsey, the xwyzq", "incorrect"),
        ("Jack Dorsey", "Jack Dorsey founder", "incorrect"),
    ],
)
def test_a_name_with_a_word_more_is_another_name(lexicon: Lexicon, accept: str, response: str, expected: str) -> None:
    assert verdict(made(kind="short", accept=[accept]), response, lexicon)[0] == expected


@pytest.mark.parametrize(
    ("language", "response", "expected"),
    [
        ("fr", "employa spécial", "incorrect"),
        ("en", "employa spécial", "incorrect"),
        ("fr", "emplyé spécial", "close"),
        ("en", "specail employee", "close"),
        ("fr", "specail employee", "close"),
        ("fr", "special employee", "correct"),
        ("en", "employé spécal", "close"),
        ("en", "employé specal", "close"),
        ("en", "emplyé spècial", "close"),
    ],
)
def test_a_slip_is_forgiven_in_the_language_of_the_answer(
    lexicon: Lexicon, language: str, response: str, expected: str
) -> None:
    assert verdict(STATUS, response, lexicon, language)[0] == expected


PRESIDENT: Item = made(kind="short", accept=["Harry Truman", "Truman"])


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("Truman", "correct"),
        ("Trumann", "close"),
        ("Trumna", "close"),
        ("Trumpan", "incorrect"),
        ("Harry Trumpan", "incorrect"),
        ("Trumann Harry", "close"),
        ("Trumpman", "incorrect"),
        ("Turmann", "incorrect"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_name_is_no_slip_where_another_known_name_stands_in_it(
    lexicon: Lexicon, language: str, response: str, expected: str
) -> None:
    assert verdict(PRESIDENT, response, lexicon, language, "trump", "truman")[0] == expected


UNTREATED = made(kind="short", accept={"en": ["untreated group"], "fr": ["groupe non traité", "ils n'ont rien reçu"]})


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("groupe non traité", "correct"),
        ("un groupe non traité", "correct"),
        ("ils n'ont rien reçu", "correct"),
        ("ils n'ont pas reçu", "incorrect"),
        ("pas groupe non traité", "incorrect"),
        ("ce n'est pas le groupe non traité", "incorrect"),
        ("jamais groupe non traité", "incorrect"),
        ("groupe traité", "incorrect"),
    ],
)
def test_a_second_negation_turns_a_negated_answer(lexicon: Lexicon, response: str, expected: str) -> None:
    assert verdict(UNTREATED, response, lexicon, "fr")[0] == expected
