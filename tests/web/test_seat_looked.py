"""Who looked: names, roles and what, in words; without oneself, without the system, and for a representative without
what is the participant's alone."""

import datetime
import re

import pytest
from django.utils import timezone

from alongside.access.actions import join
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.ledger.events import record_read, record_search
from alongside.records import actions
from alongside.records.models import Document, HoldKind, Participant, Representative
from alongside.web.seat_looked import Looked
from alongside.web.seat_looked_days import by_day, in_words
from people import a_draft, a_line, a_participant, a_peer_specialist, a_service, a_service_plan, moment, sign, signed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NOON = moment("2026-11-20 12:00")


@pytest.fixture
def juniper(acting_for, program_a, participant_a):
    with acting_for(program_a):
        return Participant.objects.get(pk=participant_a.participant_id)


@pytest.fixture
def mother(acting_for, program_a, member, juniper):
    """Acts for Juniper, and has a seat of her own."""
    with acting_for(program_a):
        said = {"kind": "parent", "name": "Ana Sample", "on": TODAY, "by": None}
        ana = actions.add_representative(participant=juniper, **said)
    seated = {"participant_id": juniper.pk, "representative_id": ana.pk}
    return member(program_a, Role.REPRESENTATIVE, name="Ana Sample", **seated)


def looked(client):
    response = client.get("/seat/looked/")
    assert response.status_code == 200
    text = re.sub(r"<[^>]+>", " ", response.content.decode().split("<main")[1].split("</main>")[0])
    return re.sub(r"\s+", " ", text)


def test_who_opened_the_record_is_told_by_name_and_role(client, as_user, participant_a, coordinator_a, juniper):
    as_user(client, coordinator_a).get(f"/participants/{juniper.pk}/")

    told = looked(as_user(client, participant_a))

    assert "Program coordinator of Aspen County program coordinator" in told
    assert "Looked at your page" in told


def test_a_list_with_the_name_on_it_is_told_as_a_list(
    client, as_user, participant_a, supervisor_a, juniper, acting_for, program_a
):
    with acting_for(program_a, supervisor_a):
        a_participant()
    as_user(client, supervisor_a).get("/participants/")

    assert "Saw your name on a list of 2" in looked(as_user(client, participant_a))


def test_ones_own_looks_and_the_systems_are_left_out(client, as_user, participant_a, juniper, acting_for, program_a):
    with acting_for(program_a):
        record_read("participant", row=juniper.pk, subject=juniper.pk)
    as_user(client, participant_a).get("/seat/plan/")

    assert "Nobody has looked yet." in looked(client)


def test_another_participants_entries_are_not_told(
    client, as_user, participant_a, coordinator_a, acting_for, program_a
):
    with acting_for(program_a, coordinator_a):
        other = a_participant()
        record_read("participant", row=other.pk, subject=other.pk)
        record_search("participant", found=1, listed=[other.pk])

    assert "Nobody has looked yet." in looked(as_user(client, participant_a))


def test_the_participant_is_told_that_her_mother_looked(client, as_user, participant_a, mother):
    as_user(client, mother).get("/seat/plan/")

    assert "Ana Sample acts for you" in looked(as_user(client, participant_a))


def test_a_representative_is_not_told_of_reports_nor_of_the_minors_own_notes(
    client, as_user, mother, participant_a, coordinator_a, juniper, acting_for, program_a
):
    with acting_for(program_a):
        worker = a_peer_specialist()
        note = signed(a_draft(a_service(juniper, worker), worker), worker)
        said = {"held_by": "Cora", "reason": "Asked for it", "on": TODAY, "by": None}
        actions.hold_note(note=note, kind=HoldKind.MINORS_OWN, **said)
    with acting_for(program_a, coordinator_a):
        record_read("incident_report", row=juniper.pk, subject=juniper.pk)
        record_read("progress_note", row=note.pk, subject=juniper.pk)
        record_read("service_plan", row=note.pk, subject=juniper.pk)
    as_user(client, participant_a).get("/seat/notes/")

    told = looked(as_user(client, mother))

    assert "incident" not in told
    assert "notes" not in told
    assert "signs in" not in told
    assert "What is Juniper’s alone is not listed here." in told


