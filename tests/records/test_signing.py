"""Signing anything: what was shown is kept, bound to the signer, and the record is closed."""

import hashlib
import json
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from alongside.access.actions import join
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions import Hand
from alongside.records.models import (
    Assessment,
    Attachment,
    DischargeSummary,
    Document,
    FormTemplate,
    IncidentReport,
    Rendering,
    Signature,
    SupportPlan,
)
from alongside.records.problems import Conflict, Problems
from alongside.records.snapshots import SIGNABLE, content_of, kind_of
from people import (
    TODAY,
    a_draft,
    a_participant,
    a_peer_specialist,
    a_service,
    a_service_plan,
    a_user,
    discharged,
    moment,
    sign,
    somebody_here,
)

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
NAME_DRAWN = "M10 90" + "".join(f"L{10 + 12 * n} {90 + (n % 5) * 9}" for n in range(1, 20))


def a_support_plan(uma):
    return actions.write_support_plan(participant=uma, completed_on=TODAY, when_well="I sing.", **SAID)


def an_assessment(uma):
    return actions.record_assessment(participant=uma, completed_on=TODAY, **SAID)


def a_summary(uma):
    discharged(uma, participant_signed_on=None, coordinator_signed_on=None)
    return DischargeSummary.objects.get(participant=uma)


def a_report(uma):
    said = {"what_happened": "A pan caught fire.", "reported_by": "Pia Wren", "learned_at": moment("2026-11-19 10:00")}
    return actions.report_incident(participants=[uma], happened_on=date(2026, 11, 19), **said, **SAID)[0]


def a_note(uma):
    return a_draft(a_service(uma, a_peer_specialist()))


MADE = {
    "service_plan": (a_service_plan, "participant"),
    "assessment": (an_assessment, "participant"),
    "support_plan": (a_support_plan, "participant"),
    "progress_note": (a_note, "giver"),
    "incident_report": (a_report, "reporter"),
    "discharge_summary": (a_summary, "coordinator"),
}
EVERY_KIND = pytest.mark.parametrize("kind", MADE)


def made(kind):
    make, capacity = MADE[kind]
    return make(a_participant()), capacity


def signed_by_somebody(kind):
    record, capacity = made(kind)
    return record, sign(record, capacity, **({"staff": record.service.staff} if capacity == "giver" else {}))


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


@EVERY_KIND
def test_what_was_shown_is_kept_and_bound(in_program_a, kind):
    record, signature = signed_by_somebody(kind)

    document = Document.objects.get(kind=kind, record=record.pk)
    record.refresh_from_db()
    assert document.shown == content_of(record)
    assert document.content_hash == hashlib.sha256(document.content.encode()).hexdigest()
    assert signature.document == document
    assert signature.content_hash == document.content_hash
    assert Signature.objects.get().hash_now() == signature.signature_hash
    assert document.template.hash == hashlib.sha256(document.template.text.encode()).hexdigest()


# What no document shows: keys, who and when of storing, signatures (they are given to it), and what comes after.
NOT_SHOWN = {
    "id", "program", "participant", "version", "created_at", "imported_from", "amends", "service", "service_plan",
    "discharge", "staff", "incident", "author", "reporter", "moved_from", "plan_line", "provider", "status",
    "is_restricted",
    "participant_signed_on", "representative_signed_on", "representative_signed_by", "coordinator_signed_on",
    "coordinator_signed_by", "signed_on", "signed_at", "signed_by", "is_signed_by_giver",
    "authorized_on", "authorized_by", "reviewed_on", "reviewed_by", "hotline_told_at",
    "program_told_at", "program_told_by", "state_told_at", "state_told_by", "death_reported_at", "death_reported_by",
}  # fmt: skip
# Worked out from texts that are shown.
WORKED_OUT = {"has_demographics", "has_financials", "has_outcomes", "has_peer_section", "is_peer_section_labeled"}
# Shown of a treatment plan, which a plan of Wisconsin is not.
OF_A_TREATMENT_PLAN = {"author_role"}


class Watched:
    """A record that remembers what was read of it."""

    def __init__(self, record, read):
        self.record, self.read = record, read

    def __getattr__(self, name):
        self.read.add(name.removeprefix("get_").removesuffix("_display"))
        return getattr(self.record, name)


