"""In what SQL is a gradebook asked and told? Every column is named."""

from typing import Final

BEGIN_SESSION: Final = """
insert or ignore into session
    (id, learner, case_id, run, target, state, rev, place, steps, score, outof, finished, created, updated)
values (:id, :learner, :case_id, :run, :target, :state, :rev, :place, :steps, :score, :outof, :finished, :created,
    :updated)
"""
GO_ON: Final = """
update session set state=:state, rev=:rev, place=:place, steps=:steps, score=:score, outof=:outof, finished=:finished,
    updated=:updated
where id=:id and rev=:rev - 1
"""
SESSION: Final = """
select id, learner, case_id, run, target, state, rev, place, steps, score, outof, finished, created, updated
from session where id=?
"""
SESSIONS: Final = """
select id, learner, case_id, run, target, state, rev, place, steps, score, outof, finished, created, updated
from session order by updated desc
"""
LATEST: Final = """
select id, learner, case_id, run, target, state, rev, place, steps, score, outof, finished, created, updated
from session where case_id=? and run=? and target=? and finished=? order by updated desc limit 1
"""
ADD_ATTEMPT: Final = """
insert or ignore into attempt
    (attempt, learner, session, case_id, item, objective, phase, at, day, lang, response, verdict, score, credit,
     certainty, try, hints, ms, tags, fingerprint)
values (:attempt, :learner, :session, :case, :item, :objective, :phase, :at, :day, :lang, :response, :verdict, :score,
    :credit, :certainty, :try, :hints, :ms, :tags, :fingerprint)
"""
ATTEMPTS: Final = """
select attempt, learner, session, case_id as "case", item, objective, phase, at, day, lang, response, verdict, score,
    credit, certainty, try, hints, ms, tags, fingerprint
from attempt order by at, rowid
"""
ATTEMPTS_OF: Final = """
select attempt, learner, session, case_id as "case", item, objective, phase, at, day, lang, response, verdict, score,
    credit, certainty, try, hints, ms, tags, fingerprint
from attempt where item in (select value from json_each(?)) order by at, rowid
"""
PLAN: Final = """
insert into due (item, day, why, since) values (:item, :day, :why, :since)
on conflict (item) do update set day=excluded.day, why=excluded.why, since=excluded.since
"""
FORGET_PLAN: Final = "delete from due"
PLANNED: Final = "select item, day, why, since from due order by day, item"
ADD_ENTRY: Final = "insert or ignore into entry (id, type, at, body) values (?, ?, ?, ?)"
ENTRIES: Final = "select body from entry where type=? order by at, rowid"
ADD_TURN: Final = "insert or ignore into turn (session, n, body) values (?, ?, ?)"
TURNS: Final = "select body from turn where session=? and n<? order by n desc limit ?"
TURN_COUNT: Final = "select coalesce(max(n) + 1, 0) from turn where session=?"
DRAFT: Final = "select text from draft where session=?"
KEEP_DRAFT: Final = """
insert into draft (session, text) select id, ? from session where id=?
on conflict (session) do update set text=excluded.text
"""
DROP_DRAFT: Final = "delete from draft where session=?"
LOOKED: Final = "select case_id, changed from looked"
LOOK: Final = """
insert into looked (case_id, changed) values (?, ?) on conflict (case_id) do update set changed=excluded.changed
"""