def test_the_minors_own_note_is_hers_alone(client, as_user, participant_a, mother, juniper, acting_for, program_a):
    with acting_for(program_a):
        worker = a_peer_specialist()
        note = signed(a_draft(a_service(juniper, worker), worker, what_was_done="Talked alone."), worker)
    assert "Talked alone." in as_user(client, mother).get("/seat/notes/").content.decode()

    with acting_for(program_a):
        said = {"held_by": "Cora", "reason": "Asked for it", "on": TODAY, "by": None}
        actions.hold_note(note=note, kind=HoldKind.MINORS_OWN, **said)

    assert "Talked alone." not in as_user(client, mother).get("/seat/notes/").content.decode()
    assert "held back" not in client.get("/seat/notes/").content.decode()
    assert "Talked alone." in as_user(client, participant_a).get("/seat/notes/").content.decode()


def test_a_representative_reads_words_only_where_they_are_meant_for_her(
    client, as_user, participant_a, mother, juniper
):
    as_user(client, participant_a)
    client.post("/seat/words/", {"words": "Between us.", "about": ""})
    client.post("/seat/words/", {"words": "For mother too.", "about": "", "is_shown_to_representative": "on"})
    as_user(client, mother).post("/seat/words/", {"words": "From her mother.", "about": ""})

    hers = client.get("/seat/words/").content.decode()
    assert ("Between us." in hers, "For mother too." in hers, "From her mother." in hers) == (False, True, True)
    assert "From her mother." in as_user(client, participant_a).get("/seat/words/").content.decode()


def test_when_the_authority_ends_so_does_the_seat(client, as_user, mother, acting_for, program_a):
    assert as_user(client, mother).get("/seat/").status_code == 200

    with acting_for(program_a):
        Representative.objects.update(ends_on=TODAY - datetime.timedelta(days=1))

    assert client.get("/seat/").status_code == 403


@pytest.mark.parametrize(("years", "opens"), [(17, 200), (18, 403)])
def test_a_parents_seat_ends_with_the_eighteenth_birthday(client, as_user, mother, acting_for, program_a, years, opens):
    born_on = TODAY.replace(year=TODAY.year - years)
    with acting_for(program_a):
        Participant.objects.update(born_on=born_on)

    assert as_user(client, mother).get("/seat/").status_code == opens


def test_earlier_days_are_one_press_away(client, as_user, participant_a, coordinator_a, juniper, acting_for, program_a):
    with acting_for(program_a, coordinator_a):
        for _ in range(103):
            record_read("participant", row=juniper.pk, subject=juniper.pk)
    as_user(client, participant_a)

    first = client.get("/seat/looked/").content.decode()
    (before,) = re.findall(r"before=(\d+)", first)
    rest = client.get(f"/seat/looked/?before={before}").content.decode()

    assert "99 more times" in first
    assert "2 more times" in rest
    assert "Show earlier days" not in rest


@pytest.mark.parametrize("before", ["x", "-1", "", "9" * 40, "²", "0"])
def test_a_bent_address_gives_a_page(client, as_user, participant_a, before):
    assert as_user(client, participant_a).get("/seat/looked/", {"before": before}).status_code == 200


@pytest.mark.parametrize(
    ("act", "about", "detail", "said"),
    [
        ("read", "service_plan", "", "Looked at your service plan"),
        ("insert", "progress_note", "", "Wrote in your notes"),
        ("update", "coverage", "", "Changed your health coverage"),
        ("print", "invitation", "slip", "Printed your codes for this page"),
        ("search", "participant", "25 shown", "Saw your name on a list of 25"),
        ("search", "participant", "1 shown", "Saw a list with only your name on it"),
        ("export", "participant", "40 rows", "Took out a list of 40 with your name on it"),
        ("sign", "signature", "", "Signed a paper about you"),
        ("read", "something_new", "", "Looked at your record"),
        ("something_new", "participant", "", "Used your page"),
    ],
)
def test_each_entry_is_said_in_words(act, about, detail, said):
    row = "" if act in ("search", "export") else "key"
    entry = Looked(1, NOON, act, about, row, detail, "Cora Plover", "coordinator")

    assert in_words(entry, your="your", you="you") == said


