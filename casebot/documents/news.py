"""How is it told what has changed since the learner was here last?"""

from collections.abc import Sequence
from typing import Final

from casebot.documents.sheet import Sheet
from casebot.documents.telling import claim_block

MOST: Final = 3
"""Claims that are told by their sentence."""


def news_lines(changed: Sequence[str], sheet: Sheet) -> list[str]:
    """A sentence for each claim `case/claim` that has changed, with its status; after the third only how many more."""
    claims = [claim for name in changed if (claim := sheet.book.claim(name)) is not None]
    shown = [" ".join(line.text.strip() for line in claim_block(claim, sheet.voice)) for claim in claims[:MOST]]
    more = [sheet.voice.say("record.since-more", n=len(claims) - MOST)] if len(claims) > MOST else []
    return [*(sheet.voice.say("record.since", text=text) for text in shown), *more]
