"""Discharges and their summaries."""

from datetime import date

import pytest

from alongside.records import actions
from alongside.records.problems import Problems
from people import TODAY, a_participant, discharged

pytestmark = pytest.mark.django_db


def test_a_discharge_ends_the_enrollment(in_program_a):
    uma = a_participant()
    ended = discharged(uma, discharged_on="2026-10-01", cause="agreed", planned_reason="Outcomes reached.")

    assert ended.participant == uma
    assert uma.enrollments.get().discharge == ended
    assert not uma.enrollments.open().exists()


def test_a_summary_says_that_there_is_one(in_program_a):
    ended = discharged(a_participant(), has_summary=False)
    actions.record_discharge_summary(discharge=ended, reason="Moved away.", on=TODAY, by=None)

    ended.refresh_from_db()
    assert (ended.has_summary, ended.version) == (True, 2)
    with pytest.raises(Problems, match="a discharge without a summary"):
        actions.record_discharge_summary(discharge=ended, reason="Moved away.", on=TODAY, by=None)


def test_an_enrollment_is_discharged_once(in_program_a):
    enrollment = discharged(a_participant()).enrollment
    with pytest.raises(Problems, match="an enrollment not yet discharged"):
        actions.discharge(enrollment=enrollment, discharged_on=TODAY, is_planned=True, on=TODAY, by=None)


def test_nobody_is_discharged_before_enrollment(in_program_a):
    uma = a_participant(enrolled_on="2026-03-02")
    with pytest.raises(Problems, match="no earlier than 2026-03-02, the enrollment"):
        discharged(uma, discharged_on="2026-03-01")
    discharged(uma, discharged_on="2026-03-02")


def test_what_nobody_recorded_stays_unknown(in_program_a):
    uma = a_participant()
    ended = actions.discharge(enrollment=uma.enrollments.get(), discharged_on=TODAY, is_planned=None, on=TODAY, by=None)
    ended.refresh_from_db()
    assert (ended.is_planned, ended.cause, ended.has_summary) == (None, None, None)


def test_a_signature_has_a_signer_and_is_of_the_past(in_program_a):
    ended = discharged(a_participant(), has_summary=False)
    with pytest.raises(Problems, match="coordinator_signed_by: found nothing"):
        actions.record_discharge_summary(discharge=ended, coordinator_signed_on=TODAY, on=TODAY, by=None)
    with pytest.raises(Problems, match="participant_signed_on: found 2026-11-21"):
        actions.record_discharge_summary(discharge=ended, participant_signed_on=date(2026, 11, 21), on=TODAY, by=None)
