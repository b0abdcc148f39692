"""Scores."""

from casebot.grading.compare import liken, read_key
from casebot.grading.lexicon import Dictionary
from casebot.grading.matching import Guard
from casebot.grading.normalise import normalise

LEX = Dictionary(("en", "fr"))


def accepts(lang: str, key: str, response: str) -> bool:
    return liken(read_key(key, lang, LEX), normalise(response), Guard(LEX, lang), lang).likeness != "no"
