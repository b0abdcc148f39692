"""In what SQL is a gradebook asked and told? Every column is named, but where whole rows are put aside and back."""

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
FORGET_STALE: Final = "delete from due where item not in (select item from attempt)"
FORGET_PLAN: Final = "delete from due"
PLANNED: Final = "select item, day, why, since from due order by day, item"
ADD_ENTRY: Final = "insert or ignore into entry (id, type, at, body) values (?, ?, ?, ?)"
ENTRIES: Final = "select body from entry where type=? order by at, rowid"
ALL_ENTRIES: Final = "select body from entry order by at, rowid"
LEARNERS: Final = "select learner from attempt union select learner from session"
ADD_TURN: Final = "insert or ignore into turn (session, n, body) values (?, ?, ?)"
TURNS: Final = "select body from turn where session=? and n<? order by n desc limit ?"
TURN_COUNT: Final = "select coalesce(max(n) + 1, 0) from turn where session=?"
DRAFT: Final = "select text from draft where session=?"
KEEP_DRAFT: Final = """
insert into draft (session, text) select id, ? from session where id=?
on conflict (session) do update set text=excluded.text
"""
DROP_DRAFT: Final = "delete from draft where session=?"
ANSWERED: Final = "select distinct session from attempt"
SESSION_IDS: Final = "select id from session"
STATE: Final = "select state from session where id=?"
REPLACE_STATE: Final = "update session set state=?, rev=rev + 1 where id=?"
ALL_TURNS: Final = "select body from turn where session=? order by n"
DROP_TURNS: Final = "delete from turn where session=?"
DROP_ENTRY: Final = "delete from entry where id=?"

KEEP_ASIDE: Final = (
    """
create table forgotten_session as select * from session
where (case_id=:case and target=:target and run<>'dilemma')
    or (run='dilemma' and case_id || '/' || target in (select value from json_each(:names)))
""",
    "create table forgotten_turn as select * from turn where session in (select id from forgotten_session)",
    "create table forgotten_draft as select * from draft where session in (select id from forgotten_session)",
    """
create table forgotten_attempt as select * from attempt
where session in (select id from forgotten_session)
    or (item in (select value from json_each(:names)) and phase<>'quiz'
        and session not in (select id from session where run in ('lesson', 'quiz')))
""",
    """
create table forgotten_entry as select * from entry
where json_extract(body, '$.session') in (select id from forgotten_session)
    or json_extract(body, '$.attempt') in (select attempt from forgotten_attempt)
    or json_extract(body, '$.dilemma') in (select value from json_each(:names))
    or exists (
        select * from json_each(:names) where instr(json_extract(body, '$.about'), 'dilemma:' || value || '/') = 1)
""",
)
FORGET_SESSIONS: Final = "delete from session where id in (select id from forgotten_session)"
FORGET_ATTEMPTS: Final = "delete from attempt where attempt in (select attempt from forgotten_attempt)"
FORGET_ENTRIES: Final = "delete from entry where id in (select id from forgotten_entry)"
IS_ASIDE: Final = "select count(*) from sqlite_schema where name='forgotten_session'"
BRING_SESSIONS: Final = "insert or ignore into session select * from forgotten_session"
BRING_ATTEMPTS: Final = "insert or ignore into attempt select * from forgotten_attempt"
BRING_ENTRIES: Final = "insert or ignore into entry select * from forgotten_entry"
BRING_REST: Final = (
    "insert or ignore into turn select * from forgotten_turn",
    "insert or ignore into draft select * from forgotten_draft",
)
DROP_ASIDE: Final = (
    "drop table if exists forgotten_session",
    "drop table if exists forgotten_turn",
    "drop table if exists forgotten_draft",
    "drop table if exists forgotten_attempt",
    "drop table if exists forgotten_entry",
)
TEXTS: Final = ("select body from turn", "select text from draft")
COUNTS: Final = """
select (select count(*) from session), (select count(*) from attempt),
    (select count(*) from entry where type='appeal'), (select count(*) from entry where type='note'),
    (select count(*) from entry where type='position'), (select count(*) from draft)
"""
READER: Final = "select name from reader"
LOOKED: Final = "select case_id, changed from looked"
LOOK: Final = """
insert into looked (case_id, changed) values (?, ?) on conflict (case_id) do update set changed=excluded.changed
"""
