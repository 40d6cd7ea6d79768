"""Signing in with a county's own provider: to the account that is there, never to another, and none is made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.config.elsewhere import flaws_of_provider, settings_of

PROGRAM = Path(__file__).parents[1] / "support/county_provider.py"
KNOWN = "cora.plover@example.org"
FIT = {
    "ALONGSIDE_OIDC_URL": "https://county.example", "ALONGSIDE_OIDC_ID": "alongside", "ALONGSIDE_OIDC_SECRET": "given",
}  # fmt: skip


@pytest.fixture(scope="module")
def scenes(django_db_setup):
    """What came of each scene."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, str(PROGRAM)], env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_the_page_of_signing_in_offers_it_and_its_tables_are_guarded(scenes):
    assert (scenes["page"], scenes["flaws"]) == (True, [])


def test_who_has_an_account_signs_in_and_stays_the_same_when_the_email_changes_there(scenes):
    assert scenes["known"] == [KNOWN, 302]
    assert scenes["another email later"] == [KNOWN, 302]


@pytest.mark.parametrize("scene", ["unchecked", "unknown", "another person, same email"])
def test_who_has_none_is_told_so(scenes, scene):
    assert scenes[scene] == [None, 403]


@pytest.mark.parametrize("scene", ["another audience", "another state", "without setting out"])
def test_what_the_provider_did_not_say_to_this_browser_opens_nothing(scenes, scene):
    assert scenes[scene][0] is None
    assert scenes[scene][1] < 500


def test_no_account_is_made(scenes):
    assert scenes["accounts"] == 2


def test_an_unsafe_provider_is_refused_at_the_start():
    assert flaws_of_provider({}) == []
    assert flaws_of_provider(FIT) == []
    [flaw] = flaws_of_provider({**FIT, "ALONGSIDE_OIDC_URL": "http://county.example"})
    assert "does not begin with https" in flaw
    [flaw] = flaws_of_provider({**FIT, "ALONGSIDE_OIDC_SECRET": ""})
    assert "ALONGSIDE_OIDC_SECRET is not" in flaw


def test_without_one_nothing_is_installed():
    assert settings_of({}) == {}
