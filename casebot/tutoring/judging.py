"""How is a line held against the open question: which option does it mean, and how right is it?"""

from typing import NamedTuple

from casebot.grading.arranged import read_pairs
from casebot.grading.choices import Choice, choose_one, choose_some
from casebot.grading.grade import grade
from casebot.grading.setting import Setting
from casebot.grading.verdict import Grade, Reason, blank
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


def judge(
    book: Book, name: str, item: Item, typed: str, language: str, seed: int, among: tuple[str, ...] = ()
) -> Judgment:
    """The judgment of a typed or chosen response; letters mean the options as they are shown.

    What names none of the buckets that a sort offers (`among`) is nothing to grade, even where it names another.
    """
    setting = book.setting(name, language)
    options = shown_choices(name, item, seed, among)
    found, slips = _named(name, item, typed, seed, setting, options)
    response = typed if found is None else found
    result = grade(item, response, setting)
    if among and found is None and result.verdict != "blank":
        result = blank("not-an-option")
    if slips and result.verdict == "correct":
        result = result._replace(verdict="close", reasons=slips)
    return Judgment(response, found is not None, result)


def _named(
    name: str, item: Item, typed: str, seed: int, setting: Setting, options: tuple[Choice, ...]
) -> tuple[str | None, tuple[Reason, ...]]:
    """The ids that a response means, and the slips in it; None where it names no option."""
    names, guard = setting.phrases.options, setting.guard(setting.language)
    match item:
        case Single() | TrueFalse() | Evidence():
            one = choose_one(typed, options, names, guard)
            return (one.id, one.reasons) if one is not None else (None, ())
        case Multiple() | Order():
            chosen = choose_some(typed, options, names, guard)
            return (join_ids(chosen) if chosen else None), ()
        case Match():
            return join_pairs(read_pairs(item, typed, shown_rights(name, item, seed))) or None, ()
        case _:
            return None, ()
