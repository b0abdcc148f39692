"""Is a text negated?"""

import re
from functools import lru_cache

_FINDERS = {
    "en": re.compile(
        r"(?<!\w)(?:not|never|no|none|without|neither|nor|cannot|nobody|nothing|nowhere|non|hardly|except|"
        r"anything but|other than|\w+n't|"
        r"(?:do|does|did|is|are|was|were|wo|would|could|should|has|have|had|ca)nt)(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:n'|(?:ne|pas|jamais|aucune?|sans|ni|non|nul|nulle|rien|guère|guere|sauf|excepté|autre que)(?!\w))"
    ),
}
_ANY = tuple(_FINDERS.values())
_HALVES = frozenset({"n'", "ne", "nor", "neither", "ni"})
"""Words that go with another negation and make no second one."""
_ANSWER = re.compile(r"(?:no|non),\s*")
"""A denial of what was asked, before the answer itself."""


def negators(text: str, language: str) -> tuple[str, ...]:
    """The words of a normalised text that negate it, in that language (in every known one where it is unknown)."""
    finder = _FINDERS.get(language)
    if finder is not None:
        return tuple(finder.findall(text))
    return tuple(word for each in _ANY for word in each.findall(text))


@lru_cache(maxsize=8192)
def negations(text: str) -> int:
    """How many times a normalised text negates, in any language: ne ... pas is one, neither ... nor too."""
    said = _ANSWER.sub("", text, count=1) if _ANSWER.match(text) else text
    found = {match.start(): match[0] for finder in _ANY for match in finder.finditer(said)}
    return max(sum(word not in _HALVES for word in found.values()), min(1, len(found)))


@lru_cache(maxsize=8192)
def negated(text: str) -> bool:
    """Whether a normalised text contains a negation, in any language: an answer may be given in any."""
    return any(finder.search(text) for finder in _ANY)
