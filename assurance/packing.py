"""Rounds of the packet worker in processes of their own, and packets put back to where they were handed over."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import psycopg

from .ground import ROOT, Ground

ROUND = """
import django; django.setup()
from alongside.config import packing
from alongside.config.worker import work
{before}
import sys; sys.stdout.write("ready\\n"); sys.stdout.flush()
work()
"""

# The planted defect: who takes a packet writes down that it is being built, and nobody else takes it any more.
MARKED = """
from django.db import transaction
from alongside.reviews.models import Packet, PacketState
def waiting():
    with transaction.atomic():
        found = Packet.objects.filter(state=PacketState.BUILDING, trouble=None)
        keys = list(found.values_list("pk", flat=True))
        found.update(trouble="running")
    with transaction.atomic():
        return list(Packet.objects.filter(pk__in=keys))
packing._waiting = waiting
"""

PUT_BACK = (
    "set session_replication_role = replica",
    "delete from packet_output",
    "update packet_item set file_id = null where file_id is not null",
    "delete from packet_file",
    "update packet set state = 'building', trouble = null, manifest_hash = null, built_at = null, page_count = null,"
    " is_accessible = null, has_statement = null",
    "set session_replication_role = origin",
)
STATE = """
select p.packet_id::text, p.state, p.trouble,
       (select count(*) from packet_item i where i.packet_id = p.packet_id and i.state = 'there'),
       (select count(*) from packet_item i where i.packet_id = p.packet_id and i.file_id is not null),
       (select count(*) from packet_output o where o.packet_id = p.packet_id),
       (select count(distinct kind) from packet_output o where o.packet_id = p.packet_id)
from packet p
"""
FILES = """
select count(*),
       count(*) filter (where not exists (select 1 from packet_item i where i.file_id = f.packet_file_id))
from packet_file f
"""
MADE = "select count(*) from packet_item where file_id is not null"
TOLD = """
select row_id, count(*) from ledger_entry where act = 'insert' and table_name in ('packet_output', 'packet_file')
and entry_id > %s group by row_id having count(*) <> 1
"""
OUTPUTS = 3


def put_back(connection: psycopg.Connection[Any]) -> int:
    """Every packet as it was handed over; returns the last entry of the ledger until then."""
    for word in PUT_BACK:
        connection.execute(word)
    row = connection.execute("select coalesce(max(entry_id), 0) from ledger_entry").fetchone()
    return int(row[0]) if row else 0


def a_round(ground: Ground, before: str = "") -> subprocess.Popen[str]:
    """A worker doing one round: whatever waits, then it ends. Returns once it is about to begin."""
    process = subprocess.Popen(
        [sys.executable, "-c", ROUND.format(before=before)], env=ground.environ, cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if process.stdout is not None:
        process.stdout.readline()
    return process


def wrong(connection: psycopg.Connection[Any], since: int) -> list[str]:
    """What is not done exactly once now that every round is over."""
    said = []
    for packet, state, trouble, items, files, outputs, kinds in connection.execute(STATE):
        if state != "built":
            said.append(f"packet {packet} is {state}: {trouble or 'nobody goes on with it'}")
        elif (files, outputs, kinds) != (items, OUTPUTS, OUTPUTS):
            said.append(f"packet {packet} has {files} of {items} files and {outputs} outputs of {kinds} kinds")
    files, left = connection.execute(FILES).fetchone() or (0, 0)
    if left or not files:
        said.append(f"{left} of {files} files belong to no packet")
    said += [f"{row} was made {times} times" for row, times in connection.execute(TOLD, [since])]
    return said


def waits_for(connection: psycopg.Connection[Any], process: subprocess.Popen[str], files: int) -> bool:
    """Let it work until so many files are made. False where it ended before."""
    while process.poll() is None:
        made = connection.execute(MADE).fetchone()
        if made and made[0] >= files:
            return True
        time.sleep(0.005)
    return False
