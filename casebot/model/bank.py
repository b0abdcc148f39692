"""What is a question bank?"""

from typing import Literal

from pydantic import Field

from casebot.model.item import Item
from casebot.model.text import DEFAULT_LANGUAGES, Flag, Line, Part, Slug, Text, Whole


class Policy(Part):
    """How a bank's items are asked; what is not set follows the table of kinds."""

    tries: Whole | None = Field(default=None, ge=1, le=3)
    skip: Flag = True
    hints: Flag = True
    certainty: Flag = True


class BankHead(Part):
    """The `[bank]` table."""

    format: Literal[1]
    title: Text
    lesson: Slug | None = None
    licence: Line | None = None
    languages: tuple[Slug, ...] = Field(default=DEFAULT_LANGUAGES, min_length=1)


class Bank(Part):
    """A bank with its items by id; items that could not be read are left out."""

    id: Slug
    head: BankHead
    policy: Policy = Policy()
    items: dict[str, Item]
