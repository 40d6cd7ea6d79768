"""A packet for 100 people of a program of 500: files set, bound to one PDF with bookmarks and stamps, manifest, archive.

Everybody in the sample has a screen, assessments and service plans of every half-year, the newest plan signed by the
service coordinator; one in ten was discharged with a summary. Printed are the seconds of each step.
With `--kill` the process that builds is killed (SIGKILL) once it made a third, and another one goes on: printed is that
nothing was lost or made twice.
"""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "tests")]
ON = datetime.date(2026, 11, 20)


def main() -> None:
    """Make the program, build its packet, check the archive."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=500)
    asked.add_argument("--sampled", type=int, default=100)
    asked.add_argument("--kill", action="store_true", help="kill the builder on its way, and go on with another one")
    given = asked.parse_args()
    os.environ |= {
        "ALONGSIDE_DATA": str(ROOT / "var" / "test-pg"), "SECRET_KEY": "for measuring only",
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
        _run(given)
        connections.close_all()


def _run(given: argparse.Namespace) -> None:
    from django.utils import timezone

    from alongside.access.actions import create_program
    from alongside.access.context import acting
    from alongside.config.packing import build
    from alongside.reviews.models import Packet
    from alongside.reviews.packets.correcting import ask_to_build

    program = create_program(name="Aspen County", by=None)
    with acting(program=program):
        sample = _timed("made the program", lambda: _program(program, given.people, given.sampled))
        packet = _timed("put together", lambda: _assembled(sample))
        ask_to_build(packet=packet, at=timezone.now(), asked_by="Cora Plover", by=None)
        if given.kill:
            _killed(packet)
        start, worked = time.perf_counter(), time.process_time()
        assert build(_now(Packet, packet.pk)), "not built"
        spent, worked = time.perf_counter() - start, time.process_time() - worked
        packet = _now(Packet, packet.pk)
        whole = _timed("archived and verified", lambda: _verified(packet))
    made = f"{given.sampled} people of {given.people}, {whole} files, {packet.page_count} pages, accessible: {packet.is_accessible}"
    print(f"built in {spent:.1f} s ({worked:.1f} s of one processor, without the database's): {made}")


def _program(program: Any, people: int, sampled: int) -> Any:
    """People with their documents, and an oversight whose sample is the first of them."""
    from django.db import transaction
    from sampled import an_oversight

    from alongside.records.models import (
        Assessment,
        Discharge,
        DischargeSummary,
        Enrollment,
        FunctionalScreen,
        Participant,
        ServicePlan,
    )
    from people import a_service_plan, sign

    days = [
        datetime.date(2025, 2, 20),
        datetime.date(2025, 8, 20),
        datetime.date(2026, 2, 20),
        datetime.date(2026, 8, 19),
    ]
    kinds = ("initial", "six_month", "annual", "six_month")
    with transaction.atomic():
        served = [
            Participant(program=program, medicaid_id=f"{nth:010}", given_name=f"Person {nth}", family_name="Juniper")
            for nth in range(people)
        ]
        Participant.objects.bulk_create(served)
        enrolled = [
            Enrollment(program=program, participant=one, enrolled_on=datetime.date(2025, 3, 1)) for one in served
        ]
        Enrollment.objects.bulk_create(enrolled)
        for day, kind in zip(days, kinds, strict=True):
            Assessment.objects.bulk_create(
                Assessment(
                    program=program, participant=one, completed_on=day, needs="Company for the first steps outside."
                )
                for one in served
            )
            FunctionalScreen.objects.bulk_create(
                FunctionalScreen(
                    program=program, participant=one, completed_on=day, kind="mh_sud", type="annual", result="eligible",
                    screener="Iris Bittern",
                )
                for one in served
            )  # fmt: skip
            ServicePlan.objects.bulk_create(
                ServicePlan(program=program, participant=one, completed_on=day, kind=kind, goals="A kitchen of my own.")
                for one in served
            )
        for one in served[:sampled]:
            sign(a_service_plan(one, completed_on="2026-08-20"), "coordinator")
        left = [
            Discharge(
                program=program, participant=one.participant, enrollment=one, discharged_on=datetime.date(2026, 10, 1)
            )
            for one in enrolled[:sampled:10]
        ]
        Discharge.objects.bulk_create(left)
        DischargeSummary.objects.bulk_create(
            DischargeSummary(program=program, participant=one.participant, discharge=one, reason="Outcomes reached.")
            for one in left
        )
        return an_oversight(served, sampled=sampled)


def _assembled(sample: Any) -> Any:
    from alongside.reviews.packets.assembling import assemble

    packet = assemble(sample=sample, on=ON, by=None)
    from django.db import transaction

    with transaction.atomic():
        packet.items.filter(state="missing").update(reason="Kept on paper.", reason_by="Cora Plover")
    return packet


def _killed(packet: Any) -> None:
    """Build in a process of its own, kill it once a third is made, and look at what stands."""
    from django.db import connections, transaction

    from alongside.config.packing import build
    from alongside.reviews.packets.building import progress

    connections.close_all()
    child = os.fork()
    if child == 0:
        build(packet)
        os._exit(0)
    while True:
        time.sleep(0.05)
        with transaction.atomic():
            made, of_all = progress(packet)
        if made > of_all // 3:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            break
    print(f"killed after {made} of {of_all} files; going on")


def _verified(packet: Any) -> int:
    from django.db import transaction

    from alongside.exchange.packets.archive import archive_of
    from alongside.exchange.packets.manifest import file_name
    from alongside.exchange.packets.verifying import verify_packet
    from alongside.reviews.models import PacketFile
    from alongside.reviews.packets.naming import requirement_name

    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        made = {one.kind: bytes(one.content) for one in packet.outputs.all()}
        items = packet.items.filter(state="there").select_related("sample_member", "file")
        files = [
            (
                file_name(one.sample_member.position, one.position, requirement_name(one.requirement)),
                bytes(one.file.content),
            )
            for one in items
        ]
        path = Path(folder) / "packet.zip"
        path.write_bytes(archive_of(made["manifest"], made["whole"], made["statement"].decode(), files))
        found = verify_packet(path, packet.manifest_hash)
        assert not found.flaws, found.flaws
        kept = PacketFile.objects.count()
        assert kept == len({one.file_id for one in items}), "a file was made twice"
        print(f"archive of {path.stat().st_size / 1e6:.1f} MB, {kept} files kept")
        return len(files)


def _timed(what: str, act: Any) -> Any:
    start = time.perf_counter()
    done = act()
    print(f"{what} in {time.perf_counter() - start:.1f} s")
    return done


def _now(model: Any, key: Any) -> Any:
    from django.db import transaction

    with transaction.atomic():
        return model.objects.select_related("oversight", "sample", "program").get(pk=key)


if __name__ == "__main__":
    main()