@EVERY_KIND
def test_a_column_that_is_added_to_a_record_is_shown_when_it_is_signed(in_program_a, kind):
    record, _ = made(kind)
    read = set()
    SIGNABLE[kind_of(record)][1].sections(Watched(record, read))
    columns = {field.name for field in record._meta.concrete_fields}

    assert columns - read - NOT_SHOWN - WORKED_OUT - OF_A_TREATMENT_PLAN - {"amended_reason", "moved_reason"} == set()


def test_everything_is_in_words(in_program_a):
    uma = a_participant()
    content = content_of(a_service_plan(uma))
    sections = {section["heading"]: section for section in content["sections"]}

    assert content["form"] == "F-00202"
    assert content["participant"] == {"name": "Uma Hazel", "medicaid_id": uma.medicaid_id, "born_on": "1980-09-08"}
    assert sections["This plan"]["rows"] == [["Kind", "Six-month update"], ["Completed on", "2 November 2026"]]
    assert sections["Services"]["table"]["rows"][0][:2] == [
        "Community living supportive services", "I keep my own kitchen",
    ]  # fmt: skip
    assert sections["Services"]["table"]["rows"][0][4] == "Not recorded"


@EVERY_KIND
def test_what_changed_after_it_was_shown_is_not_signed(in_program_a, kind):
    record, capacity = made(kind)
    with pytest.raises(Conflict, match="changed after it was shown"):
        sign(record, capacity, shown="0" * 64, **({"staff": record.service.staff} if capacity == "giver" else {}))
    assert not Document.objects.exists()
    assert not Signature.objects.exists()


def test_another_persons_change_between_reading_and_signing_is_noticed(in_program_a):
    plan = a_service_plan(a_participant())
    shown = hashlib.sha256(actions.signing.shown_to_sign(plan)[1].encode()).hexdigest()
    actions.rewrite_plan(plan=plan, version=1, changes={"goals": "I want to bake."}, **SAID)
    with pytest.raises(Conflict) as refusal:
        sign(plan, shown=shown)
    assert refusal.value.record.goals == "I want to bake."


def test_the_second_signer_signs_the_same_document_though_the_name_changed_since(in_program_a):
    uma = a_participant()
    plan = a_service_plan(uma)
    sign(plan)
    actions.correct(record=uma, version=uma.version, changes={"family_name": "Rowan"}, **SAID)
    plan.refresh_from_db()
    sign(plan, "coordinator")

    document = Document.objects.get()
    assert document.signatures.count() == 2
    assert document.shown["participant"]["name"] == "Uma Hazel"


