"""How does a gradebook file say what it is?"""

from typing import Final

APPLICATION_ID: Final = 0x43415345
"""The letters CASE, in the file's header."""
VERSION: Final = 4
"""The shape of the tables that this casebot reads and writes."""
MIGRATIONS: Final = {
    1: "create table due (item text primary key, day text not null, why text not null, since text not null) strict",
    2: "create table looked (case_id text primary key, changed text not null) strict",
    3: "create table reader as select lower(hex(randomblob(8))) as name",
}
"""What makes each older shape the next one."""
