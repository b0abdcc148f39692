"""`casebot due [--ahead]`: the questions that come back today, or those that come next."""

from casebot.cli import play
from casebot.cli.job import Job


def run(job: Job) -> int:
    """At most as many as the settings say, retests first."""
    return play.due(job, ahead=job.options.ahead)
