"""Does casebot give the verdict that a careful teacher gave? The open golden answers; the kept ones are only scored."""

from benchmarks.golden import FOLDER, book, known, read, verdict


def test_every_open_answer_has_the_teachers_verdict_but_those_known() -> None:
    shelf = book()
    answers = list(read(FOLDER))
    assert len(answers) >= 600
    differ = {
        golden.id: (golden.answer, golden.verdict, found)
        for golden in answers
        if (found := verdict(shelf, golden)) != golden.verdict
    }
    assert sorted(differ) == sorted(known()), {name: differ[name] for name in set(differ) - set(known())}
    assert len(known()) <= len(answers) // 50
