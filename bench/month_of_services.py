"""A month of services under the Illinois pack, judged on PostgreSQL: may each be billed, and by which code?

A center with 60 staff (two LPHAs, eight QMHPs, peers, MHPs and RSAs below them) and 600 participants with plans gives
50,000 services in a month, most of them signed off by a supervisor of a higher tier; there is trouble of every kind.
Printed are the seconds for all of them: every criterion of every service asked and fetched, on one connection and on two
at once, each with half of the participants; then the milliseconds for one service as it is saved, stored or not.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "support")]
ON = datetime.date(2026, 11, 20)
RULES = ("IL", "IL-SUD", "IL-CODE")
# Services of one month; what signs them off stands above whoever gave them in nineteen of twenty.
SERVICES = """
SET session_replication_role = replica;
CREATE TEMP TABLE given AS
  SELECT gen_random_uuid() AS service_id, gen_random_uuid() AS note_id, p.participant_id, l.plan_line_id, l.kind, w.staff_id,
    w.supervisor_id, w.role, w.name, n, date '2026-10-01' + (n * 7 % 31)::int AS day, (n * 13 % 100) AS state,
    (n * 31 % 97) AS trouble
  FROM generate_series(1, %(services)s) AS g(n)
  JOIN (SELECT participant_id, row_number() OVER (ORDER BY participant_id) AS nth FROM participant
    WHERE program_id = %(program)s) p ON p.nth = 1 + g.n %% %(people)s
  JOIN LATERAL (SELECT * FROM plan_line l WHERE l.participant_id = p.participant_id
    ORDER BY line_number OFFSET g.n / %(people)s %% 3 LIMIT 1) l ON true
  JOIN (SELECT s.staff_id, v.supervisor_id, row_number() OVER (ORDER BY s.staff_number) AS nth,
      coalesce(r.role, 'crss') AS role, f.given_name || ' ' || f.family_name AS name
    FROM staff s JOIN person f USING (person_id) JOIN supervision v USING (staff_id) LEFT JOIN role_assignment r USING (staff_id)
    WHERE s.program_id = %(program)s) w ON w.nth = 1 + (g.n / 7) %% %(givers)s;
INSERT INTO service (service_id, program_id, participant_id, staff_id, plan_line_id, kind, served_on, started_at, stopped_at,
    unit, role, funding, modality, attendee_count, is_clinical, has_clinical_requirements)
  SELECT service_id, %(program)s, participant_id, staff_id, plan_line_id, CASE WHEN trouble = 1 THEN 'act' ELSE kind END, day,
    day + time '15:00', day + time '15:45', 'fifteen_minutes', CASE WHEN trouble = 2 THEN NULL ELSE role END,
    CASE WHEN trouble < 80 THEN 'mental_health_medicaid' WHEN trouble < 90 THEN 'substance_use_medicaid' ELSE 'grant' END,
    CASE WHEN trouble = 3 THEN 'group' ELSE 'individual' END, CASE WHEN trouble = 3 THEN 6 ELSE 1 END,
    role = 'qmhp', role = 'qmhp' FROM given;
INSERT INTO progress_note (progress_note_id, program_id, participant_id, service_id, author_id, status, what_was_done, signed_on,
    signed_at, signed_by, is_signed_by_giver)
  SELECT note_id, %(program)s, participant_id, service_id, staff_id, 'signed', 'Went through the week together.', day,
    day + time '22:00', name, true FROM given;
INSERT INTO sign_off (sign_off_id, program_id, participant_id, progress_note_id, supervisor_id, decision, decided_on, decided_by)
  SELECT gen_random_uuid(), %(program)s, participant_id, note_id, supervisor_id, 'signed_off', day + 2, 'A supervisor'
  FROM given WHERE state < 95;
