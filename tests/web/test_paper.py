"""Documents leave on paper: the same bytes each time, on the state's form too, and only to those who may open them."""

import io
from uuid import uuid4

import pytest
from docx import Document as WordDocument
from word_forms import form

from alongside.exchange.forms import paper, typeset
from alongside.records.models import Document, Rendering, StateForm
from alongside.records.snapshots import service_plans
from people import TODAY, a_participant, a_service_plan, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a, monkeypatch):
    monkeypatch.setattr("alongside.web.views.state_forms.today", lambda: TODAY)
    return as_user(client, coordinator_a)


@pytest.fixture
def plan(acting_for, program_a):
    with acting_for(program_a):
        return a_service_plan(a_participant())


@pytest.fixture
def signed(plan, acting_for, program_a):
    with acting_for(program_a):
        return sign(plan).document


def given(content=None, **fields):
    file = io.BytesIO(form() if content is None else content)
    file.name = "F-00202.docx"
    return {"number": "F-00202", "kind": "service_plan", "file": file, "token": uuid4(), **fields}


def the_form(acting_for, program):
    with acting_for(program):
        return StateForm.objects.select_related("match").get()


def test_a_signed_document_is_the_same_bytes_after_the_form_was_changed(
    coordinator, signed, acting_for, program_a, monkeypatch
):
    first = coordinator.get(f"/documents/{signed.pk}/pdf/").content
    monkeypatch.setattr(service_plans, "TITLE", "Plan of another name")
    monkeypatch.setattr(paper, "template_of", lambda kind: "changed")

    assert coordinator.get(f"/documents/{signed.pk}/pdf/").content == first
    with acting_for(program_a):
        kept = Rendering.objects.get()
        document = Document.objects.get()
        signatures = [paper.as_shown(one) for one in document.signatures.all()]
        at = document.signatures.get().signed_at
        assert typeset.on_paper(document.shown, document.template.text, signatures=signatures, at=at) == first
        assert bytes(kept.content) == first


def test_another_signature_is_another_paper_and_the_first_stays(coordinator, plan, signed, acting_for, program_a):
    first = coordinator.get(f"/documents/{signed.pk}/pdf/").content
    with acting_for(program_a):
        plan.refresh_from_db()
        sign(plan, "coordinator")

    second = coordinator.get(f"/documents/{signed.pk}/pdf/").content

    assert second != first
    with acting_for(program_a):
        assert Rendering.objects.count() == 2


def test_a_record_nobody_signed_comes_out_marked_as_not_signed(coordinator, plan):
    answer = coordinator.get(f"/paper/service_plan/{plan.pk}/")

    assert answer.content.startswith(b"%PDF-")
    assert "not signed" in answer["Content-Disposition"]


def test_a_file_is_a_download_and_nothing_else(coordinator, signed):
    answer = coordinator.get(f"/documents/{signed.pk}/pdf/")

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("role", ["coordinator_b", "state_reviewer_a", "direct_staff_a"])
def test_nobody_else_takes_it(client, as_user, request, signed, plan, role):
    client = as_user(client, request.getfixturevalue(role))

    for address in (f"/documents/{signed.pk}/pdf/", f"/paper/service_plan/{plan.pk}/"):
        assert client.get(address).status_code in (403, 404)


@pytest.mark.parametrize("kind", ["service_plan", "participant", "nothing", "\0"])
def test_a_record_that_is_not_there_is_not_found(coordinator, kind):
    assert coordinator.get(f"/paper/{kind}/{uuid4()}/").status_code == 404


def test_a_blank_form_is_kept_matched_and_filled_in(coordinator, signed, acting_for, program_a):
    answer = coordinator.post("/state-forms/", given())
    kept = the_form(acting_for, program_a)

    assert answer.url == f"/state-forms/{kept.pk}/"
    assert kept.match.places["beside:Date of birth"] == "Participant: born on"
    page = coordinator.get(answer.url).content.decode()
    assert "Recipient name" in page
    filled = coordinator.get(f"/documents/{signed.pk}/word/{kept.pk}/")
    word = WordDocument(io.BytesIO(filled.content))
    assert word.tables[0].cell(0, 1).text == "1980-09-08"
    assert "Uma Hazel" in "".join(node.text or "" for node in word.element.body.iter())


def test_what_goes_where_is_changed_by_a_person(coordinator, signed, acting_for, program_a):
    page = coordinator.post("/state-forms/", given()).url
    shown = coordinator.get(page).context["form"]
    chosen = {"version": "1", "token": uuid4(), "place-2": "Goals, in the participant’s own words"}

    assert [place.label for place in shown.found][2] == "Goals"
    assert coordinator.post(page, chosen).status_code == 302
    assert the_form(acting_for, program_a).match.places == {"field:Goals": "Goals, in the participant’s own words"}
    late = coordinator.post(page, {**chosen, "token": uuid4(), "place-1": "Program"})
    assert late.status_code == 422
    assert "Somebody else saved this" in late.content.decode()


@pytest.mark.parametrize("content", [b"hello", form(tag="{{ 7 * 7 }}"), b""], ids=["text", "computes", "empty"])
def test_what_is_no_form_is_refused_with_why(coordinator, content, acting_for, program_a):
    answer = coordinator.post("/state-forms/", given(content))

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    with acting_for(program_a):
        assert not StateForm.objects.exists()


def test_the_documents_of_a_participant_are_listed_with_who_signed(coordinator, signed):
    page = coordinator.get(f"/participants/{signed.participant_id}/documents/").content.decode()

    assert "Individual service plan" in page
    assert "Uma Hazel" in page
    assert f"/documents/{signed.pk}/pdf/" in page


def test_the_list_asks_the_database_no_more_for_more(coordinator, acting_for, program_a, django_assert_max_num_queries):
    with acting_for(program_a):
        person = a_participant()
        for day in ("2026-01-05", "2026-03-05", "2026-05-05", "2026-07-05"):
            sign(a_service_plan(person, completed_on=day))

    with django_assert_max_num_queries(22):
        coordinator.get(f"/participants/{person.pk}/documents/")
