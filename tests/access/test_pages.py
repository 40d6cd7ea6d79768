"""Every URL stands in the table of pages, and the table is what happens: each role at each page."""

import re
from types import SimpleNamespace

import pytest
from django.test import override_settings
from django.urls import include, path
from django.views.generic import View
from site_map import addresses, names

from alongside.access.pages import PAGES, Page
from alongside.access.roles import PURPOSE, Role

pytestmark = pytest.mark.django_db

ADDRESSES = addresses()
CHANGES_ON_GET = {"account_logout"}


def test_every_url_stands_in_the_table_and_the_table_has_no_others():
    assert names() == set(PAGES)


def test_a_url_that_is_not_in_the_table_is_noticed():
    site = include("alongside.web.urls")
    patterns = [path("new/", View.as_view(), name="new"), path("bare/", View.as_view()), path("", site)]

    assert names(patterns) - set(PAGES) == {"new", ""}


def test_a_page_taken_out_of_the_table_opens_for_nobody(client, as_user, administrator_a, monkeypatch):
    as_user(client, administrator_a)
    assert client.get("/help/").status_code == 200

    monkeypatch.delitem(PAGES, "help")

    response = client.get("/help/")
    assert response.status_code == 403
    assert "missing from the table of pages" in response.content.decode()


@override_settings(ROOT_URLCONF="odd_urls")
def test_a_url_without_a_name_opens_for_nobody(client, as_user, administrator_a):
    assert as_user(client, administrator_a).get("/nameless/").status_code == 403


def test_every_page_says_why_and_every_role_what_for():
    assert all(page.why.endswith(".") for page in PAGES.values())
    assert set(PURPOSE) == set(Role)
    assert all(Role(role).purpose.endswith(".") for role in Role)


OPEN = "opens"


def outcome(response) -> str:
    """That a page opens, or the sentence that refuses it. An id that belongs to nothing and a form that wants to be
    posted count as open: whoever meets them was let in."""
    if response.status_code == 403:
        return text(response)
    return OPEN if response.status_code in (200, 302, 404, 405) else f"answers {response.status_code}"


@pytest.mark.parametrize("role", Role)
def test_each_role_meets_what_the_table_says(client, as_user, member, program_a, role):
    as_user(client, member(program_a, role))

    for name in sorted(set(PAGES) - CHANGES_ON_GET):
        page, met = PAGES[name], outcome(client.get(ADDRESSES[name]))
        if role in page.roles or not page.needs_membership:
            assert met == OPEN, name
        else:
            assert page.why in met, name


def test_who_is_not_signed_in_is_sent_to_sign_in(client, db):
    for name, page in PAGES.items():
        response = client.get(ADDRESSES[name])
        if page.needs_sign_in:
            assert response.status_code == 302, name
            assert response.url.startswith("/account/login/?next=/"), name
        else:
            assert outcome(response) == OPEN, name


METHODS = ("post", "put", "patch", "delete", "options", "head", "trace")  # "get" is asked above, of everybody


@pytest.mark.parametrize("role", Role)
def test_no_method_goes_around_the_table(client, as_user, member, program_a, role):
    """Each is posted to and asked by one more method, another one for each role."""
    as_user(client, member(program_a, role))

    closed = [name for name, page in PAGES.items() if page.needs_membership and role not in page.roles]
    for nth, name in enumerate(closed):
        for method in {"post", METHODS[(nth + list(Role).index(role)) % len(METHODS)]}:
            assert getattr(client, method)(ADDRESSES[name]).status_code == 403, (name, method)


def test_without_a_role_only_the_pages_that_need_none_open(client, as_user, coordinator_a, as_superuser):
    nobody = SimpleNamespace(role="coordinator", program=SimpleNamespace(name="Aspen County"))

    assert "no role in any program" in Page("Why.").refusal(None)
    assert Page("Why.", roles=frozenset({Role.BILLER})).refusal(nobody) == (
        "Why. You are signed in as program coordinator of Aspen County."
    )
    assert Page("Why.").refusal(nobody) is None


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode().replace("&#x27;", "'"))
