"""A visit from its announcement to its report; notes beside invoice lines, entered or imported."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.clock import today
from alongside.records.models import InvoiceLine, Provider
from alongside.reviews.models import Interview, MonitoringRequest, MonitoringVisit
from people import a_draft, a_participant, a_peer_specialist, a_service, signed

pytestmark = pytest.mark.django_db
HEADINGS = "invoice_number,invoiced_on,medicaid_id,served_on,units,amount,claim_number\n"


@pytest.fixture
def both(client, as_user, state_reviewer_a, coordinator_a, biller_a):
    """Sends a form as one of them; gives the response."""

    def send(side, address, **said):
        as_user(client, {"state": state_reviewer_a, "program": coordinator_a, "biller": biller_a}[side])
        return client.post(address, {"token": uuid4(), **said})

    return send


@pytest.fixture
def visit(both, acting_for, program_a):
    days = {"planned_on": today() + timedelta(days=20), "notes_from_on": today() - timedelta(days=20)}
    both("state", "/monitoring/new/", **days, notes_to_on=today())
    with acting_for(program_a):
        return MonitoringVisit.objects.get()


@pytest.fixture
def person(acting_for, program_a):
    """Served once, with a signed note."""
    with acting_for(program_a):
        found = a_participant()
        worker = a_peer_specialist()
        signed(a_draft(a_service(found, worker), worker), worker)
        return found


def served_on(acting_for, program, person):
    with acting_for(program):
        return person.services.get().served_on


def csv_of(acting_for, program, person, units=4):
    day = served_on(acting_for, program, person)
    row = f"INV-1,{day},{person.medicaid_id},{day},{units},48.00,20260001\n"
    return SimpleUploadedFile("lines.csv", (HEADINGS + row).encode())


def test_a_line_is_imported_tied_to_its_service_and_held_against_the_note(
    both, person, acting_for, program_a, client, as_user, biller_a
):
    file = csv_of(acting_for, program_a, person)

    assert both("biller", "/invoices/import/", file=file).status_code == 302
    with acting_for(program_a):
        line = InvoiceLine.objects.get()
        assert line.service.participant == person
    day = line.served_on
    page = client.get(f"/participants/{person.pk}/invoices/?from={day}&to={day}").content.decode()
    assert "INV-1" in page
    again = both("biller", "/invoices/import/", file=csv_of(acting_for, program_a, person))
    assert again.status_code == 422


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"a,b\n1,2\n", HEADINGS.encode(), (HEADINGS + "I,x,1,2,3,4,5\n").encode(),
        (HEADINGS + "I,2026-01-01,9999999999,2026-01-01,1,,\n").encode(),
        (HEADINGS + "I,2026-01-01,9999999999,2026-01-01,-1,,\n").encode(),
        (HEADINGS + "I,2026-01-01,9999999999,2026-01-01,1,NaN,\n").encode(),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_and_takes_nothing(both, content, acting_for, program_a):
    answer = both("biller", "/invoices/import/", file=SimpleUploadedFile("lines.csv", content))

    assert answer.status_code == 422
    with acting_for(program_a):
        assert not InvoiceLine.objects.exists()


def test_a_visit_goes_its_way(both, visit, person, acting_for, program_a, client, as_user, coordinator_a):
    at = f"/monitoring/{visit.pk}/"
    with acting_for(program_a):
        MonitoringVisit.objects.update(notes_from_on=person.services.get().served_on - timedelta(days=1))
        nth = list(Provider.objects.all()).index(Provider.objects.get(staff__services__participant=person))
    assert both("program", f"{at}participants/", **{f"participant_{nth}": str(person.pk)}).status_code == 302
    with acting_for(program_a):
        asked = list(MonitoringRequest.objects.all())
        assert {one.kind for one in asked} == {
            "notes_and_invoices", "orientation_training", "provider_agreement", "license", "background_check",
        }  # fmt: skip
    for one in asked:
        said = {"said": "In the folder.", "version": 1, "has_confirmation": "yes", "has_complete_check": "no"}
        assert both("program", f"/monitoring/requests/{one.pk}/", **said).status_code == 302, one.kind
    page = as_user(client, coordinator_a).get(at).content.decode()
    assert "5 of 5 sent" in page
    for step, said in (
        ("held", {"visited_on": str(today())}),
        ("interviews", {"spoken_with": "participant", "who": "One", "held_on": str(today()), "progress": "Cooks."}),
        ("report", {
            "closing_meeting_on": str(today()), "documents_reviewed": "All five.", "strengths": "Goals.",
            "opportunities": "Letters.",
        }),
    ):  # fmt: skip
        assert both("state", f"{at}{step}/", **said).status_code == 302, step
    page = as_user(client, coordinator_a).get(at).content.decode()
    assert "Opportunities for improvement" in page
    assert "Buses." not in page
    assert both("program", f"{at}interviews/", who="x").status_code == 403


def test_notes_of_interviews_are_shown_by_the_database_to_the_state_alone(
    both, visit, acting_for, program_a, coordinator_a, state_reviewer_a
):
    said = {"spoken_with": "provider", "who": "One", "held_on": str(today())}
    assert both("state", f"/monitoring/{visit.pk}/interviews/", **said).status_code == 302

    with acting_for(program_a, coordinator_a):
        assert not Interview.objects.exists()
    with acting_for(program_a, state_reviewer_a):
        assert Interview.objects.exists()


def test_a_program_and_a_stranger_cannot_do_the_states_part(both, visit, client, as_user, coordinator_b):
    assert both("program", f"/monitoring/{visit.pk}/held/", visited_on=str(today())).status_code == 403
    as_user(client, coordinator_b)
    assert client.get(f"/monitoring/{visit.pk}/").status_code == 404


def test_many_lines_cost_no_more_questions_than_one(
    both, person, acting_for, program_a, client, as_user, biller_a, django_assert_max_num_queries
):
    both("biller", "/invoices/import/", file=csv_of(acting_for, program_a, person))
    with acting_for(program_a):
        line = InvoiceLine.objects.get()
        for number in range(20):
            InvoiceLine.objects.create(
                program=line.program, invoice=line.invoice, participant=line.participant, served_on=line.served_on,
                units=1, claim_number=str(number),
            )  # fmt: skip
    as_user(client, biller_a)
    with django_assert_max_num_queries(30):
        assert client.get("/invoices/").status_code == 200
