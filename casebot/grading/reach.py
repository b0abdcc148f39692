"""Which words of a sentence negate it, and which others does each of them reach?"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf
from typing import Final

from casebot.grading.words import ARTICLES, Word

REACH: Final = 2
"""How many words behind a negation it reaches, light ones not counted, within its clause."""
NEGATIONS: Final = frozenset(
    "not never no without neither nor none hardly nobody nothing "
    "pas jamais aucun aucune sans ni guere rien personne nul nulle".split()
)
"""Folded words that negate; each stands for every other in a term: "never works" for "does not work"."""
NE: Final = frozenset({"ne", "n"})
"""The first half of a French negation, which negates alone in careful French only."""
CLAUSE: Final = frozenset(
    "but because and so yet though while if unless mais car donc et parce puisque si quand".split()
)
"""Words with which another clause begins: a negation does not reach beyond them."""
_LIMITS: Final = frozenset(
    "only just merely simply doubt wonder least mention longer seulement que qu doute uniquement moins".split()
)
"""Words that turn a negation before them into something else: not only, no doubt, non seulement."""
_SHOWS: Final = frozenset(
    "montre montrent prouve prouvent dit disent dire sait sais signifie pense pensent crois croit demontre".split()
)
"""Verbs of which "pas que" denies what they say, where behind others it is short for not only."""
_RULES: Final = frozenset(
    "can could should must may might ought shall peut peuvent peux pourra pourront pourrait pourraient pouvait "
    "doit doivent dois devrait devraient faut faudrait saurait".split()
)
"""Verbs that make a negation forbid and not deny: "the referee cannot wear a shirt" is about referees and shirts."""
_WISHES: Final = frozenset(
    "want wants like likes wish accept tolerate veut veulent aime aiment accepte acceptent".split()
)
"""Verbs of which a negation does not deny what they are about: "brands don't want hatred" speaks of hatred."""
_BELIEFS: Final = frozenset(
    "think thinks thought believe believes believed expect expected suppose supposed know knew imagine imagined "
    "fear feared pense pensait pensaient croit croyait croyaient cru crut imagine imaginait craint craignait "
    "savait su".split()
)
"""Verbs of which a negation denies all that was thought: "he never thought that a court would make him"."""
_AUXILIARIES: Final = frozenset("do does did is are was were am be been being has have had will would need".split())
_HAVE: Final = frozenset("ai as a avons avez ont avais avait avions aviez avaient aura auront aurait auraient".split())
_ONE: Final = frozenset("une la cette chaque toute seule par".split())
"""Words before `personne` that make it a person and not nobody."""
_LIGHT: Final = frozenset[str]().union(*ARTICLES.values()) | frozenset(
    "because of to be been any ever even really try tries tried trying "
    "parce que qu se y en etre ete essaye essayer essayent cherche".split()
)
"""Words that a negation passes over: never tried to withdraw, n'a jamais essayé de se retirer."""
_NOTHING: Final = frozenset({"nothing", "rien"})
_SECOND: Final = frozenset("pas plus jamais rien personne aucun aucune guere".split())
"""Second halves of a French negation."""
_SPAN: Final = 8
"""Words behind `ne` among which its `que` stands."""
_HALF: Final = 4
"""Words behind `ne` among which its `pas` stands."""


def negators(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that negate: both halves of ne ... pas, neither of ne ... que."""
    return frozenset(place for place in range(len(words)) if _negates(words, place))


def _negates(words: Sequence[Word], place: int) -> bool:
    plain = words[place].plain
    before = words[place - 1].plain if place else ""
    behind = [word.plain for word in words[place + 1 : place + 1 + _SPAN]]
    if plain in NE:
        return not {"que", "qu"} & set(behind) or bool(NEGATIONS & set(behind[:_HALF]))
    if behind and behind[0] in _LIMITS and not (behind[0] in {"que", "qu"} and before in _SHOWS):
        return False
    if plain == "plus":
        return any(word.plain in NE for word in words[max(0, place - _HALF + 1) : place])
    return plain in NEGATIONS and not (plain == "personne" and before in _ONE)


def opens(words: Sequence[Word], place: int) -> bool:
    """Whether another clause begins with a word: with "because", but not with "not because of"."""
    plain = words[place].plain
    denied = plain in {"because", "parce"} and place > 0 and words[place - 1].plain in {"not", "pas"}
    return plain in CLAUSE and not denied


def reaches(words: Sequence[Word], negating: Iterable[int], breaks: Collection[int]) -> Mapping[int, frozenset[int]]:
    """Which words each negation of a sentence denies; `breaks` are the places where a part of the sentence begins.

    A negation of what may be or ought to be denies none, nor does nothing or rien, which is itself what is spoken of.
    """
    return {
        place: _reached(words, breaks, place)
        for place in negating
        if words[place].plain not in _NOTHING and not _forbids(words, place) and not _half(words, place)
    }


def _half(words: Sequence[Word], place: int) -> bool:
    """Whether it is the `ne` of a `ne ... pas`: the second half denies for both."""
    behind = {word.plain for word in words[place + 1 : place + 1 + _HALF]}
    return words[place].plain in NE and not behind.isdisjoint(_SECOND)


def _reached(words: Sequence[Word], breaks: Collection[int], place: int) -> frozenset[int]:
    """The next words, the French verb that stands before the second half of its negation, and all that was thought."""
    halved = words[place].plain == "pas" or (
        words[place].plain in _SECOND and any(word.plain in NE for word in words[max(0, place - _HALF) : place])
    )
    places = {place - 1} if halved and place and place not in breaks else set()
    left: float = inf if places and words[place - 1].plain in _BELIEFS else REACH
    for at in range(place + 1, len(words)):
        if not left or at in breaks or opens(words, at):
            break
        if words[at].plain in _BELIEFS:
            left = inf
        places.add(at)
        left -= words[at].plain not in _LIGHT
    return frozenset(places)


def spreads(words: Sequence[Word], place: int, breaks: Collection[int]) -> bool:
    """Whether a negation denies its whole clause, as one of the verb or the subject does and "notes, not bans" not."""
    plain = words[place].plain
    if plain == "not":
        return bool(place) and words[place - 1].plain in _AUXILIARIES
    if plain in {"without", "sans", "ni", "neither", "nor"}:
        return False
    return not (plain == "pas" and (place in breaks or place == 0))


def _forbids(words: Sequence[Word], place: int) -> bool:
    """Whether a negation is about what may be, ought to be or is wished: no one can, must not, n'a pas à."""
    plain = words[place].plain
    before = [word.plain for word in words[max(0, place - 2) : place]]
    behind = [word.plain for word in words[place + 1 : place + 4]]
    if plain == "not":
        return bool(before and before[-1] in _RULES) or bool(behind and behind[0] in _WISHES)
    if plain in NE:
        return bool((_WISHES | _RULES) & set(behind[:2])) or _has_to(words, place + 1)
    if plain in {"pas", "jamais", "plus"}:
        return bool(_RULES & set(before)) or bool(_WISHES & set(before)) or _has_to(words, place - 1)
    return bool(_RULES & set(behind))


def _has_to(words: Sequence[Word], place: int) -> bool:
    """Whether `n'a pas à`, `n'ont pas à` stands at the verb's place."""
    verb, *behind = [word.plain for word in words[max(0, place) : place + 3]] or [""]
    return verb in _HAVE and behind == ["pas", "a"]
