"""Which parts of a sentence does its writer not say: denied, laid in nobody's mouth, or granted before a "but"?

The phrases are those of essays and classrooms in both languages; an author cannot list them with every point.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

_SAYS: Final = (
    r"(?:says?|said|saying|claim\w*|argu\w+|pretends?|suggest\w*|believes?|thinks?|wants?|ask(?:s|ing)?|proposes?|"
    r"calls?|calling|means?|dreams?|"
    r"dit|dis|disent|disons|dire|preten\w+|soutien\w+|affirm\w+|pens\w+|croi\w+|veu\w+|voul\w+|deman\w+|propos\w+|"
    r"reclam\w+|imagin\w+|traite\w*)"
)
_IT: Final = r"(?:it|that|this|which)"
_IL: Final = r"(?:il|c|ce|cela|ca)"
_DO: Final = r"(?:do|does|am|are|is|would|can|could|will|did)"
_NOT: Final = r"(?:simply |just |also |plainly |quite |so |really )?"
_FALSE: Final = (
    r"(?:false|untrue|wrong|inaccurate|incorrect|nonsense|unfair|absurd|"
    r"an? (?:\w+ )?(?:myth|lie|caricature|straw ?man|exaggeration|distortion))"
)
_FAUX: Final = (
    r"(?:faux|inexact|injuste|absurde|caricatural|"
    r"une? (?:\w+ )?(?:mythe|mensonge|caricature|cliche|epouvantail|homme de paille|proces d intention))"
)
_NOBODY: Final = (
    r"(?:nobody|no one|none of (?:us|them|these people)|no (?:serious|sensible|reasonable) \w+|"
    r"(?:(?:^|(?<=, )|(?<=mais )|(?<=et )|(?<=que )|(?<=car ))personne|nul|aucun(?: \w+)?))"
)
_HERE: Final = (
    r"(?: (?:here|there|in|on|of|this|that|their|our|my|side|camp|is|was|has|ever|really|"
    r"ici|la|dans|de|ce|leur|notre|cote|serieux|ne|n|a)){0,5}"
)
_DENIED: Final = re.compile(
    r"\b(?:"
    + r"|".join(
        (
            # it is not true that, it would be unfair to say that, nobody here says that, I am not saying that
            rf"{_IT} (?:is|was|s|would be) {_NOT}not (?:true|the case|correct|right|fair|that|a question of)",
            rf"{_IT} (?:is|was|s|would be) {_NOT}{_FALSE}(?: to \w+)?(?: that)?",
            rf"{_NOBODY}{_HERE} {_SAYS}",
            rf"(?:i|we) {_DO} not(?: \w+)? (?:think|believe|agree|accept|buy)",
            rf"(?:i|we|you|they|he|she|side) {_DO} not(?: \w+)? (?:say|claim|mean|suggest|argue)(?:ing)?",
            r"(?:does|do|would|did) not (?:mean|imply|amount to|follow)",
            r"(?:is|are|be) not the same (?:thing )?as",
            r"(?:i|we) (?:disagree|reject|refuse|doubt|deny)",
            r"contrary to",
            # il n'est pas vrai que, ce serait une caricature de dire que, je ne dis pas que, je ne partage pas
            rf"{_IL} (?:n |ne )?(?:est|serait|etait) pas (?:vrai|exact|le cas|juste|correct|question|que |parce)",
            rf"{_IL} (?:est|serait|etait) (?:\w+ )?{_FAUX}(?: (?:de|d) \w+)?(?: que| qu)?",
            rf"(?:je|on|nous) (?:ne |n )?{_SAYS} pas",
            r"(?:ils?|elles?|camp) (?:ne )?(?:di(?:t|sent)|preten\w+|soutien\w+|affirm\w+) pas",
            r"(?:je|nous) (?:ne )?(?:suis|sommes) pas d accord (?:avec|que|pour)",
            r"(?:je|nous|on) (?:ne )?partage\w* pas",
            rf"{_IL} (?:ne |n )?(?:s agit|veut|signifie|implique) pas",
            r"(?:je|nous) (?:refus\w+|rejet\w+|dout\w+)",
            r"contrairement a",
        )
    )
    + r")(?= |$)"
)
"""Words behind which a sentence is not said, as far as its end or its next turn."""
_DISMISSED: Final = re.compile(
    r" (?:"
    rf"(?:is|are|was|were) (?:just |simply |all |completely |totally )?(?:not true|myths?|{_FALSE})|"
    r"(?:is|are|seems) (?:, i \w+ , )?(?:no|not an?) (?:argument|excuse|reason|proof)|"
    r"(?:has|have) nothing to do with.*|"
    rf"(?:est|sont|etait) (?:tout simplement |totalement |completement )?(?:fausses?|{_FAUX})|"
    r"(?:est|sont) pas (?:un |une )?(?:argument|excuse|raison|preuve)s?|"
    r"(?:n |ne )?(?:a|ont) rien a voir.*"
    r") ?$"
)
"""Words before which a sentence is not said, as far back as its last turn."""
_GRANTED: Final = re.compile(
    r"\b(?:of course|granted|admittedly|it is true that|to be sure|i (?:admit|grant|concede)|"
    r"certes|bien sur|bien entendu|evidemment|il est vrai|je (?:reconnais|concede|l accorde)|admettons)(?= |$)"
)
"""Words behind which something is granted, where a turn follows."""
_TURN: Final = re.compile(
    r"(?:(?<=, )|^)"
    r"(?:but|yet|however|still|nevertheless|mais|or|pourtant|cependant|toutefois|neanmoins)(?= )"
)
_OWN: Final = frozenset(
    "it is this that these those they he she we i you the a an in on at to there what who which my your his her its "
    "our their one nobody everyone all some any many most if when once il elle on ce c ca cela je j tu nous vous ils "
    "elles le la les l un une des mon ton son sa ses leur leurs notre votre dans en a qui quand si tout tous".split()
)
"""Words with which a clause of its own begins behind a turn; "but gives" and "mais abrite" go on with the same one."""


def unsaid(tokens: Sequence[str]) -> frozenset[int]:
    """The places of the words that a sentence does not say; `tokens` are its folded words, commas at its breaks."""
    text = " ".join(tokens)
    starts = [0, *accumulate(len(token) + 1 for token in tokens)]
    turns = [match.start() for match in _TURN.finditer(text) if _begins(text[match.end() :])]
    places: set[int] = set()
    for first, last in _regions(text, turns):
        places.update(range(bisect_right(starts, first) - 1, bisect_left(starts, last)))
    return frozenset(place for place in places if place < len(tokens))


def _begins(rest: str) -> bool:
    """Whether a clause of its own begins."""
    words = rest.split(maxsplit=1)
    return bool(words) and words[0] in _OWN


def _regions(text: str, turns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last character of each part that is not said."""
    for match in _DENIED.finditer(text):
        if not text.startswith(" ,", match.end()):
            yield match.end() + 1, next((turn for turn in turns if turn >= match.end()), len(text))
    for match in _DISMISSED.finditer(text):
        yield next((turn for turn in reversed(turns) if turn <= match.start()), 0), match.start()
    for match in _GRANTED.finditer(text):
        turn = next((turn for turn in turns if turn >= match.end()), None)
        if turn is not None:
            yield match.start(), turn
