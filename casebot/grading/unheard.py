"""Which sentences of an open answer does its question not know what to do with?"""

import re
from typing import Final

from casebot.grading.keypoints import hear
from casebot.grading.normalise import normalise
from casebot.grading.setting import Setting
from casebot.model.item import Free

_SENTENCE: Final = re.compile(r"(?<=[.!?;])\s+|\n+")


def unheard(item: Free, response: str, setting: Setting) -> tuple[str, ...]:
    """The sentences, in order, in which no term of a key point or of a misconception is heard, in any language."""
    sentences = (sentence.strip() for sentence in _SENTENCE.split(response))
    return tuple(each for each in sentences if normalise(each) and not _known(item, each, setting))


def _known(item: Free, sentence: str, setting: Setting) -> bool:
    terms = (*(point.terms for point in item.keypoints), *(idea.terms for idea in item.misconceptions))
    return any(hear(each, sentence, setting).quotes for each in terms)
