"""`casebot dilemmas`: every dilemma with where the learner stands, or one of them, on screen or line by line."""

from casebot.cli.job import COULD_NOT_RUN, DONE, Job, columns, complain, tell
from casebot.cli.play import draw, hold
from casebot.documents.stances import stood
from casebot.documents.wrap import rows
from casebot.tui.terminal import reads_lines

INDENT = "  "


def run(job: Job) -> int:
    """A list, or the dilemma that is named."""
    name = job.options.dilemma
    if not name:
        return _list(job)
    if not reads_lines(plain=job.options.plain):
        from casebot.tui.opening import DILEMMA

        return draw(job, f"{DILEMMA}{name}")
    with job.desk() as desk:
        return hold(desk, desk.take_dilemma(*desk.find_dilemma(name)), job)


def _list(job: Job) -> int:
    with job.desk() as desk:
        lines = desk.dilemmas()
        book = desk.book
    if not lines:
        complain(job.words.say("app.no-dilemmas"))
        return COULD_NOT_RUN
    width = columns() - len(INDENT)
    for line in lines:
        tell(line.name)
        question = line.sides.dilemma.question.show(job.words.language)
        for phrase in (job.words.typeset(question), *stood(line, book, job.words)):
            for row in rows(phrase, width):
                tell(INDENT + row)
    return DONE
