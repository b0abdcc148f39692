"""Which questions and dilemmas belong to one lesson alone?"""

from casebot.model.case import Case
from casebot.model.lesson import AnyStep, AskStep, DilemmaStep, FigureStep, PageStep, SortStep, TalkStep


def belongings(case: Case, lesson: str) -> frozenset[str]:
    """The full names of the items and dilemmas of a lesson's steps, bank and dilemmas that no other lesson has."""
    held = {each: _held(case, each) for each in case.lessons}
    others = frozenset[str]().union(*(names for each, names in held.items() if each != lesson))
    return frozenset(f"{case.head.id}/{name}" for name in held.get(lesson, frozenset()) - others)


def _held(case: Case, lesson: str) -> frozenset[str]:
    asked = {name for step in case.lessons[lesson].steps.values() for name in _asked(step)}
    banks = (bank for bank in case.banks.values() if bank.head.lesson == lesson)
    asked |= {f"{bank.id}/{item}" for bank in banks for item in bank.items}
    return frozenset(asked | {name for name, dilemma in case.dilemmas.items() if dilemma.lesson == lesson})


def _asked(step: AnyStep) -> tuple[str, ...]:
    match step:
        case AskStep() | TalkStep():
            return (step.item,)
        case SortStep():
            return step.items
        case DilemmaStep():
            return (step.dilemma,)
        case PageStep() | FigureStep():
            return ()
