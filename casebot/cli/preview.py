"""`casebot preview BANK.toml [--at ITEM]`: the learner's screen, reloading on save; nothing of it is kept."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from casebot.cli import play
from casebot.cli.job import Job
from casebot.model.quiz import Quiz


def run(job: Job) -> int:
    """Asks the bank from one of its questions on, with a gradebook that is thrown away."""
    options = job.options
    quiz = Quiz(options.lesson, 0, shuffle=False, at=options.at, watch=True)
    with TemporaryDirectory(prefix="casebot-") as folder:
        home = os.environ.get("CASEBOT_HOME")
        os.environ["CASEBOT_HOME"] = str(Path(folder) / "preview")
        try:
            return play.ask(job, quiz)
        finally:
            if home is None:
                del os.environ["CASEBOT_HOME"]
            else:
                os.environ["CASEBOT_HOME"] = home
