"""Can the shipped lessons be taken from their first word to full credit, in either language?"""

import pytest

from casebot.content.library import Library
from casebot.content.places import shipped
from casebot.desk.books import book_of
from casebot.documents.answers import unit_name
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.grading.arranged import bucket
from casebot.grading.grade import grade
from casebot.model.case import Case
from casebot.model.identity import entry_ids, left_ids, right_ids
from casebot.model.item import Cloze, Evidence, Free, Item, Match, Multiple, Numeric, Order, Short, Single, TrueFalse
from casebot.model.languages import SPOKEN
from casebot.model.lesson import SortStep
from casebot.model.response import join_ids, join_pairs
from casebot.tutoring.book import Book
from casebot.tutoring.steps import score
from casebot.words.words import Words
from tests.tutoring.talk import Talk, begin

SHIPPED = Library((shipped(),))
CASES = SHIPPED.ids()


def read(case: str) -> Case:
    loaded = SHIPPED.load(case)
    assert loaded is not None
    return loaded.case


LESSONS = [(case, lesson) for case in CASES for lesson in read(case).lessons]


@pytest.fixture(scope="module")
def books() -> dict[str, Book]:
    return {case: book_of(read(case)) for case in CASES}


def right(book: Book, name: str, language: str) -> str:
    """What the author holds to be right."""
    item: Item | None = book.item(name)
    match item:
        case Single() | Multiple():
            names = zip(entry_ids(item.options), item.options, strict=True)
            return join_ids([each for each, option in names if option.right])
        case TrueFalse():
            return str(item.answer).lower()
        case Evidence():
            return str(bucket(item, book.cases[name.partition("/")[0]].claims))
        case Order():
            return join_ids(entry_ids(item.items))
        case Match():
            return join_pairs(dict(zip(left_ids(item), right_ids(item), strict=True)))
        case Cloze():
            return "; ".join(words.show(language)[0] for words in item.blanks.values())
        case Short():
            return item.accept.show(language)[0]
        case Numeric():
            unit = unit_name(item.unit.show(language), Words(language)) if item.unit else ""
            return f"{Words(language).number(item.answer)} {unit}"
        case Free():
            assert item.model is not None
            return item.model.show(language)
        case None:
            raise AssertionError(name)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(("case", "lesson"), LESSONS)
def test_right_answers_bring_full_credit(books: dict[str, Book], case: str, lesson: str, language: str) -> None:
    book = books[case]
    talk = Talk(book, begin(case, lesson, language))
    for _ in range(200):
        kind = talk.reply.expects.kind
        if kind == "end":
            break
        if kind in {"page", "verdict"}:
            talk.do("continue")
        elif talk.reply.expects.dilemma:
            talk.do("skip")
        else:
            talk.say(right(book, talk.reply.expects.item, language))
    got, of = score(talk.state, book)
    assert got == of > 0
    sorts = [step for step in book.cases[case].lessons[lesson].steps.values() if isinstance(step, SortStep)]
    placed = [turn.args["items"] for turn in talk.turns if turn.key == "sorted"]
    assert [sorted(str(item) for item in items) for items in placed if isinstance(items, tuple)] == [
        sorted(f"{case}/{item}" for item in step.items) for step in sorts
    ]
    sheet = Sheet(book, Words(language), 70)
    assert all(write(turn, sheet).text.strip() for turn in talk.turns)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("case", CASES)
def test_every_right_answer_of_the_banks_is_right(books: dict[str, Book], case: str, language: str) -> None:
    book = books[case]
    for bank, found in book.cases[case].banks.items():
        for name, item in found.items.items():
            full = f"{case}/{bank}/{name}"
            result = grade(item, right(book, full, language), book.setting(full, language))
            assert result.right, (full, language, result)
