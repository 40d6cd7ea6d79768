"""The defects planted for the beds A1 to A9, each put in place for a block and taken away after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import cluster
from django.db import connection
from psycopg.pq import TransactionStatus


def _as_superuser(*statements: str) -> None:
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
        for statement in statements:
            held.execute(statement)


@contextmanager
def a_missing_filter() -> Iterator[None]:
    """The caseload is not asked for: direct staff open whoever is in the program."""
    from alongside.access.policies import EVERYTHING, may_see_participant, may_see_participants

    rule, rows = may_see_participant.rule, may_see_participant._rows
    may_see_participant.rule = lambda actor, participant: (
        None if actor.role == "direct_staff" else may_see_participants(actor, participant)
    )
    may_see_participant._rows = lambda actor: EVERYTHING
    try:
        yield
    finally:
        may_see_participant.rule, may_see_participant._rows = rule, rows


@contextmanager
def a_route_outside_the_table() -> Iterator[None]:
    """A page that nobody put into the table of pages, and a middleware that lets through what it does not know."""
    from alongside.access import middleware
    from alongside.access.pages import PAGES

    page, real = PAGES.pop("participants"), middleware.EnforcePages._open

    def open_all(self: Any, request: Any, name: str) -> Any:
        return real(self, request, name) if name in PAGES else self.get_response(request)

    middleware.EnforcePages._open = open_all  # type: ignore[method-assign]
    try:
        yield
    finally:
        PAGES["participants"] = page
        middleware.EnforcePages._open = real  # type: ignore[method-assign]


@contextmanager
def a_table_without_its_policy() -> Iterator[None]:
    """One table whose row policy lets every program through."""
    _as_superuser("alter table participant disable row level security")
    try:
        yield
    finally:
        _as_superuser("alter table participant enable row level security")


@contextmanager
def a_policy_that_lets_through() -> Iterator[None]:
    """The guard is on, and says yes to everything."""
    _as_superuser("create policy slip on service_plan using (true)")
    try:
        yield
    finally:
        _as_superuser("drop policy slip on service_plan")


@contextmanager
def a_flipped_rule() -> Iterator[None]:
    """A consent that was taken back still stands."""
    from types import SimpleNamespace

    from alongside.records import releasing

    real = releasing.stands

    def flipped(consent: Any, **when: Any) -> str | None:
        names = ("signed_on", "starts_on", "expires_on")
        return real(SimpleNamespace(revoked_at=None, **{name: getattr(consent, name) for name in names}), **when)

    releasing.stands = flipped
    try:
        yield
    finally:
        releasing.stands = real


@contextmanager
def an_emergency_without_an_end() -> Iterator[None]:
    """Whom somebody once opened in an emergency stays open."""
    from alongside.access import policies
    from alongside.records.models import EmergencyAccess

    real = policies.in_force
    policies.in_force = lambda actor: EmergencyAccess.objects.filter(account_id=actor.user_id)
    try:
        yield
    finally:
        policies.in_force = real


@contextmanager
def a_review_of_ones_own() -> Iterator[None]:
    """The row policy that keeps a review from whoever opened is gone."""
    from alongside.access.row_policies import BESIDES

    (policy,) = BESIDES["emergency_review"]
    _as_superuser(f"drop policy {policy.name} on emergency_review")
    try:
        yield
    finally:
        _as_superuser(f"create policy {policy.name} on emergency_review {policy.as_sql()}")


@contextmanager
def a_setting_of_the_session() -> Iterator[None]:
    """The context is set for the session, not for the transaction."""
    from alongside.access.backend.base import DatabaseWrapper
    from alongside.access.context import current

    real = DatabaseWrapper._tell

    def tell(self: Any) -> None:
        context = current()
        if context == self._told or self.connection.info.transaction_status == TransactionStatus.INERROR:
            return
        settings = context.as_settings()
        words = ", ".join("set_config(%s, %s, false)" for _ in settings)
        with self.connection.cursor() as cursor:
            cursor.execute(f"select {words}", [value for pair in settings for value in pair])
        self._told = context

    DatabaseWrapper._tell = tell  # type: ignore[method-assign]
    try:
        yield
    finally:
        DatabaseWrapper._tell = real  # type: ignore[method-assign]


@contextmanager
def a_look_not_kept() -> Iterator[None]:
    """The pages about a participant forget to say that they were read."""
    from alongside.web import person

    real = person.record_read
    person.record_read = lambda *about, **said: None
    try:
        yield
    finally:
        person.record_read = real


@contextmanager
def a_trusted_field() -> Iterator[None]:
    """Whoever a hidden field of a form names is taken for one of the program's own."""
    from types import SimpleNamespace

    from alongside.web.views import seat_staff

    def named(pk: Any) -> Any:
        with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
            row = held.execute("select participant_id from participant where participant_id::text = %s", [str(pk)])
            found = [SimpleNamespace(pk=key) for (key,) in row]
        return SimpleNamespace(first=lambda: next(iter(found), None))

    real = seat_staff.Participant
    seat_staff.Participant = SimpleNamespace(objects=SimpleNamespace(filter=named))  # type: ignore[misc,assignment]
    try:
        yield
    finally:
        seat_staff.Participant = real  # type: ignore[misc]


@contextmanager
def a_logged_body() -> Iterator[None]:
    """What was sent is written to the log, to find a fault some day."""
    from alongside.access import middleware

    real = middleware.EnforcePages._open

    def open_and_tell(self: Any, request: Any, name: str) -> Any:
        if request.method == "POST" and name == "new_incident":
            middleware.log.warning("Sent to %s: %s", request.path, dict(request.POST))
        return real(self, request, name)

    middleware.EnforcePages._open = open_and_tell  # type: ignore[method-assign]
    try:
        yield
    finally:
        middleware.EnforcePages._open = real  # type: ignore[method-assign]


DEFECTS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "a missing filter": a_missing_filter,
    "a route outside the table": a_route_outside_the_table,
    "a table without its policy": a_table_without_its_policy,
    "a policy that lets through": a_policy_that_lets_through,
    "a flipped rule": a_flipped_rule,
    "an emergency without an end": an_emergency_without_an_end,
    "a review of one's own": a_review_of_ones_own,
    "a setting of the session": a_setting_of_the_session,
    "a look not kept": a_look_not_kept,
    "a trusted field": a_trusted_field,
    "a logged body": a_logged_body,
}
