"""What watches the installation is answered, without a session and without anybody's records."""

import os
import time

import pytest

from alongside.config import condition as looking
from alongside.config.condition import Condition, beat

pytestmark = pytest.mark.django_db
FIT = Condition(answers=True, behind=False, beat=3.0, free=0.5)


@pytest.fixture
def found(monkeypatch):
    """Say what is found."""
    from alongside.config import health

    return lambda **is_so: monkeypatch.setattr(health, "condition", lambda: Condition(**{**vars(FIT), **is_so}))


def test_it_lives_without_a_database(client, monkeypatch):
    monkeypatch.setattr(looking, "connection", None)

    response = client.get("/health/live")

    assert (response.status_code, response.json()) == (200, {"live": True})
    assert response.headers["Cache-Control"] == "no-store"


def test_what_is_fit_is_ready(client, settings, tmp_path):
    settings.ALONGSIDE_DATA = tmp_path
    beat()

    response = client.get("/health/ready")

    assert response.json() == {"ready": True, "flaws": []}


@pytest.mark.parametrize(
    ("is_so", "said"),
    [
        ({"answers": False, "behind": None}, "does not answer"),
        ({"behind": True}, "behind the code"),
        ({"beat": 301.0}, "The keeper has not been round"),
        ({"free": 0.01}, "almost full"),
    ],
)
def test_each_flaw_makes_it_unready_and_is_said(client, found, is_so, said):
    found(**is_so)

    response = client.get("/health/ready")

    assert response.status_code == 503
    [flaw] = response.json()["flaws"]
    assert said in flaw


def test_a_keeper_that_stopped_is_seen_by_its_last_beat(settings, tmp_path):
    settings.ALONGSIDE_DATA = tmp_path
    assert looking.condition().beat is None
    beat()
    os.utime(tmp_path / looking.BEAT, (time.time() - 400, time.time() - 400))

    assert looking.condition().beat >= 400


def test_figures_are_for_this_machine_only(client, found, monkeypatch):
    found()

    assert "alongside_ready 1.0" in client.get("/metrics").content.decode()
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.7").status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404


def test_or_for_who_holds_the_token(client, found, monkeypatch):
    found()
    monkeypatch.setenv("ALONGSIDE_METRICS_TOKEN", "heron")

    for given, status in (("Bearer heron", 200), ("Bearer egret", 404), ("", 404)):
        asked = client.get("/metrics", REMOTE_ADDR="203.0.113.7", headers={"Authorization": given})
        assert asked.status_code == status


def test_watching_changes_nothing(client):
    assert client.post("/health/ready").status_code == 405
    assert client.get("/health/").status_code == 404
