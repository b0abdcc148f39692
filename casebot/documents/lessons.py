"""How far is the learner in a lesson, in words?"""

from casebot.desk import LessonLine
from casebot.documents.voice import Voice


def how_far(line: LessonLine, voice: Voice) -> str:
    """One phrase: new, done with its score, or how far in the run that is open."""
    parts = [voice.say("app.open" if line.steps else "app.done" if line.finished else "app.new")]
    if line.steps:
        parts.append(voice.say("app.place", n=line.place + 1, of=line.steps))
    if line.finished:
        score = voice.say("app.score", score=round(line.score, 2), of=line.outof)
        parts.append(voice.say("app.last-time", score=score) if line.steps else score)
    return ", ".join(parts)
