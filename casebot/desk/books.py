"""On what does a conversation about one case draw?"""

from casebot.content.speech import read_phrases
from casebot.grading.lexicon import open_dictionary
from casebot.grading.protect import protected_words
from casebot.model.case import Case
from casebot.model.languages import SPOKEN
from casebot.tutoring.book import Book


def protected_of(name: str, case: Case) -> dict[str, frozenset[str]]:
    """The words that each bank of a case keeps apart, by the bank's full name."""
    return {f"{name}/{bank}": protected_words(found) for bank, found in case.banks.items()}


def book_of(case: Case) -> Book:
    """A book of one case, its dictionary open."""
    name = case.head.id
    return Book({name: case}, open_dictionary(SPOKEN), read_phrases(), protected_of(name, case))
