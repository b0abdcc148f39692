"""Which options, typed out, would be read as another?"""

from collections.abc import Iterator
from typing import NamedTuple

from casebot.grading.choices import choices, choose_one, choose_some
from casebot.grading.normalise import fold, normalise
from casebot.grading.setting import Setting
from casebot.model.item import Multiple, Single


class Misread(NamedTuple):
    """An option by its place, its text in a language, and the ids of what that text is read as."""

    place: int
    text: str
    read: tuple[str, ...]


def misread(item: Single | Multiple, setting: Setting) -> Iterator[Misread]:
    """The options that a learner in the setting's language cannot choose by typing them.

    Options that read the same in one language are another finding (316) and are passed over.
    """
    options, guard = choices(item), setting.guard(setting.language)
    texts = [option.text.show(setting.language) for option in item.options]
    plain = [fold(normalise(text)) for text in texts]
    for place, (option, text) in enumerate(zip(options, texts, strict=True)):
        if plain.count(plain[place]) > 1:
            continue
        if isinstance(item, Multiple):
            read = choose_some(text, options, setting.phrases.options, guard) or ()
        else:
            chosen = choose_one(text, options, setting.phrases.options, guard)
            read = (chosen.id,) if chosen is not None else ()
        if read != (option.id,):
            yield Misread(place, text, read)