CLOSED = {"assessment": Assessment, "support_plan": SupportPlan, "incident_report": IncidentReport} | {
    "discharge_summary": DischargeSummary
}
TEXT = {"assessment": "imported_from", "support_plan": "when_well", "incident_report": "what_happened"} | {
    "discharge_summary": "reason"
}
PATHS = {
    "save": lambda record, text: (setattr(record, text, "x"), record.save()),
    "delete": lambda record, text: record.delete(),
    "bulk update": lambda record, text: type(record).objects.update(**{text: "x"}),
    "bulk update of objects": lambda record, text: type(record).objects.bulk_update([record], ["version", text]),
    "bulk delete": lambda record, text: type(record).objects.all()._raw_delete("default"),
    "update or create": lambda record, text: type(record).objects.update_or_create(pk=record.pk, defaults={text: "x"}),
    "sql update": lambda record, text: sql(f"update {record._meta.db_table} set {text} = 'x'"),
    "sql delete": lambda record, text: sql(f"delete from {record._meta.db_table}"),
    "sql insert over it": lambda record, text: sql(
        f"insert into {record._meta.db_table} select * from {record._meta.db_table} "
        f"on conflict ({record._meta.db_table}_id) do update set {text} = 'x'"
    ),
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", CLOSED)
def test_no_path_changes_a_signed_record(in_program_a, kind, path):
    record, _ = signed_by_somebody(kind)
    record.refresh_from_db()
    held = type(record).objects.values().get(pk=record.pk)
    text = TEXT[kind]
    if path.startswith("bulk update of"):
        setattr(record, text, "x")
    with pytest.raises(IntegrityError, match="stays as it was signed"), transaction.atomic():
        PATHS[path](record, text)
    assert held == type(record).objects.values().get(pk=record.pk)


@pytest.mark.parametrize("kind", CLOSED)
def test_correcting_a_signed_record_says_so_in_a_sentence(in_program_a, kind):
    record, _ = signed_by_somebody(kind)
    record.refresh_from_db()
    changes = {"completed_on": date(2026, 11, 1)} if kind == "assessment" else {TEXT[kind]: "Others."}
    with pytest.raises(Problems, match=r"found a signed record.*Amend it"):
        actions.correct(record=record, version=record.version, changes=changes, **SAID)


@pytest.mark.parametrize("kind", CLOSED)
def test_a_signed_record_is_amended_with_a_reason_and_both_stay(in_program_a, kind):
    record, _ = made(kind)
    changes = {"completed_on": date(2026, 11, 1)} if kind == "assessment" else {TEXT[kind]: "Others."}
    with pytest.raises(Problems, match="found one nobody signed"):
        actions.amend(record=record, reason="Wrong.", changes=changes, **SAID)
    record, _ = signed_by_somebody(kind)
    with pytest.raises(Problems, match="amended_reason: found nothing"):
        actions.amend(record=record, reason=" ", changes=changes, **SAID)
    with pytest.raises(Problems, match="found a change of it"):
        actions.amend(record=record, reason="Wrong.", changes={"participant": None}, **SAID)

    amendment = actions.amend(record=record, reason="A word was wrong.", changes=changes, **SAID)

    (field, value), *_ = changes.items()
    assert (amendment.amends_id, getattr(amendment, field)) == (record.pk, value)
    assert Document.of(kind, amendment.pk) is None
    assert ["Why it was amended", "A word was wrong."] in content_of(amendment)["sections"][1]["rows"]
    sign(amendment, MADE[kind][1])
    with pytest.raises(Problems, match="amends: found"):
        actions.amend(record=record, reason="Twice.", changes=changes, **SAID)


def test_the_way_of_a_signed_report_is_still_recorded_once(in_program_a):
    report, _ = signed_by_somebody("incident_report")
    report = actions.tell_program(
        report=report, told_at=moment("2026-11-19 11:00"), told_by="Pia Wren", on=TODAY, by=None
    )
    with pytest.raises(IntegrityError, match="stays as it was signed"):
        IncidentReport.objects.filter(pk=report.pk).update(program_told_by="Oz Merlin")


KEPT = [Document, Signature, Attachment, FormTemplate, Rendering]


@pytest.fixture
def everything_kept(in_program_a):
    plan = a_service_plan(a_participant())
    page = actions.attach(record=plan, content=PDF, name="page.pdf", by=somebody_here())
    signature = sign(plan, hand=Hand("scanned", attachment=page, signed_on=TODAY))
    actions.keep_rendering(document=signature.document, content=PDF, media_type="application/pdf", by=None)


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
@pytest.mark.parametrize("what", ["update {} set created_at = created_at", "delete from {}", "truncate {} cascade"])
def test_the_runtime_role_has_no_right_to_change_what_is_kept(everything_kept, model, what):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        sql(what.format(model._meta.db_table))
    assert model.objects.count() == 1


def test_a_signature_cannot_be_bound_to_what_was_not_signed(in_program_a):
    plan = a_service_plan(a_participant())
    given = sign(plan)
    values = Signature.objects.values().get(pk=given.pk) | {"id": a_participant().pk, "capacity": "coordinator"}
    values |= {"method": "own_sign_in", "typed_name": "", "witness_id": None, "user_id": somebody_here().pk}
    sql("set constraints all immediate")
    for wrong, match in (
        ({"content_hash": "0" * 64}, "the very content"),
        ({"attachment_hash": "0" * 64}, "the very content"),
        ({"participant_id": a_participant(given_name="Lee").pk}, "signature_of_documents_participant"),
    ):
        with pytest.raises(IntegrityError, match=match), transaction.atomic():
            Signature.objects.create(**values | wrong)


def test_a_document_is_about_a_record_of_its_participant(in_program_a):
    plan, lee = a_service_plan(a_participant()), a_participant(given_name="Lee")
    document = Document.objects.values().get(pk=sign(plan).document_id)
    del document["content_hash"]
    for wrong in ({"record": a_service_plan(lee).pk}, {"record": lee.pk}):
        with pytest.raises(IntegrityError, match="not about a record of this participant"), transaction.atomic():
            Document.objects.create(**document | {"id": lee.pk} | wrong)


# --- who signs


def in_seat(uma, role=Role.PARTICIPANT, **more):
    user = a_user(email=f"{role}@juniper.example", name="Uma Hazel")
    join(user=user, program=uma.program, role=role, participant_id=uma.pk, starts_on=date(2025, 1, 1), by=None, **more)
    return user


def test_the_participant_signs_in_their_own_seat(in_program_a):
    uma = a_participant()
    signature = sign(a_service_plan(uma), hand=Hand("own_sign_in"), by=in_seat(uma))

    assert (signature.user.name, signature.witness, signature.signer_name) == ("Uma Hazel", None, "Uma Hazel")


def test_staff_never_sign_in_the_participants_place(in_program_a):
    uma = a_participant()
    plan = a_service_plan(uma)
    lee = in_seat(a_participant(given_name="Lee"))
    for somebody in (somebody_here(), lee):
        with pytest.raises(Problems, match="expected the signer's own seat"):
            sign(plan, hand=Hand("own_sign_in"), by=somebody)


def test_the_database_itself_refuses_staff_in_the_participants_place(in_program_a):
    plan = a_service_plan(a_participant())
    given = Signature.objects.values().get(pk=sign(plan, "coordinator").pk)
    with pytest.raises(IntegrityError, match="Nobody on the staff signs"), transaction.atomic():
        Signature.objects.create(**given | {"id": plan.pk, "capacity": "participant"})
    drawn = {"method": "drawn", "drawing": NAME_DRAWN, "user_id": None, "witness_id": given["user_id"]}
    with pytest.raises(IntegrityError, match="signature_staff_by_own_sign_in"), transaction.atomic():
        Signature.objects.create(**given | drawn | {"id": plan.pk, "capacity": "supervisor"})


def test_whoever_is_served_is_no_witness_and_no_staff(in_program_a):
    uma = a_participant()
    plan, user = a_service_plan(uma), in_seat(uma)
    with pytest.raises(Problems, match="a witness on the staff"):
        sign(plan, by=user)
    with pytest.raises(Problems, match="a signature of the staff"):
        sign(plan, "coordinator", by=user)
    with pytest.raises(Problems, match="found nobody; expected somebody signed in"):
        actions.sign(
            record=plan, capacity="coordinator", content_hash="", hand=Hand("own_sign_in"),
            at=moment("2026-11-20 09:30"), **SAID,
        )  # fmt: skip


def test_a_parent_signs_while_they_act(in_program_a):
    uma = a_participant(born_on="2011-03-02")
    plan = a_service_plan(uma)
    rae = actions.add_representative(participant=uma, kind="parent", name="Rae Hazel", **SAID)
    with pytest.raises(Problems, match="representative: found somebody who does not"):
        sign(plan, "guardian", representative=rae)

    signature = sign(plan, "parent", representative=rae)
    plan.refresh_from_db()

    assert (signature.signer_name, signature.witness_name) == ("Rae Hazel", "Cora Plover")
    assert (plan.representative_signed_on, plan.representative_signed_by) == (TODAY, "Rae Hazel")
    jo = actions.add_representative(participant=uma, kind="parent", name="Jo Hazel", **SAID)
    sign(plan, "parent", representative=jo)
    plan.refresh_from_db()
    assert plan.representative_signed_by == "Rae Hazel"
    assert Signature.objects.count() == 2


def test_a_supervisor_signs_off_a_signed_note(in_program_a):
    note = a_note(a_participant())
    with pytest.raises(Problems, match="found a draft"):
        sign(note, "supervisor")
    sign(note, "giver", staff=note.service.staff)
    sign(note, "supervisor", by=somebody_here("Sue Tamarack", "supervisor"))

    assert (note.sign_offs.get().decision, note.sign_offs.get().decided_by) == ("signed_off", "Sue Tamarack")
    with pytest.raises(Problems, match="a signature of Sue Tamarack"):
        sign(note, "supervisor")


# --- how somebody signs


def test_a_drawing_is_kept_as_it_was_drawn(in_program_a):
    signature = sign(a_service_plan(a_participant()), hand=Hand("drawn", drawing=NAME_DRAWN))
    assert (signature.drawing, signature.typed_name) == (NAME_DRAWN, "")


@pytest.mark.parametrize(
    "path",
    [
        "", "M1 1", "M10 10L12 12", "<svg/onload=1>", NAME_DRAWN + "Z", "M-1 5" + NAME_DRAWN, NAME_DRAWN + "L601 5",
        NAME_DRAWN + "L9 201", "url(#a)", NAME_DRAWN * 600, "M10 90" + "L10 90" * 30, NAME_DRAWN + "\n",
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(in_program_a, path):
    with pytest.raises(Problems, match="drawing"):
        sign(a_service_plan(a_participant()), hand=Hand("drawn", drawing=path))


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "Uma\nHazel", "Uma\x00"])
def test_what_is_no_name_is_refused(in_program_a, name):
    with pytest.raises(Problems, match="typed_name"):
        sign(a_service_plan(a_participant()), hand=Hand("typed", typed_name=name))


def test_a_scanned_page_is_bound_with_the_day_written_on_it(in_program_a):
    plan = a_service_plan(a_participant())
    page = actions.attach(record=plan, content=PDF, name='C:\\scans\\plan "1".pdf', by=somebody_here())
    signature = sign(plan, hand=Hand("scanned", attachment=page, signed_on=date(2026, 11, 9)))
    plan.refresh_from_db()

    assert (page.name, page.media_type, page.content_hash) == (
        "plan 1.pdf", "application/pdf", hashlib.sha256(PDF).hexdigest(),
    )  # fmt: skip
    assert signature.attachment_hash == page.content_hash
    assert (signature.signed_on, plan.participant_signed_on) == (date(2026, 11, 9), date(2026, 11, 9))
    assert "the page that was signed by hand" in signature.statement
    later = a_service_plan(a_participant())
    page = actions.attach(record=later, content=PDF, name="page.pdf", by=None)
    with pytest.raises(Problems, match="signed_on: found 2026-11-21"):
        sign(later, hand=Hand("scanned", attachment=page, signed_on=date(2026, 11, 21)))


def test_a_page_of_another_record_is_not_bound(in_program_a):
    plan, of_lee = a_service_plan(a_participant()), a_service_plan(a_participant(given_name="Lee"))
    page = actions.attach(record=of_lee, content=PDF, name="page.pdf", by=None)
    with pytest.raises(Problems, match="file: found a page of another record"):
        sign(plan, hand=Hand("scanned", attachment=page, signed_on=TODAY))


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 30 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 30 + b"\xff\xd9"
FILES = {
    "empty": b"",
    "a page of HTML": b"<html><script>alert(1)</script></html>",
    "HTML that begins like a PDF": b"%PDF-1.7<script>alert(1)</script>",
    "a picture with a script behind it": PNG + b"<script>alert(1)</script>",
    "half a picture": JPEG[:-2],
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "a PDF that runs something": b"%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF",
    "a PDF that opens a program": b"%PDF-1.7\n<< /S /Launch >>\n%%EOF",
    "a PDF with a file in it": b"%PDF-1.7\n<< /EmbeddedFile >>\n%%EOF",
    "a locked PDF": b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF",
    "a program": b"MZ" + b"\x00" * 60,
    "too much": b"%PDF-" + b"\x00" * (15 * 1024 * 1024) + b"%%EOF",
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_file_that_is_no_page_is_refused(in_program_a, content):
    with pytest.raises(Problems, match="file: found"):
        actions.attach(record=a_service_plan(a_participant()), content=content, name="page.pdf", by=None)


@pytest.mark.parametrize(
    ("content", "media_type"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf")]
)
def test_a_file_is_what_its_content_says(in_program_a, content, media_type):
    held = actions.attach(record=a_service_plan(a_participant()), content=content, name="..", by=None)
    assert (held.media_type, held.name) == (media_type, "file")


def test_a_printed_form_is_kept_as_it_was_first(in_program_a):
    document = sign(a_service_plan(a_participant())).document
    for content in (PDF, PDF + b" "):
        kept = actions.keep_rendering(document=document, content=content, media_type="application/pdf", by=None)
        assert bytes(kept.content) == PDF


def test_a_content_that_was_kept_is_plain_json_in_one_order(in_program_a):
    document = sign(a_service_plan(a_participant())).document
    again = json.dumps(json.loads(document.content), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert again == document.content
