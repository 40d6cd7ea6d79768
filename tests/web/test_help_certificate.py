"""The way to a certificate: every source's number for each ask, and how long an application stays open."""

import pytest

from alongside.access.roles import Role

pytestmark = pytest.mark.django_db

PAGE = "/help/certificate/"


@pytest.fixture
def page(client, as_user, member, program_a):
    as_user(client, member(program_a, Role.DIRECT_STAFF))
    return lambda **asked: client.get(PAGE, asked).content.decode()


def test_where_sources_differ_both_numbers_stand_with_their_sources(page):
    shown = page(credential="crss")

    assert "<strong>100</strong> or <strong>110</strong>" in shown
    assert "IDHS credential comparison" in shown
    assert "CRSS Success Q &amp; A" in shown
    assert "sources differ" in shown


def test_of_a_cfpp_the_page_says_that_nothing_was_found(page):
    assert page(credential="cfpp").count("No source read says it.") == 4


@pytest.mark.parametrize(
    "opened_on,said",
    [
        ("2025-01-05", "It stayed open until 5 January 2026"),
        ("2190-02-03", "It stays open until 3 February 2191"),
        ("2025-02-30", "That is not a day"),
        ("0001-01-01", "That is not a day"),
        ("9999-12-31", "That is not a day"),
        ("\x00", "That is not a day"),
        ("<b>", "That is not a day"),
    ],
)
def test_an_application_stays_open_a_year_and_odd_days_are_answered(page, opened_on, said):
    assert said in page(opened_on=opened_on)


def test_a_credential_there_is_not_shows_the_first(page):
    assert '<option value="crss" selected>' in page(credential="captain")
