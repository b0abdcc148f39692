"""What colours has casebot?"""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="casebot-dark",
    primary="#7aa2c8",
    secondary="#9fb4a0",
    accent="#d6b37a",
    foreground="#d9d9d4",
    background="#16191d",
    surface="#1d2126",
    panel="#262b31",
    success="#8fbf8f",
    warning="#d9b26a",
    error="#d98c7f",
    dark=True,
)
LIGHT: Final = Theme(
    name="casebot-light",
    primary="#2f5d8a",
    secondary="#4d6b50",
    accent="#8a5a12",
    foreground="#23262a",
    background="#faf9f5",
    surface="#f1efe8",
    panel="#e6e3d9",
    success="#2f6b35",
    warning="#85560b",
    error="#9c3526",
    dark=False,
)
THEMES: Final = (DARK, LIGHT)
