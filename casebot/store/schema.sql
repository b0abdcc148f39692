-- One gradebook per learner. Rows of `attempt`, `entry` and `turn` are only ever added.

create table session (
    id       text primary key,
    learner  text not null,
    case_id  text not null,
    run      text not null,
    target   text not null,
    state    text not null,               -- tutoring.state.State as JSON
    rev      integer not null,            -- counts saves: a save that finds another rev changes nothing
    place    integer not null,            -- steps done
    steps    integer not null,            -- steps in all
    score    real not null,
    outof    integer not null,
    finished integer not null,
    created  text not null,
    updated  text not null
) strict;

create index session_target on session (case_id, run, target, updated);

create table turn (
    session text not null references session (id) on delete cascade,
    n       integer not null,
    body    text not null,                -- tutoring.turns.Turn as JSON
    primary key (session, n)
) strict, without rowid;

create table attempt (
    attempt     text primary key,
    learner     text not null,
    session     text not null,
    case_id     text not null,
    item        text not null,
    objective   text,
    phase       text not null,
    at          text not null,
    day         text not null,
    lang        text not null,
    response    text not null,
    verdict     text not null,
    score       real not null,
    credit      real not null,
    certainty   integer,
    try         integer not null,
    hints       integer not null,
    ms          integer not null,
    tags        text not null,            -- JSON list
    fingerprint text not null
) strict;

create index attempt_item on attempt (item, at);

create table entry (                      -- appeals, positions and notes
    id   text primary key,
    type text not null,
    at   text not null,
    body text not null                    -- JSON
) strict;

create table draft (                      -- half-typed text
    session text primary key references session (id) on delete cascade,
    text    text not null
) strict;

create table due (                        -- worked out from the attempts: what comes back, for the first glance
    item  text primary key,
    day   text not null,                  -- the learner's day from which it is due
    why   text not null,                  -- retest, changed or review
    since text not null                   -- the day of its last answer
) strict;

create table looked (                     -- what the learner has been told of each case that was begun
    case_id text primary key,
    changed text not null                 -- JSON: claim -> the day on which its status or sentence changed
) strict;

-- a name drawn once: it decides which side of a dilemma this learner reads first
create table reader as select lower(hex(randomblob(8))) as name;
