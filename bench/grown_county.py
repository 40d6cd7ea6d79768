"""The lists of notes on a grown county: the demo, with 2,000 participants and 200,000 notes.

The county grows set-wise, in a database of the tests' own cluster that is dropped afterwards. Every page is asked for in
turn through the whole stack (middleware, row policies, ledger, template) in this process. Printed are, in milliseconds,
the best and the median time, the 95th percentile, the processor time of one request here and in the database's own
process (which other work on the machine disturbs least), and the number of queries. Then notes are saved, each with all
its checks.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

# New participants are copies of those in order, with keys and ids of their own; so are their plan lines.
GROW = """
SET session_replication_role = replica;
CREATE TEMP TABLE original AS
  SELECT p.participant_id AS old_id, row_number() OVER (ORDER BY p.participant_id) AS n
  FROM participant p WHERE p.program_id = %(program)s AND EXISTS (
    SELECT FROM service s JOIN progress_note g USING (service_id) WHERE s.participant_id = p.participant_id);
CREATE TEMP TABLE copy AS
  SELECT o.old_id, gen_random_uuid() AS new_id, g.n
  FROM generate_series(1, %(people)s) AS g(n) JOIN original o ON o.n = 1 + g.n %% (SELECT count(*) FROM original);
"""
COPIED = ("participant", "enrollment", "coverage", "residence", "plan_line", "functional_screen")
NOTES = """
CREATE TEMP TABLE given AS
  SELECT gen_random_uuid() AS service_id, gen_random_uuid() AS note_id, p.participant_id, l.plan_line_id, l.kind, l.outcome,
    w.staff_id, w.name, n, current_date - 2 - ((n * 7 + p.nth) %% 700)::int AS day, (n * 13 + p.nth) %% 100 AS state
  FROM (SELECT participant_id, row_number() OVER () AS nth FROM participant WHERE program_id = %(program)s) p
  JOIN LATERAL (SELECT * FROM plan_line l WHERE l.participant_id = p.participant_id LIMIT 1) l ON true
  JOIN LATERAL (
    SELECT s.staff_id, f.given_name || ' ' || f.family_name AS name FROM staff s JOIN person f USING (person_id)
    WHERE s.provider_id = l.provider_id ORDER BY md5(s.staff_id::text || p.nth) LIMIT 1) w ON true
  CROSS JOIN generate_series(1, %(each)s) AS g(n);
INSERT INTO service (service_id, program_id, participant_id, staff_id, plan_line_id, kind, served_on, started_at, stopped_at,
    unit, place, repeats)
  SELECT service_id, %(program)s, participant_id, staff_id, plan_line_id, kind, day, day + time '15:00' + n %% 20 * interval '15 min',
    day + time '15:45' + n %% 20 * interval '15 min', 'fifteen_minutes', 'the library', 'nothing' FROM given;
INSERT INTO progress_note (progress_note_id, program_id, participant_id, service_id, author_id, status, what_was_done, manner,
    response, purpose, outcome, signed_on, signed_at, signed_by, is_signed_by_giver)
  SELECT note_id, %(program)s, participant_id, service_id, staff_id, CASE WHEN state < 1 THEN 'draft' ELSE 'signed' END,
    'Practiced the steps of a recipe card, and the participant cooked.', 'training', 'Set the timer without a cue.',
    'Toward the outcome of the plan.', outcome, CASE WHEN state > 0 THEN day END, CASE WHEN state > 0 THEN day + time '22:00' END,
    CASE WHEN state > 0 THEN name END, CASE WHEN state > 0 THEN true END FROM given;
INSERT INTO sign_off (sign_off_id, program_id, participant_id, progress_note_id, decision, comment, decided_on, decided_by)
  SELECT gen_random_uuid(), %(program)s, participant_id, note_id, CASE WHEN state < 4 THEN 'returned' ELSE 'signed_off' END,
    CASE WHEN state < 4 THEN 'Which room?' END, day + 1, 'Sue Tamarack' FROM given WHERE state BETWEEN 2 AND 94;
