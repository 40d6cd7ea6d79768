"""What watches the installation is answered, without a session and without anybody's records."""

import os
import subprocess
import sys
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


def test_requests_are_counted_by_page_and_never_by_whom_or_what_for(client, found):
    found()
    key = "6a0c7f0e-1111-4a4a-8a8a-000000000001"
    client.get(f"/participants/{key}/?q=Bittern")
    client.get("/nowhere/Bittern/")
    client.generic("BREW", "/help/")

    told = client.get("/metrics").content.decode()

    assert 'alongside_requests_total{method="GET",page="participant",status="302"}' in told
    assert 'alongside_requests_total{method="GET",page="none",status="404"}' in told
    assert 'method="other",page="help"' in told
    assert 'alongside_request_seconds_bucket{le="0.5",page="participant"}' in told
    assert key not in told
    assert "Bittern" not in told


def test_the_servers_processes_count_in_one_place(tmp_path):
    words = (
        "import sys; from pathlib import Path; from alongside.config.request_figures import share_figures\n"
        "if sys.argv[2] == 'first': share_figures(Path(sys.argv[1]))\n"
        "from alongside.config.request_figures import ANSWERED, counted\n"
        "ANSWERED.labels('help', 'GET', '200').inc()\n"
        "print([s.value for m in counted() for s in m.samples if s.name == 'alongside_requests_total'])"
    )
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "figures")}
    said = [
        subprocess.run(
            [sys.executable, "-c", words, str(tmp_path), which], env=environ, capture_output=True, text=True, check=True
        ).stdout.strip()
        for which in ("first", "second")
    ]

    assert said == ["[1.0]", "[2.0]"]
