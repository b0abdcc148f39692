"""`casebot check`: what is wrong with the files of cases and banks?"""

import sys
from contextlib import suppress
from pathlib import Path
from time import sleep

from casebot.cli.job import COULD_NOT_RUN, DONE, FOUND, Job, complain, tell
from casebot.content.check import check
from casebot.content.finding import Finding
from casebot.content.samples import Bench
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.content.watch import LOOK, look
from casebot.desk import local_now
from casebot.documents import findings as shown
from casebot.grading.lexicon import open_dictionary
from casebot.model.languages import SPOKEN

_RULE, _WIDE = "\u2500", 60


def run(job: Job) -> int:
    """Every finding as data, and a line of how many there are as talk; with --watch after every change anew."""
    if job.options.watch:
        return _watch(job)
    return _check(job)


def _watch(job: Job) -> int:
    """Checks after every change until the author stops it, a line with the time before each run but the first."""
    paths = job.options.path or job.roots()
    seen = None
    with suppress(KeyboardInterrupt):
        while True:
            now = look(paths)
            if now != seen:
                if seen is not None:
                    sys.stderr.write(f"\n{f' {local_now():%H:%M:%S} ':{_RULE}^{_WIDE}}\n")
                seen = now
                _check(job)
                sys.stdout.flush()
                complain(job.words.say("check.watching"))
            sleep(LOOK)
    return DONE


def _check(job: Job) -> int:
    options, words = job.options, job.words
    found: list[Finding] = []
    files = 0
    bench = Bench(open_dictionary(SPOKEN), read_phrases())
    for target in targets(options.path, job.roots()):
        more, read = check(target, bench, generate=options.generate)
        found += more
        files += read
    if not files:
        complain(words.say("check.nothing", path=", ".join(map(str, options.path or job.roots()))))
        return COULD_NOT_RUN
    if options.format == "json":
        tell(shown.as_json(found, words))
    else:
        for finding in found:
            tell(shown.concise(finding, words) if options.format == "concise" else shown.full(finding, words, _line))
        sys.stderr.write(shown.summary(found, files, words) + "\n")
    failed = any(finding.severity == "error" for finding in found) or (options.strict and found)
    return FOUND if failed else DONE


def _line(file: str, number: int) -> str:
    path = Path(file)
    try:
        rows = path.read_text("utf-8-sig", errors="replace").splitlines() if path.is_file() else []
    except OSError:
        return ""
    return rows[number - 1] if 0 < number <= len(rows) else ""
