"""`casebot lessons`: every lesson, and how far the learner is."""

from casebot.cli.job import COULD_NOT_RUN, DONE, Job, complain, tell
from casebot.documents.lessons import how_far


def run(job: Job) -> int:
    """One line a lesson."""
    with job.desk() as desk:
        lines = desk.lessons()
    if not lines:
        complain(job.words.say("app.no-cases"))
        return COULD_NOT_RUN
    width = max(len(f"{line.case}/{line.entry.id}") for line in lines)
    for line in lines:
        name = f"{line.case}/{line.entry.id}"
        title = job.words.typeset(line.entry.title.show(job.words.language))
        tell(f"{name:<{width}}  {title}  ({how_far(line, job.words)})")
    return DONE
