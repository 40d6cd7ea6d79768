"""A staff member of peer work: the tier with its reason, the ladder, what breaks it, and mending it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from peers import days

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Credential, RoleAssignment, StaffMember, Supervision

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client, as_user, coordinator_a, peers):
    """The page of a staff member as the coordinator reads it, in one line."""
    as_user(client, coordinator_a)

    def page(member, **asked):
        response = client.get(f"/staff/{member.pk}/", asked)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    return page


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_the_tier_is_derived_for_a_day_with_its_reason(opened, peers):
    page = opened(peers.crss)
    assert "<strong>MHP</strong>, by CRSS" in page
    assert "be qualified for the tier of their role" in page
    assert "current ICB certification" in page

    lapsed = opened(peers.crss, on=days(peers.on, 41))
    assert "nothing in force" in lapsed
    assert "Not met" in lapsed

    assert "<strong>QMHP</strong>, by the provider&#x27;s assignment" in opened(peers.qmhp)
    assert "<strong>LPHA</strong>, by a license" in opened(peers.lpha)


@pytest.mark.parametrize("day", ["2026-02-30", "never", "0001-01-01", "9999-12-31", "\x00x"])
def test_no_day_is_said_and_today_shown(opened, peers, day):
    assert "That is no day that can be asked about" in opened(peers.crss, on=day)


def test_the_ladder_stands_from_the_top_down(opened, peers):
    page = opened(peers.crss)
    ladder = page[page.index('<ol class="ladder"') :].split("</ol>")[0]

    assert ladder.index("Ada Larch") < ladder.index("Ada Sedge") < ladder.index("Ada Wren")
    assert [tier in ladder for tier in ("LPHA", "QMHP", "MHP")] == [True] * 3
    assert "The chain holds for the next 90 days" in page
    assert "Certified Recovery Support Specialist (CRSS) of Ada Wren expires" in page
    assert "with whom a chain ends" in opened(peers.lpha)


def test_a_departure_will_break_it_soon_and_breaks_it(opened, peers, acting_for, program_a):
    with acting_for(program_a):
        actions.end_employment(staff=peers.qmhp, ended_on=peers.on + timedelta(days=9), **peers.said)

    page = opened(peers.crss)
    assert "The chain holds <strong>to " in page
    assert "Ada Sedge leaves" in page

    after = opened(peers.crss, on=days(peers.on, 10))
    assert "The chain is broken" in after
    assert "Ada Sedge does not work here on this day." in after


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda peers: Supervision.objects.filter(staff=peers.qmhp).delete(), "Ada Sedge is no LPHA"),
        (
            lambda peers: Credential.objects.filter(staff=peers.lpha).update(expires_on=peers.on - timedelta(days=1)),
            "Ada Larch (outside the tiers) is not of a higher tier than Ada Sedge (QMHP).",
        ),
        (
            lambda peers: RoleAssignment.objects.filter(staff=peers.qmhp).delete(),
            "What qualifies Ada Sedge is not recorded.",
        ),
    ],
)
def test_what_breaks_it_is_said(opened, peers, acting_for, program_a, change, said):
    with acting_for(program_a):
        change(peers)

    assert said in opened(peers.crss)


def test_another_of_the_same_tier_is_not_enough(opened, peers, acting_for, program_a):
    with acting_for(program_a):
        other = peers.hired("P4", "Finch", "cfpp")
        actions.record_credential(staff=other, kind="cfpp", **peers.said)
        actions.supervise(staff=other, supervisor=peers.crss, starts_on=peers.on, **peers.said)

    page = opened(other)

    assert "Ada Wren (MHP) is not of a higher tier than Ada Finch (MHP)." in page
    assert "may be billed to mental-health Medicaid" in page


def test_a_cprs_is_outside_the_tiers(opened, peers, acting_for, program_a):
    with acting_for(program_a):
        Credential.objects.filter(staff=peers.crss).update(kind="cprs")
        RoleAssignment.objects.filter(staff=peers.crss).update(role="cprs")

    assert "A CPRS has no place in the tiers" in opened(peers.crss)


def test_a_supervisor_mends_a_broken_chain(client, as_user, member, program_a, acting_for, peers):
    as_user(client, member(program_a, Role.SUPERVISOR))
    with acting_for(program_a):
        Supervision.objects.filter(staff=peers.qmhp).delete()
    address = f"/staff/{peers.qmhp.pk}/supervision/link/"
    assert "Ada Larch, P3" in client.get(address).content.decode()

    wrong = client.post(address, {"token": uuid4(), "supervisor": str(peers.crss.pk), "starts_on": str(peers.on)})
    assert wrong.status_code == 422
    assert "somebody who is not supervised from below" in wrong.content.decode()
    page = sent(client, address, supervisor=str(peers.lpha.pk), starts_on=str(peers.on)).content.decode()

    assert "A supervisor is recorded." in page
    assert "The chain holds" in client.get(f"/staff/{peers.crss.pk}/").content.decode()
    assert client.get(f"/staff/{peers.crss.pk}/qualifications/degree/").status_code == 403


def test_a_session_is_logged_and_corrected(client, as_user, coordinator_a, peers, acting_for, program_a):
    as_user(client, coordinator_a)
    address = f"/staff/{peers.crss.pk}/supervision/session/"
    assert "selected" in client.get(address).content.decode()

    assert "0.75" in sent(
        client, address, supervisor=str(peers.qmhp.pk), held_on=str(peers.on), hours="0.75"
    ).content.decode()  # fmt: skip
    with acting_for(program_a):
        key = peers.crss.supervision_sessions.get().pk
    page = sent(client, f"{address}{key}/", held_on=str(peers.on), hours="1.25", version=1).content.decode()

    assert "1.25" in page


@pytest.mark.parametrize(
    ("kind", "said", "shown"),
    [
        ("certificate", {"kind": "lcsw", "number": "149-7"}, "Licensed clinical social worker (LCSW)"),
        ("degree", {"level": "bachelor", "field": "social_work"}, "Bachelor&#x27;s degree"),
        ("experience", {"setting": "mental_health", "months": "26", "is_documented": "yes"}, ">26<"),
        ("role", {"role": "engagement_specialist", "starts_on": "2026-01-05"}, "Engagement Specialist"),
    ],
)
def test_each_qualification_is_entered_and_corrected(
    client, as_user, coordinator_a, peers, acting_for, program_a, kind, said, shown
):
    as_user(client, coordinator_a)
    address = f"/staff/{peers.crss.pk}/qualifications/{kind}/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"token": uuid4()}).status_code == 422

    assert shown in sent(client, address, **said).content.decode()

    related = {
        "certificate": "credentials", "degree": "degrees", "experience": "experiences", "role": "role_assignments"
    }  # fmt: skip
    with acting_for(program_a):
        row = getattr(peers.crss, related[kind]).order_by("-created_at").first()
    assert client.get(f"{address}{row.pk}/").status_code == 200
    assert sent(client, f"{address}{row.pk}/", **said, version=row.version).status_code == 200


def test_a_last_day_is_recorded(client, as_user, coordinator_a, peers, acting_for, program_a):
    as_user(client, coordinator_a)
    last = days(peers.on, 12)
    sent(client, f"/staff/{peers.qmhp.pk}/employment/", engagement="employee", is_full_time="yes", ended_on=last,
         version=1)  # fmt: skip

    with acting_for(program_a):
        assert str(StaffMember.objects.get(pk=peers.qmhp.pk).ended_on) == last


def test_the_staff_member_reads_their_own_ladder_without_ways_to_change_it(client, as_user, member, program_a, peers):
    as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=peers.crss.pk))

    page = client.get(f"/staff/{peers.crss.pk}/").content.decode()

    assert "Ada Larch" in page
    assert "Record a supervisor" not in page
    assert f"/staff/{peers.lpha.pk}/" not in page


def test_another_program_has_none_of_these_pages(client, as_user, coordinator_b, acting_for, program_b):
    as_user(client, coordinator_b)
    with acting_for(program_b):
        wren = actions.hire(
            program=program_b, staff_number="B1", family_name="Rush", given_name="Io", started_on=days_ago(),
            on=days_ago(), by=None,
        )  # fmt: skip

    for address in (
        f"/staff/{wren.pk}/qualifications/degree/", f"/staff/{wren.pk}/supervision/link/",
        f"/staff/{wren.pk}/employment/", "/teams/", "/teams/new/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    page = client.get(f"/staff/{wren.pk}/").content.decode()
    assert "Orientation training" in page
    assert "Medicaid tier" not in page


def days_ago():
    from alongside.access.clock import today

    return today() - timedelta(days=30)