INSERT INTO waiting_note (program_id, progress_note_id, author_id, giver_id, signed_on, is_mended)
  SELECT %(program)s, note_id, staff_id, staff_id, day, false FROM given WHERE state = 1 OR state > 94;
"""


def grow(connection: Any, program: Any, people: int, notes: int) -> tuple[int, int]:
    """Fill the county up to these numbers; how many there are then."""
    with connection.cursor() as cursor:
        count = "SELECT count(*) FROM {} WHERE program_id = %s"
        known = cursor.execute(count.format("participant"), [program]).fetchone()[0]
        given = {"program": program, "people": people - known}
        for statement in filter(str.strip, GROW.split(";")):
            cursor.execute(statement, given if "%(" in statement or "%%" in statement else None)
        for table in COPIED:
            cursor.execute(_copying(cursor, table))
        now = cursor.execute(count.format("progress_note"), [program]).fetchone()[0]
        given["each"] = max(1, round((notes - now) / people))
        for statement in filter(str.strip, NOTES.split(";")):
            cursor.execute(statement, given)
        cursor.execute("SET session_replication_role = origin")
        found = [
            cursor.execute(count.format(name), [program]).fetchone()[0] for name in ("participant", "progress_note")
        ]
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE")
    return found[0], found[1]


def _copying(cursor: Any, table: str) -> str:
    asked = "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position"
    columns = [name for (name,) in cursor.execute(asked, [table]).fetchall()]
    said = {
        f"{table}_id": "gen_random_uuid()",
        "participant_id": "c.new_id",
        "medicaid_id": "lpad((5000000000 + c.n)::text, 10, '0')",
    }
    if table == "plan_line":
        said["service_plan_id"] = "NULL"
    if table == "participant":
        said["family_name"] = "t.family_name || ' ' || c.n"
    values = ", ".join(said.get(name, f't."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} t JOIN copy c ON c.old_id = t.participant_id"


def measured(what: str, act: Callable[[], object], times: int) -> None:
    """Do it a few times and print how long it took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    act()
    with CaptureQueriesContext(connection) as queries:
        act()
    asked = len(queries)
    there = psutil.Process(connection.connection.info.backend_pid)
    spent, here, before = [], time.process_time(), there.cpu_times()
    for _ in range(times):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    now = there.cpu_times()
    ours = (time.process_time() - here) * 1000 / times
    theirs = (now.user + now.system - before.user - before.system) * 1000 / times
    print(
        f"{what:<44} best {spent[0]:6.1f}   p50 {statistics.median(spent):6.1f}   p95 {spent[int(len(spent) * 0.95) - 1]:6.1f}"
        f"   processor {ours:5.1f} + {theirs:5.1f} ms   {asked} queries"
    )


def pages(person: Any, note: Any, giver: Any) -> Iterator[tuple[str, str, str]]:
    """What is opened: the words for it, by whom, and the address."""
    coordinator, peer, supervisor = (
        "coordinator@juniper.example",
        "peer@opendoor.example",
        "supervisor@opendoor.example",
    )
    yield "everybody's notes, 50", coordinator, "/notes/"
    yield (
        "everybody's notes, 50 older ones",
        coordinator,
        "/notes/?before=2026-01-15.ffffffff-ffff-ffff-ffff-ffffffffffff",
    )
    yield "everybody's notes, returned", coordinator, "/notes/?state=returned"
    yield "everybody's notes, drafts", coordinator, "/notes/?state=draft"
    yield "everybody's notes, signed and waiting", coordinator, "/notes/?state=signed"
    yield "everybody's notes, of one staff member", coordinator, f"/notes/?who={giver}"
    yield "one participant's notes, 50", coordinator, f"/participants/{person}/notes/"
    yield "one note with its checks", coordinator, f"/notes/{note}/"
    yield "own notes of direct staff, 50", peer, "/notes/"
    yield "my day", peer, "/"
    yield "write a note: whom", peer, "/notes/new/"
    yield "sign-off queue, 50 with text and checks", supervisor, "/sign-off/"
    yield "sign-off queue, of all the days", supervisor, "/sign-off/?all=1"


