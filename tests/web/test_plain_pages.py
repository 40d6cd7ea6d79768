"""Pages that stand on their own: not found, refused, unreadable, broken; and what happens when a page is gone."""

import pytest
from django.template.loader import get_template


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "500.html"])
def test_a_page_shown_when_nothing_else_works_needs_nothing(name):
    page = get_template(name).render()

    assert "<h1>" in page
    assert 'href="/"' in page


def test_an_unknown_address_is_not_found_signed_in_or_not(client, as_user, coordinator_a):
    assert client.get("/nothing/here/").status_code == 404
    page = as_user(client, coordinator_a).get("/nothing/here/")

    assert page.status_code == 404
    assert "There is nothing here for you to open" in page.content.decode()


def test_an_unknown_host_is_told_so_and_no_more(client):
    page = client.get("/account/login/", headers={"host": "evil.example"})

    assert page.status_code == 400
    assert "The request could not be read" in page.content.decode()


@pytest.mark.parametrize("address", ["/import/take/", "/import/rejected-rows/", "/import/mapping/"])
def test_a_step_of_the_import_opened_by_hand_shows_where_to_begin(address, client, as_user, coordinator_a):
    assert "Look it over" in as_user(client, coordinator_a).get(address).content.decode()


def test_a_user_without_a_program_is_told_what_to_do(client, db):
    from alongside.access.actions import create_user

    client.force_login(create_user(email="new@example.org", name="Newt Example", by=None))
    page = client.get("/").content.decode()

    assert "You are not part of a program yet" in page
    assert client.get("/rules/").status_code == 200


def test_another_persons_role_cannot_be_taken(client, as_user, coordinator_a, administrator_b):
    as_user(client, coordinator_a)
    client.post("/program/", {"membership": str(administrator_b.pk)})

    assert client.get("/").context["request"].membership == coordinator_a


def test_pages_forbid_scripts_and_styles_from_elsewhere(client):
    policy = client.get("/account/login/").headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_programs_own_reading_stands_on_the_rules_page(client, as_user, coordinator_a, program_a):
    from alongside.reviews.actions import choose_reading

    why = "The state said so by email on 3 November 2026."
    choose_reading(program=program_a, reading="exempt_hours", choice="topic only", reason=why, by=coordinator_a.user)
    page = as_user(client, coordinator_a).get("/rules/TRN-1/").content.decode()

    assert why in page
    assert "chosen by your program" in page
