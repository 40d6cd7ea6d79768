"""What happens around a view: the membership in use, the program acted in, the limits of a session, refusals."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import timezone

from alongside.access.actions import join, leave
from alongside.access.clock import today
from alongside.access.context import current
from alongside.access.middleware import IN_USE, SINCE, EnforcePages
from alongside.access.models import Program
from alongside.access.roles import Role
from people import a_participant, a_peer_specialist, a_provider

pytestmark = pytest.mark.django_db


def asked(membership, address="/help/", session=None):
    """What a view finds in a request for this address."""
    request = RequestFactory().get(address)
    request.user, request.session = membership.user, session or {}
    found = {}

    def view(request):
        found.update(context=current(), membership=request.membership, memberships=request.memberships)
        return HttpResponse("shown")

    found["response"] = EnforcePages(view)(request)
    return found


def test_a_view_runs_in_the_program_of_the_membership_in_use(coordinator_a):
    found = asked(coordinator_a)

    assert found["membership"] == coordinator_a
    assert (found["context"].program, found["context"].actor) == (coordinator_a.program_id, coordinator_a.user_id)
    assert len(found["context"].request) == 32
    assert current().program is None


def test_pages_about_oneself_act_in_no_program(coordinator_a):
    assert asked(coordinator_a, "/account/2fa/")["context"].program is None


def test_a_page_that_is_closed_runs_nothing(biller_a):
    found = asked(biller_a, "/participants/new/")

    assert found["response"].status_code == 403
    assert "context" not in found


def test_whoever_works_in_two_programs_chooses_which_to_act_in(coordinator_a, program_b):
    second = join(
        user=coordinator_a.user, program=program_b, role=Role.BILLER, starts_on=coordinator_a.starts_on, by=None
    )

    assert asked(coordinator_a)["membership"] == coordinator_a
    found = asked(coordinator_a, session={IN_USE: str(second.pk)})

    assert found["membership"] == second
    assert found["context"].program == program_b.pk
    assert set(found["memberships"]) == {coordinator_a, second}


@pytest.mark.parametrize("chosen", ["5f0c1a52-0000-4000-8000-000000000000", "nonsense", None])
def test_a_choice_that_is_not_ones_own_is_not_taken(coordinator_a, coordinator_b, chosen):
    for choice in (chosen, str(coordinator_b.pk)):
        assert asked(coordinator_a, session={IN_USE: choice})["membership"] == coordinator_a


def test_a_role_that_ended_is_gone_at_the_next_request(client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    assert client.get("/staff/").status_code == 200

    leave(membership=coordinator_a, ends_on=today() - timedelta(days=1), by=None)

    response = client.get("/staff/")
    assert response.status_code == 403
    assert "no role in any program" in response.content.decode()


def test_a_closed_account_is_out_at_the_next_request(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    coordinator_a.user.is_active = False
    coordinator_a.user.save()

    assert client.get("/staff/").status_code == 302


def test_a_session_ends_after_a_working_day_however_busy(client, as_user, coordinator_a, settings):
    as_user(client, coordinator_a)
    assert client.get("/help/").status_code == 200
    session = client.session
    session[SINCE] = (timezone.now() - settings.SESSION_LONGEST - timedelta(seconds=1)).isoformat()
    session.save()

    assert client.get("/help/").url.startswith("/account/login/")
    assert client.get("/help/").status_code == 302


def test_a_session_ends_when_idle_and_every_request_begins_the_wait_anew(client, as_user, coordinator_a, settings):
    as_user(client, coordinator_a)
    response = client.get("/help/")

    assert settings.SESSION_COOKIE_AGE == 15 * 60
    assert response.cookies["sessionid"].value == client.session.session_key
    expires = client.session.get_expiry_date()
    assert timedelta(minutes=14) < expires - timezone.now() <= timedelta(minutes=15)


def test_after_signing_in_one_is_back_on_the_page_also_from_a_form_or_a_fragment(client, db):
    fragment = {"HX-Request": "true", "HX-Current-URL": "http://testserver/staff/?q=wren"}

    assert client.get("/staff/?q=wren").url == "/account/login/?next=/staff/%3Fq%3Dwren"
    assert client.post("/program/").url == "/account/login/?next=/"
    response = client.get("/staff/?q=wren&page=2", headers=fragment)
    assert (response.status_code, response["HX-Redirect"]) == (200, "/account/login/?next=/staff/%3Fq%3Dwren")


def test_a_spent_session_is_worth_nothing(client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    stolen = client.cookies["sessionid"].value
    client.post("/account/logout/")

    client.cookies["sessionid"] = stolen
    assert client.get("/help/").status_code == 302


def test_no_page_is_kept_in_a_cache(client, as_user, coordinator_a):
    for address in ("/account/login/", "/help/", "/nowhere/"):
        assert "no-store" in client.get(address)["Cache-Control"]
        as_user(client, coordinator_a)


def test_pages_run_no_script_but_our_own(client, as_user, coordinator_a):
    policy = as_user(client, coordinator_a).get("/help/")["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@override_settings(ROOT_URLCONF="odd_urls")
def test_a_policys_refusal_shows_its_sentence_and_undoes_what_was_written(client, as_user, coordinator_a, acting_for):
    response = as_user(client, coordinator_a).get("/help/")

    assert response.status_code == 403
    assert "Not on a Sunday." in response.content.decode()
    with acting_for(coordinator_a.program):
        assert Program.objects.get().name == "Aspen County"


def entries(as_superuser, act):
    return as_superuser.execute(
        "select program_id, actor_id, row_id, detail, request from ledger_entry where act = %s order by entry_id", [act]
    ).fetchall()


@pytest.mark.django_db(transaction=True)
def test_a_refusal_is_kept_in_the_ledger(client, as_user, biller_a, as_superuser):
    as_user(client, biller_a).get("/staff/")

    [(program, actor, page, detail, request)] = entries(as_superuser, "refused")
    assert (program, actor, page, detail) == (biller_a.program_id, biller_a.user_id, "staff", "GET")
    assert len(request) == 32


def masked(response, id_) -> str:
    """The page without the id asked for and the token of its forms."""
    return re.sub(r'value="\w{64}"', "", response.content.decode().replace(str(id_), "ID"))


@pytest.mark.parametrize("kind", ["participants", "staff"])
def test_a_foreign_id_and_an_unknown_id_give_the_same_answer(
    client, as_user, coordinator_a, program_b, acting_for, kind
):
    with acting_for(program_b):
        foreign = a_participant() if kind == "participants" else a_peer_specialist(provider=a_provider())
    as_user(client, coordinator_a)
    unknown = uuid4()

    answers = [client.get(f"/{kind}/{id_}/") for id_ in (foreign.pk, unknown)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert masked(answers[0], foreign.pk) == masked(answers[1], unknown)
    assert dict(answers[0].headers) == dict(answers[1].headers)
