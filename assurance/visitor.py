"""A visitor without a browser: signed in, sends forms as a browser does, and takes whatever comes back as an answer."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

SECRET = "a" * 32  # of Django's form guard: the cookie and the field carry the same
NO_ANSWER, UNAVAILABLE = 0, 503


@dataclass(frozen=True)
class Answer:
    """What came back. Status 0: nothing did, or the line was cut."""

    status: int
    to: str = ""
    text: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the form was taken: the server says where to go on."""
        return self.status == 302 and "/login/" not in self.to


class Visitor:
    """One signed-in person. Each request goes over a line of its own."""

    def __init__(self, port: int, session: str, *, patience: float = 60) -> None:
        self.port, self.session, self.patience = port, session, patience

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str], *, hangs_up: bool = False) -> Answer:
        """Send a form. With `hangs_up` the line is cut before any answer can be read."""
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": SECRET, **fields}), hangs_up=hangs_up)

    def _ask(self, method: str, path: str, body: str | None, *, hangs_up: bool = False) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={SECRET}", "Connection": "close"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, body, headers)
            if hangs_up:
                if line.sock:
                    line.sock.shutdown(socket.SHUT_RDWR)
                return Answer(NO_ANSWER)
            reply = line.getresponse()
            return Answer(reply.status, reply.headers.get("Location", ""), reply.read().decode("utf-8", "replace"))
        except (OSError, http.client.HTTPException):
            return Answer(NO_ANSWER)
        finally:
            line.close()
