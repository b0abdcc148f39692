"""`casebot where`: what is stored, and where?"""

import json

from casebot.cli.job import DONE, Job, tell
from casebot.content.places import case_ids, shipped
from casebot.documents.storage import Place, as_json, as_rows
from casebot.store.inventory import inventory


def run(job: Job) -> int:
    """Every file that is kept of learners, with its size and what it holds, and where the cases lie."""
    found = inventory()
    places = [Place(str(root), root == shipped(), case_ids((root,))) for root in job.roots()]
    if job.options.json:
        tell(json.dumps(as_json(found, places), ensure_ascii=False))
    else:
        for row in as_rows(found, places, job.words):
            tell(row)
    return DONE
