"""What does a conversation draw on? Made once by the desk; nothing in it opens a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from casebot.grading.lexicon import Lexicon
from casebot.grading.setting import NO_CLAIMS, Setting
from casebot.lookup.index import Index
from casebot.model.bank import Bank, Policy
from casebot.model.case import Case, Lesson
from casebot.model.claim import Claim
from casebot.model.dilemma import Dilemma
from casebot.model.item import Evidence, Item
from casebot.model.lesson import SORTED, FigureStep, SortStep, marked
from casebot.model.phrases import Phrases
from casebot.model.text import Text
from casebot.progress.stances import Stance

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, repr=False)
class Book:
    """The cases by id, the dictionary, the phrases, and the words each bank keeps apart.

    Items go by their full name `case/bank/item`, steps by `case/lesson/step`, claims by `case/claim`,
    dilemmas by `case/dilemma`.
    """

    cases: Mapping[str, Case]
    lexicon: Lexicon
    phrases: Phrases
    protected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """`case/bank` -> its protected words."""
    lookup: Sequence[Index] = ()
    """What finds the claims that answer a question, one for each case."""
    stances: Mapping[str, Stance] = field(default_factory=dict)
    """`case/dilemma` -> where the learner stood when it was weighed last."""

    def lesson(self, case: str, lesson: str) -> Lesson | None:
        """A lesson of a case."""
        found = self.cases.get(case)
        return found.lessons.get(lesson) if found else None

    def bank(self, name: str) -> Bank | None:
        """The bank of an item or bank called by its full name."""
        case, _, rest = name.partition("/")
        found = self.cases.get(case)
        return found.banks.get(rest.partition("/")[0]) if found else None

    def policy(self, name: str) -> Policy:
        """How the items of a bank are asked; the usual policy where the bank no longer exists."""
        bank = self.bank(name)
        return bank.policy if bank else Policy()

    def item(self, name: str) -> Item | None:
        """An item by its full name; None where it no longer exists."""
        case, _, rest = name.partition("/")
        found = self.cases.get(case)
        return found.item(rest) if found else None

    def dilemma(self, name: str) -> Dilemma | None:
        """A dilemma by `case/dilemma`."""
        case, _, rest = name.partition("/")
        found = self.cases.get(case)
        return found.dilemmas.get(rest) if found else None

    def claim(self, name: str) -> Claim | None:
        """A claim by `case/claim`."""
        case, _, rest = name.partition("/")
        found = self.cases.get(case)
        return found.claims.get(rest) if found else None

    def step_claims(self, name: str) -> tuple[str, ...]:
        """The full names of the claims that a step `case/lesson/step` rests on.

        A timeline rests on its events' claims, the end of a sort (`case/lesson/step/sorted`) on its statements'.
        """
        case, _, rest = name.partition("/")
        lesson_id, _, whole = rest.partition("/")
        step_id, _, part = whole.partition("/")
        lesson = self.lesson(case, lesson_id)
        step = lesson.steps.get(step_id) if lesson else None
        if isinstance(step, SortStep) and part == SORTED:
            asked = ((name, item) for each in step.items if (item := self.item(name := f"{case}/{each}")) is not None)
            return tuple(dict.fromkeys(claim for name, item in asked for claim in rests_on(name, item)))
        if step is None or part:
            return ()
        claims = (*marked(step.text), *step.claims)
        if isinstance(step, FigureStep) and step.timeline:
            events = (event for event in self.cases[case].timeline if event.lesson in {lesson_id, None})
            claims = (*claims, *(claim for event in events for claim in event.claims))
        return tuple(dict.fromkeys(f"{case}/{claim}" for claim in claims))

    def setting(self, name: str, language: str) -> Setting:
        """What grading an item depends on."""
        case, _, rest = name.partition("/")
        bank = f"{case}/{rest.partition('/')[0]}"
        found = self.cases.get(case)
        return Setting(
            language=language,
            lexicon=self.lexicon,
            phrases=self.phrases,
            claims=found.claims if found else NO_CLAIMS,
            protected=self.protected.get(bank, NO_WORDS),
        )

    def statement(self, name: str, item: Evidence) -> Text | None:
        """The statement an evidence item asks about: its own, or its claim's assertion or sentence."""
        claim = self.claim(f"{name.partition('/')[0]}/{item.claim}") if item.claim else None
        if item.text is not None or claim is None:
            return item.text
        return claim.assertion or claim.text


def rests_on(name: str, item: Item) -> tuple[str, ...]:
    """The full names of the claims an item rests on."""
    case = name.partition("/")[0]
    own = (item.claim,) if isinstance(item, Evidence) and item.claim else ()
    return tuple(dict.fromkeys(f"{case}/{claim}" for claim in (*item.claims, *own)))
