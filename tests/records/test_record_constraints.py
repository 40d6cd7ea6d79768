"""What the database itself refuses, whoever writes: a form, an import or plain SQL."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.access.context import acting
from alongside.records.models import (
    Coverage,
    Credential,
    Discharge,
    DischargeSummary,
    Enrollment,
    Exemption,
    FunctionalScreen,
    Participant,
    Residence,
    StaffMember,
    Training,
)  # fmt: skip
from people import a_participant, a_peer_specialist, discharged, the_program, trained

pytestmark = pytest.mark.django_db


def refused(constraint: str):
    """The database refuses what is inside, by the constraint of this name."""
    return pytest.raises(IntegrityError, match=constraint)


def at_once() -> None:
    """Have the database look now at what it would look at when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


@pytest.mark.parametrize("medicaid_id", ["", "123456789", "12345 7890", "123456789x", "123456789\n", "١٢٣٤٥٦٧٨٩٠"])
def test_a_medicaid_id_is_ten_digits(in_program_a, medicaid_id):
    with refused("participant_medicaid_id_digits"):
        Participant.objects.create(program=the_program(), medicaid_id=medicaid_id, family_name="Oak")


def test_a_medicaid_id_is_known_once_in_a_program(in_program_a, program_b):
    a_participant(medicaid_id="0914538148")
    with refused("participant_known_as"), transaction.atomic():
        Participant.objects.create(program=the_program(), medicaid_id="0914538148", family_name="Oak")
    with acting(program=program_b):
        a_participant(medicaid_id="0914538148")


def test_a_staff_number_is_known_once_and_written(in_program_a):
    pia = a_peer_specialist(staff_number="S001")
    with refused("staff_known_as"), transaction.atomic():
        StaffMember.objects.create(program=the_program(), staff_number="S001", person=pia.person)
    with refused("staff_staff_number_written"):
        StaffMember.objects.create(program=the_program(), staff_number="  ", person=pia.person)


@pytest.mark.parametrize("hours", ["0", "-1", "24.01"])
def test_hours_of_training_fit_in_a_day(in_program_a, hours):
    pia = a_peer_specialist()
    with refused("training_hours_range"):
        Training.objects.create(program=the_program(), staff=pia, topic="updates", hours=Decimal(hours))


def test_beds_are_more_than_none(in_program_a):
    with refused("residence_beds_range"):
        Residence.objects.create(program=the_program(), participant=a_participant(), setting="cbrf", beds=0)


PERIODS = [
    (Coverage, "participant", "starts_on", "ends_on"),
    (Residence, "participant", "starts_on", "ends_on"),
    (Credential, "staff", "issued_on", "expires_on"),
]


@pytest.mark.parametrize("model, of, starts, ends", PERIODS, ids=lambda value: getattr(value, "__name__", None))
def test_nothing_ends_before_it_starts(in_program_a, model, of, starts, ends):
    subject = a_participant() if of == "participant" else a_peer_specialist()
    days = {starts: date(2026, 3, 2), ends: date(2026, 3, 2)}
    model.objects.create(program=the_program(), **{of: subject}, **days)
    with refused(f"{ends}_order"):
        model.objects.create(program=the_program(), **{of: subject}, **{**days, ends: date(2026, 3, 1)})


def test_nobody_leaves_before_they_start(in_program_a):
    pia = a_peer_specialist(started_on="2026-03-02")
    with refused("staff_ended_on_order"):
        StaffMember.objects.filter(pk=pia.pk).update(ended_on=date(2026, 3, 1))


WORDS = [
    (Coverage, "participant", "plan"),
    (FunctionalScreen, "participant", "kind"),
    (FunctionalScreen, "participant", "result"),
    (Residence, "participant", "setting"),
    (Training, "staff", "topic"),
    (Exemption, "staff", "topic"),
    (Credential, "staff", "kind"),
]


@pytest.mark.parametrize("model, of, field", WORDS, ids=lambda value: getattr(value, "__name__", None))
def test_a_word_is_one_of_its_choices_or_unknown(in_program_a, model, of, field):
    subject = a_participant() if of == "participant" else a_peer_specialist()
    model.objects.create(program=the_program(), **{of: subject, field: None})
    with refused(f"{field}_word"):
        model.objects.create(program=the_program(), **{of: subject, field: "something else"})


def test_a_decision_comes_with_its_day_and_after_the_request(in_program_a):
    asked = {"program": the_program(), "staff": a_peer_specialist(), "requested_on": date(2026, 3, 2)}
    with refused("exemption_decision_together"), transaction.atomic():
        Exemption.objects.create(**asked, decision="granted")
    with refused("exemption_decision_together"), transaction.atomic():
        Exemption.objects.create(**asked, decided_on=date(2026, 3, 3))
    with refused("exemption_decided_on_order"):
        Exemption.objects.create(**asked, decision="granted", decided_on=date(2026, 3, 1))


def test_a_signer_comes_with_the_day_of_the_signature(in_program_a):
    ended = discharged(a_participant(), participant_signed_on=None, coordinator_signed_on=None)
    with refused("coordinator_signed_on_together"):
        DischargeSummary.objects.filter(discharge=ended).update(coordinator_signed_by="Fay Sandpiper")


def test_nobody_is_discharged_before_enrollment(in_program_a):
    ended = discharged(a_participant(enrolled_on="2025-08-31"), discharged_on="2025-08-31")
    with refused("a discharge is before its enrollment"), transaction.atomic():
        Discharge.objects.filter(pk=ended.pk).update(discharged_on=date(2025, 8, 30))
    with refused("a discharge is before its enrollment"):
        Enrollment.objects.filter(pk=ended.enrollment_id).update(enrolled_on=date(2025, 9, 1))


def test_an_enrollment_is_discharged_once(in_program_a):
    ended = discharged(a_participant())
    with refused("discharge_enrollment_id_key"):
        Discharge.objects.create(program=the_program(), participant=ended.participant, enrollment=ended.enrollment)


def test_a_discharge_is_of_the_participant_enrolled(in_program_a):
    uma, lee = a_participant(), a_participant(given_name="Lee")
    with refused("discharge_of_enrolled_participant"), transaction.atomic():
        Discharge.objects.create(program=the_program(), participant=lee, enrollment=uma.enrollments.get())
        at_once()


def test_a_summary_is_of_the_participant_discharged(in_program_a):
    ended, lee = discharged(a_participant(), has_summary=False), a_participant(given_name="Lee")
    with refused("discharge_summary_of_discharged_participant"), transaction.atomic():
        DischargeSummary.objects.create(program=the_program(), participant=lee, discharge=ended)
        at_once()


def test_blank_text_is_not_known(in_program_a):
    (session,) = trained(a_peer_specialist(), topics=["updates"], method="", content="  Two updates ")
    session.refresh_from_db()
    assert (session.method, session.content) == (None, "Two updates")