SET session_replication_role = origin;
"""


def center(program: Any) -> None:
    """Staff, chains, participants and plans."""
    from alongside.exchange.demo_county.shelf import IN_ORDER, Shelf
    from alongside.records import models as m

    shelf = Shelf(program_id=program.pk, on=ON, chance=random.Random("a month"))
    since, to = datetime.date(2024, 1, 1), datetime.date(2027, 6, 30)
    agency = shelf.add(m.Provider, name=program.name, kind="cmhc", is_nonprofit_or_government=True)
    tiers: dict[str, list[Any]] = {"lpha": [], "qmhp": [], "": []}
    for nth in range(60):
        tier = "lpha" if nth < 2 else "qmhp" if nth < 10 else ""
        person = shelf.add(m.Person, family_name=f"Heron {nth}", given_name="Reed", email=f"{nth}@staff.example")
        staff = shelf.add(
            m.StaffMember, person=person, provider=agency, staff_number=f"M{nth:03d}", title="Staff", started_on=since,
            engagement="contractor" if nth == 59 else "employee", is_full_time=True,
        )  # fmt: skip
        tiers[tier].append(staff)
        if tier == "lpha":
            shelf.add(m.Credential, staff=staff, kind="physician", number=str(nth), issued_on=since, expires_on=to)
            shelf.add(m.RoleAssignment, staff=staff, role="lpha", starts_on=since)
        elif tier == "qmhp":
            shelf.add(m.RoleAssignment, staff=staff, role="qmhp", starts_on=since)
            shelf.add(m.Degree, staff=staff, level="master", field="social_work", conferred_on=since)
        elif nth % 5 == 0:
            shelf.add(m.RoleAssignment, staff=staff, role="mhp", starts_on=since)
            shelf.add(m.Degree, staff=staff, level="bachelor", field="psychology", conferred_on=since)
        elif nth % 5 == 1:
            shelf.add(m.RoleAssignment, staff=staff, role="rsa", starts_on=since)
        else:
            ends = datetime.date(2026, 10, 15) if nth % 10 == 3 else to
            shelf.add(m.Credential, staff=staff, kind="crss", number=str(nth), issued_on=since, expires_on=ends)
        if tier != "lpha":
            above = tiers["lpha"] if tier == "qmhp" else tiers["qmhp"]
            shelf.add(m.Supervision, staff=staff, supervisor=above[nth % len(above)], starts_on=since)
    for nth in range(600):
        who = shelf.add(m.Participant, medicaid_id=f"88{nth:08d}", given_name="Fern", family_name=f"Brook {nth}")
        shelf.add(m.Enrollment, participant=who, enrolled_on=since)
        shelf.add(m.Coverage, participant=who, plan="medicaid", starts_on=since, checked_on=since)
        for year in (2024, 2025, 2026):
            done = datetime.date(year, 1 + nth % 9, 1 + nth % 28)
            plan = shelf.add(
                m.ServicePlan, participant=who, kind="initial", completed_on=done, author=tiers["qmhp"][nth % 8],
                author_role="qmhp", authorized_on=done,
            )  # fmt: skip
            for line, kind in enumerate(("community_support", "case_management", "therapy"), 1):
                shelf.add(m.PlanLine, participant=who, service_plan=plan, kind=kind, goal_number=1, line_number=line)
            shelf.add(m.PlanReview, participant=who, reviewed_on=done + datetime.timedelta(days=150))
        if nth % 6 == 0:
            shelf.add(m.TreatmentEpisode, participant=who, starts_on=since)
    for kind in ("community_support", "case_management"):
        shelf.add(
            m.ServiceCode, code=kind[:4].upper(), kind=kind, unit="15 minutes", unit_minutes=15, starts_on=since,
            read_on=since, source_url="https://schedules.example/invented",
        )  # fmt: skip
    for model in IN_ORDER:
        model._default_manager.bulk_create(shelf.of(model), batch_size=1000)


def main() -> None:
    """Make the month, judge it, and take the times."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--services", type=int, default=50_000)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--plan", default="", help="print how PostgreSQL runs this rule")
    given = asked.parse_args()
    os.environ |= {
        "ALONGSIDE_DATA": str(ROOT / "var" / "test-pg"), "SECRET_KEY": "for measuring only",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }  # fmt: skip
    import cluster
    import django

    django.setup()
    with cluster.clone() as database:
        _use(database)
        _run(cluster.superuser().connect(database, autocommit=False), given, database)
        from django.db import connections

        connections.close_all()


def _use(database: str) -> None:
    from django.db import connections

    for alias in ("default", "owner"):
        connections[alias].settings_dict["NAME"] = database
        connections[alias].settings_dict["OPTIONS"].pop("pool", None)


def _run(superuser: Any, given: argparse.Namespace, database: str) -> None:
    from django.db import transaction

    from alongside.access.actions import create_program
    from alongside.access.context import acting

    program = create_program(name="Big Bluestem Center", pack="illinois_peer", by=None)
    with acting(program=program, actor=None), transaction.atomic():
        center(program)
    start = time.perf_counter()
    bound = {"program": program.pk, "services": given.services, "people": 600, "givers": 58}
    with superuser.cursor() as cursor:
        for statement in filter(str.strip, SERVICES.split(";")):
            said = statement if "%(" in statement else None
            cursor.execute(
                statement.replace(" % ", " %% ").replace(" %%%% ", " %% ") if said else statement,
                bound if said else None,
            )
    superuser.commit()
    superuser.autocommit = True
    superuser.execute("VACUUM ANALYZE")
    print(f"{given.services} services made in {time.perf_counter() - start:.0f} s")
    if given.plan:
        _explain(program, given.plan)
        return
    _all(program, given.times, database)
    _one(program, 50)


def _explain(program: Any, rule_id: str) -> None:
    from django.db import connection, transaction

    from alongside.access.context import acting
    from alongside.packs import PACKS
    from alongside.packs.compiled import rule_sql

    with acting(program=program, actor=None), transaction.atomic(), connection.cursor() as cursor:
        asked = rule_sql(PACKS[program.pack].rule(rule_id), None, "postgres")
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS, SETTINGS) " + asked, {"on": ON, "about": []})
        print("\n".join(row[0] for row in cursor.fetchall()))


