"""From an idea to a tested bank: the steps of an author, one after the other, and what each prints."""

import json
from pathlib import Path

from tests.command import casebot, last


def test_five_minutes(tmp_path: Path) -> None:
    begun = casebot("new", "bank", "ethics-of-firing", "--in", tmp_path)
    bank = tmp_path / "ethics-of-firing.toml"
    assert f"casebot check {bank}" in begun.stderr
    assert casebot("check", "--strict", bank).stderr == "1 file, nothing to mend.\n"

    typed = (
        bank.read_text("utf-8")
        + """
[q.share]
kind = "numeric"
en = "What share of the staff was dismissed, in percent?"
fr = "Quelle part du personnel a été licenciée, en pourcentage ?"
answer = 50
unit = "%"
explian = { en = "Half of it.", fr = "La moitié." }
"""
    )
    bank.write_text(typed, "utf-8")
    told = casebot("check", bank).stdout
    line = typed.splitlines().index('explian = { en = "Half of it.", fr = "La moitié." }') + 1
    assert f"{bank}:{line}:1: 201 explian is not a key" in told
    assert "Did you mean explain?" in told
    assert json.loads(casebot("check", bank, "--format", "json").stdout)[0]["line"] == line
    assert last(casebot("play", bank, given="/skip\n" * 3).stdout) == "score 0/3 complete", "the others are asked"

    typed = typed.replace("explian", "explain") + 'samples.right = { en = ["half"], fr = ["moitié"] }\n'
    bank.write_text(typed + 'samples.wrong = { en = ["a half"], fr = ["un tiers"] }\n', "utf-8")
    told = casebot("check", bank, "--format", "concise").stdout
    assert "404 the sample a half should be wrong and is correct" in told
    bank.write_text(typed + 'samples.wrong = { en = ["a third"], fr = ["un tiers"] }\n', "utf-8")
    assert casebot("check", "--strict", bank).returncode == 0

    tried = json.loads(casebot("try", bank, "share", "moitie", "--lang", "fr", "--json").stdout)
    assert tried["verdict"] in {"correct", "close"}
    assert "What share of the staff" in casebot("preview", bank, "--at", "share", given="half\n").stdout
    assert last(casebot("play", bank, "--n", "2", "--shuffle", given="/skip\n" * 2, home=tmp_path / "me").stdout) == (
        "score 0/2 complete"
    )
    handout = casebot("export", "--format", "md", bank)
    assert "4. What share of the staff was dismissed, in percent?" in handout.stdout
    assert "Half of it" not in handout.stdout
    assert "Half of it" in casebot("export", "--format", "md", bank, "--answers").stdout
