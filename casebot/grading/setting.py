"""What does a grade depend on beside the item and the response?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard
from casebot.model.claim import Claim
from casebot.model.phrases import Phrases

NO_CLAIMS: Final[Mapping[str, Claim]] = {}


@dataclass(frozen=True, slots=True)
class Setting:
    """The learner's language, the dictionary, the phrases, the case's claims and the bank's protected words.

    `protected` are folded words of other keys, distractors and names: none of them is ever taken for a slip.
    """

    language: str
    lexicon: Lexicon
    phrases: Phrases = field(default_factory=Phrases)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    protected: frozenset[str] = frozenset()

    def guard(self, language: str, free: frozenset[str] = frozenset(), barred: frozenset[str] = frozenset()) -> Guard:
        """What limits the forgiveness of slips for keys in that language.

        `free` words may be added to an answer, `barred` ones may not.
        """
        return Guard(self.lexicon, language, self.protected, free=free, barred=barred, session=self.language)
