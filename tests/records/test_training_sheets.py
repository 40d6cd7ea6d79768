"""Training on sheets: recorded for one or for a class, signed for the county, and frozen."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from alongside.access.actions import join
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions import Hand, Held
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import Capacity, Document, Method, Signature, StaffMember, Training, TrainingSheet
from alongside.records.models.kept import sha256
from alongside.records.problems import Conflict, Problems
from alongside.records.verifying import flaws_of
from people import TODAY, a_peer_specialist, a_provider, a_user, moment, the_program

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
CLASS = Held(
    date(2026, 10, 14), {"updates": Decimal("1.5"), "civil_rights": Decimal(1)}, source="class", content="Two Updates"
)


def a_sheet(staff=None, held=CLASS):
    return actions.record_sheet(staff=staff or a_peer_specialist(), held=held, **SAID)


def of_the_county(role=Role.COORDINATOR, *, email="kit@juniper.example", **more):
    kit = a_user(email=email)
    join(user=kit, program=the_program(), role=role, starts_on=date(2026, 1, 1), by=None, **more)
    return kit


def sign(sheet, by, hand=None, staff=None):
    _, content = shown_to_sign(sheet)
    return actions.sign(
        record=sheet, capacity=Capacity.COUNTY, content_hash=sha256(content), hand=hand or Hand(Method.OWN_SIGN_IN),
        staff=staff, at=moment("2026-11-20 10:00"), on=TODAY, by=by,
    )  # fmt: skip


def agency_staff(**more):
    agency = a_provider("Juniper County Human Services", kind="program_agency")
    staff = a_peer_specialist(**more)
    StaffMember.objects.filter(pk=staff.pk).update(provider=agency)
    return StaffMember.objects.get(pk=staff.pk)


def test_a_sheet_holds_a_session_for_each_topic_with_the_fields_filled(in_program_a):
    pia = a_peer_specialist()
    sessions = {one.topic: one for one in a_sheet(pia).sessions.all()}

    assert sessions.keys() == {"updates", "civil_rights"}
    assert sessions["updates"].employee_name == "Pia Wren"
    assert sessions["updates"].employer_name == pia.provider.name
    assert sessions["updates"].method == "presentation"
    assert sessions["updates"].county_signed_by is None


def test_training_needs_a_day_and_hours_on_a_topic(in_program_a):
    with pytest.raises(Problems) as refused:
        a_sheet(held=Held(None, {}))
    assert {problem.field for problem in refused.value.problems} == {"held_on", "hours"}
    with pytest.raises(Problems, match="at most the hours of one day"):
        a_sheet(a_peer_specialist(), Held(TODAY, {"updates": Decimal(13), "statutes": Decimal(12)}))
    assert not TrainingSheet.objects.exists()


def test_a_class_is_recorded_for_everybody_or_nobody(in_program_a):
    people = [a_peer_specialist() for _ in range(5)]
    held = actions.record_class(program=the_program(), held=CLASS, attended=people, **SAID)

    assert held.sheets.count() == 5
    assert Training.objects.count() == 10
    with pytest.raises(Problems, match="Tick who was there"):
        actions.record_class(program=the_program(), held=CLASS, attended=[], **SAID)
    with pytest.raises(Problems):
        actions.record_class(program=the_program(), held=CLASS, attended=[people[0], people[0]], **SAID)
    assert Training.objects.count() == 10


def test_the_county_signs_and_the_sheet_and_its_sessions_are_frozen(in_program_a):
    sheet = a_sheet()
    signature = sign(sheet, of_the_county())
    sheet.refresh_from_db()
    document = Document.of("training_sheet", sheet.pk)

    assert (sheet.county_signed_on, sheet.county_signed_by) == (TODAY, "Kit Alder")
    assert {one.county_signed_by for one in sheet.sessions.all()} == {"Kit Alder"}
    assert signature.staff_id == document.staff_id == sheet.staff_id
    assert signature.participant_id is None
    assert flaws_of(document, [signature]) == []
    assert document.shown["staff"]["name"] == "Pia Wren"

    with pytest.raises(Problems, match="stays as it was signed"):
        actions.change_sheet(sheet=sheet, version=sheet.version, held=CLASS, **SAID)
    with pytest.raises(Problems, match="stays as it was signed"):
        actions.discard_sheet(sheet=sheet, **SAID)
    for write in (
        lambda: sheet.sessions.update(hours=9),
        lambda: sheet.sessions.all()[0].delete(),
        lambda: TrainingSheet.objects.update(source="webinar"),
        lambda: Training.objects.create(
            program=the_program(), staff=sheet.staff, training_sheet=sheet, topic="recovery"
        ),
    ):
        with pytest.raises(DatabaseError, match=r"as (they were|it was) signed"), transaction.atomic():
            write()
    with pytest.raises(Problems, match="a signature of Kit Alder"):
        sign(sheet, of_the_county(email="other@juniper.example"))


def test_what_is_missing_is_named_before_anybody_signs(in_program_a):
    sheet = a_sheet(held=Held(TODAY, {"updates": Decimal(1)}, method=None, content=None))
    with pytest.raises(Problems) as refused:
        sign(sheet, of_the_county())
    assert {problem.field for problem in refused.value.problems} == {"method", "content"}


def test_the_trainee_never_signs_for_the_county(in_program_a):
    pia = agency_staff()
    own = of_the_county(staff_id=pia.pk)
    with pytest.raises(Problems, match="the staff member who was trained"):
        sign(a_sheet(pia), own, staff=pia)
    with pytest.raises(Problems, match="the staff member who was trained"):
        sign(a_sheet(pia), own)


def test_a_contracted_provider_alone_never_signs_for_the_county(in_program_a):
    pia = a_peer_specialist()
    director = of_the_county(Role.SUPERVISOR, provider_id=pia.provider_id)
    with pytest.raises(Problems, match="somebody of the county or Tribal agency"):
        sign(a_sheet(pia), director)


def test_the_database_itself_refuses_the_trainee(in_program_a):
    pia = agency_staff()
    sheet = a_sheet(pia)
    first = sign(sheet, of_the_county())
    own = of_the_county(email="pia@juniper.example", staff_id=pia.pk)
    other = a_sheet(pia, Held(TODAY, {"recovery": Decimal(1)}, source="webinar", content="Recovery"))
    with transaction.atomic():
        document = Document.objects.create(
            program=the_program(), staff=pia, kind="training_sheet", record=other.pk, title="x", content="{}",
            template=first.document.template,
        )  # fmt: skip
    document.refresh_from_db()
    with pytest.raises(IntegrityError, match="under their own training"), transaction.atomic():
        Signature.objects.create(
            program=the_program(), staff=pia, document=document, capacity="county", signer_name="Pia", user=own,
            statement="x", method="own_sign_in", signed_on=TODAY, signed_at=moment("2026-11-20 10:00"),
            content_hash=document.content_hash, signature_hash="x",
        )  # fmt: skip


def test_a_page_signed_by_hand_is_bound(in_program_a):
    sheet, kit, signer = a_sheet(), of_the_county(), agency_staff()
    page = actions.attach(record=sheet, content=PDF, name="page.pdf", by=kit)
    hand = Hand(Method.SCANNED, attachment=page, signed_on=date(2026, 10, 15))
    for wrong, why in ((None, "signer: found nothing"), (a_peer_specialist(), "of the county or Tribal agency")):
        with pytest.raises(Problems, match=why):
            sign(sheet, kit, hand, wrong)
    early = Hand(Method.SCANNED, attachment=page, signed_on=date(2026, 10, 13))
    with pytest.raises(Problems, match="no earlier than 2026-10-14"):
        sign(sheet, kit, early, signer)
    signature = sign(sheet, kit, hand, signer)

    assert (signature.witness, signature.user) == (kit, None)
    assert signature.attachment_hash == page.content_hash
    assert signature.signer_name == signer.name


def test_somebody_else_wrote_meanwhile(in_program_a):
    sheet = a_sheet()
    actions.change_sheet(sheet=sheet, version=1, held=Held(TODAY, {"recovery": Decimal(2)}, source="webinar"), **SAID)
    assert [one.topic for one in sheet.sessions.all()] == ["recovery"]
    with pytest.raises(Conflict) as met:
        actions.change_sheet(sheet=sheet, version=1, held=CLASS, **SAID)
    assert {clash.field for clash in met.value.clashes if not clash.is_same} >= {"hours_recovery", "hours_updates"}


def test_a_sheet_made_by_mistake_is_taken_away(in_program_a):
    actions.discard_sheet(sheet=a_sheet(), **SAID)
    assert not Training.objects.exists()
    assert not TrainingSheet.objects.exists()


def test_sessions_without_a_signature_are_gathered_by_day_and_content(in_program_a):
    pia = a_peer_specialist()
    for topic, content in (("updates", "One"), ("statutes", "One"), ("updates", "One"), ("recovery", "Two")):
        actions.record_training(staff=pia, topic=topic, held_on=TODAY, hours=Decimal(1), content=content, **SAID)
    sheets = actions.gather_sessions(sessions=list(pia.trainings.all()), **SAID)

    assert sorted(sheet.sessions.count() for sheet in sheets) == [1, 1, 2]
    with pytest.raises(Problems):
        actions.gather_sessions(sessions=list(pia.trainings.all()), **SAID)


def test_a_request_is_written_sent_and_decided_in_that_order(in_program_a):
    asked = actions.request_exemption(staff=a_peer_specialist(), topic="updates", hours=Decimal(2), **SAID)
    with pytest.raises(Problems, match="not sent yet"):
        actions.decide_exemption(exemption=asked, decision="granted", decided_on=TODAY, **SAID)
    (sent,) = actions.send_exemptions(exemptions=[asked], requested_on=TODAY, sent_by="Cora Plover", **SAID)
    with pytest.raises(Problems, match="Nothing is left to do"):
        actions.send_exemptions(exemptions=[asked], requested_on=TODAY, sent_by="Cora Plover", **SAID)
    decided = actions.decide_exemption(
        exemption=asked, decision="granted", decided_on=TODAY, decided_by="Ada Birch", **SAID
    )

    assert (sent.sent_by, decided.decided_by) == ("Cora Plover", "Ada Birch")
