"""`casebot schema`: the JSON Schema of a kind of file, for editors."""

import json

from casebot.cli.job import DONE, Job, tell
from casebot.content.schema import schema


def run(job: Job) -> int:
    """Prints the schema."""
    tell(json.dumps(schema(job.options.file), indent=1, ensure_ascii=False))
    return DONE
