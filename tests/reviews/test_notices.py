"""Notices: each told once, to whom it concerns, as they wish; the mail says counts, initials and a link."""

from datetime import timedelta

import pytest
from django.core import mail

from alongside.reviews.models import Notice, NoticeKind, Told
from alongside.reviews.notice_mail import send_waiting
from alongside.reviews.notices import Wished, choose_notices, tell
from people import TODAY, a_participant

pytestmark = pytest.mark.django_db
ADDRESS = "https://alongside.example"
MONDAY = TODAY - timedelta(days=TODAY.weekday())


def someone_overdue():
    """Enrolled long ago, with no document since: overdue, and named in the digest."""
    return a_participant(given_name="Wren", family_name="Alder", enrolled_on="2025-01-10")


def a_clock_that_ends_tomorrow():
    """The six-month update falls due the day after today."""
    return a_participant(given_name="Juniper", family_name="Quill", enrolled_on="2026-05-21", documents=["2026-05-21"])


def told(program, reader, acting_for, kind=None):
    with acting_for(program):
        found = Notice.objects.filter(reader=reader.user)
        return list(found.filter(kind=kind) if kind else found)


def test_a_clock_is_told_once_however_often_the_round_is_made(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        a_clock_that_ends_tomorrow()
    for _ in range(3):
        tell(TODAY, [program_a])

    (notice,) = [one for one in told(program_a, coordinator_a, acting_for, NoticeKind.CLOCK) if "PLAN-3" in one.cause]
    assert notice.lines[0]["rule"] == "PLAN-3"
    assert "Juniper" not in str(notice.lines)


def test_what_is_owed_later_or_was_owed_long_ago_waits_for_the_week(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        someone_overdue()
        a_participant(enrolled_on="2026-06-21", documents=["2026-06-21"])
    tell(TODAY, [program_a])

    assert told(program_a, coordinator_a, acting_for, NoticeKind.CLOCK) == []
    (digest,) = told(program_a, coordinator_a, acting_for, NoticeKind.DIGEST)
    assert all(line["count"] and line["next_step"] for line in digest.lines)


def test_the_week_is_told_once_a_week_from_the_day_chosen(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        someone_overdue()
    choose_notices(actor=coordinator_a, wish=Wished(digest_weekday=2))
    counts = []
    for day in range(9):
        tell(MONDAY + timedelta(days=day), [program_a])
        counts.append(len(told(program_a, coordinator_a, acting_for, NoticeKind.DIGEST)))

    assert counts == [0, 0, 1, 1, 1, 1, 1, 1, 1]
    tell(MONDAY + timedelta(days=9), [program_a])
    assert len(told(program_a, coordinator_a, acting_for, NoticeKind.DIGEST)) == 2


def test_only_who_can_do_something_is_told(
    program_a, coordinator_a, biller_a, state_reviewer_a, participant_a, acting_for
):
    with acting_for(program_a):
        a_clock_that_ends_tomorrow()
    tell(TODAY, [program_a])

    assert told(program_a, coordinator_a, acting_for)
    for nobody in (biller_a, state_reviewer_a, participant_a):
        assert told(program_a, nobody, acting_for) == []


def test_another_program_is_told_nothing(program_a, program_b, coordinator_b, acting_for):
    with acting_for(program_a):
        a_clock_that_ends_tomorrow()
    tell(TODAY, [program_a, program_b])

    assert told(program_b, coordinator_b, acting_for) == []


def test_the_mail_says_counts_initials_and_a_link(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        a_clock_that_ends_tomorrow()
        someone_overdue()
    tell(TODAY, [program_a])

    assert send_waiting([program_a], address=ADDRESS) == 1
    (message,) = mail.outbox
    assert message.to == [coordinator_a.user.email]
    text = message.subject + message.body
    assert "J. Q." in text
    assert f"{ADDRESS}/notices/" in text
    assert not any(word in text for word in ("Juniper", "Quill", "Wren", "Alder", "PLAN", "update", "Medicaid"))


def test_a_mail_goes_out_once(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        someone_overdue()
    tell(TODAY, [program_a])
    for _ in range(3):
        send_waiting([program_a], address=ADDRESS)

    assert len(mail.outbox) == 1
    assert all(one.mailed_at for one in told(program_a, coordinator_a, acting_for))


def test_a_mail_that_is_refused_is_tried_again(program_a, coordinator_a, acting_for, monkeypatch):
    with acting_for(program_a):
        someone_overdue()
    tell(TODAY, [program_a])

    def refuses(*_args, **_more):
        raise OSError("no mail server")

    with monkeypatch.context() as patched:
        patched.setattr("alongside.reviews.notice_mail.send_mail", refuses)
        assert send_waiting([program_a], address=ADDRESS) == 0
    assert send_waiting([program_a], address=ADDRESS) == 1
    assert len(mail.outbox) == 1


def test_who_wants_no_mail_gets_none(program_a, coordinator_a, acting_for):
    with acting_for(program_a):
        someone_overdue()
        a_clock_that_ends_tomorrow()
    choose_notices(actor=coordinator_a, wish=Wished(digest=Told.NOT, at_once=Told.HERE))
    tell(TODAY, [program_a])

    assert send_waiting([program_a], address=ADDRESS) == 0
    assert {one.kind for one in told(program_a, coordinator_a, acting_for)} == {NoticeKind.CLOCK}
