"""What is different in a misspelt word, in words and signs?"""

from difflib import SequenceMatcher
from typing import Final

from casebot.documents.voice import Voice

_PAIR: Final = 2


def slips(typed: str, right: str, voice: Voice) -> str:
    """The letters that are missing, too many, swapped, or others: "i missing", "a instead of e"; "" for the same."""
    edits = SequenceMatcher(None, typed, right, autojunk=False).get_opcodes()
    told: list[str] = []
    place = 0
    while place < len(edits):
        kind, start, end, first, last = edits[place]
        pair = typed[start : start + 2]
        turned = len(pair) == len(set(pair)) == _PAIR and right[first : first + 2] == pair[::-1]
        if kind in {"insert", "delete"} and turned and place + 2 < len(edits):
            told.append(voice.say("slip.swapped", letters=pair[::-1]))
            place += 2
        elif kind == "insert":
            told.append(voice.say("slip.missing", letters=right[first:last]))
        elif kind == "delete":
            told.append(voice.say("slip.extra", letters=typed[start:end]))
        elif kind == "replace":
            told.append(voice.say("slip.instead", right=right[first:last], typed=typed[start:end]))
        place += 1
    return ", ".join(told)
