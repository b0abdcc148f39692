"""`casebot play`: home, or a lesson, on screen or line by line. Imports nothing before it is known which."""

import sys
from typing import TYPE_CHECKING

from casebot.cli.job import DONE, Job, complain
from casebot.model.quiz import Quiz
from casebot.tui.terminal import reads_lines

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.tutoring.turns import Reply


def run(job: Job) -> int:
    """On screen home or what is named; line by line what is named, or the lesson that home would offer."""
    from casebot.glance import glance, lesson_names
    from casebot.store.places import gradebook_file

    options, roots, learner, language = job.options, job.roots(), job.learner(), job.words.language
    lesson = options.lesson
    if lesson.endswith(".toml"):
        return ask(job, Quiz(lesson, options.most, options.shuffle))
    if options.test_out and lesson:
        return test_out(job, lesson)
    named = not lesson or any(lesson in {name, name.rpartition("/")[2]} for name in lesson_names(roots))
    if named and not reads_lines(plain=options.plain):
        return draw(job, lesson)
    if not lesson:
        found = glance(roots, gradebook_file(learner), language)
        if found.next is None:
            from casebot.cli import lessons

            return lessons.run(job)
        lesson = f"{found.next.case}/{found.next.lesson}"
        if found.away and found.due:
            minutes = max(1, found.due // 2)
            complain(job.words.say("app.away-line", n=found.due, minutes=minutes, knew=found.knew, of=found.of))
    with job.desk() as desk:
        if not options.lesson:
            _tell_news(desk, job)
        found_lesson = desk.find_lesson(lesson)
        _tell_done(desk, found_lesson, job)
        return hold(desk, desk.take_lesson(*found_lesson), job)


def _tell_done(desk: "Desk", named: tuple[str, str], job: Job) -> None:
    """Says before a lesson that was finished is taken once more that it was, and what stays."""
    found = next(line for line in desk.lessons() if (line.case, line.entry.id) == named)
    if found.finished:
        score = job.words.say("app.score", score=round(found.score, 2), of=found.outof)
        complain(job.words.say("app.once-more", score=score))


def _tell_news(desk: "Desk", job: Job) -> None:
    """Says beside the conversation what has changed since the learner was here, as home does on screen."""
    from casebot.desk.looking import news
    from casebot.documents.news import news_lines
    from casebot.documents.sheet import Sheet

    for text in news_lines(news(desk), Sheet(desk.book, job.words, 0)):
        complain(text)


def ask(job: Job, quiz: Quiz) -> int:
    """A bank by itself, on screen or line by line."""
    if not reads_lines(plain=job.options.plain):
        return draw(job, quiz.file, quiz)
    with job.desk() as desk:
        return hold(desk, desk.take_bank(quiz), job)


def due(job: Job, *, ahead: bool) -> int:
    """What is due, or with `ahead` what comes next, on screen or line by line."""
    if not reads_lines(plain=job.options.plain):
        from casebot.tui.opening import AHEAD, DUE

        return draw(job, AHEAD if ahead else DUE)
    with job.desk() as desk:
        reply = desk.take_due(ahead=ahead)
        if reply is None:
            complain(job.words.say("app.nothing-due"))
            return DONE
        return hold(desk, reply, job)


def test_out(job: Job, lesson: str) -> int:
    """Five questions that tell whether a lesson need not be taken."""
    if not reads_lines(plain=job.options.plain):
        from casebot.tui.opening import TEST_OUT

        return draw(job, f"{TEST_OUT}{lesson}")
    with job.desk() as desk:
        return hold(desk, desk.take_test_out(*desk.find_lesson(lesson)), job)


def ask_case(job: Job) -> int:
    """A conversation in which the learner asks and the cases answer, on screen or line by line."""
    if not reads_lines(plain=job.options.plain):
        from casebot.tui.opening import ASK

        return draw(job, ASK)
    with job.desk() as desk:
        return hold(desk, desk.take_ask(), job)


def practise(job: Job, objective: str) -> int:
    """The questions of an objective, ahead of their day."""
    if not reads_lines(plain=job.options.plain):
        from casebot.tui.opening import PRACTISE

        return draw(job, f"{PRACTISE}{objective}")
    with job.desk() as desk:
        return hold(desk, desk.take_practice(*desk.find_objective(objective)), job)


def draw(job: Job, wanted: str, quiz: Quiz | None = None) -> int:
    """The screen, on which what is wanted opens."""
    from casebot.tui.app import Start
    from casebot.tui.app import run as show

    learner, language, debug = job.learner(), job.words.language, job.options.debug
    return show(Start(job.roots(), job.settings, learner, language, wanted, quiz, job.notice, debug))


def hold(desk: "Desk", reply: "Reply", job: Job) -> int:
    """The desk's open session, line by line."""
    from casebot.plain import Conversation
    from casebot.words.words import Words

    if desk.broken:
        complain(job.words.say("turn.content-broken"))
    status = Conversation(desk, Words, sys.stdin, sys.stdout).hold(reply, resumed=not reply.kept)
    if desk.language != job.words.language:
        _keep_language(desk, job)
    return status


def _keep_language(desk: "Desk", job: Job) -> None:
    """Keeps the language that was changed to in the conversation for the next time."""
    from casebot.store.places import settings_file
    from casebot.store.settings import write_settings

    path = settings_file()
    try:
        write_settings(path, desk.settings._replace(language=desk.language))
    except OSError as error:
        why = error.strerror or type(error).__name__
        complain(job.words.say("error.home-unusable", folder=path.parent, why=why))
