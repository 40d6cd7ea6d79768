"""Somebody is called away in the middle of a form. The session ends, the form is sent, and nothing of it is lost."""

import re

import pytest
from steps import Visitor

PAGE = "/participants/new/"
ASKED = "A garden to work in, and somebody who knows the bus"
COORDINATOR, OTHER = "coordinator@juniper.example", "administrator@juniper.example"
RUN_OUT = """
from datetime import timedelta
from django.contrib.sessions.models import Session
from django.utils import timezone
Session.objects.filter(pk={key!r}).update(expire_date=timezone.now() - timedelta(minutes=1))
"""


@pytest.fixture
def plain(county, browser):
    """A browser that runs no scripts: what is kept, the server keeps."""
    context = browser.new_context(base_url=county, java_script_enabled=False)
    context.set_default_timeout(30_000)
    yield Visitor(context.new_page())
    context.close()


def the_session_runs_out(visitor, county):
    [cookie] = [one for one in visitor.page.context.cookies() if one["name"] == "sessionid"]
    county.runs(RUN_OUT.format(key=cookie["value"]))


def test_what_was_typed_waits_for_who_typed_it(plain, visitor, county):
    plain.is_signed_in_as(COORDINATOR, and_goes_to=PAGE, anew=True)
    plain.page.get_by_label("Given name").fill("Wren")  # whatever an earlier journey left there
    plain.page.get_by_label("What they ask for").fill(ASKED)
    the_session_runs_out(plain, county)
    plain.presses("Record the first contact")

    plain.sees(re.compile("You were signed out before this was taken"))
    assert plain.page.url.endswith(f"/account/login/?next={PAGE}")

    visitor.is_signed_in_as(OTHER, and_goes_to=PAGE, anew=True)
    assert visitor.reads("What they ask for") == ""
    visitor.does_not_see("did not send")

    plain.page.get_by_label("Email").fill(COORDINATOR)
    plain.page.get_by_label("Password").fill("juniper-berries-7")
    plain.presses("Sign in")
    plain.sees(re.compile("This is what you typed here"))
    assert plain.reads("Given name") == "Wren"
    assert plain.reads("What they ask for") == ASKED


def test_with_scripts_it_is_the_same(visitor, county):
    visitor.is_signed_in_as(OTHER, and_goes_to=PAGE, anew=True)
    the_session_runs_out(visitor, county)
    visitor.page.get_by_label("What they ask for").fill(f"{ASKED}, on Tuesdays")
    visitor.sees(re.compile("You were signed out"))
    visitor.presses("Record the first contact")
    visitor.waits_for_the_address(re.compile("/account/login/"))

    visitor.is_signed_in_as(OTHER, and_goes_to=PAGE, anew=True)
    visitor.sees(re.compile("This is what you typed here"))
    assert visitor.reads("What they ask for") == f"{ASKED}, on Tuesdays"