def test_one_day_of_one_person_is_one_card():
    entries = [
        Looked(number, NOON, "read", "participant", "key", "", name, role)
        for number, (name, role) in enumerate([("Cora", "coordinator"), ("Cora", "coordinator"), ("Bo", None)])
    ]

    days = by_day(entries, your="your", you="you")

    assert [(day.name, day.role, len(day.done["Looked at your page"])) for day in days] == [
        ("Cora", "program coordinator", 2),
        ("Bo", "no longer works here", 1),
    ]


def test_the_plan_page_says_from_when_to_when(client, as_user, participant_a, juniper, acting_for, program_a):
    with acting_for(program_a):
        line = a_line(starts_on=datetime.date(2026, 1, 5), ends_on=datetime.date(2026, 7, 4))
        a_service_plan(juniper, lines=[line])

    plan = as_user(client, participant_a).get("/seat/plan/").content.decode()

    assert "5 January 2026" in plan
    assert "4 July 2026" in plan


def test_nothing_is_told_outside_the_program(participant_a, coordinator_b, juniper):
    from alongside.web.seat_looked import who_looked

    with acting(program=coordinator_b.program, actor=coordinator_b.user):
        assert who_looked(juniper.pk) == []


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20 + b"IEND\xaeB`\x82"
SAID = {
    "what_happened": "Said that a neighbor takes money.", "happened_on": NOON.date(), "learned_at": NOON,
    "reported_by": "Pia Wren", "is_health_or_safety": True, "on": TODAY, "by": None,
}  # fmt: skip


@pytest.mark.parametrize("is_restricted", [True, False])
def test_what_few_may_read_is_not_told_in_a_seat(
    client, as_user, participant_a, coordinator_a, juniper, acting_for, program_a, is_restricted
):
    with acting_for(program_a, coordinator_a):
        (report,) = actions.report_incident(participants=[juniper], is_restricted=is_restricted, **SAID)
        actions.attach(record=report, content=PNG, name="letter.png", by=coordinator_a.user)
    as_user(client, coordinator_a)
    assert client.get(f"/sign/incident_report/{report.pk}/").status_code == 200
    with acting_for(program_a, coordinator_a):
        sign(report, "reporter", by=coordinator_a.user)
        document = Document.of("incident_report", report.pk)
    paper = f"/documents/{document.pk}/"
    report_at = f"/incident_report/{report.pk}/"
    for address in (
        paper,
        f"{paper}pdf/",
        f"/amend{report_at}",
        f"/incidents/{report.incident}/",
        f"/attach{report_at}",
    ):
        assert client.get(address).status_code == 200

    told = looked(as_user(client, participant_a))

    assert ("incident report" in told or "Signed a paper" in told) is not is_restricted
    assert ("Program coordinator" in told) is not is_restricted


def test_two_seats_of_one_person_are_told_apart(client, as_user, mother, juniper, acting_for, program_a):
    with acting_for(program_a):
        robin = a_participant(given_name="Robin", family_name="Aster")
        ana = actions.add_representative(participant=robin, kind="guardian", name="Ana Sample", on=TODAY, by=None)
    seated = {"participant_id": robin.pk, "representative_id": ana.pk}
    join(user=mother.user, program=program_a, role=Role.REPRESENTATIVE, starts_on=TODAY, by=None, **seated)

    page = as_user(client, mother).get("/seat/").content.decode()

    names = {f"{person.given_name} {person.family_name}" for person in (juniper, robin)}
    (other,) = re.findall(r"Switch to Aspen County, as representative of ([^<]+)<", page)
    assert other in names
    answer = client.post("/program/", {"membership": re.search(r'name="membership" value="([^"]+)"', page)[1]})
    assert answer.status_code == 302
    (back,) = re.findall(r"representative of ([^<]+)<", client.get("/seat/").content.decode())
    assert {other, back} == names


def test_the_same_role_twice_is_told_apart_by_its_day(client, as_user, coordinator_a, program_a):
    monday = datetime.date(2026, 3, 2)
    join(user=coordinator_a.user, program=program_a, role=Role.COORDINATOR, starts_on=monday, by=None)

    page = as_user(client, coordinator_a).get("/participants/").content.decode()

    assert re.search(r"Switch to Aspen County, as program coordinator, since \d+ \w+ 20\d\d<", page)
