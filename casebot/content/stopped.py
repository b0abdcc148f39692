"""Why did the TOML reader stop? Its English sentence as a code, so that authors are told in their own language."""

from typing import Final

_WHY: Final = {
    "Cannot overwrite": "twice",
    "Cannot declare": "twice",
    "Cannot mutate": "twice",
    "Cannot redefine": "twice",
    "Duplicate inline table key": "twice",
    "Escaped character": "escape",
    "Invalid hex value": "escape",
    "Unescaped": "escape",
    "Expected ']": "header",
    "Expected '='": "equals",
    "Expected newline": "rest",
    "Expected": "text",
    "Unterminated string": "text",
    "Invalid date": "date",
    "Invalid initial character": "key",
    "Invalid statement": "key",
    "Invalid value": "value",
    "Unclosed array": "list",
    "Unclosed inline table": "table",
    "Found invalid character": "character",
    "Illegal character": "character",
}
"""How the sentences of tomli 2 begin, those that begin another one behind it; a test reads them all from its source."""


def why_stopped(sentence: str) -> str:
    """The code of a sentence of tomli, said under `toml.<code>`; "unknown" for one that is not listed."""
    return next((code for start, code in _WHY.items() if sentence.startswith(start)), "unknown")
