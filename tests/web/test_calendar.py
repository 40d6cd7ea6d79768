"""The calendar page, how its meetings are joined, and the private addresses calendar programs read."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from icalendar import Calendar

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.feed_addresses import READS_IN_AN_HOUR, TRIES_IN_AN_HOUR
from alongside.access.roles import Role
from alongside.packs.wisconsin_crs.readings_of_days import LAST_DAY
from alongside.records.actions.library import say_how_to_join
from alongside.reviews.feeds import make_feed
from alongside.reviews.models import CalendarFeed, Oversight, ReadingChoice
from people import a_participant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


@pytest.fixture
def juniper(program_a, acting_for):
    """Somebody whose six-month update falls due this month or next."""
    with acting_for(program_a):
        enrolled_on = today() - timedelta(days=160)
        return a_participant(
            given_name="Juniper", family_name="Quill", enrolled_on=f"{enrolled_on}", documents=[f"{enrolled_on}"]
        )


def months():
    return [f"{today():%Y-%m}", f"{today() + timedelta(days=31):%Y-%m}"]


def feed_at(client, actor, scope="own", names="nobody", **more):
    with acting(program=actor.program):
        _, secret = make_feed(actor=actor, scope=scope, names=names)
    return client.get(f"/calendar/feed/{secret}.ics", **more), secret


def test_a_month_shows_what_falls_due_with_its_reason(client, as_user, coordinator_a, juniper):
    as_user(client, coordinator_a)
    pages = [client.get(f"/calendar/?month={month}").content.decode() for month in months()]

    month, page = next((m, p) for m, p in zip(months(), pages, strict=True) if "Six-month update, Juniper Quill" in p)
    on = re.search(r'day=(\d{4}-\d{2}-\d{2})#day"[^>]*>(?:(?!</li>).)*Six-month update', page, re.DOTALL)[1]
    day = client.get(f"/calendar/?month={month}&day={on}", headers={"HX-Request": "true"}).content.decode()
    assert "/why/PLAN-3/" in day
    assert "Next:" in day
    assert "<html" not in day


@pytest.mark.parametrize(
    "query", ["month=2026-13", "month=x", "month=٢٠٢٦-١١", "day=nothing", "month=9999-12", "whose=all"]
)
def test_odd_addresses_show_a_month(client, as_user, coordinator_a, query):
    assert as_user(client, coordinator_a).get(f"/calendar/?{query}").status_code == 200


def test_meetings_and_closed_offices_stand_on_it(client, as_user, member, program_a):
    as_user(client, member(program_a, Role.DIRECT_STAFF))

    october = client.get("/calendar/?month=2026-10&day=2026-10-21").content.decode()
    assert "10:00 to 12:00" in october
    assert "Quarterly meeting of CRS programs" in october
    assert "Columbus Day" in october
    assert "State offices are closed" in client.get("/calendar/?month=2026-12&day=2026-12-24").content.decode()


@pytest.mark.parametrize("choice,shows_both", [("rolled", True), ("strict", False)])
def test_a_last_day_on_a_weekend_shows_both_days(
    client, as_user, coordinator_a, program_a, acting_for, choice, shows_both
):
    """Unless the program reads the silence about it otherwise (`last_day`)."""
    assert choice in LAST_DAY.choices
    with acting_for(program_a):
        ReadingChoice.objects.create(
            program=program_a, reading=LAST_DAY.id, choice=choice, reason="So.", chosen_by=coordinator_a.user
        )
        day = today() + timedelta(days=20)
        day += timedelta(days=(5 - day.weekday()) % 7)  # a Saturday
        enrolled_on = day.replace(year=day.year - 1)
        a_participant(enrolled_on=f"{enrolled_on}", documents=[f"{enrolled_on}"])
    page = as_user(client, coordinator_a).get(f"/calendar/?month={day:%Y-%m}&day={day}").content.decode()

    assert "Annual recertification" in page
    assert ("rolled over to <strong>" in page) == shows_both


def test_a_documentation_oversight_has_its_days_on_it(
    client, as_user, coordinator_a, direct_staff_a, program_a, acting_for
):
    with acting_for(program_a):
        Oversight.objects.create(
            program=program_a, title="2026", state="named", packet_due_strict_on="2026-12-24",
            packet_due_on="2026-12-28", packet_due_calendar="weekdays",
        )  # fmt: skip
    page = as_user(client, coordinator_a).get("/calendar/?month=2026-12&day=2026-12-24").content.decode()

    assert "Documentation oversight: packet due" in page
    assert "rolled over to <strong>Monday" in page
    assert "/oversights/" in page
    other = as_user(client, direct_staff_a).get("/calendar/?month=2026-12&day=2026-12-24").content.decode()
    assert "Documentation oversight: packet due" not in other


def test_how_to_join_is_said_by_those_who_run_the_program(client, as_user, coordinator_a, biller_a):
    as_user(client, coordinator_a)
    wrong = client.post("/calendar/joining/", {"address": "meet here"})
    said = {"address": "https://meet.example/crs", "phone": "608-555-0100", "conference_id": "42#"}
    client.post("/calendar/joining/", said)

    assert wrong.status_code == 422
    assert "https://meet.example/crs" in client.get("/calendar/").content.decode()
    as_user(client, biller_a)
    assert "https://meet.example/crs" in client.get("/calendar/").content.decode()
    assert client.get("/calendar/joining/").status_code == 403


def test_an_address_is_shown_once_and_only_its_hash_is_kept(client, as_user, coordinator_a, program_a, acting_for):
    as_user(client, coordinator_a)
    page = client.post("/calendar/addresses/", {"scope": "own", "names": "nobody"}, follow=True).content.decode()
    secret = re.search(r"/calendar/feed/([\w-]{43})\.ics", page)[1]

    assert secret not in client.get("/calendar/addresses/").content.decode()
    with acting_for(program_a):
        assert secret not in str(CalendarFeed.objects.values().get())
    client.logout()
    assert client.get(f"/calendar/feed/{secret}.ics").status_code == 200


def test_a_feed_is_a_calendar_without_names(client, coordinator_a, juniper, program_a):
    with acting(program=program_a):
        details = {"address": "https://meet.example/crs", "phone": None, "conference_id": None, "remark": None}
        say_how_to_join(program=program_a, version=0, said=details, on=today(), by=None)
    response, _ = feed_at(client, coordinator_a)
    text = response.content.decode()

    assert response.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(text).walk("VEVENT")
    titles = [str(event["summary"]) for event in events]
    assert "Six-month update: a participant" in titles
    meeting = next(event for event in events if "Quarterly meeting" in event["summary"])
    assert (meeting["dtend"].dt - meeting["dtstart"].dt) == timedelta(hours=2)
    assert meeting["dtstart"].dt.astimezone(ZoneInfo("America/Chicago")).hour == 10
    assert "https://meet.example/crs" in meeting["description"]
    assert len({event["uid"] for event in events}) == len(events)
    assert not {"Juniper", "Quill", "J. Q."} & set(re.findall(r"[A-Z]\. [A-Z]\.|\w+", text))


def test_initials_only_where_the_reader_chose_them(client, coordinator_a, juniper):
    response, _ = feed_at(client, coordinator_a, names="initials")

    assert "Six-month update: J. Q." in response.content.decode()
    assert "Juniper" not in response.content.decode()


def test_each_reading_is_in_the_ledger_with_whom_it_listed(client, coordinator_a, juniper):
    feed_at(client, coordinator_a)
    assert who_looked(juniper, coordinator_a)


def who_looked(person, actor):
    with acting(program=actor.program, actor=None), connection.cursor() as cursor:
        cursor.execute("select act, about from alongside_who_looked(%s, null, 50)", [person.pk])
        return ("export", "calendar_feed") in cursor.fetchall()


def test_a_revoked_address_gives_nothing(client, as_user, coordinator_a, program_a):
    _, secret = feed_at(client, coordinator_a)
    with acting(program=program_a):
        key = CalendarFeed.objects.get().pk
    as_user(client, coordinator_a).post(f"/calendar/addresses/{key}/revoke/")
    client.logout()

    assert client.get(f"/calendar/feed/{secret}.ics").status_code == 404


def test_a_new_address_ends_the_old_one(client, coordinator_a):
    _, old = feed_at(client, coordinator_a)
    _, new = feed_at(client, coordinator_a)

    assert client.get(f"/calendar/feed/{old}.ics").status_code == 404
    assert client.get(f"/calendar/feed/{new}.ics").status_code == 200


def test_who_lost_the_role_reads_nothing(client, coordinator_a, program_a):
    _, secret = feed_at(client, coordinator_a)
    with acting(program=program_a):
        coordinator_a.ends_on = today() - timedelta(days=1)
        coordinator_a.save()

    assert client.get(f"/calendar/feed/{secret}.ics").status_code == 404


def test_nobody_ends_another_ones_address(client, as_user, coordinator_a, administrator_a, program_a):
    feed_at(client, coordinator_a)
    with acting(program=program_a):
        key = CalendarFeed.objects.get().pk

    assert as_user(client, administrator_a).post(f"/calendar/addresses/{key}/revoke/").status_code == 404


def test_the_programs_days_are_not_for_everyone(client, as_user, direct_staff_a):
    as_user(client, direct_staff_a)

    assert client.post("/calendar/addresses/", {"scope": "program", "names": "nobody"}).status_code == 422


def test_guessing_is_slowed_and_reading_too(client, coordinator_a, caplog):
    _, secret = feed_at(client, coordinator_a)
    for _ in range(READS_IN_AN_HOUR - 1):
        assert client.get(f"/calendar/feed/{secret}.ics").status_code == 200
    assert client.get(f"/calendar/feed/{secret}.ics").status_code == 429
    for _ in range(TRIES_IN_AN_HOUR):
        assert client.get("/calendar/feed/guess.ics").status_code == 404
    assert client.get("/calendar/feed/guess.ics").status_code == 429
    assert secret not in caplog.text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_feed_is_only_read(client, method):
    assert getattr(client, method)("/calendar/feed/x.ics").status_code == 405
