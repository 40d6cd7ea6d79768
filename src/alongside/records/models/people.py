"""The people who serve: a person, their jobs, and the papers that go with a job."""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .agencies import Provider
from .peer_agency_words import Engagement
from .peer_words import IllinoisCredential
from .record import Known, ProgramRecord, day, hours, in_order, only_words, row_key, word, yes
from .words import CredentialKind


class Person(ProgramRecord):
    """A human being. With two jobs, one person and two staff members."""

    id = row_key("person_id")
    family_name = models.TextField(blank=True, default="")
    given_name = models.TextField(blank=True, default="")
    email = Known()
    phone = Known()

    class Meta:
        db_table = "person"
        verbose_name_plural = "people"
        ordering = ["family_name", "given_name"]

    @property
    def name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}".strip()


class StaffMembers(models.QuerySet[Any]):
    """Staff members, with the adjectives of their time."""

    def current(self, on: datetime.date) -> Self:
        """Those employed on that day, last day included."""
        return self.filter(Q(started_on__lte=on), Q(ended_on__isnull=True) | Q(ended_on__gte=on))


class StaffMember(ProgramRecord):
    """One person in one job at one provider. Known to readers by the staff number. Duties run from `started_on`."""

    id = row_key("staff_id")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="jobs")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="staff", null=True, blank=True)
    staff_number = models.TextField()
    title = Known()
    started_on = day()
    ended_on = day()
    engagement = word(Engagement)
    is_full_time = yes()

    objects = StaffMembers.as_manager()

    class Meta:
        db_table = "staff"
        verbose_name = "staff member"
        ordering = ["staff_number"]
        constraints = [
            UniqueConstraint(fields=["program", "staff_number"], name="staff_known_as"),
            CheckConstraint(name="staff_staff_number_written", condition=~Q(staff_number__regex=r"^\s*$")),
            in_order("staff", "started_on", "ended_on"),
            only_words("staff", "engagement", Engagement),
        ]

    @property
    def name(self) -> str:
        """The name of the person in the job."""
        return self.person.name


class Credentials(models.QuerySet[Any]):
    """Credentials, with the adjectives of their time."""

    def current(self, on: datetime.date) -> Self:
        """Those in force on that day. One without an issue day counts as issued."""
        issued = Q(issued_on__isnull=True) | Q(issued_on__lte=on)
        return self.filter(issued, Q(expires_on__isnull=True) | Q(expires_on__gte=on))


class Credential(ProgramRecord):
    """A dated qualification of a staff member. `education_hours` are those of continuing education since its issue."""

    id = row_key("credential_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="credentials")
    kind = word(CredentialKind, IllinoisCredential)
    number = Known()
    issuer = Known()
    issued_on = day()
    expires_on = day()
    renewal_asked_on = day()
    education_hours = hours()
    specific_hours = hours()
    ethics_hours = hours()
    core_hours = hours()
    has_extension = yes()

    objects = Credentials.as_manager()

    class Meta:
        db_table = "credential"
        ordering = ["-expires_on"]
        constraints = [
            only_words("credential", "kind", CredentialKind, IllinoisCredential),
            in_order("credential", "issued_on", "expires_on"),
        ]


class BackgroundCheck(ProgramRecord):
    """A caregiver background check: its three items, each with the day of the paper, and its confirmation on F-02565.

    The items are the disclosure form F-82064, the answer of the Department of Justice and the letter of the Department
    of Health Services.
    """

    id = row_key("background_check_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="background_checks")
    completed_on = day()
    confirmed_on = day()
    disclosure_on = day()
    justice_on = day()
    letter_on = day()

    class Meta:
        db_table = "background_check"
        ordering = ["-completed_on"]


class ChangedCircumstance(ProgramRecord):
    """Something that became known of a staff member and calls for a new background check, such as an arrest."""

    id = row_key("changed_circumstance_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="changed_circumstances")
    known_on = day()
    what = Known()

    class Meta:
        db_table = "changed_circumstance"
        verbose_name = "change of circumstances"
        ordering = ["-known_on"]
