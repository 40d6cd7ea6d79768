"""Guiding documents with the program's own copies, and rate worksheets by the program's own edition."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.roles import Role
from alongside.records.models import GuidingCopy, RateEdition, RateSheet

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\nplain words\n%%EOF\n"
EDITION = {
    "name": "Rates 2026", "source": "Spreadsheet of 2 January 2026", "rows": "8",
    "label_0": "Rent", "kind_0": "amount", "summed_0": "on",
    "label_1": "Food", "kind_1": "amount", "summed_1": "on",
    "label_2": "Spending money", "kind_2": "amount",
    "label_3": "Remark", "kind_3": "text",
}  # fmt: skip


def a_copy(name="F-00312.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.mark.parametrize("role", [Role.DIRECT_STAFF, Role.BILLER, Role.STATE_REVIEWER])
def test_everyone_reads_what_is_named_and_where_it_binds(client, as_user, member, program_a, role):
    as_user(client, member(program_a, role))
    page = client.get("/library/").content.decode()

    assert all(number in page for number in ("F-00202", "F-00312A", "2018-17", "F-02961", "ACPM"))
    one = client.get("/library/f-00390/").content.decode()
    assert "/rules/INC-1/" in one
    assert "Your copy" not in one
    assert client.post("/library/f-00390/", {"file": a_copy()}).status_code == 403


def test_a_rule_leads_to_its_documents_and_back(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    assert "/library/2010-94/" in client.get("/rules/TRN-1/").content.decode()
    assert "/rules/TRN-1/" in client.get("/library/2010-94/").content.decode()
    assert client.get("/library/f-99999/").status_code == 404


def test_an_own_copy_is_kept_and_given_back_as_it_was(client, as_user, coordinator_a, biller_a, program_a, acting_for):
    as_user(client, coordinator_a)
    page = client.post("/library/f-00312/", {"edition": "08/2016", "file": a_copy()}, follow=True).content.decode()

    assert "F-00312.pdf" in page
    assert "08/2016" in page
    as_user(client, biller_a)
    address = re.search(r"/library/copies/[\w-]+/", page)[0]
    given = client.get(address)
    assert given.content == PDF
    assert given.headers["Content-Disposition"].startswith("attachment")
    with acting_for(program_a):
        assert GuidingCopy.objects.get().content_hash


@pytest.mark.parametrize("content", [b"", b"MZ program", b"%PDF-1.4 /JavaScript (x) %%EOF"])
def test_what_is_no_plain_copy_is_refused_with_a_sentence(client, as_user, coordinator_a, content):
    response = as_user(client, coordinator_a).post("/library/f-00312/", {"file": a_copy(content=content)})

    assert response.status_code == 422


def test_another_program_sees_no_copy(client, as_user, coordinator_a, coordinator_b):
    page = as_user(client, coordinator_a).post("/library/acpm/", {"file": a_copy()}, follow=True).content.decode()
    address = re.search(r"/library/copies/[\w-]+/", page)[0]

    assert as_user(client, coordinator_b).get(address).status_code == 404
    assert "F-00312.pdf" not in client.get("/library/acpm/").content.decode()


def test_a_worksheet_adds_up_what_its_edition_adds_up(client, as_user, coordinator_a, program_a, acting_for):
    as_user(client, coordinator_a)
    client.post("/rate-sheets/editions/new/", EDITION)
    with acting_for(program_a):
        edition = RateEdition.objects.get()
    said = {"place": "Heron House", "starts_on": "2026-01-01", "line_0": "$1,250.50", "line_1": "300", "line_2": "65"}
    page = client.post(f"/rate-sheets/editions/{edition.pk}/fill-in/", said, follow=True).content.decode()

    assert "Heron House" in page
    assert "$1550.50" in page


def test_a_worksheet_is_changed_over_what_was_read(client, as_user, coordinator_a, program_a, acting_for):
    as_user(client, coordinator_a)
    client.post("/rate-sheets/editions/new/", EDITION)
    with acting_for(program_a):
        edition = RateEdition.objects.get()
    said = {"place": "Heron House", "starts_on": "2026-01-01", "line_0": "100"}
    client.post(f"/rate-sheets/editions/{edition.pk}/fill-in/", said)
    with acting_for(program_a):
        key = RateSheet.objects.get().pk
    address = f"/rate-sheets/{key}/"
    first = client.post(address, {**said, "line_0": "120", "version": 1, "token": uuid4()})
    second = client.post(address, {**said, "line_0": "130", "version": 1, "token": uuid4()})

    assert first.status_code == 302
    assert second.status_code == 422
    assert "Somebody else saved this" in second.content.decode()


@pytest.mark.parametrize(
    "change, says",
    [
        ({"label_1": "Rent"}, "a label twice"),
        ({"summed_3": "on"}, "only dollars are added up"),
        ({"name": ""}, "expected an entry"),
        ({"label_0": "", "label_1": "", "label_2": "", "label_3": ""}, "at least one"),
        ({"rows": "٣"}, ""),
        ({"rows": "999999999999"}, ""),
    ],
)
def test_an_edition_that_says_nothing_is_refused(client, as_user, coordinator_a, change, says):
    response = as_user(client, coordinator_a).post("/rate-sheets/editions/new/", {**EDITION, **change})

    assert response.status_code in (302, 422)
    assert says in response.content.decode()


def test_more_lines_keep_what_is_typed(client, as_user, coordinator_a):
    page = as_user(client, coordinator_a).post("/rate-sheets/editions/new/", {**EDITION, "redraw": "1"})

    assert "label_15" in page.content.decode()
    assert 'value="Spending money"' in page.content.decode()


@pytest.mark.parametrize("amount", ["much", "-5", "1e9", "NaN", "٣"])
def test_an_amount_that_is_none_is_refused(client, as_user, coordinator_a, program_a, acting_for, amount):
    as_user(client, coordinator_a)
    client.post("/rate-sheets/editions/new/", EDITION)
    with acting_for(program_a):
        edition = RateEdition.objects.get()
    said = {"place": "Heron House", "starts_on": "2026-01-01", "line_0": amount}
    response = client.post(f"/rate-sheets/editions/{edition.pk}/fill-in/", said)

    assert response.status_code == (302 if amount == "٣" else 422)
