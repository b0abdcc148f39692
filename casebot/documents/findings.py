"""How are findings printed: with the line they are about, in one line each, or as JSON?"""

import json
from collections.abc import Callable, Iterable

from casebot.content.finding import Finding
from casebot.documents.voice import Voice
from casebot.documents.wrap import cells

Reader = Callable[[str, int], str]
"""The text of a line of a file, or "" where there is none."""


def message(finding: Finding, voice: Voice) -> str:
    """What is wrong, in one sentence."""
    return voice.say(f"check.{finding.code}", **_args(finding, voice))


def _args(finding: Finding, voice: Voice) -> dict[str, str]:
    """The arguments of a finding, the names of types and forms, and why reading stopped, in words."""
    named = {"want": f"want.{finding.args.get('want')}", "why": f"toml.{finding.args.get('why')}"}
    return {**finding.args, **{name: voice.say(key) for name, key in named.items() if key in voice}}


def advice(finding: Finding, voice: Voice) -> str:
    """What to write instead."""
    if "near" in finding.args:
        key = f"check.{finding.code}-near"
        return voice.say(key if key in voice else "check.3xx-near", **_args(finding, voice))
    key = f"check.{finding.code}-help"
    return voice.say(key if key in voice else "check.3xx-help", **_args(finding, voice))


def concise(finding: Finding, voice: Voice) -> str:
    """`file:line:column: CODE message`; a finding about a whole file stands at 1:1."""
    place = finding.place
    where = f"{place.file}:{max(1, place.line)}:{max(1, place.column)}"
    return f"{where}: {finding.code} {message(finding, voice)}"


def brief(finding: Finding, voice: Voice) -> str:
    """`file:line: message`, the file by its name alone."""
    place = finding.place
    return f"{place.file.rpartition('/')[2]}:{max(1, place.line)}: {message(finding, voice)}"


def full(finding: Finding, voice: Voice, read_line: Reader) -> str:
    """The finding with its source line, a caret under the column, and what to write instead."""
    rows = [concise(finding, voice)]
    source = read_line(finding.place.file, finding.place.line) if finding.place.line else ""
    if source:
        rows += [f"  {source}", f"  {_under(source, finding.place.column)}^"]
    rows.append(f"  {voice.say('check.help')} {advice(finding, voice)}")
    return "\n".join(rows)


def _under(source: str, column: int) -> str:
    """Spaces as wide as the text before a column, tabs kept, wide characters counted twice."""
    before = source[: max(0, column - 1)]
    return "".join("\t" if char == "\t" else " " * cells(char) for char in before)


def as_json(findings: Iterable[Finding], voice: Voice) -> str:
    """A JSON list of {file, line, column, code, severity, message, help}."""
    return json.dumps(
        [
            {
                "file": finding.place.file,
                "line": max(1, finding.place.line),
                "column": max(1, finding.place.column),
                "code": finding.code,
                "severity": finding.severity,
                "message": message(finding, voice),
                "help": advice(finding, voice),
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=1,
    )


def summary(findings: Iterable[Finding], files: int, voice: Voice) -> str:
    """How many errors and warnings there are in how many files."""
    listed = list(findings)
    if not listed:
        return voice.say("check.clean", n=files)
    errors = sum(finding.severity == "error" for finding in listed)
    return voice.say(
        "check.summary",
        errors=voice.say("check.errors", n=errors),
        warnings=voice.say("check.warnings", n=len(listed) - errors),
        files=voice.say("check.files", n=files),
    )
