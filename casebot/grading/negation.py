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


def negators(text: str, language: str) -> tuple[str, ...]:
    """The words of a normalised text that negate it, in that language (in every known one where it is unknown)."""
    finder = _FINDERS.get(language)
    if finder is not None:
        return tuple(finder.findall(text))
    return tuple(word for each in _ANY for word in each.findall(text))


@lru_cache(maxsize=8192)
def negated(text: str) -> bool:
    """Whether a normalised text contains a negation, in any language: an answer may be given in any."""
    return any(finder.search(text) for finder in _ANY)
