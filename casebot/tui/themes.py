"""What colours has casebot?

Text has a contrast of at least 4.5 to what it stands on, 7 in the pair of high contrast (WCAG 2.2, 1.4.3 and 1.4.6; a
test works it out on the screens).
"""

from typing import Final

from textual.theme import Theme


def _bar(thumb: str, track: str) -> dict[str, str]:
    """The colours of a scroll bar, which are the same under the mouse."""
    return {
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), thumb),
        **dict.fromkeys(
            (
                "scrollbar-background",
                "scrollbar-background-hover",
                "scrollbar-background-active",
                "scrollbar-corner-color",
            ),
            track,
        ),
    }


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
    variables={
        **_bar("#717a83", "#1d2126"),
        "foreground-muted": "#a2a7ab",
        "block-cursor-foreground": "#16191d",
        "block-cursor-background": "#d6b37a",
    },
)
LIGHT: Final = Theme(
    name="casebot-light",
    primary="#2f5d8a",
    secondary="#446147",
    accent="#80520d",
    foreground="#23262a",
    background="#faf9f5",
    surface="#f1efe8",
    panel="#e6e3d9",
    success="#2a6330",
    warning="#7b4f08",
    error="#9c3526",
    dark=False,
    variables={
        **_bar("#84888c", "#f1efe8"),
        "foreground-muted": "#575c61",
        "block-cursor-foreground": "#faf9f5",
        "block-cursor-background": "#80520d",
    },
)
CONTRAST_DARK: Final = Theme(
    name="casebot-contrast-dark",
    primary="#9fd0ff",
    secondary="#b8e0b8",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#0c0c0c",
    panel="#1c1c1c",
    success="#7fe37f",
    warning="#ffc84a",
    error="#ffa79b",
    dark=True,
    variables={
        **_bar("#d0d0d0", "#1c1c1c"),
        "foreground-muted": "#d0d0d0",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffd75f",
    },
)
CONTRAST_LIGHT: Final = Theme(
    name="casebot-contrast-light",
    primary="#003b73",
    secondary="#1e4620",
    accent="#583500",
    foreground="#000000",
    background="#ffffff",
    surface="#f6f6f6",
    panel="#e9e9e9",
    success="#0b4a12",
    warning="#583500",
    error="#7a0c00",
    dark=False,
    variables={
        **_bar("#3a3a3a", "#e9e9e9"),
        "foreground-muted": "#3a3a3a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#583500",
    },
)
_OWN: Final = "ansi_default"
_PAINTED: Final = (
    "ansi-background",
    "ansi-foreground",
    "foreground-muted",
    "text-muted",
    "text-disabled",
    "block-cursor-background",
    "border",
    "border-blurred",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "input-selection-background",
    "screen-selection-background",
    "screen-selection-foreground",
)
"""Colours that Textual would choose by itself in a theme of the terminal's colours."""
TERMINAL: Final = Theme(
    name="casebot-terminal",
    primary=_OWN,
    secondary=_OWN,
    accent=_OWN,
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    success=_OWN,
    warning=_OWN,
    error=_OWN,
    dark=True,
    ansi=True,
    variables={
        **dict.fromkeys(_PAINTED, _OWN),
        "block-cursor-text-style": "reverse",
        "input-cursor-text-style": "reverse",
        "button-focus-text-style": "reverse",
    },
)
"""The terminal's own two colours, which its user can read; weight, reverse and underline do the rest."""
THEMES: Final = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT, TERMINAL)
SHADES: Final = {
    DARK.name: LIGHT.name,
    CONTRAST_DARK.name: CONTRAST_LIGHT.name,
    LIGHT.name: DARK.name,
    CONTRAST_LIGHT.name: CONTRAST_DARK.name,
}
"""The other of each pair."""
