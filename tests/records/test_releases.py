"""Consents and disclosures: what goes out, by which right, with which statement."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from alongside.access.clock import today
from alongside.records.actions import disclose, record_consent, revoke_consent
from alongside.records.models import Consent, Disclosure, RecordClass, ReleasePurpose, WithoutConsent
from alongside.records.problems import Problems
from alongside.records.releasing import Asked, stands
from people import a_participant

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_program_a")]

SUBSTANCE_USE = frozenset({RecordClass.SUBSTANCE_USE})


def a_consent(person, **said) -> Consent:
    on = today()
    paper = {"recipient": "Alder Clinic", "purpose": "treatment", "signed_on": on, "expires_on": on, **said}
    return record_consent(participant=person, classes=[RecordClass.SUBSTANCE_USE], said=paper, on=on, by=None)


def let_out(person, **more) -> Disclosure:
    asked = Asked(
        **{"classes": SUBSTANCE_USE, "recipient": "Alder Clinic", "purpose": ReleasePurpose.TREATMENT, **more}
    )
    return disclose(participant=person, asked=asked, what="A plan", at=timezone.now(), on=today(), by=None)


def test_without_a_consent_nothing_goes_out_and_the_reason_is_said():
    with pytest.raises(Problems, match="There is no consent"):
        let_out(a_participant())

    assert not Disclosure.objects.exists()


def test_under_a_consent_it_goes_out_with_its_statement():
    person = a_participant()
    consent = a_consent(person)

    kept = let_out(person)

    assert kept.consent == consent
    assert "42 CFR part 2 prohibits" in kept.statement
    assert "Disclosure without patient consent" in kept.statement


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"recipient": "Larch Clinic"}, "is for Alder Clinic"),
        ({"purpose": ReleasePurpose.PAYMENT}, "another purpose"),
        ({"classes": frozenset(RecordClass)}, "does not cover: mental health"),
    ],
)
def test_a_consent_for_something_else_is_not_enough(asked, why):
    person = a_participant()
    a_consent(person)

    with pytest.raises(Problems, match=why):
        let_out(person, **asked)


def test_a_consent_taken_back_ends_at_once():
    person = a_participant()
    consent = a_consent(person)
    let_out(person)

    revoke_consent(consent=consent, how="by phone", at=timezone.now(), on=today(), by=None)

    with pytest.raises(Problems, match="was revoked"):
        let_out(person)
    assert Disclosure.objects.count() == 1


def test_taking_back_again_changes_nothing():
    consent = a_consent(a_participant())
    first = revoke_consent(consent=consent, how="by phone", at=timezone.now(), on=today(), by=None)

    again = revoke_consent(consent=consent, how="by letter", at=timezone.now(), on=today(), by=None)

    assert (again.revoked_at, again.revoked_how) == (first.revoked_at, "by phone")


def test_audit_needs_no_consent_and_is_kept_as_such():
    kept = let_out(a_participant(), purpose=ReleasePurpose.AUDIT, without_consent=WithoutConsent.AUDIT)

    assert (kept.consent, kept.without_consent) == (None, "audit")


def test_the_rule_for_audits_is_for_nothing_else():
    with pytest.raises(Problems, match="audit or evaluation only"):
        let_out(a_participant(), without_consent=WithoutConsent.AUDIT)


def test_a_consent_has_to_say_everything():
    said = {"recipient": None, "purpose": None, "signed_on": None, "expires_on": None}

    with pytest.raises(Problems) as refused:
        record_consent(participant=a_participant(), classes=[], said=said, on=today(), by=None)

    assert {problem.field for problem in refused.value.problems} == {*said, "classes"}


def test_a_consent_cannot_end_before_it_was_signed():
    with pytest.raises(Problems):
        a_consent(a_participant(), expires_on=today() - timedelta(days=1))


def test_a_consent_ends_with_its_last_day():
    person = a_participant()
    consent = a_consent(person, signed_on=date(2026, 1, 5), expires_on=date(2026, 3, 31))
    noon = timezone.make_aware(timezone.datetime(2026, 3, 31, 12))

    assert stands(consent, on=date(2026, 3, 31), at=noon) is None
    assert "ended on 2026-03-31" in stands(consent, on=date(2026, 4, 1), at=noon + timedelta(days=1))
