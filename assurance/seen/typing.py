"""Who types for A5: into forms, searches, sign-in, files, and into what fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.records.models import Participant
from alongside.reviews.notice_mail import send_waiting
from alongside.reviews.notices import tell
from people import a_participant

from .page_forms import forms_of
from .programs import planted
from .reads import address_of, client_of

TYPED = "ZYXQ"
FORMS = (
    "new_incident", "first_contact", "write_note_for", "write_plan", "new_consent", "disclose", "new_provider",
    "add_representative", "correct_person", "new_wish", "record_training", "new_incident_category",
)  # fmt: skip
log = logging.getLogger("alongside.beds")


class Typist:
    """Types a text of its own each time, and counts what was answered with a fault."""

    def __init__(self) -> None:
        self.count = self.faults = 0
        self.clients: dict[Any, Client] = {}
        self.mailed = 0

    def text(self) -> str:
        """A text that stands nowhere else."""
        self.count += 1
        return f"{TYPED}{self.count:08d}"

    def client(self) -> Client:
        """A coordinator's."""
        return client_of(planted()["county"], "coordinator", self.clients)

    def sent(self, response: Any) -> None:
        """Count an answer."""
        self.faults += response.status_code >= 500


def _form(typist: Typist, *, is_whole: bool) -> None:
    county = planted()["county"]
    name = FORMS[typist.count % len(FORMS)]
    address = address_of(name, county, 0)
    page = typist.client().get(address)
    for form in forms_of(page.content.decode(), address):
        if form.address.startswith("/account/"):  # who signs out types nothing more
            continue
        fields = {
            field: value if field in form.could and value else typist.text() for field, value in form.fields.items()
        }
        typist.sent(typist.client().post(form.address, fields if is_whole else {one: typist.text() for one in fields}))


def _form_as_offered(typist: Typist) -> None:
    _form(typist, is_whole=True)


def _form_of_nothing_but_text(typist: Typist) -> None:
    _form(typist, is_whole=False)


def _search(typist: Typist) -> None:
    for address in ("/participants/", "/staff/", "/incidents/", "/no/such/page/", "/billing/"):
        typist.sent(typist.client().get(address, {"q": typist.text()}))


def _draft(typist: Typist) -> None:
    typist.sent(typist.client().post("/typing/", {"page": "/incidents/new/", "details": typist.text()}))


def _sign_in(typist: Typist) -> None:
    said = {"login": f"{typist.text()}@example.org", "password": typist.text()}
    typist.sent(
        Client(REMOTE_ADDR=f"10.0.{typist.count % 250}.{typist.count // 250 % 250}").post(str(settings.LOGIN_URL), said)
    )


def _foreign_form(typist: Typist) -> None:
    typist.sent(Client(enforce_csrf_checks=True).post("/account/login/", {"login": typist.text()}))


def _fault(typist: Typist) -> None:
    """A page that breaks with what was typed in its words, and in a local variable."""
    said = typist.text()
    with patch("alongside.web.views.incident_reports.participants_seen", side_effect=ValueError(f"bad value {said}")):
        typist.sent(typist.client().post("/incidents/new/", {"details": said}))


def _refused_by_the_database(typist: Typist) -> None:
    """A row the database refuses says what stands in it; the keeper logs such a fault as it is."""
    county = planted()["county"]
    for said in ({"medicaid_id": typist.text()}, {"medicaid_id": county.person.medicaid_id}):
        try:
            with acting(program=county.program), transaction.atomic():
                Participant(program=county.program, family_name=typist.text(), **said).save(force_insert=True)
        except DatabaseError as fault:
            log.exception("A round failed: %s", fault)
    try:
        with acting(program=county.program), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"select '{typist.text()}'::date")
    except DatabaseError:
        log.exception("A question failed")


def _file(typist: Typist) -> None:
    content = f"{typist.text()},{typist.text()}\n" * (400_000 if typist.mailed == 0 else 50)
    sent = SimpleUploadedFile(f"{typist.text()}.xlsx", content.encode(), content_type="text/csv")
    typist.sent(typist.client().post("/import/", {"file": sent, "workbook": sent}))


def _mail(typist: Typist) -> None:
    """Somebody new is overdue, and whoever is concerned is told by mail."""
    county = planted()["county"]
    if typist.mailed < 3:
        typist.mailed += 1
        with acting(program=county.program), transaction.atomic():
            a_participant(family_name=typist.text(), given_name=typist.text(), enrolled_on="2025-01-10")
        tell(today(), [county.program])
        send_waiting([county.program], address=settings.ALONGSIDE_ADDRESS)


KINDS: dict[str, Callable[[Typist], None]] = {
    "a draft": _draft,
    "a fault": _fault,
    "a file": _file,
    "a foreign form": _foreign_form,
    "a form as offered": _form_as_offered,
    "a form of text": _form_of_nothing_but_text,
    "a mail": _mail,
    "a search": _search,
    "a sign-in": _sign_in,
    "refused by the database": _refused_by_the_database,
}
