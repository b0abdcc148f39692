"""In what form is an answer written down?

Option ids joined by `,` (an order likewise); `left=right` or `blank=text` joined by `;`; anything else as typed.
"""

from collections.abc import Iterable, Mapping

REPLACEMENT = "�"


def clean(text: str) -> str:
    """`text` with lone surrogates and NUL replaced by U+FFFD, so that it can be stored and shown."""
    if text.isprintable():
        return text
    return "".join(REPLACEMENT if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def join_ids(ids: Iterable[str]) -> str:
    """The response that chose, or ordered, these ids."""
    return ",".join(ids)


def split_ids(response: str) -> tuple[str, ...]:
    """The ids of a response, in its order."""
    return tuple(part for part in (piece.strip() for piece in response.split(",")) if part)


def join_pairs(pairs: Mapping[str, str]) -> str:
    """The response that put these together; `;` inside a text would end it, so it becomes a comma."""
    return ";".join(f"{left}={right.replace(';', ',')}" for left, right in pairs.items())


def split_pairs(response: str) -> dict[str, str]:
    """What a response of `left=right` parts put together; parts without `=` are left out."""
    pairs = {}
    for part in response.split(";"):
        left, equals, right = part.partition("=")
        if equals and left.strip():
            pairs[left.strip()] = right.strip()
    return pairs
