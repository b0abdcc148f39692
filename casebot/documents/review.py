"""How are refused answers shown to the author who judges them, and what is said of those that cannot be shown?"""

from collections.abc import Iterator

from casebot.desk.review import Group, Lacking
from casebot.documents.answers import Asked, accepted_texts, stem_text
from casebot.documents.sheet import Sheet
from casebot.documents.voice import Voice
from casebot.model.item import Free

INDENT = "  "


def group_rows(group: Group, sheet: Sheet, voice: Voice) -> Iterator[str]:
    """A group, its question and what it accepts, as learners read them on `sheet`; the author reads the `voice`."""
    answers, question = group.answers, group.question
    counts = {"times": answers.times, "objections": answers.objections}
    yield voice.say("review.group", item=question.name, answer=answers.shown, **counts)
    about = Asked(question.name, question.item, sheet)
    yield INDENT + stem_text(about)
    if isinstance(question.item, Free):
        for point in question.item.keypoints:
            yield INDENT + voice.say("review.heard", point=point.id, text=sheet.show(point.tell))
    else:
        yield INDENT + voice.say("review.accepted", answers=voice.say("unit.semicolon").join(accepted_texts(about)))


def lacking_text(each: Lacking, voice: Voice) -> str:
    """Which answers cannot be looked at, and what to do about it."""
    name = each.name.rpartition("/")[2]
    return voice.say(f"review.lacks-{each.why}", name=each.name, file=f"{name}.toml", n=each.times)
