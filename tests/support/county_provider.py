"""A county's own sign-in, invented: an OpenID provider on this machine, and a process that signs in through it.

Run as a program it plays every scene on a database of its own, and prints what came of each as JSON.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt

CLIENT, SECRET = "alongside", "a secret the provider gave"
KNOWN, OTHER = "cora.plover@example.org", "abe.linden@example.org"


class Provider(ThreadingHTTPServer):
    """Says that whoever comes is `person`; keeps the challenge of the last one who set out."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Answer)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.person, self.challenge, self.nonce, self.audience = {}, "", "", CLIENT
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Answer(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        at, person = self.server.address, self.server.person
        names = ("authorization", "token", "userinfo")
        about = {"issuer": at, "jwks_uri": f"{at}/keys", **{f"{name}_endpoint": f"{at}/{name}" for name in names}}
        self._give(about if self.path.startswith("/.well-known") else person)

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        hashed = hashlib.sha256(sent.get("code_verifier", [""])[0].encode()).digest()
        is_theirs = base64.urlsafe_b64encode(hashed).decode().rstrip("=") == self.server.challenge
        if not is_theirs or sent["client_secret"] != [SECRET]:
            self._give({"error": "invalid_grant"}, 400)
            return
        claims = {**self.server.person, "iss": self.server.address, "aud": self.server.audience}
        token = jwt.encode({**claims, "exp": int(time.time()) + 300}, "k" * 32, algorithm="HS256")
        self._give({"access_token": "opaque", "token_type": "Bearer", "id_token": token})

    def _give(self, what, status=200):
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main():
    """Every scene, in order."""
    provider = Provider()
    os.environ |= {
        "ALONGSIDE_OIDC_URL": provider.address, "ALONGSIDE_OIDC_ID": CLIENT, "ALONGSIDE_OIDC_SECRET": SECRET,
        "ALONGSIDE_OIDC_NAME": "Juniper County",
    }  # fmt: skip
    from assurance.apart import settle

    settle()
    import cluster
    from django.core.management import call_command
    from django.db import connections

    with cluster.clone() as name:
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = name
        call_command("migrate", database="owner", verbosity=0)
        sys.stdout.write(json.dumps(_scenes(provider)) + "\n")
        connections.close_all()


def _scenes(provider):
    from django.db import connection
    from django.test import Client

    from alongside.access.actions import create_user
    from alongside.access.models import User
    from alongside.config.guard_flaws import ledger_flaws, row_flaws

    for email in (KNOWN, OTHER):
        create_user(email=email, name="Cora Plover", by=None)
    checked = {"email_verified": True}
    with connection.cursor() as cursor:
        flaws = row_flaws(cursor) + ledger_flaws(cursor)
    return {
        "page": "Sign in with Juniper County" in Client().get("/account/login/").content.decode(),
        "flaws": flaws,
        "unchecked": _comes(provider, {"sub": "1", "email": KNOWN, "email_verified": False}),
        "unknown": _comes(provider, {"sub": "2", "email": "heron@example.org", **checked}),
        "another audience": _comes(provider, {"sub": "1", "email": KNOWN, **checked}, audience="somebody-else"),
        "another state": _comes(provider, {"sub": "1", "email": KNOWN, **checked}, state="made-up"),
        "without setting out": _comes(provider, {"sub": "1", "email": KNOWN, **checked}, challenge="made-up"),
        "known": _comes(provider, {"sub": "1", "email": KNOWN.upper(), **checked}),
        "another email later": _comes(provider, {"sub": "1", "email": "new@example.org", **checked}),
        "another person, same email": _comes(provider, {"sub": "9", "email": KNOWN, **checked}),
        "accounts": User.objects.count(),
    }


def _comes(provider, person, *, audience=CLIENT, state="", challenge=""):
    """Who is signed in at the end, and the status of the last page."""
    from django.test import Client

    from alongside.access.models import User

    provider.person, provider.audience = person, audience
    browser = Client()
    asked = parse_qs(urlsplit(browser.get("/account/oidc/county/login/").url).query)
    provider.challenge = challenge or asked["code_challenge"][0]
    back = {"code": "given", "state": state or asked["state"][0]}
    answer = browser.get("/account/oidc/county/login/callback/", back)
    key = browser.session.get("_auth_user_id")
    return [User.objects.get(pk=key).email if key else None, answer.status_code]


if __name__ == "__main__":
    sys.exit(main())