def main() -> None:
    """Grow the county and time its pages."""
    sizes = argparse.ArgumentParser(description=__doc__)
    sizes.add_argument("--people", type=int, default=2_000)
    sizes.add_argument("--notes", type=int, default=200_000)
    sizes.add_argument("--times", type=int, default=20)
    given = sizes.parse_args()
    os.environ |= {
        "ALONGSIDE_DATA": str(ROOT / "var" / "test-pg"), "ALONGSIDE_DEMO": "1", "SECRET_KEY": "for measuring only",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }  # fmt: skip
    import cluster
    import django

    django.setup()
    from django.db import connections

    with cluster.clone() as database:
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = database
            connections[alias].settings_dict["OPTIONS"].pop("pool", None)
        _run(cluster.superuser().connect(database, autocommit=False), given)
        connections.close_all()


def _run(superuser: Any, given: argparse.Namespace) -> None:
    from alongside.access.clock import today
    from alongside.exchange.demo_county import load

    load(today())
    program = superuser.execute("SELECT program_id FROM program WHERE name = 'Juniper County'").fetchone()[0]
    start = time.perf_counter()
    people, notes = grow(superuser, program, given.people, given.notes)
    print(f"{people} participants, {notes} notes, grown in {time.perf_counter() - start:.0f} s")
    peer = superuser.execute(
        "SELECT s.staff_id FROM staff s JOIN person USING (person_id) WHERE family_name = 'Wren' AND given_name = 'Pia'"
    ).fetchone()[0]
    person, note = superuser.execute(
        "SELECT participant_id, progress_note_id FROM progress_note WHERE program_id = %s AND status = 'signed' LIMIT 1",
        [program],
    ).fetchone()
    for what, who, address in pages(person, note, peer):
        browser = _browser(who)
        measured(what, lambda browser=browser, address=address: _asked(browser, address), given.times)
    _saving(superuser, peer, given.times)


def _saving(superuser: Any, peer: Any, times: int) -> None:
    """Save a note as a draft, and ask every rule about it, as the page does."""
    served = superuser.execute(
        "SELECT participant_id, plan_line_id FROM plan_line WHERE provider_id = (SELECT provider_id FROM staff WHERE staff_id = %s) LIMIT 1",
        [peer],
    ).fetchone()
    from alongside.access.clock import today

    browser, person, nth = _browser("peer@opendoor.example"), served[0], iter(range(10_000))
    said = {
        "plan_line": served[1], "served_on": str(today()), "place": "the library", "manner": "training",
        "what_was_done": "Practiced the call; he made it.", "response": "Smiled.", "purpose": "To go out.", "repeats": "nothing",
    }  # fmt: skip

    def times_of(n: int) -> dict[str, str]:
        return {"started_at": f"{n // 60 % 19:02}:{n % 60:02}", "stopped_at": f"{n // 60 % 19:02}:{n % 60:02}"}

    def check() -> None:
        _asked(browser, f"/notes/check/{person}/", {**said, "started_at": "19:00", "stopped_at": "19:30"})

    def save() -> None:
        _asked(browser, f"/notes/new/{person}/", {**said, **times_of(next(nth)), "token": uuid4()}, 302)

    def both() -> None:
        save()
        check()

    measured("all checks of a note", check, times)
    measured("saving a note", save, times)
    measured("saving a note, then all its checks", both, times)


def _browser(email: str) -> Any:
    from django.test import Client

    from alongside.access.models import User

    browser = Client(HTTP_HOST="127.0.0.1")
    browser.force_login(User.objects.get(email=email))
    return browser


def _asked(browser: Any, address: str, said: dict[str, Any] | None = None, status: int = 200) -> None:
    answer = browser.get(address) if said is None else browser.post(address, said)
    assert answer.status_code == status, (address, answer.status_code)


if __name__ == "__main__":
    main()
