"""How is one graded answer written out, by itself?"""

from casebot.documents.answers import Asked
from casebot.documents.questions import feedback
from casebot.documents.transcript import write
from casebot.documents.verdicts import reason_text
from casebot.grading.verdict import Grade, Reason
from casebot.tutoring.answering import ROLES
from casebot.tutoring.turns import Arg, Turn


def as_json(grade: Grade, about: Asked, response: str) -> dict[str, object]:
    """{"verdict", "score", "key", "reasons": [{"code", "text"}]}."""
    reasons = [{"code": reason.code, "text": _told(reason, about, response)} for reason in grade.reasons]
    return {"verdict": grade.verdict, "score": grade.score, "key": grade.key, "reasons": reasons}


def _told(reason: Reason, about: Asked, response: str) -> str:
    """A reason in words; for an answer that is nothing to grade, the sentence the learner reads."""
    voice, blank = about.sheet.voice, f"turn.blank-{reason.code}"
    return voice.say(blank, **reason.args) if blank in voice else reason_text(reason, about, response, whole=True)


def as_text(grade: Grade, about: Asked, response: str, *, trace: bool) -> list[str]:
    """The verdict as in the conversation, what the author says to a mistake, and with `trace` every step."""
    sheet = about.sheet
    key = f"blank-{grade.reasons[0].code}" if grade.verdict == "blank" else f"verdict-{grade.verdict}"
    role = "notice" if grade.verdict == "blank" else ROLES[grade.verdict]
    args: dict[str, Arg] = {"item": about.name, "response": response, "score": grade.score}
    passage = write(Turn(role=role, key=key, args=args, reasons=grade.reasons), sheet)
    lines = [sheet.voice.say("plain.label", label=passage.label) + "\n".join(line.text for line in passage.lines)]
    for each in grade.feedback:
        turn = Turn(role="tells", key="feedback", args={"item": about.name, "about": each})
        lines += [f"  {line.text}" for line in feedback(turn, sheet)]
    if trace:
        lines.append(f"  {grade.verdict} {grade.score:g} {grade.key}".rstrip())
        lines += [f"  {reason.code}: {_told(reason, about, response)}" for reason in grade.reasons]
    return lines
