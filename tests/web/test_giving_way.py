"""Of two who wait for each other one gives way, tries again, and is not troubled with it."""

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError

from alongside.records.actions import attach
from alongside.records.models import Attachment, Coverage
from alongside.web import giving_way
from people import a_participant

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
FORM = {"plan": "medicaid", "starts_on": "2025-09-01", "checked_on": "2025-09-02"}


def fault(state="40P01"):
    said = OperationalError("deadlock detected")
    said.__cause__ = psycopg.errors.lookup(state)()
    return said


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch):
    monkeypatch.setattr(giving_way, "PAUSES_SECONDS", (0, 0, 0))


def test_it_tries_again_and_saves_once(client, as_user, coordinator_a, in_program_a, monkeypatch):
    person, read = a_participant(), []

    def gives_way_once(**said):
        read.append(said["content"])
        if len(read) == 1:
            raise fault()
        return attach(**said)

    monkeypatch.setattr("alongside.web.views.enrollment.attach", gives_way_once)
    as_user(client, coordinator_a)
    form = {**FORM, "reference": "twice", "file": SimpleUploadedFile("print.pdf", PDF, "application/pdf")}
    answer = client.post(f"/participants/{person.pk}/coverage/", form)

    assert answer.status_code == 302
    assert read == [PDF, PDF]
    [kept] = Coverage.objects.filter(reference="twice")
    [page] = Attachment.objects.filter(record=kept.pk)
    assert bytes(page.content) == PDF


def test_what_is_no_deadlock_is_not_tried_again(rf):
    tried = []

    def refused():
        tried.append(1)
        raise fault("57014")

    with pytest.raises(OperationalError):
        giving_way.trying_again(refused, rf.post("/"))
    assert len(tried) == 1


def test_it_does_not_try_for_ever(rf):
    tried = []

    def always():
        tried.append(1)
        raise fault()

    with pytest.raises(OperationalError):
        giving_way.trying_again(always, rf.post("/"))
    assert len(tried) == 4
