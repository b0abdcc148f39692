"""`casebot due [--ahead] [OBJECTIVE]`: the questions that come back today, those that come next, or of an objective."""

from casebot.cli import play
from casebot.cli.job import Job


def run(job: Job) -> int:
    """At most as many as the settings say, retests first."""
    if job.options.objective:
        return play.practise(job, job.options.objective)
    return play.due(job, ahead=job.options.ahead)
