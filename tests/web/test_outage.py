"""While the database is away: a plain page, what was typed goes along, and nobody is signed out."""

import psycopg
import pytest
from django.db import InterfaceError, OperationalError

from alongside.web import outage


def away(state=None):
    fault = OperationalError("the connection is closed")
    fault.__cause__ = psycopg.errors.lookup(state)() if state else psycopg.OperationalError()
    return fault


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (away(), True),
        (InterfaceError("the connection is closed"), True),
        (away("57P01"), True),  # the server is shutting down
        (away("53300"), True),  # it takes no more connections
        (away("57014"), False),  # a statement ran too long
        (away("53100"), True),  # its disk is full
        (away("58030"), True),  # its disk fails
        (away("40P01"), True),  # it gave way to others again and again
        (ValueError(), False),
        (None, False),
    ],
)
def test_an_outage_is_told_apart(fault, said):
    assert outage.is_outage(fault) is said


def sent(rf, **fields):
    return outage.unavailable(rf.post("/participants/new/", fields)).content.decode()


def test_what_was_typed_goes_along_and_is_sent_again_as_the_same_form(rf):
    page = sent(rf, given_name='Fern "the" <b>', token="t-1", csrfmiddlewaretoken="c-1")

    assert 'name="given_name" value="Fern &quot;the&quot; &lt;b&gt;"' in page
    assert 'name="token" value="t-1"' in page
    assert 'name="csrfmiddlewaretoken" value="c-1"' in page
    assert 'action="/participants/new/"' in page
    assert "however often it is sent" in page


def test_a_password_does_not_go_along(rf):
    typed = {"login": "fern", "password": "quite secret"}
    page = outage.unavailable(rf.post("/account/login/", typed)).content.decode()

    assert "quite secret" not in page
    assert "Send it again" not in page
    assert "Go back in your browser" in page


def test_a_file_cannot_go_along_so_nothing_is_sent_without_it(rf):
    from django.core.files.uploadedfile import SimpleUploadedFile

    assert "Send it again" not in sent(rf, plan="medicaid", file=SimpleUploadedFile("print.pdf", b"%PDF"))


def test_a_page_that_was_only_read_is_tried_again(rf):
    answer = outage.unavailable(rf.get("/participants/?q=secret"))

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert 'href="/participants/?q=secret"' in answer.content.decode()


def test_the_whole_way_and_nobody_is_signed_out(client, as_user, coordinator_a, monkeypatch):
    as_user(client, coordinator_a)
    client.raise_request_exception = False
    client.get("/")
    session = client.cookies["sessionid"].value

    def gone(*args, **kwargs):
        raise away()

    with monkeypatch.context() as during:
        during.setattr("alongside.web.views.participants.record_search", gone)
        answer = client.get("/participants/?q=Fern")
    assert answer.status_code == 503
    assert "cannot be reached for a moment" in answer.content.decode()
    assert client.cookies["sessionid"].value == session
    assert client.get("/").status_code == 200
