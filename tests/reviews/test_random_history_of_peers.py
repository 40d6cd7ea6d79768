"""Illinois: whatever is written about peers, their papers, chains, teams and services, stored answers equal recomputed
ones after each step."""

import random
from datetime import date, timedelta

import pytest
from kept_answers import recomputed, stored

from alongside.access.models import Program
from alongside.records import actions
from alongside.records.models import PlanLine, Service, ServicePlan, SignOff, TeamMember
from alongside.records.problems import Problems
from alongside.reviews.answers import fresh
from alongside.reviews.models import Stale
from people import a_participant, a_service

STEPS = 16


@pytest.mark.parametrize("seed", [1])
def test_stored_equals_recomputed_over_a_random_history_of_peers(in_program_a, coordinator_a, seed):
    dice, by, day = random.Random(seed), coordinator_a.user, date(2026, 1, 10)
    Program.objects.filter(pk=in_program_a.pk).update(pack="illinois_peer")
    of = {"program_id": in_program_a.pk}
    person, services = a_participant(), []
    plan = ServicePlan.objects.create(**of, participant=person, completed_on=date(2026, 1, 5))
    PlanLine.objects.create(**of, participant=person, service_plan=plan, kind="community_support")
    staff = [
        actions.hire(program=in_program_a, staff_number=f"S{n}", family_name=f"Fern {n}", started_on=day, on=day, by=by)
        for n in range(4)
    ]
    teams = [
        actions.start_team(program=in_program_a, name=f"{kind} team", kind=kind, starts_on=day, on=day, by=by)
        for kind in ("act", "cst", "crisis_590")
    ]
    peer, qmhp, lpha, _other = staff
    for one, kind in ((peer, "crss"), (lpha, "lpha")):
        actions.record_credential(
            staff=one, kind=kind, issued_on=day, expires_on=day + timedelta(days=90), on=day, by=by
        )  # fmt: skip
    actions.assign_role(staff=qmhp, role="qmhp", starts_on=day, on=day, by=by)
    for one, above in ((peer, qmhp), (qmhp, lpha)):
        actions.supervise(staff=one, supervisor=above, starts_on=day, on=day, by=by)
    actions.join_team(team=teams[1], staff=peer, has_lived_experience=True, on=day, by=by)
    words = set()
    for step in range(STEPS):
        day += timedelta(days=dice.choice([0, 1, 3, 11, 40]))
        said = {"on": day, "by": by}
        one, other = dice.sample(staff, 2)
        ago, ahead = day - timedelta(days=dice.randrange(40)), day + timedelta(days=dice.randrange(60))
        try:
            match step % 8 if step < 8 else dice.randrange(8):
                case 0:
                    kind = dice.choice(["crss", "crss", "cprs", "lpha", "lpn"])
                    actions.record_credential(staff=one, kind=kind, issued_on=ago, expires_on=ahead, **said)
                case 1:
                    role = dice.choice(["qmhp", "crss", "mhp", "lpha"])
                    actions.assign_role(staff=one, role=role, starts_on=ago, ends_on=ahead, **said)
                case 2:
                    actions.supervise(staff=one, supervisor=other, starts_on=ago, **said)
                case 3:
                    times = {"served_on": f"{ago}", "start": f"{ago} 10:00", "stop": f"{ago} 11:00"}
                    service = a_service(person, one, kind="community_support", **times, on=day)
                    Service.objects.filter(pk=service.pk).update(funding="mental_health_medicaid")
                    services.append(service)
                case 4 if services:
                    SignOff.objects.create(
                        **of, participant=person, service=dice.choice(services), supervisor=other,
                        decision="signed_off", decided_on=dice.choice([ago, day, ahead]),
                    )  # fmt: skip
                case 5:
                    actions.join_team(
                        team=dice.choice(teams), staff=one, starts_on=ago, ends_on=dice.choice([None, ahead]),
                        has_lived_experience=dice.choice([True, None]), **said,
                    )  # fmt: skip
                case 6:
                    actions.record_degree(staff=one, level="bachelor", field="social_work", conferred_on=ago, **said)
                case 7:
                    TeamMember.objects.filter(staff=one).update(ends_on=ahead)
        except Problems:
            pass  # a circle of supervisors, or somebody on the team already: nothing was written
        fresh(day)

        kept = stored()
        assert kept == recomputed(day), f"step {step}, {day}"
        words |= {answer[0] for answer in kept.values()}
    assert not Stale.objects.exists()
    assert words >= {"met", "not met", "facts missing"}
