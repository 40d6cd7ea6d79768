"""The settings as they come out of different environments, each read by a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import alongside

SOURCE = Path(alongside.__file__).parents[1]
PRINT = """
import json, sys
import alongside.config.settings as s
names = sys.argv[1:]
import psutil
children = [p.name() for p in psutil.Process().children(recursive=True)]
print(json.dumps({**{n: repr(getattr(s, n, None)) for n in names}, "children": children}))
"""


def settings(folder, *names, **environ):
    """Settings by name, as text, under these variables of the environment."""
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "ALONGSIDE_DATA": str(folder), **environ}
    process = subprocess.run([sys.executable, "-c", PRINT, *names], env=given, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr
    return json.loads(process.stdout)


def test_reading_the_settings_starts_no_server(tmp_path):
    assert settings(tmp_path)["children"] == []
    assert not (tmp_path / "postgres").exists()


def test_outside_the_demo_cookies_travel_over_tls_only(tmp_path):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN")

    served, demo = settings(tmp_path, *names), settings(tmp_path, *names, ALONGSIDE_DEMO="1")

    assert [served[name] for name in names] == ["True", "True", "31536000", "False"]
    assert [demo[name] for name in names] == ["False", "False", "0", "True"]


def test_the_key_is_made_once_and_the_environments_own_comes_first(tmp_path):
    first, again = (settings(tmp_path, "SECRET_KEY")["SECRET_KEY"] for _ in range(2))

    assert first == again
    assert len(first) > 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
    assert settings(tmp_path, "SECRET_KEY", SECRET_KEY="given")["SECRET_KEY"] == "'given'"


def test_hosts_and_the_proxy_come_from_the_environment(tmp_path):
    names = ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SECURE_PROXY_SSL_HEADER")

    found = settings(tmp_path, *names, ALONGSIDE_HOSTS="crs.example.org, www.example.org", ALONGSIDE_PROXY="1")

    assert found["ALLOWED_HOSTS"] == "['crs.example.org', 'www.example.org']"
    assert "https://crs.example.org" in found["CSRF_TRUSTED_ORIGINS"]
    assert "X_FORWARDED_PROTO" in found["SECURE_PROXY_SSL_HEADER"]
    assert settings(tmp_path, *names)["SECURE_PROXY_SSL_HEADER"] == "None"


@pytest.mark.parametrize("command", ["import alongside.config.commands", "import alongside.cli"])
def test_the_command_line_loads_no_django_until_a_command_needs_it(command):
    process = subprocess.run(
        [sys.executable, "-c", f"{command}; import sys; assert 'django' not in sys.modules"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True,
    )  # fmt: skip

    assert process.returncode == 0, process.stderr
