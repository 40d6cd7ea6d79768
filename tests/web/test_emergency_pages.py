"""Emergency access: one participant outside the caseload, four hours, a reason; somebody else reviews it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records.actions import open_in_emergency, review_emergency
from alongside.records.models import EmergencyAccess, EmergencyReview
from alongside.records.problems import Problems
from alongside.reviews.models import Notice
from people import a_participant, a_peer_specialist

pytestmark = pytest.mark.django_db

WHY = "She called from the bridge and needs her safety plan."


@pytest.fixture
def person(program_a, acting_for):
    with acting_for(program_a):
        return a_participant(family_name="Bittersweet", medicaid_id="7000000001")


@pytest.fixture
def worker(program_a, acting_for, member):
    with acting_for(program_a):
        staff = a_peer_specialist()
    return member(program_a, Role.DIRECT_STAFF, staff_id=staff.pk, provider_id=staff.provider_id)


def text(response) -> str:
    return response.content.decode()


def opens(client, **said):
    return client.post("/emergency/open/", {"medicaid_id": "7000000001", "reason": WHY, **said})


@pytest.fixture
def opened(client, as_user, worker, supervisor_a, administrator_a, person, program_a, acting_for):
    as_user(client, worker)
    assert opens(client).status_code == 302
    with acting_for(program_a):
        return EmergencyAccess.objects.get()


def test_who_does_not_serve_opens_it_with_a_reason_and_only_that_one(client, as_user, worker, person):
    as_user(client, worker)
    page = f"/participants/{person.pk}/"
    assert client.get(page).status_code == 404

    assert opens(client).headers["Location"] == page

    shown = text(client.get(page))
    assert "You opened this record for an emergency" in shown
    assert "Bittersweet" in shown


def test_another_participant_stays_closed(client, opened, program_a, acting_for):
    with acting_for(program_a):
        other = a_participant()
    assert client.get(f"/participants/{other.pk}/").status_code == 404


@pytest.mark.parametrize(
    "said",
    [
        {"medicaid_id": "7000000002"},
        {"medicaid_id": "", "family_name": "Bitter", "born_on": "1980-09-08"},
        {"medicaid_id": "", "family_name": "Bittersweet"},
        {"medicaid_id": "", "family_name": "Bittersweet", "born_on": "1980-09-09"},
        {"reason": "urgent"},
        {"reason": ""},
        {},
    ],
)
def test_it_takes_the_whole_name_or_number_and_a_reason(client, as_user, worker, person, said, program_a, acting_for):
    as_user(client, worker)
    answer = opens(client, **said) if said else client.post("/emergency/open/", {})

    assert answer.status_code == 422
    with acting_for(program_a):
        assert not EmergencyAccess.objects.exists()
        assert not Notice.objects.exists()


def test_the_whole_name_and_the_day_of_birth_find_somebody_too(client, as_user, worker, person):
    as_user(client, worker)
    said = {"medicaid_id": "", "family_name": "bittersweet", "born_on": "1980-09-08"}
    assert opens(client, **said).status_code == 302


def test_it_ends_by_itself(client, opened, person, program_a, acting_for, as_superuser, worker, as_user):
    with acting_for(program_a):
        at = timezone.now() - timedelta(hours=4, seconds=1)
        other = a_participant()
        said = {"opened_by": "Pia Wren", "at": at, "on": today(), "by": worker.user}
        ended = open_in_emergency(participant=other, staff=None, reason=WHY, **said)
        assert ended.ends_at - ended.opened_at == timedelta(hours=4)

    assert client.get(f"/participants/{person.pk}/").status_code == 200
    assert client.get(f"/participants/{other.pk}/").status_code == 404


def test_those_who_supervise_are_told_and_have_it_on_today(client, as_user, opened, supervisor_a, worker):
    as_user(client, supervisor_a)
    assert "Emergency access to Uma Bittersweet" in text(client.get("/"))
    assert "A participant was opened for an emergency" in text(client.get("/notices/"))

    as_user(client, worker)
    assert "A participant was opened" not in text(client.get("/notices/"))


def test_a_supervisor_sees_what_was_looked_at_and_concludes(client, as_user, opened, supervisor_a, person):
    client.get(f"/participants/{person.pk}/plans/")
    as_user(client, supervisor_a)
    page = f"/emergency/{opened.pk}/"
    shown = text(client.get(page))
    assert WHY in shown
    assert "Looked at" in shown

    assert client.post(page, {"conclusion": "justified", "words": ""}).status_code == 422
    assert client.post(page, {"conclusion": "justified", "words": "The plan kept her safe."}).status_code == 302

    assert "The plan kept her safe." in text(client.get(page))
    assert "Emergency access to" not in text(client.get("/"))
    assert client.post(page, {"conclusion": "not_justified", "words": "Once more."}).status_code == 422


def test_what_was_not_needed_ends_at_once(client, as_user, opened, supervisor_a, worker, person):
    as_user(client, supervisor_a)
    concluded = {"conclusion": "not_justified", "words": "A chat."}
    assert client.post(f"/emergency/{opened.pk}/", concluded).status_code == 302

    as_user(client, worker)
    assert client.get(f"/participants/{person.pk}/").status_code == 404


def test_nobody_reviews_their_own_not_even_in_another_role(client, as_user, opened, worker, program_a, acting_for):
    from alongside.access.actions import join

    with acting_for(program_a):
        supervising = join(
            user=worker.user, program=program_a, role=Role.SUPERVISOR, starts_on=today(), by=None, staff_id=None
        )
    page = f"/emergency/{opened.pk}/"
    for who in (worker, supervising):
        as_user(client, who)
        assert "Record the review" not in text(client.get(page))
        assert client.post(page, {"conclusion": "justified", "words": "All was well."}).status_code == 403
    as_user(client, supervising)
    assert "Emergency access to" not in text(client.get("/"))
    with acting_for(program_a, worker), pytest.raises(Problems, match="of your own"):
        review_emergency(
            access=opened, conclusion="justified", words="x", reviewed_by="x", at=timezone.now(), on=today(),
            by=worker.user,
        )  # fmt: skip


def test_the_database_refuses_ones_own_review_and_any_change(opened, worker, supervisor_a, program_a, acting_for):
    own = EmergencyReview(
        program=program_a, emergency_access=opened, participant_id=opened.participant_id, account=worker.user,
        conclusion="justified", words="x", reviewed_by="x", reviewed_at=timezone.now(),
    )  # fmt: skip
    with acting_for(program_a, worker):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            own.save(force_insert=True)
        for change in ("update emergency_access set ends_at = now()", "delete from emergency_access"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(change)
    with acting_for(program_a, supervisor_a), transaction.atomic():
        for_another = EmergencyAccess(
            program=program_a, participant_id=opened.participant_id, account=worker.user, reason=WHY, opened_by="x",
            opened_at=timezone.now(), ends_at=timezone.now() + timedelta(hours=1),
        )  # fmt: skip
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            for_another.save(force_insert=True)


def test_no_longer_than_four_hours(opened, worker, program_a, acting_for):
    at = timezone.now()
    longer = EmergencyAccess(
        program=program_a, participant_id=opened.participant_id, account=worker.user, reason=WHY, opened_by="x",
        opened_at=at, ends_at=at + timedelta(hours=4, seconds=1),
    )  # fmt: skip
    with acting_for(program_a, worker), pytest.raises(DatabaseError, match="four_hours"), transaction.atomic():
        longer.save(force_insert=True)


@pytest.mark.parametrize("role", ["biller", "state_reviewer", "coordinator", "supervisor", "administrator"])
def test_others_do_not_open_in_an_emergency(client, as_user, request, role):
    as_user(client, request.getfixturevalue(f"{role}_a"))
    assert client.get("/emergency/open/").status_code == 403


def test_a_sign_in_that_is_nobodys_does_not(client, as_user, direct_staff_a):
    as_user(client, direct_staff_a)
    assert opens(client).status_code == 403


def test_the_participant_reads_that_it_was_opened(client, as_user, opened, member, program_a, person):
    as_user(client, member(program_a, Role.PARTICIPANT, participant_id=person.pk))
    assert "Opened your record for an emergency" in text(client.get("/seat/looked/"))
