"""Amending what is signed: what was signed stands beside the fields and never changes; the amendment is signed anew."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions.amendments import is_signed
from alongside.records.models import Assessment, DischargeSummary, Document, IncidentReport, SupportPlan
from alongside.records.problems import Problems
from people import TODAY, a_participant, discharged, moment, sign

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
NO_ONE = "00000000-0000-4000-8000-000000000000"


def an_assessment(person):
    texts = {"needs": "Meals", "setting_needed": "own_home", "is_in_person": True}
    return actions.write_assessment(participant=person, completed_on=TODAY, texts=texts, **SAID)


def a_support_plan(person):
    return actions.write_support_plan(participant=person, completed_on=TODAY, when_well="I hum.", **SAID)


def a_summary(person):
    return discharged(person, participant_signed_on=None, coordinator_signed_on=None).summary


def a_report(person, **said):
    told = {
        "what_happened": "A pan caught fire.", "happened_on": TODAY, "learned_at": moment("2026-11-20 08:00"),
        "reported_by": "Pia Wren", "is_health_or_safety": True, **said,
    }  # fmt: skip
    return actions.report_incident(participants=[person], **told, **SAID)[0]


KINDS = {
    "assessment": (an_assessment, Assessment, {"needs": "Meals and money", "setting_needed": "own_home"}),
    "support_plan": (a_support_plan, SupportPlan, {"when_well": "I sing."}),
    "discharge_summary": (a_summary, DischargeSummary, {"reason": "She moved away."}),
    "incident_report": (a_report, IncidentReport, {"what_happened": "Two pans caught fire."}),
}
CAPACITY = {"discharge_summary": "coordinator", "incident_report": "reporter"}


def text(response):
    return " ".join(response.content.decode().split())


def at(record):
    return f"/amend/{record._meta.db_table}/{record.pk}/"


def why(record, words="The year was wrong."):
    return {"reason" if isinstance(record, IncidentReport) else "amended_reason": words}


def values(record):
    record.refresh_from_db()
    return {field.name: getattr(record, field.name) for field in record._meta.concrete_fields}


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def signed(acting_for, program_a):
    def of_kind(kind):
        with acting_for(program_a):
            record = KINDS[kind][0](a_participant())
            sign(record, CAPACITY.get(kind, "coordinator" if kind == "assessment" else "participant"))
            return record

    return of_kind


def send(client, to, typed):
    return client.post(to, {"token": uuid4(), **typed})


def shown(client, record):
    """The form as a browser would send it back, untouched."""
    form = client.get(at(record)).context["form"]
    told = {field.html_name: field.value() for field in form.visible_fields()}
    return {name: value for name, value in told.items() if value is not None}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_signed_stays_and_its_amendment_waits_to_be_signed(coordinator, signed, acting_for, program_a, kind):
    _, model, typed = KINDS[kind]
    record = signed(kind)
    with acting_for(program_a):
        before, frozen = values(record), Document.of(kind, record.pk).content

    page = text(coordinator.get(at(record)))
    assert "What was signed" in page
    assert "The one you amend" in page
    typed = shown(coordinator, record) | typed
    missing = send(coordinator, at(record), typed)
    assert missing.status_code == 422
    name, words = next(iter(KINDS[kind][2].items()))
    assert words in text(missing)

    answer = send(coordinator, at(record), typed | why(record))

    with acting_for(program_a):
        amendment = model.objects.get(amends=record)
        assert (getattr(amendment, name), amendment.amended_reason) == (words, "The year was wrong.")
        assert not is_signed(amendment)
        assert values(record) == before
        assert Document.of(kind, record.pk).content == frozen
    assert answer.url == f"/sign/{kind}/{amendment.pk}/"
    assert coordinator.get(answer.url).status_code == 200
    for page in (f"/documents/{document_of(record, acting_for, program_a)}/", shown_on(record)):
        assert "The year was wrong." in text(coordinator.get(page))


def document_of(record, acting_for, program):
    with acting_for(program):
        return Document.of(record._meta.db_table, record.pk).pk


def shown_on(record):
    from alongside.web.shown_at import shown_at

    return shown_at(record)


def test_what_was_amended_already_leads_to_what_it_says_now(coordinator, signed, acting_for, program_a):
    record = signed("support_plan")
    typed = shown(coordinator, record) | why(record)
    send(coordinator, at(record), typed | {"when_well": "I sing."})

    late = send(coordinator, at(record), typed | {"when_well": "I whistle."})

    assert late.status_code == 422
    assert "amended already" in text(late)
    assert "I whistle." in text(late)
    with acting_for(program_a):
        (amendment,) = SupportPlan.objects.filter(amends=record)
    assert coordinator.get(at(record)).url.endswith(f"/support-plans/{amendment.pk}/")
    assert "corrected where it stands" in text(coordinator.get(at(amendment), follow=True))
    with acting_for(program_a):
        sign(amendment, at=f"{today()} 00:10")
    page = text(coordinator.get(at(amendment)))
    assert page.index("The one you amend") < page.index("An earlier one")


def test_a_second_amendment_of_one_record_is_refused(in_program_a):
    support = a_support_plan(a_participant())
    sign(support)
    actions.amend(record=support, reason="New words", changes={"when_well": "I sing."}, **SAID)

    with pytest.raises(Problems, match="amended already"):
        actions.amend(record=support, reason="Other words", changes={"when_well": "I whistle."}, **SAID)


def test_what_nobody_signed_is_not_amended(coordinator, acting_for, program_a):
    with acting_for(program_a):
        record = an_assessment(a_participant())

    assert coordinator.get(at(record)).url == shown_on(record)
    answer = send(coordinator, at(record), {"needs": "Money"} | why(record))
    assert answer.status_code == 422
    assert "nobody signed" in text(answer)


def test_the_old_ways_lead_to_the_page(coordinator, signed, acting_for, program_a):
    report, assessment = signed("incident_report"), signed("assessment")
    change = f"/participants/{assessment.participant_id}/plans/change/assessment/{assessment.pk}/"

    assert coordinator.get(f"/incidents/reports/{report.pk}/").url == at(report)
    assert coordinator.get(change).url == at(assessment)
    tab = text(coordinator.get(f"/participants/{assessment.participant_id}/plans/"))
    assert at(assessment) in tab


def test_who_may_not_write_the_kind_may_not_amend_it(client, as_user, member, program_a, signed):
    records = [signed(kind) for kind in KINDS]
    for role in Role:
        if role in (Role.COORDINATOR, Role.ADMINISTRATOR):
            continue
        as_user(client, member(program_a, role))
        for record in records:
            if role == Role.SUPERVISOR and isinstance(record, SupportPlan | IncidentReport):
                continue
            assert client.get(at(record)).status_code == 403, (role, record)
            assert send(client, at(record), why(record)).status_code == 403, (role, record)


@pytest.mark.parametrize("kind", [*KINDS, "service_plan", "progress_note", "coverage", "nonsense"])
def test_another_programs_records_are_not_there(client, as_user, coordinator_b, signed, kind):
    key = signed(kind).pk if kind in KINDS else NO_ONE
    as_user(client, coordinator_b)

    assert client.get(f"/amend/{kind}/{key}/").status_code == 404
    assert send(client, f"/amend/{kind}/{key}/", {"amended_reason": "Mine"}).status_code == 404


def test_odd_input_is_told_and_nothing_is_lost(coordinator, signed):
    record = signed("assessment")

    answer = send(coordinator, at(record), {"completed_on": "31-31-31", "needs": "n" * 20_001, "is_in_person": "maybe"})

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() >= {"completed_on", "needs", "is_in_person"}


def test_a_report_about_abuse_is_read_without_the_persons_name_in_the_ledger(coordinator, acting_for, program_a):
    with acting_for(program_a):
        report = a_report(a_participant(), is_restricted=True)
        sign(report, "reporter")

    for page in (at(report), at(report).replace("amend", "attach")):
        with CaptureQueriesContext(connection) as queries:
            assert coordinator.get(page).status_code == 200
        (told,) = (query["sql"] for query in queries if "ledger_record(" in query["sql"])
        assert str(report.pk) in told
        assert str(report.participant_id) not in told


@pytest.mark.parametrize("kind", ["discharge_summary", "incident_report"])
def test_what_was_signed_counts_until_its_amendment_is_signed(coordinator, signed, acting_for, program_a, kind):
    record = signed(kind)
    send(coordinator, at(record), shown(coordinator, record) | KINDS[kind][2] | why(record))
    with acting_for(program_a):
        (amendment,) = record.amendments.all()
        document = Document.of(kind, record.pk).pk

    assert "Nobody has signed this amendment yet" in text(coordinator.get(shown_on(record)))
    assert counting(coordinator.get(f"/documents/{document}/")) == [record.pk]

    with acting_for(program_a):
        sign(amendment, CAPACITY[kind])

    assert "Nobody has signed this amendment yet" not in text(coordinator.get(shown_on(record)))
    assert counting(coordinator.get(f"/documents/{document}/")) == [amendment.pk]


def counting(page):
    """The records the page marks as those that count."""
    assert text(page).count('<span class="tag">counts</span>') == 1
    return [one.record.pk for one in page.context["texts"] if one.counts]


def test_an_assessment_counts_from_the_day_it_is_completed(coordinator, signed, acting_for, program_a):
    record = signed("assessment")
    send(coordinator, at(record), shown(coordinator, record) | KINDS["assessment"][2] | why(record))

    with acting_for(program_a):
        (amendment,) = record.amendments.all()
        document = Document.of("assessment", record.pk).pk
    assert counting(coordinator.get(f"/documents/{document}/")) == [amendment.pk]


def test_a_report_is_judged_by_what_was_signed_and_told_by_whoever_was_told(coordinator, signed, acting_for, program_a):
    from alongside.packs.wisconsin_crs import PACK
    from alongside.reviews.ask import ask

    record = signed("incident_report")
    denied = {"is_health_or_safety": "no"}
    send(coordinator, at(record), shown(coordinator, record) | denied | why(record))

    def said():
        return {answer.key: answer.answer for answer in ask(PACK.rule("INC-1"), on=today())}

    with acting_for(program_a):
        (amendment,) = record.amendments.all()
        assert said() == {str(record.pk): "not met", str(amendment.pk): "does not apply"}
        actions.tell_state(report=amendment, told_at=moment("2026-11-20 09:00"), told_by="Cora Plover", **SAID)
        assert said() == {str(record.pk): "met", str(amendment.pk): "does not apply"}
        sign(amendment, "reporter")
        assert set(said().values()) == {"does not apply"}
