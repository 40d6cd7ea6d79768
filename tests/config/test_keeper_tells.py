"""The keeper's round tells people, by mail and on their pages, once however many rounds and keepers there are."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connections

from alongside.access.clock import today
from alongside.access.models import Program
from alongside.config import keeper
from alongside.reviews.notice_mail import send_waiting
from alongside.reviews.notices import tell
from people import a_participant

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def somebody_overdue(program_a, coordinator_a, acting_for):
    """Enrolled long ago without a document since."""
    with acting_for(program_a):
        a_participant(enrolled_on="2025-01-10")
    return coordinator_a


def test_a_round_tells_once(somebody_overdue, as_superuser, tmp_path, settings):
    settings.ALONGSIDE_DATA = tmp_path
    for _ in range(2):
        keeper._tell_next[0] = 0
        keeper.keep_house()

    assert [message.to for message in mail.outbox] == [[somebody_overdue.user.email]]
    assert as_superuser.execute("select count(*) from notice where mailed_at is null").fetchone() == (0,)


def test_two_keepers_at_once_tell_once(somebody_overdue, as_superuser):
    programs = list(Program.objects.using("owner"))

    def round_(_nth):
        try:
            tell(today(), programs)
            return send_waiting(programs, address="https://alongside.example")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as keepers:
        sent = sum(keepers.map(round_, range(4)))

    assert sent == len(mail.outbox) == 1
    told = as_superuser.execute("select count(*), count(distinct cause) from notice").fetchone()
    assert told[0] == told[1] > 0


def test_what_one_keeper_holds_no_other_sends(somebody_overdue, as_superuser):
    programs = list(Program.objects.using("owner"))
    tell(today(), programs)
    as_superuser.execute("select 1 from notice for update")
    with connections["default"].cursor() as cursor:
        cursor.execute("set lock_timeout = '2s'")

    assert send_waiting(programs, address="https://alongside.example") == 0
    assert mail.outbox == []
    connections["default"].close()
