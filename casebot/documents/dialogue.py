"""How is a dialogue on an open question written out?"""

from casebot.documents.answers import asked
from casebot.documents.passage import Line, line, visible
from casebot.documents.sheet import Sheet
from casebot.documents.telling import prose
from casebot.model.item import Free
from casebot.tutoring.turns import Turn


def talk_heard(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What a turn of a dialogue has made, in the learner's own words, and how many points there are now."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    item = about.item
    tells = {point.id: sheet.show(point.tell) for point in item.keypoints} if isinstance(item, Free) else {}
    lines = [line(sheet.voice.say(f"turn.{turn.key}", **turn.args))]
    for reason in turn.reasons:
        words, point = visible(reason.args["words"]), tells.get(reason.args["point"], reason.args["point"])
        lines.append(line(f"  {sheet.voice.say('turn.talk-point', words=words, point=point)}", "plain", 4))
    return tuple(lines)


def point_help(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A hint towards a key point, a sentence to complete, or the point told."""
    about = asked(turn, sheet)
    item = about.item if about is not None else None
    points = item.keypoints if isinstance(item, Free) else ()
    point = next((each for each in points if each.id == turn.args.get("point")), None)
    if about is None or point is None:
        return ()
    text = {"point-hint": point.hint, "point-prompt": point.prompt, "point-tell": point.tell}[turn.key]
    return (prose(text, about.case, sheet),)
