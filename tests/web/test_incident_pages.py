"""Incidents: reported once for each participant, told on with proof, read by those who may; and what recurs."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import FollowUp, IncidentCategory, IncidentReport, IncidentStep
from people import a_line, a_participant, a_peer_specialist, a_service_plan

pytestmark = pytest.mark.django_db

DAY = str(today())


def learned():
    from django.utils import timezone

    return timezone.now() - timezone.timedelta(hours=1)


def an_incident(people=None, **said):
    written = {
        "what_happened": "A pan of oil caught fire; everybody went outside.",
        "reported_by": "Kit Alder",
        "learned_at": learned(),
        "place": "the kitchen of Cedar House",
        "is_health_or_safety": True,
        "by": None,
        **said,
    }
    people = people or [a_participant()]
    return actions.report_incident(participants=people, on=today(), **written)


@pytest.fixture
def county(acting_for, program_a):
    with acting_for(program_a):
        return [a_participant(given_name=name, family_name="Hazel") for name in ("Uma", "Lee", "Ida")]


def typed(people, **more):
    rows = {f"who_{nth}": f"{one.name} ({one.medicaid_id})" for nth, one in enumerate(people)}
    return {
        "rows": len(people), "what_happened": "A pan of oil caught fire.", "reported_by": "Pia Wren",
        "learned_at": f"{DAY}T00:01", "place": "the kitchen", "is_health_or_safety": "yes", "token": uuid4(),
        **rows, **more,
    }  # fmt: skip


def reports(acting_for, program):
    with acting_for(program):
        return list(IncidentReport.objects.select_related("participant").order_by("participant__given_name"))


def test_a_fire_that_touched_three_is_three_reports_each_with_what_happened_to_that_person(
    county, client, as_user, coordinator_a, acting_for, program_a
):
    said = typed(county, what_0="Coughed; was seen by a nurse.", what_1="Stayed calm.", affected_count="4")
    answer = as_user(client, coordinator_a).post("/incidents/new/", said, follow=True)

    made = reports(acting_for, program_a)
    assert [one.happened_to_them for one in made] == [None, "Stayed calm.", "Coughed; was seen by a nurse."]
    assert len({one.incident for one in made}) == 1
    assert {one.affected_count for one in made} == {4}
    assert made[0].reporter_id == coordinator_a.user_id
    page = answer.content.decode()
    assert "and 1 without a report you can read" in page
    assert "Incident reported to the state" in page


def test_sending_twice_reports_once(county, client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    said = typed(county[:1])

    first, second = client.post("/incidents/new/", said), client.post("/incidents/new/", said)

    assert first.url == second.url
    assert len(reports(acting_for, program_a)) == 1


def test_adding_a_row_records_nothing_and_keeps_what_was_typed(
    county, client, as_user, coordinator_a, acting_for, program_a
):
    said = typed(county[:1], what_0="Coughed.", redraw="another")
    page = as_user(client, coordinator_a).post("/incidents/new/", said).content.decode()

    assert 'name="who_1"' in page
    assert "Coughed." in page
    assert "Not saved" not in page
    assert reports(acting_for, program_a) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"who_0": "", "what_0": ""}, "Name at least one participant"),
        ({"who_0": "", "what_happened": ""}, "Not saved: 2 things to put right"),
        ({"who_0": "", "what_0": "Fell."}, "Say to whom this happened"),
        ({"who_0": "Nobody Here"}, "Nobody you can open goes by this"),
        ({"what_happened": ""}, "What happened"),
        ({"reported_by": " "}, "Who saw or learned of it"),
        ({"learned_at": "2199-01-01T00:00"}, "learned of it"),
        ({"learned_at": "x"}, "no day and time"),
        ({"happened_on": "2026-02-31"}, "no day"),
        ({"rows": "x", "who_0": "\0"}, "Null characters"),
        ({"is_health_or_safety": "no", "is_reportable_death": "yes"}, "Both reports are owed"),
        ({"affected_count": "0"}, "How many participants"),
        ({"category": "Invented"}, "What happened"),
        ({"provider": "x"}, "Provider"),
    ],
)
def test_what_is_no_report_is_said_beside_its_field(
    county, client, as_user, coordinator_a, acting_for, program_a, changed, words
):
    answer = as_user(client, coordinator_a).post("/incidents/new/", typed(county[:1], **changed))

    if answer.status_code == 302:
        assert "category" in changed  # no categories are loaded: the field is not there, and is passed over
        return
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert reports(acting_for, program_a) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"what_happened": "Uma Hazel dropped the pan."},
        {"others_present": "Hazel, Lee was there"},
        {"response": "Ida Hazel was sent out"},
        {"what_0": "Held by Lee  Hazel"},
    ],
)
def test_nobody_touched_is_named_in_anothers_report(county, client, as_user, coordinator_a, changed):
    answer = as_user(client, coordinator_a).post("/incidents/new/", typed(county, **changed))

    assert answer.status_code == 422
    assert "names no other participant" in answer.content.decode()


def test_in_a_report_about_one_person_that_person_may_be_named(county, client, as_user, coordinator_a):
    said = typed(county[:1], what_happened="Uma Hazel fell on the stairs.")

    assert as_user(client, coordinator_a).post("/incidents/new/", said).status_code == 302


@pytest.fixture
def worker(acting_for, program_a, member, county):
    with acting_for(program_a):
        staff = a_peer_specialist()
        a_service_plan(county[0], completed_on=DAY, on=today(), lines=[a_line(provider=staff.provider)])
    return member(program_a, Role.DIRECT_STAFF, staff_id=staff.pk, provider_id=staff.provider_id)


def test_direct_staff_report_about_somebody_they_do_not_serve_by_medicaid_id_only(
    county, client, as_user, worker, acting_for, program_a
):
    as_user(client, worker)
    page = client.get("/incidents/new/").content.decode()
    assert "Uma Hazel" in page
    assert "Lee Hazel" not in page

    assert client.post("/incidents/new/", typed([], rows=1, who_0="Lee Hazel")).status_code == 422
    by_id = client.post("/incidents/new/", typed([], rows=1, who_0=county[1].medicaid_id), follow=True)

    assert by_id.status_code == 200
    assert "Lee Hazel" in by_id.content.decode()  # whoever reported it reads what they reported


def restricted(acting_for, program, person, **said):
    with acting_for(program):
        (report,) = an_incident([person], is_restricted=True, what_happened="Said that a neighbor takes money.", **said)
    return report


ALL_ROLES = ["administrator", "coordinator", "supervisor", "biller", "direct_staff"]


@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_restricted_report_is_open_to_few_and_nobody_else_sees_row_or_count(
    county, client, as_user, member, acting_for, program_a, role
):
    report = restricted(acting_for, program_a, county[0])
    as_user(client, member(program_a, Role(role)))
    may = role in ("administrator", "coordinator")

    listed = client.get("/incidents/").content.decode()
    assert ("neighbor takes money" in listed) is may
    assert ("1 open" in listed) is may
    assert client.get(f"/incidents/{report.incident}/").status_code == (200 if may else 404)
    assert client.get(f"/why/INC-1/{report.pk}/").status_code == (200 if may else 404)
    assert client.get(f"/incidents/reports/{report.pk}/").status_code == (200 if may else 404)
    if role != "direct_staff":
        assert (
            "neighbor takes money" in client.get(f"/participants/{county[0].pk}/incidents/").content.decode()
        ) is may
        found = client.get("/participants/", {"rule": "INC-1", "answer": "not met"}).content.decode()
        assert ("1 participant<" in found) is may
        chips = client.get("/participants/").content.decode()
        assert ("Incident reported to the state" in chips.split("<tbody>")[1]) is may
    trends = client.get("/incidents/trends/").content.decode()
    assert ("0 incidents" in trends) is not may


def test_one_restricted_report_restricts_the_others_of_its_event(
    county, client, as_user, supervisor_a, acting_for, program_a
):
    with acting_for(program_a):
        first, second = an_incident(county[:2])
        changed = {"is_restricted": True}
        actions.change_report(report=first, version=1, changes=changed, on=today(), by=None)
    as_user(client, supervisor_a)

    assert client.get(f"/incidents/{second.incident}/").status_code == 404
    assert client.get(f"/incidents/reports/{second.pk}/").status_code == 404


def test_the_supervisor_chosen_reads_it_and_the_ledger_keeps_each_look(
    county, client, as_user, supervisor_a, coordinator_a, acting_for, program_a, as_superuser
):
    report = restricted(acting_for, program_a, county[0])
    as_user(client, coordinator_a)
    chosen = {"supervisor": str(supervisor_a.user_id), "token": uuid4()}
    assert client.post(f"/incidents/{report.incident}/supervisor/", chosen).status_code == 302
    assert client.post(f"/incidents/{report.incident}/supervisor/", chosen | {"token": uuid4()}).status_code == 422

    assert as_user(client, supervisor_a).get(f"/incidents/{report.incident}/").status_code == 200


def test_whoever_reported_abuse_reads_what_they_reported(county, client, as_user, biller_a, acting_for, program_a):
    said = typed(county[:1], is_restricted="yes")

    answer = as_user(client, biller_a).post("/incidents/new/", said, follow=True)

    assert "Only those who run the program" in answer.content.decode()


def tell(client, incident, kind, **said):
    sent = {"told_at": f"{DAY}T00:02", "told_by": "Cora Plover", "told_to": "the mailbox", "how": "email", **said}
    return client.post(f"/incidents/{incident}/tell/{kind}/", {"token": uuid4(), "outcome": "sent", **sent})


@pytest.fixture
def fire(county, acting_for, program_a):
    from django.utils import timezone

    midnight = timezone.localtime(timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    with acting_for(program_a):
        return an_incident(county, learned_at=midnight)


def test_the_program_tells_the_state_for_two_of_three_and_proves_it(
    fire, client, as_user, coordinator_a, acting_for, program_a
):
    from io import BytesIO

    as_user(client, coordinator_a)
    two = [str(report.pk) for report in fire[:2]]
    file = BytesIO(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    file.name = "sent e-mail.pdf"
    answer = tell(client, fire[0].incident, "state", reports=two, proof="Message 4711", file=file)

    assert answer.status_code == 302, answer.content.decode()
    page = client.get(f"/incidents/{fire[0].incident}/").content.decode()
    assert page.count("Message 4711") == 2
    assert page.count("Record that F-00390 was sent") == 1
    with acting_for(program_a):
        steps = list(IncidentStep.objects.all())
        assert [step.attachment.name for step in steps] == ["sent e-mail.pdf"] * 2
        assert IncidentReport.objects.exclude(state_told_at=None).count() == 2
    came = {"answered_at": f"{DAY}T00:03", "answer": "Received, no questions.", "token": uuid4()}
    assert client.post(f"/incidents/steps/{steps[0].pk}/", came).status_code == 302
    assert "Received, no questions." in client.get(f"/incidents/{fire[0].incident}/").content.decode()
    assert client.get(f"/incidents/steps/{steps[0].pk}/").status_code == 404


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"reports": []}, "For which reports"),
        ({"told_at": ""}, "When"),
        ({"told_by": ""}, "Who told them"),
        ({"how": ""}, "How"),
        ({"how": "pigeon"}, "How"),
        ({"told_at": "2001-01-01T00:00"}, "no earlier than"),
        ({"told_at": "2199-01-01T00:00"}, "a moment from"),
        ({"reports": ["x"]}, "For which reports"),
    ],
)
def test_a_step_that_is_not_in_order_is_said_beside_its_field(
    fire, client, as_user, coordinator_a, acting_for, program_a, said, words
):
    as_user(client, coordinator_a)

    answer = tell(client, fire[0].incident, "program", **{"reports": [str(fire[0].pk)], **said})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    with acting_for(program_a):
        assert not IncidentStep.objects.exists()


def test_a_file_that_is_none_is_refused_and_nothing_is_recorded(
    fire, client, as_user, coordinator_a, acting_for, program_a
):
    from io import BytesIO

    file = BytesIO(b"MZ not a picture")
    file.name = "x.png"
    answer = tell(as_user(client, coordinator_a), fire[0].incident, "state", reports=[str(fire[0].pk)], file=file)

    assert answer.status_code == 422
    with acting_for(program_a):
        assert not IncidentStep.objects.exists()


def test_a_death_report_does_not_take_the_place_of_the_incident_report(
    county, client, as_user, coordinator_a, acting_for, program_a
):
    with acting_for(program_a):
        (report,) = an_incident(county[:1], is_reportable_death=True, learned_at=learned())
    as_user(client, coordinator_a)
    import datetime

    from django.utils import timezone

    now = timezone.localtime(timezone.now()) - datetime.timedelta(minutes=1)
    assert (
        tell(
            client, report.incident, "department", reports=[str(report.pk)], told_at=f"{now:%Y-%m-%dT%H:%M}"
        ).status_code
        == 302
    )

    answer = tell(
        client, report.incident, "state", reports=[str(report.pk)], outcome="not_needed", not_needed="F-62470 went out"
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The page says: “CRS providers must report incidents pertaining to health and safety" in page
    with acting_for(program_a):
        report.refresh_from_db()
        assert report.state_told_at is None
        assert IncidentStep.objects.filter(kind="state").count() == 0


def test_where_neither_health_nor_safety_was_touched_the_form_may_be_left_out(
    county, client, as_user, coordinator_a, acting_for, program_a
):
    with acting_for(program_a):
        (report,) = an_incident(county[:1], is_health_or_safety=False)
    as_user(client, coordinator_a)

    said = {"reports": [str(report.pk)], "outcome": "not_needed", "not_needed": "A lost library card"}
    assert tell(client, report.incident, "state", **said).status_code == 302
    assert "A lost library card" in client.get(f"/incidents/{report.incident}/").content.decode()


def test_who_saw_it_tells_the_program_and_only_those_who_run_it_tell_the_state(
    fire, client, as_user, supervisor_a, biller_a
):
    which = [str(fire[0].pk)]

    assert tell(as_user(client, supervisor_a), fire[0].incident, "program", reports=which).status_code == 302
    assert tell(client, fire[0].incident, "state", reports=which).status_code == 403
    assert tell(as_user(client, biller_a), fire[0].incident, "program", reports=which).status_code == 403
    assert client.get(f"/incidents/{fire[0].incident}/tell/nobody/").status_code == 404


def test_a_follow_up_is_planned_and_done(fire, client, as_user, supervisor_a, acting_for, program_a):
    as_user(client, supervisor_a)
    planned = {"what": "Fire drill", "who": "Cedar House", "due_on": DAY, "token": uuid4()}
    assert client.post(f"/incidents/{fire[0].incident}/follow-up/", planned).status_code == 302
    with acting_for(program_a):
        follow_up = FollowUp.objects.get()

    assert client.post(f"/incidents/follow-ups/{follow_up.pk}/", {"done_on": DAY, "token": uuid4()}).status_code == 422
    done = {"done_on": DAY, "outcome": "Everybody was out in two minutes.", "token": uuid4()}
    assert client.post(f"/incidents/follow-ups/{follow_up.pk}/", done).status_code == 302
    assert "two minutes" in client.get(f"/incidents/{fire[0].incident}/").content.decode()


def test_categories_are_empty_until_loaded_and_an_example_is_marked(
    client, as_user, coordinator_a, acting_for, program_a
):
    as_user(client, coordinator_a)
    assert "has not loaded categories" in client.get("/incidents/categories/").content.decode()
    assert "has not loaded categories" in client.get("/incidents/new/").content.decode()

    page = client.post("/incidents/categories/examples/", follow=True).content.decode()

    assert page.count('class="tag">Example') == 8
    assert "Not Wisconsin’s current categories" in page
    client.post("/incidents/categories/examples/")
    with acting_for(program_a):
        assert IncidentCategory.objects.count() == 8


def category(**said):
    return {
        "name": "Fall", "source": "Memo of 4 May 2026", "state_clock_count": "2", "state_clock_unit": "hours",
        "question_0": "Was 911 called?", "kind_0": "yes_or_no", "token": uuid4(), **said,
    }  # fmt: skip


def test_a_category_brings_its_clock_and_its_questions(county, client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    assert client.post("/incidents/categories/new/", category()).status_code == 302

    asked = client.post("/incidents/new/", typed(county[:1], category="Fall", redraw="category")).content.decode()
    assert "Was 911 called?" in asked
    page = client.post(
        "/incidents/new/", typed(county[:1], category="Fall", asked_0="yes"), follow=True
    ).content.decode()

    assert "2 hours from learning of it, by your program’s own table" in page.replace("&#x27;", "’")
    (report,) = reports(acting_for, program_a)
    assert (report.category, report.answers) == ("Fall", [["Was 911 called?", "Yes"]])
    change = client.get(f"/incidents/reports/{report.pk}/").content.decode()
    assert "Was 911 called?" in change


@pytest.mark.parametrize(
    "said",
    [
        {"name": ""}, {"source": ""}, {"state_clock_count": "0"}, {"state_clock_unit": ""},
        {"question_1": "was 911 called?", "kind_1": "text"}, {"kind_0": "riddle"}, {"state_clock_count": "x"},
        {"state_clock_count": "9999"},
    ],
)  # fmt: skip
def test_a_category_that_is_none_is_refused(client, as_user, coordinator_a, acting_for, program_a, said):
    assert as_user(client, coordinator_a).post("/incidents/categories/new/", category(**said)).status_code == 422
    with acting_for(program_a):
        assert not IncidentCategory.objects.exists()


def test_two_categories_of_one_name_are_refused(client, as_user, coordinator_a):
    as_user(client, coordinator_a).post("/incidents/categories/new/", category())

    assert "no other category" in client.post("/incidents/categories/new/", category()).content.decode()


def changing(report, **said):
    return {
        "what_happened": report.what_happened, "reported_by": report.reported_by, "learned_at": f"{DAY}T00:00",
        "place": report.place, "is_health_or_safety": "yes", "version": report.version, "token": uuid4(), **said,
    }  # fmt: skip


def test_two_people_correct_one_report_and_the_second_sees_both_texts(fire, client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    address = f"/incidents/reports/{fire[0].pk}/"
    assert client.post(address, changing(fire[0], place="the hall")).status_code == 302

    second = client.post(address, changing(fire[0], place="the porch"))

    assert second.status_code == 422
    page = second.content.decode()
    assert "the hall" in page
    assert "the porch" in page


def test_a_corrected_report_names_nobody_else(fire, client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    for field in ("what_happened", "happened_to_them"):
        said = changing(fire[0], **{field: "Lee Hazel ran out first."})
        assert client.post(f"/incidents/reports/{fire[0].pk}/", said).status_code == 422


def test_the_list_asks_the_database_as_often_for_many_as_for_few(client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    asked = []
    for more in (2, 12):
        with acting_for(program_a):
            for _ in range(more):
                an_incident([a_participant(), a_participant()])
        client.get("/incidents/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/incidents/").status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] <= 26


def test_odd_addresses_are_answered(fire, client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    for query in ("?page=x", "?page=999", "?q=%00&stands=%00&category=%00", "?stands=nonsense", "?q=hazel&category=x"):
        assert client.get("/incidents/" + query).status_code == 200
    assert client.get(f"/incidents/{uuid4()}/").status_code == 404


def test_incidents_of_another_program_are_not_there(fire, client, as_user, coordinator_b, acting_for, program_a):
    as_user(client, coordinator_b)
    for address in (
        f"/incidents/{fire[0].incident}/", f"/incidents/{fire[0].incident}/tell/state/",
        f"/incidents/{fire[0].incident}/follow-up/", f"/incidents/{fire[0].incident}/supervisor/",
        f"/incidents/reports/{fire[0].pk}/", f"/participants/{fire[0].participant_id}/incidents/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404
    assert "kitchen" not in client.get("/incidents/").content.decode()


def test_trends_tell_every_number_to_those_who_run_the_program_and_few_to_others(
    fire, client, as_user, coordinator_a, supervisor_a
):
    told = as_user(client, coordinator_a).get("/incidents/trends/").content.decode()
    assert "1 incident from" in told
    assert "Hazel" not in told

    few = as_user(client, supervisor_a).get("/incidents/trends/").content.decode()
    assert "Few incidents from" in few
    assert '<span class="bar-said">1</span>' not in few
    export = client.get("/incidents/trends/export/")
    assert export["Content-Type"].startswith("text/csv")
    assert "few" in export.content.decode()
    assert "Hazel" not in export.content.decode()
