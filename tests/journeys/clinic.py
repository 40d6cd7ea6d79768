"""An invented clinic in Illinois for a journey: a CRSS, a QMHP who is also a CRSS, an LPHA above both, and a plan."""

MAKE = """
from datetime import timedelta
from alongside.access.actions import create_program, create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import Method, Participant, PlanLine, ServicePlan, StaffMember
from alongside.records.models.kept import sha256
from django.db import transaction
from django.utils import timezone

on, at = today(), timezone.now()
since = on - timedelta(days=400)
program = create_program(name="{name}", pack="illinois_peer", by=None)
users = dict()
def somebody(key, name, role, staff=None):
    users[key] = create_user(email=key + "@{domain}", name=name, password="juniper-berries-7", by=None)
    join(user=users[key], program=program, role=role, starts_on=since, staff_id=staff and staff.pk, by=None)
somebody("coordinator", "Nell Goldenrod", Role.COORDINATOR)
somebody("biller", "Bo Teasel", Role.BILLER)
said = dict(on=on, by=users["coordinator"])
with acting(program=program, actor=users["coordinator"]), transaction.atomic():
    def hired(number, given_name, family_name, role, *credentials):
        member = actions.hire(program=program, staff_number=number, family_name=family_name, given_name=given_name,
                              title="", started_on=since, **said)
        StaffMember.objects.filter(pk=member.pk).update(engagement="employee")
        if role:
            actions.assign_role(staff=member, role=role, starts_on=since, **said)
        for kind in credentials:
            actions.record_credential(staff=member, kind=kind, number="IL-" + number, issued_on=since,
                                      expires_on=on + timedelta(days=300), **said)
        return member
    peer = hired("C01", "Iris", "Plover", None, "crss")
    dual = hired("C02", "Sora", "Dock", "qmhp", "crss")
    head = hired("C03", "Odile", "Larch", "lpha", "physician")
    for below, above in ((peer, dual), (dual, head)):
        actions.supervise(staff=below, supervisor=above, starts_on=since, **said)
somebody("peer", "Iris Plover", Role.DIRECT_STAFF, peer)
somebody("dual", "Sora Dock", Role.SUPERVISOR, dual)
somebody("head", "Odile Larch", Role.SUPERVISOR, head)
with acting(program=program, actor=users["coordinator"]), transaction.atomic():
    actions.enroll(program=program, medicaid_id="7755501234", given_name="Wren", family_name="Coneflower",
                   born_on=None, enrolled_on=since, **said)
    person = Participant.objects.get(medicaid_id="7755501234")
    done = on - timedelta(days=30)
    plan = ServicePlan.objects.create(program_id=program.pk, participant=person, kind="initial", completed_on=done,
                                      met_on=done, goals="I want my own kitchen.", author=dual, author_role="qmhp")
    lines = dict()
    for nth, kind in enumerate(("community_support", "therapy"), 1):
        lines[kind] = PlanLine.objects.create(program_id=program.pk, participant=person, service_plan=plan, kind=kind,
                                              goal_number=1, line_number=nth)
def signed(record, capacity, staff, user):
    document, content = shown_to_sign(record)
    actions.sign(record=record, capacity=capacity, content_hash=sha256(content), hand=actions.Hand(Method.OWN_SIGN_IN),
                 staff=staff, at=at, on=timezone.localtime(at).date(), by=user)
    record.refresh_from_db()
def visited(giver, user, kind, days, hour, **given):
    start = timezone.make_aware(timezone.datetime.combine(on - timedelta(days=days), timezone.datetime.min.time()))
    start += timedelta(hours=hour)
    given = dict(plan_line=lines[kind], kind=kind, served_on=on - timedelta(days=days), started_at=start,
                 stopped_at=start + timedelta(minutes=45), funding="mental_health_medicaid", modality="individual",
                 attendee_count=1) | given
    texts = dict(what_was_done="We planned the week and the meals.", response="She named two good days.",
                 purpose="Her own kitchen.")
    with acting(program=program, actor=user), transaction.atomic():
        note = actions.write_note(participant=person, author=giver, given=given, texts=texts, on=on, by=user)
        signed(note, "giver", giver, user)
    return note
"""


def clinic(name: str, domain: str, then: str = "") -> str:
    """The script that makes it under a name of its own, and what happens there before the journey."""
    return MAKE.replace("{name}", name).replace("{domain}", domain) + then