def _all(program: Any, times: int, database: str) -> None:
    """Every service by every rule: on one connection, then on two at once, each with half of the participants."""
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.records.models import Participant

    with acting(program=program, actor=None), transaction.atomic():
        people = list(Participant.objects.order_by("pk").values_list("pk", flat=True))
    told = [_judged(program.pk, None) for _ in range(times)]
    found = told[-1].answers
    print(f"one connection            {_told([one.seconds for one in told])}   {_worked(told, times)}")
    for rule_id, counts in found.items():
        print(f"  {rule_id:<8}{dict(counts)}")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=_begin, initargs=(database,)) as both:
        halves = [people[::2], people[1::2]]
        list(both.map(_judged, [program.pk] * 2, [half[:1] for half in halves]))
        spent, all_told = [], []
        for _ in range(times):
            start = time.perf_counter()
            told = list(both.map(_judged, [program.pk] * 2, halves))
            spent.append(time.perf_counter() - start)
            all_told += told
        print(f"two connections           {_told(spent)}   {_worked(all_told, times)}")
    together = {rule_id: sum((one.answers[rule_id] for one in told), Counter()) for rule_id in RULES}
    print(f"both say the same: {together == found}")


@dataclass
class Judged:
    """All three rules asked: the seconds, of them the processor's here and in the database, and how often each answer."""

    seconds: float
    here: float
    there: float
    answers: dict[str, Counter[str]]


def _worked(told: list[Judged], times: int) -> str:
    here, there = (sum(getattr(one, name) for one in told) / times for name in ("here", "there"))
    return f"processor {here:.1f} + {there:.1f} s"


def _judged(program_id: UUID, people: list[UUID] | None) -> Judged:
    """Ask all three rules; every criterion of every row is fetched."""
    import psutil
    from django.db import connection, transaction

    from alongside.access.context import acting
    from alongside.packs import PACKS
    from alongside.reviews.ask import ask_rows

    found = {}
    with acting(program=program_id, actor=None), transaction.atomic():
        connection.ensure_connection()
        database = psutil.Process(connection.connection.info.backend_pid)
        start, here, before = time.perf_counter(), time.process_time(), database.cpu_times()
        for rule_id in RULES:
            rows = ask_rows(PACKS["illinois_peer"].rule(rule_id), on=ON, roots=people)
            found[rule_id] = Counter(row["law_answer"] for _, row in rows)
        seconds, now = time.perf_counter() - start, database.cpu_times()
        there = now.user + now.system - before.user - before.system
        return Judged(seconds, time.process_time() - here, there, found)


def _begin(database: str) -> None:
    """A process of its own begins."""
    import django

    django.setup()
    _use(database)


def _told(spent: Any) -> str:
    return f"p50 {statistics.median(spent):6.2f} s   best {min(spent):6.2f} s   of {len(spent)}"


def _one(program: Any, times: int) -> None:
    """One service as it is saved: all three rules, of the row not stored yet, of the stored one, and once signed off."""
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.packs import PACKS
    from alongside.records.models import Service, StaffMember
    from alongside.reviews.ask import ask
    from alongside.reviews.ask_notes import ask_if_signed_off, ask_of_services, ask_unstored

    rules = [PACKS[program.pack].rule(rule_id) for rule_id in RULES]
    with acting(program=program, actor=None), transaction.atomic():
        some = list(Service.objects.order_by("pk")[:times])
        lpha = StaffMember.objects.order_by("staff_number").first()

        def unstored(rule: Any, one: Any) -> None:
            row = {field.column: getattr(one, field.attname) for field in one._meta.concrete_fields}
            whose = {"service_id": one.pk, "participant_id": one.participant_id}
            ask_unstored(rule, row, {"progress_note_id": one.pk, **whose}, on=ON)

        ways: dict[str, Callable[[Any, Any], object]] = {
            "one service not stored": unstored,
            "one service stored": lambda rule, one: ask_of_services(rule, [one.pk], [one.participant_id], on=ON),
            "one service in the queue": lambda rule, one: ask_if_signed_off(
                rule, [one.pk], [one.participant_id], supervisor=lpha and lpha.pk, on=ON
            ),
            "all of one participant": lambda rule, one: list(ask(rule, on=ON, roots=[one.participant_id])),
        }
        for what, act in ways.items():
            spent = []
            for one in some[:1] + some:
                start = time.perf_counter()
                for rule in rules:
                    act(rule, one)
                spent.append((time.perf_counter() - start) * 1000)
            spent = sorted(spent[1:])
            print(f"{what:<26}p50 {statistics.median(spent):6.1f} ms  best {spent[0]:6.1f} ms  of {len(spent)}")


if __name__ == "__main__":
    main()
