import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.speech import read_phrases
from casebot.words.french import typeset
from casebot.words.words import Words, _table

NARROW, FIXED = "\u202f", "\u00a0"


def test_both_languages_say_the_same_things_with_the_same_arguments() -> None:
    english, french = _table("en"), _table("fr")
    assert set(english) == set(french)
    for key, value in english.items():
        assert names(value) == names(french[key]), key


def names(value: str | dict[str, str]) -> set[str]:
    texts = value.values() if isinstance(value, dict) else [value]
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}


def test_no_sentence_shouts_or_praises() -> None:
    for language in ("en", "fr"):
        for key, value in _table(language).items():
            for text in value.values() if isinstance(value, dict) else [value]:
                assert "!" not in text.replace("(!)", ""), (language, key)


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Vrai ou faux ?", f"Vrai ou faux{NARROW}?"),
        ("Non ; oui !", f"Non{NARROW}; oui{NARROW}!"),
        ("Le cas : ici", f"Le cas{FIXED}: ici"),
        ("« ici »", f"«{FIXED}ici{FIXED}»"),
        ("«ici»", f"«{FIXED}ici{FIXED}»"),
        ("44 000 000 dollars", f"44{NARROW}000{NARROW}000 dollars"),
        ("9,2 % des actions", f"9,2{NARROW}% des actions"),
        ("voir https://a.org/b?c ; fin", f"voir https://a.org/b?c{NARROW}; fin"),
        ("12:30", "12:30"),
    ],
)
def test_french_gets_its_spaces(plain: str, set_: str) -> None:
    assert Words("fr").typeset(plain) == set_
    assert Words("en").typeset(plain) == plain


@given(st.text(alphabet="a1 ;:!?«»%.,'\u202f\u00a0/", max_size=40))
def test_setting_twice_is_setting_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


def test_plurals_numbers_and_dates_follow_the_language() -> None:
    english, french = Words("en"), Words("fr")
    assert english.say("turn.try-again", n=1) == "One more try."
    assert english.say("turn.try-again", n=2) == "2 more tries."
    assert french.say("check.errors", n=0) == "0 erreur"
    assert english.say("check.errors", n=0) == "0 errors"
    assert english.number(12345.5) == "12,345.5"
    assert french.number(12345.5) == f"12{NARROW}345,5"
    assert (english.number(2022), english.number(7.0), english.number(-0.25)) == ("2022", "7", "-0.25")
    assert english.date("2022-10-27") == "27 October 2022"
    assert french.date("2022-10-01") == "1er octobre 2022"
    assert (french.date("2022-08"), french.date("2022")) == ("août 2022", "2022")


def test_an_argument_is_never_a_template() -> None:
    assert (
        Words("en").say("turn.command-unknown", typed="/{boom} [b]")
        == "/{boom} [b] is not a command. /help lists them."
    )


def test_a_language_that_is_not_spoken_gives_english() -> None:
    assert Words("de").language == "en"
    with pytest.raises(KeyError):
        Words("en").say("turn.never")


def test_every_command_has_a_name_in_both_languages() -> None:
    phrases = read_phrases()
    for english, french in (("hint", "indice"), ("why", "pourquoi"), ("skip", "passer"), ("repeat", "repeter")):
        assert phrases.commands[english] == phrases.commands[french] == english
    for english, french in (("back", "retour"), ("appeal", "contester"), ("help", "aide"), ("quit", "quitter")):
        assert phrases.commands[english] == phrases.commands[french] == english
    assert phrases.commands["fr"] == "fr"
    assert phrases.options["vrai"] == "true"
    assert "je ne sais pas" in phrases.unknown
