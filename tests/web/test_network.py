"""The provider network: entered, held against the rules, put right; and who may serve on a day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.clock import today
from alongside.records import actions
from alongside.records.models import Agreement, BackgroundCheck, Change, Credential, Provider, ProviderLicense

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def heron(acting_for, program_a, coordinator_a):
    """Heron House, a peer support agency with one peer specialist."""
    with acting_for(program_a):
        return actions.add_provider(
            program=program_a, name="Heron House", kind="peer_support", on=today(), by=coordinator_a.user
        )


@pytest.fixture
def wren(acting_for, program_a, coordinator_a, heron):
    """A peer specialist of Heron House, with everything in order."""
    on, by = today(), coordinator_a.user
    with acting_for(program_a):
        started_on = on - timedelta(days=30)
        member = actions.hire(
            program=program_a, staff_number="H1", family_name="Wren", given_name="Ada", provider=heron,
            started_on=started_on, on=on, by=by,
        )  # fmt: skip
        papers = dict.fromkeys(("completed_on", "confirmed_on", "disclosure_on", "justice_on", "letter_on"), started_on)
        actions.record_background_check(staff=member, **papers, on=on, by=by)
        actions.record_agreement(provider=heron, form="f_00312", signed_on=started_on, on=on, by=by)
        actions.record_credential(
            staff=member, kind="certified_peer_specialist", issued_on=started_on,
            expires_on=on + timedelta(days=400), on=on, by=by,
        )  # fmt: skip
        return member


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def text(response):
    return response.content.decode()


def test_a_provider_on_the_wrong_form_is_told_why_and_put_right(client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    page = text(sent(client, "/network/providers/new/", name="Hazel Sparrow", kind="individual"))
    assert "must hold a signed provider agreement" in page or "hold a signed provider agreement in force" in page
    with acting_for(program_a):
        hazel = Provider.objects.get(name="Hazel Sparrow")
    address = f"/network/providers/{hazel.pk}/"
    assert "this provider signs F-00312A" in text(client.get(f"{address}add/agreement/"))

    page = text(sent(client, f"{address}add/agreement/", form="f_00312", signed_on=str(today())))

    assert "hold it on the form for its kind (found: F-00312, needed by individual: F-00312A)" in page
    assert "Have the provider sign F-00312A" in page
    assert "for Individual or Non-Specified CRS Providers" in page
    with acting_for(program_a):
        agreement = Agreement.objects.get()
    page = text(
        sent(
            client, f"{address}correct/agreement/{agreement.pk}/", form="f_00312a", signed_on=str(today()), version=1
        )
    )  # fmt: skip
    assert "needed by individual" not in page or "Met" in page
    with acting_for(program_a):
        assert Change.objects.get(about="agreement").before == {"form": "f_00312"}


def test_a_license_is_of_a_location_and_pending_is_not_current(client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    sent(client, "/network/providers/new/", name="Cedar House", kind="cbrf")
    with acting_for(program_a):
        cedar = Provider.objects.get(name="Cedar House")
    address = f"/network/providers/{cedar.pk}/"
    assert "No location is recorded yet" in text(client.get(address))
    assert client.post(f"{address}add/license/", {"token": uuid4(), "kind": "dhs_83"}).status_code == 422
    sent(client, f"{address}add/location/", place="The old mill", setting="cbrf", beds="8")
    ended = today() - timedelta(days=10)
    with acting_for(program_a):
        place = cedar.locations.get()

    page = text(
        sent(
            client, f"{address}add/license/", provider_location=str(place.pk), kind="dhs_83", number="83-1",
            starts_on=str(ended - timedelta(days=700)), ends_on=str(ended), renewal_asked_on=str(ended),
        )
    )  # fmt: skip

    assert "one that is pending is not current" in page
    assert "The old mill" in page
    with acting_for(program_a):
        assert ProviderLicense.objects.get().provider_location == place


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("location", {"place": ""}),
        ("location", {"place": "Mill", "beds": "many"}),
        ("agreement", {"form": "f_00312", "signed_on": "2199-01-01"}),
        ("agreement", {"form": ""}),
        ("agreement", {"form": "f_00312", "starts_on": "2026-02-01", "ends_on": "2026-01-01"}),
        ("license", {"kind": "dhs_83", "provider_location": str(uuid4())}),
    ],
)
def test_what_is_not_in_order_is_refused(client, as_user, coordinator_a, heron, kind, said):
    address = f"/network/providers/{heron.pk}/add/{kind}/"

    assert as_user(client, coordinator_a).post(address, {"token": uuid4(), **said}).status_code == 422


def test_an_unknown_kind_is_not_found(client, as_user, coordinator_a, heron, wren):
    as_user(client, coordinator_a)

    for address in (
        f"/network/providers/{heron.pk}/add/song/",
        f"/network/providers/{heron.pk}/correct/song/{uuid4()}/",
        f"/network/files/song/{uuid4()}/attach/",
        f"/staff/{wren.pk}/papers/song/",
        f"/staff/{wren.pk}/papers/check/{uuid4()}/",
    ):
        assert client.get(address).status_code == 404


def test_two_people_correct_one_provider_and_the_second_sees_both_texts(client, as_user, coordinator_a, heron):
    address = f"/network/providers/{heron.pk}/correct/provider/{heron.pk}/"
    as_user(client, coordinator_a)
    said = {"name": "Heron House", "kind": "peer_support", "version": 1}

    assert client.post(address, {**said, "phone": "608 555 0101", "token": uuid4()}).status_code == 302
    assert client.post(address, {**said, "phone": "608 555 0102", "token": uuid4()}).status_code == 422


def test_who_may_serve_says_why_not(client, as_user, coordinator_a, wren, acting_for, program_a):
    as_user(client, coordinator_a)
    page = text(client.get("/network/serving/", {"service": "peer_support"}))
    assert "1 of 1 may serve" in page
    with acting_for(program_a):
        wren.credentials.all().delete()
        BackgroundCheck.objects.update(letter_on=None)

    page = text(client.get("/network/serving/", {"service": "peer_support"}))

    assert "0 of 1 may serve" in page
    assert "no peer specialist certificate is recorded" in page
    assert "have the response letter of the Department of Health Services on file" in page
    assert "1 of 1" not in text(client.get("/network/serving/", {"service": "clss"}))


def test_who_may_serve_is_asked_of_the_day(client, as_user, coordinator_a, wren):
    as_user(client, coordinator_a)

    assert "Nobody works that day" in text(client.get("/network/serving/", {"on": str(today() - timedelta(days=31))}))
    later = text(client.get("/network/serving/", {"on": str(today() + timedelta(days=500)), "service": "peer_support"}))
    assert "0 of 1 may serve" in later
    assert "hold a certified peer specialist certificate in force" in later
    for odd in ("yesterday", "0001-01-01", "9999-12-31", "\0"):
        assert client.get("/network/serving/", {"on": odd, "staff": odd}).status_code == 200


def test_what_runs_out_comes_first(client, as_user, coordinator_a, wren, acting_for, program_a):
    with acting_for(program_a):
        Credential.objects.update(expires_on=today() + timedelta(days=60))
    page = text(as_user(client, coordinator_a).get("/network/"))

    assert page.index("Peer specialist certificate") < page.index("Heron House</a></th>")
    assert "Nothing runs out" not in page
    assert "Heron House" in text(client.get("/network/", {"q": "heron"}, headers={"HX-Request": "true"}))


def test_a_file_is_kept_and_given_out(client, as_user, coordinator_a, wren, heron, acting_for, program_a):
    as_user(client, coordinator_a)
    with acting_for(program_a):
        agreement = Agreement.objects.get()
    address = f"/network/files/agreement/{agreement.pk}/attach/"
    assert client.post(address, {"token": uuid4(), "file": SimpleUploadedFile("a.txt", b"words")}).status_code == 422
    sent(client, address, file=SimpleUploadedFile("agreement.pdf", PDF))

    page = text(client.get(f"/network/providers/{heron.pk}/"))

    assert "agreement.pdf" in page
    with acting_for(program_a):
        file = heron.files.get()
    assert client.get(f"/network/files/{file.pk}/").content == PDF


def test_the_application_is_kept_step_by_step(client, as_user, coordinator_a, acting_for, program_a):
    as_user(client, coordinator_a)
    assert "Add the county or Tribal agency itself first" in text(client.get("/network/application/", follow=True))
    sent(client, "/network/providers/new/", name="Juniper County Human Services", kind="program_agency")
    sent(client, "/network/application/", contact_name="Cora Plover", answers="Three services.")

    page = text(client.get("/network/application/"))

    assert "complete the application F-00203 and send it" in page
    on = str(today())
    page = text(
        sent(client, "/network/application/", contact_name="Cora Plover", completed_on=on, sent_on=on, version=1)
    )
    assert "Sent to the Division on" in page
    assert sent(client, "/network/application/", sent_on=on, approved_on="2020-01-01", version=2).status_code == 422


def test_papers_of_staff_are_entered_and_corrected(client, as_user, coordinator_a, wren, acting_for, program_a):
    as_user(client, coordinator_a)
    page = text(sent(client, f"/staff/{wren.pk}/papers/change/", known_on=str(today()), what="An investigation."))
    assert "be checked again after a change of circumstances" in page
    papers = ("completed_on", "confirmed_on", "disclosure_on", "justice_on", "letter_on")
    page = text(sent(client, f"/staff/{wren.pk}/papers/check/", **dict.fromkeys(papers, str(today()))))
    assert "be checked again after a change of circumstances" not in page.partition("The rule’s words")[0]
    with acting_for(program_a):
        certificate = Credential.objects.get()
    address = f"/staff/{wren.pk}/papers/certificate/{certificate.pk}/"
    page = text(
        sent(
            client, address, kind="certified_peer_specialist", number="WI-7", education_hours="12", version=1,
            issued_on=str(certificate.issued_on), expires_on=str(certificate.expires_on),
        )
    )  # fmt: skip
    assert "WI-7" in page
    assert "12 hours" in page
    assert client.post(address, {"token": uuid4(), "education_hours": "-1"}).status_code == 422


def test_a_supervisor_reads_the_network_and_does_not_change_it(client, as_user, supervisor_a, heron):
    as_user(client, supervisor_a)

    assert client.get("/network/").status_code == 200
    page = text(client.get(f"/network/providers/{heron.pk}/"))
    assert "Add an agreement" not in page
    assert client.get(f"/network/providers/{heron.pk}/add/agreement/").status_code == 403


def test_another_programs_provider_is_not_there(client, as_user, coordinator_b, heron):
    assert as_user(client, coordinator_b).get(f"/network/providers/{heron.pk}/").status_code == 404
    assert "Heron House" not in text(client.get("/network/"))
