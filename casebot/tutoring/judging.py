"""How is a line held against the open question: which option does it mean, and how right is it?"""

from typing import NamedTuple

from casebot.grading.arranged import read_pairs
from casebot.grading.choices import choose_one, choose_some
from casebot.grading.grade import grade
from casebot.grading.verdict import Grade
from casebot.model.item import Evidence, Item, Match, Multiple, Order, Single, TrueFalse
from casebot.model.response import join_ids, join_pairs
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shown_choices, shown_rights

CHOSEN = (Single, Multiple, TrueFalse, Evidence, Order, Match)
"""Kinds whose answers are made of options."""


class Judgment(NamedTuple):
    """A response in the form that is stored, whether it names options, and its grade."""

    response: str
    named: bool
    grade: Grade


def judge(book: Book, name: str, item: Item, typed: str, language: str, seed: int) -> Judgment:
    """The judgment of a typed or chosen response; letters mean the options as they are shown."""
    found = _named(book, name, item, typed, seed)
    response = typed if found is None else found
    return Judgment(response, found is not None, grade(item, response, book.setting(name, language)))


def _named(book: Book, name: str, item: Item, typed: str, seed: int) -> str | None:
    """The ids that a response means; None where it names no option."""
    options, names = shown_choices(name, item, seed), book.phrases.options
    match item:
        case Single() | TrueFalse() | Evidence():
            return choose_one(typed, options, names)
        case Multiple() | Order():
            chosen = choose_some(typed, options, names)
            return join_ids(chosen) if chosen else None
        case Match():
            return join_pairs(read_pairs(item, typed, shown_rights(name, item, seed))) or None
        case _:
            return None
