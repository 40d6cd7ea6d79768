"""Notes without a connection: what a device is handed, and the notes it hands over, each taken once."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records.models import ProgressNote
from people import a_line, a_participant, a_peer_specialist, a_service_plan

pytestmark = pytest.mark.django_db
DEVICE = "/notes/device/"


@pytest.fixture
def served(acting_for, program_a):
    with acting_for(program_a):
        giver = a_peer_specialist(on=today(), started_on="2025-03-03")
        person = a_participant(on=today(), enrolled_on=str(today() - timedelta(days=90)))
        plan = a_service_plan(
            person, on=today(), completed_on=str(today() - timedelta(days=30)), lines=[a_line(provider=giver.provider)]
        )
        stranger = a_participant(on=today(), given_name="Ash", family_name="Strange")
        return person, giver, plan.lines.get(), stranger


@pytest.fixture
def device(client, as_user, member, program_a, served):
    giver = served[1]
    return as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=giver.pk, provider_id=giver.provider_id))


def written(person, line, **more):
    return {
        "participant": person.pk, "token": uuid4(), "plan_line": line.pk, "served_on": str(today() - timedelta(days=1)),
        "started_at": "10:00", "stopped_at": "11:00", "what_was_done": "Cued each step; she cooked.", **more,
    }  # fmt: skip


def notes(acting_for, program):
    with acting_for(program):
        return list(ProgressNote.objects.order_by("created_at"))


def test_a_device_is_handed_the_names_and_lines_of_those_served_and_nobody_else(device, served):
    person, _, line, stranger = served
    given = device.get(DEVICE).json()

    assert [(one["id"], one["name"]) for one in given["people"]] == [(str(person.pk), person.name)]
    assert given["people"][0]["lines"][0]["id"] == str(line.pk)
    assert stranger.family_name not in json.dumps(given)
    assert all(path.startswith("/static/") for path in given["files"])


def test_every_file_a_device_is_told_to_keep_is_there(device):
    for path in device.get(DEVICE).json()["files"]:
        assert device.get(path).status_code == 200, path


def test_what_a_device_is_handed_stands_in_the_ledger(device, served):
    with CaptureQueriesContext(connection) as queries:
        device.get(DEVICE)
    told = [query["sql"] for query in queries if "ledger_record" in query["sql"]]

    assert len(told) == 1
    assert "'export'" in told[0]
    assert str(served[0].pk) in told[0]


def test_a_note_from_a_device_is_taken_once_however_often_it_is_sent(device, served, acting_for, program_a):
    sent = written(*served[:1], served[2])
    first, again = device.post(DEVICE, sent), device.post(DEVICE, sent)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    (note,) = notes(acting_for, program_a)
    assert (note.status, note.what_was_done) == ("draft", sent["what_was_done"])
    assert first.json()["address"] == f"/notes/{note.pk}/"


def test_a_note_of_the_same_time_is_shown_beside_it_and_the_writer_decides(device, served, acting_for, program_a):
    device.post(DEVICE, written(served[0], served[2]))
    again = written(served[0], served[2], started_at="10:30", stopped_at="11:30", what_was_done="Another text.")
    answer = device.post(DEVICE, again)

    assert answer.status_code == 409
    assert answer.json()["there"][0]["what_was_done"] == "Cued each step; she cooked."
    assert len(notes(acting_for, program_a)) == 1
    assert device.post(DEVICE, again | {"anyway": "1"}).status_code == 201
    assert len(notes(acting_for, program_a)) == 2


ODD = [
    ({"token": ""}, 422), ({"token": "x"}, 422), ({"served_on": ""}, 422), ({"served_on": "x"}, 422),
    ({"participant": "x"}, 404), ({"participant": ""}, 404), ({"participant": "\0"}, 404), ({"plan_line": "x"}, 422),
]  # fmt: skip


@pytest.mark.parametrize(("odd", "status"), ODD)
def test_what_cannot_be_taken_is_answered_in_words(device, served, acting_for, program_a, odd, status):
    answer = device.post(DEVICE, written(served[0], served[2], **odd))
    assert answer.status_code == status
    assert status == 404 or answer.json()["problems"]
    assert notes(acting_for, program_a) == []


def test_strangers_notes_are_not_taken(device, served, acting_for, program_a):
    assert device.post(DEVICE, written(served[3], served[2])).status_code == 404


def test_who_is_no_staff_member_is_handed_nobody(client, as_user, coordinator_a, served):
    as_user(client, coordinator_a)
    assert client.get(DEVICE).json()["people"] == []
    assert 'name="notes-on-device"' not in client.get("/").content.decode()


def test_the_form_a_device_keeps_shows_nobody_and_needs_no_sign_in(client, device, served):
    kept = device.get("/notes/offline/").content.decode()
    assert served[0].family_name not in kept
    assert "own-key" not in kept
    assert "csrfmiddlewaretoken" not in kept
    client.logout()
    assert client.get("/notes/offline/").content.decode() == kept


def test_the_worker_answers_with_the_kept_form_and_keeps_nothing_itself(client, db):
    worker = client.get("/worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Service-Worker-Allowed"] == "/"
    code = worker.content.decode()
    assert "/notes/offline/" in code
    for keeps in ("cache.put", "cache.add", ".addAll"):
        assert keeps not in code


def test_policy_for_scripts_stays_strict(client, db):
    assert "unsafe" not in client.get("/notes/offline/")["Content-Security-Policy"]
