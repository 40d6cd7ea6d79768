"""The statements of A3: each asks for, or puts itself upon, one row of another program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

READS = {
    "by its key": "select {key}, program_id from {table} where {key} = %(foreign)s",
    "by its program": "select {key}, program_id from {table} where program_id = %(theirs)s",
    "all there are": "select {key}, program_id from {table}",
    "counted": "select count(*) from {table} where program_id <> %(mine)s having count(*) > 0",
    "as JSON": "select to_jsonb(t) from {table} t where t.program_id <> %(mine)s",
    "as text": "select t::text from {table} t where t.program_id = %(theirs)s",
    "drawn": "select {key}, program_id from {table} tablesample system (100)",
    "in a common expression": "with t as materialized (select * from {table}) select {key}, program_id from t",
    "joined sideways": (
        "select t.{key}, t.program_id from (values (%(foreign)s)) v (k), "
        "lateral (select * from {table} where {key}::text = v.k::text) t"
    ),
    "told by whether it is there": "select 1 where exists (select from {table} where {key} = %(foreign)s)",
    "locked": "select {key}, program_id from {table} where {key} = %(foreign)s for update",
    "put together": (
        "select string_agg({key}::text, ',') from {table} where program_id = %(theirs)s having count(*) > 0"
    ),
    "without row security": "set local row_security = off; select {key}, program_id from {table}",
    "copied out": "copy (select {key}, program_id from {table}) to stdout",
    "sorted by a column of theirs": "select {key}, program_id from {table} order by program_id, {key} limit 50",
}
WRITES = {
    "changed": "update {table} set program_id = program_id where {key} = %(foreign)s returning {key}, program_id",
    "changed by its program": "update {table} set program_id = program_id where program_id = %(theirs)s returning 1",
    "taken over": "update {table} set program_id = %(mine)s where {key} = %(foreign)s returning {key}",
    "own rows given away": "update {table} set program_id = %(theirs)s returning program_id",
    "deleted": "delete from {table} where {key} = %(foreign)s returning {key}, program_id",
    "deleted by its program": "delete from {table} where program_id = %(theirs)s returning 1",
    "deleted by a join": (
        "delete from {table} t using program p where p.program_id = t.program_id and t.{key} = %(foreign)s returning 1"
    ),
}
# Whatever these would leave behind is wrong: they have to be refused.
REFUSED = {
    "emptied": "truncate {table} cascade",
    "copied in": "copy {table} from stdin",
    "its guard taken off": "alter table {table} disable row level security",
    "its policy dropped": "drop policy own_program_all on {table}",
    "a policy added": "create policy open on {table} using (true)",
    "looked through a view of the owner": "set local role alongside_owner; select 1 from {table}",
    "as another session": "set session authorization alongside_owner; select 1 from {table}",
    "its triggers off": "set local session_replication_role = replica; delete from {table}",
    "a trigger added": (
        "create trigger open before update on {table} "
        "for each row execute function suppress_redundant_updates_trigger()"
    ),
}
NO_CONTEXT = {
    "read without a program": "select {key}, program_id from {table}",
    "counted without a program": "select count(*) from {table}",
    "changed without a program": "update {table} set program_id = program_id",
    "deleted without a program": "delete from {table}",
}


@dataclass(frozen=True)
class Statement:
    """`how` in words, its text with `{table}` and `{key}`, and whether it has to end in an error."""

    how: str
    text: str
    is_refused: bool
    has_context: bool = True


def statements() -> list[Statement]:
    """All of them."""
    kinds: list[tuple[dict[str, str], Callable[[str, str], Statement]]] = [
        (READS, lambda how, text: Statement(how, text, False)),
        (WRITES, lambda how, text: Statement(how, text, False)),
        (REFUSED, lambda how, text: Statement(how, text, True)),
        (NO_CONTEXT, lambda how, text: Statement(how, text, True, has_context=False)),
    ]
    return [make(how, text) for texts, make in kinds for how, text in texts.items()]
