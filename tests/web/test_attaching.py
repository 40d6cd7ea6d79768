"""Files kept with records: what is taken, why one is refused, and who may."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from test_amending import NO_ONE, SAID, a_report, a_support_plan, an_assessment, text

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Attachment, Coverage, FunctionalScreen
from alongside.records.models.kept import sha256
from people import TODAY, a_draft, a_participant, a_service, a_service_plan, discharged, sign

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
HOSTILE = {
    "empty": b"",
    "a page of HTML": b"<html><script>alert(1)</script></html>",
    "HTML that begins like a PDF": b"%PDF-1.7<script>alert(1)</script>",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "a PDF that runs something": b"%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF",
    "a locked PDF": b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF",
    "a program": b"MZ" + b"\x00" * 60,
    "too much": b"%PDF-" + b"\x00" * (15 * 1024 * 1024) + b"%%EOF",
}
MADE = {
    "coverage": lambda uma: Coverage.objects.get(participant=uma),
    "functional_screen": lambda uma: FunctionalScreen.objects.get(participant=uma),
    "representative": lambda uma: actions.add_representative(
        participant=uma, name="Gil Hazel", kind="guardian", starts_on=TODAY, **SAID
    ),
    "assessment": an_assessment,
    "service_plan": a_service_plan,
    "support_plan": a_support_plan,
    "progress_note": lambda uma: a_draft(a_service(uma)),
    "incident_report": a_report,
    "discharge_summary": lambda uma: discharged(uma).summary,
}


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def made(acting_for, program_a):
    def of_kind(kind):
        with acting_for(program_a):
            return MADE[kind](a_participant())

    return of_kind


def at(record):
    return f"/attach/{record._meta.db_table}/{record.pk}/"


def send(client, to, content=PDF, name="page.pdf"):
    return client.post(to, {"token": uuid4(), "file": SimpleUploadedFile(name, content, "application/pdf")})


@pytest.mark.parametrize("kind", MADE)
def test_a_page_is_kept_with_each_kind_and_shown_where_the_record_is(coordinator, made, acting_for, program_a, kind):
    record = made(kind)
    assert "None yet." in text(coordinator.get(at(record)))

    answer = send(coordinator, at(record), name='C:\\scans\\Letter "1".pdf')

    assert answer.status_code == 302
    assert coordinator.get(answer.url).status_code == 200
    assert "Letter 1.pdf" in text(coordinator.get(at(record)))
    with acting_for(program_a):
        (file,) = Attachment.objects.all()
        assert (file.kind, file.record, bytes(file.content)) == (kind, record.pk, PDF)
    assert "Letter 1.pdf" in text(coordinator.get(f"/participants/{record.participant_id}/documents/"))
    if kind in ("coverage", "functional_screen", "representative", "incident_report"):
        page = text(coordinator.get(answer.url))
        assert "Letter 1.pdf" in page
        assert at(record) in page


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(coordinator, made, acting_for, program_a, content):
    record = made("coverage")

    answer = send(coordinator, at(record), content)

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    with acting_for(program_a):
        assert not Attachment.objects.exists()


def test_no_file_and_a_file_sent_twice(coordinator, made, acting_for, program_a):
    record, token = made("coverage"), uuid4()
    assert "Fill it in" in text(coordinator.post(at(record), {"token": token}))

    for _ in range(2):
        file = SimpleUploadedFile("page.pdf", PDF)
        assert coordinator.post(at(record), {"token": token, "file": file}).status_code == 302

    with acting_for(program_a):
        assert Attachment.objects.count() == 1


def test_a_file_beside_what_is_signed_changes_nothing_of_it(coordinator, acting_for, program_a):
    with acting_for(program_a):
        record = a_support_plan(a_participant())
        document = sign(record).document
    page = text(coordinator.get(f"/documents/{document.pk}/"))
    assert at(record) in page

    send(coordinator, at(record))

    page = text(coordinator.get(f"/documents/{document.pk}/"))
    assert "Verified just now: unchanged since it was signed." in page
    with acting_for(program_a):
        assert sha256(document.content) == document.content_hash


def test_only_who_may_write_the_record_keeps_files_with_it(client, as_user, member, program_a, made):
    coverage, support, report = made("coverage"), made("support_plan"), made("incident_report")
    open_to = {
        Role.ADMINISTRATOR: {coverage, support, report}, Role.COORDINATOR: {coverage, support, report},
        Role.SUPERVISOR: {support, report},
    }  # fmt: skip
    for role in Role:
        as_user(client, member(program_a, role))
        for record in (coverage, support, report):
            status = 200 if record in open_to.get(role, ()) else 403
            assert client.get(at(record)).status_code == status, (role, record)
            if status == 403:
                assert send(client, at(record)).status_code == 403, (role, record)


@pytest.mark.parametrize("kind", [*MADE, "participant", "nonsense"])
def test_another_programs_records_are_not_there(client, as_user, coordinator_b, made, kind):
    key = made(kind).pk if kind in MADE else NO_ONE
    as_user(client, coordinator_b)

    assert client.get(f"/attach/{kind}/{key}/").status_code == 404
    assert send(client, f"/attach/{kind}/{key}/").status_code == 404
