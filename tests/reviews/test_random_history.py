"""Whatever is written, in whichever order, stored answers equal recomputed ones after each step."""

import random
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from kept_answers import recomputed, stored

from alongside.records.actions import (
    Billed,
    add_provider,
    enroll,
    hire,
    record_agreement,
    record_application,
    record_assessment,
    record_background_check,
    record_changed_circumstance,
    record_coverage,
    record_credential,
    record_invoice,
    record_license,
    record_location,
    record_plan,
    record_residence,
    record_screen,
    record_training,
)
from alongside.records.models import Participant, Provider
from alongside.records.problems import Problems
from alongside.reviews.answers import fresh
from alongside.reviews.models import Stale
from people import a_participant, a_service


@pytest.mark.parametrize("seed", range(2))
def test_stored_equals_recomputed_over_a_random_history(in_program_a, coordinator_a, seed):
    dice, by, day = random.Random(seed), coordinator_a.user, date(2026, 1, 10)
    people = [a_participant()]
    staff = [
        hire(
            program=in_program_a,
            staff_number=f"S{n}",
            family_name=f"Fern {n}",
            started_on=date(2026, 1, n + 1),
            on=day,
            by=by,
        )
        for n in range(3)
    ]
    agency, home = (
        add_provider(program=in_program_a, name=name, kind=kind, on=day, by=by)
        for name, kind in (("Juniper County", "program_agency"), ("Heron House", "cbrf"))
    )
    place = record_location(provider=home, place="Main house", setting="cbrf", beds=8, on=day, by=by)
    for step in range(30):
        day += timedelta(days=dice.choice([0, 0, 1, 3, 11, 40]))
        who, worker = dice.choice(people), dice.choice(staff)
        ago = day - timedelta(days=dice.randrange(40))
        ahead = day + timedelta(days=dice.randrange(200))
        match dice.randrange(16):
            case 0:
                record_assessment(participant=who, completed_on=ago, on=day, by=by)
            case 1:
                record_plan(participant=who, completed_on=ago, on=day, by=by)
            case 2:
                ends = day + timedelta(days=dice.randrange(60))
                record_coverage(participant=who, plan=dice.choice(["medicaid", "none"]), ends_on=ends, on=day, by=by)
            case 3:
                kind = dice.choice(["mh_sud", "childrens_ltc"])
                record_screen(participant=who, kind=kind, completed_on=ago, result="eligible", on=day, by=by)
            case 4:
                with suppress(Problems):  # nobody moves twice a day
                    record_residence(
                        participant=who, setting="cbrf", beds=dice.choice([4, 8]), starts_on=day, on=day, by=by
                    )
            case 5:
                record_training(staff=worker, topic="updates", hours=Decimal(4), held_on=ago, on=day, by=by)
            case 6:
                Participant.objects.filter(pk=who.pk).update(born_on=date(dice.choice([2009, 2012]), 7, 1))
            case 7:
                enrollment = enroll(
                    program=in_program_a, medicaid_id=f"20000000{step:02}", family_name="Birch", given_name="Noa",
                    born_on=date(1980, 1, 1), enrolled_on=ago, on=day, by=by,
                )  # fmt: skip
                people.append(enrollment.participant)
            case 8:
                kind = "certified_peer_specialist"
                record_credential(staff=worker, kind=kind, issued_on=ago, expires_on=ahead, on=day, by=by)
            case 9:
                papers = dict.fromkeys(("confirmed_on", "disclosure_on", "justice_on", "letter_on"), ago)
                record_background_check(staff=worker, completed_on=ago, **papers, on=day, by=by)
            case 10:
                record_changed_circumstance(staff=worker, known_on=ago, on=day, by=by)
            case 11:
                record_agreement(provider=home, form="f_00312", signed_on=ago, ends_on=ahead, on=day, by=by)
            case 12:
                record_license(location=place, kind="dhs_83", starts_on=ago, ends_on=ahead, on=day, by=by)
            case 13:
                record_application(provider=agency, sent_on=ago, approved_on=ago, on=day, by=by)
            case 14:
                Provider.objects.filter(pk=home.pk).update(kind=dice.choice(["cbrf", "individual"]))
            case 15:
                times = {"start": f"{ago} 10:00", "stop": f"{ago} 11:00", "served_on": f"{ago}"}
                service = a_service(who, worker, kind="peer_support", **times, on=day)
                billed = Billed(participant=who, served_on=ago, units=4, service=service)
                record_invoice(program=in_program_a, number=f"{step}", invoiced_on=day, lines=[billed], on=day, by=by)
        fresh(day)

        assert stored() == recomputed(day), f"step {step}, {day}"
    assert not Stale.objects.exists()
