"""Users, programs, and which user is what in which program."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, F, Q, QuerySet, UniqueConstraint
from django.db.models.functions import Lower

from .roles import SEATS, Role

# Small letters, digits, dots and hyphens: nothing that looks like an email, nor different on another keyboard.
SIGN_IN_NAME = r"^[a-z][a-z0-9.-]{3,39}$"


class UserManager(BaseUserManager["User"]):
    """Finds users by email, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The user with this email. Raises User.DoesNotExist."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """Someone who signs in: by email, or by a name chosen where there is none, as participants may. A user of several
    programs has a membership in each."""

    id: models.UUIDField[UUID, UUID] = models.UUIDField(
        primary_key=True, default=uuid4, editable=False, db_column="user_id"
    )
    email = models.EmailField(unique=True, null=True, blank=True)
    sign_in_name = models.CharField(max_length=40, unique=True, null=True, blank=True)
    name = models.TextField()
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        db_table = "user_account"
        ordering = ["name"]
        constraints = [
            CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_lower_case"),
            CheckConstraint(condition=Q(sign_in_name__regex=SIGN_IN_NAME), name="user_sign_in_name_is_plain"),
            CheckConstraint(
                condition=Q(email__isnull=False) | Q(sign_in_name__isnull=False), name="user_signs_in_by_something"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Emails are kept in lower case, so that a person has one account; no email is NULL."""
        self.email = (self.email or "").lower() or None

    @property
    def signs_in_as(self) -> str:
        """What this user types to sign in."""
        return self.email or self.sign_in_name or ""


class ProgramKind(models.TextChoices):
    """Who runs a program."""

    COUNTY = "county", "County"
    TRIBAL = "tribal", "Tribal nation"
    AGENCY = "agency", "Agency"


class Program(models.Model):
    """The county, Tribal or other agency approved to offer the service. The boundary of all data."""

    id: models.UUIDField[UUID, UUID] = models.UUIDField(
        primary_key=True, default=uuid4, editable=False, db_column="program_id"
    )
    name = models.TextField(unique=True)
    kind = models.TextField(choices=ProgramKind.choices, default=ProgramKind.COUNTY)
    pack = models.TextField(default="wisconsin_crs", help_text="The pack of rules this program works under.")
    is_sign_off_asked = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Whether participants see a note only once it is signed off.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "program"
        ordering = ["name"]
        constraints = [
            CheckConstraint(condition=Q(kind__in=ProgramKind.values), name="program_kind_is_a_known_word"),
        ]

    def __str__(self) -> str:
        return self.name


class Memberships(QuerySet["Membership"]):
    """Questions asked of memberships."""

    def current(self, on: date) -> Memberships:
        """Those in force on a day, first and last day included, but for those ended at once."""
        return self.filter(starts_on__lte=on, ended_at=None).filter(Q(ends_on=None) | Q(ends_on__gte=on))


class Membership(models.Model):
    """A user's role in a program, from a day to a day. `provider_id` narrows it to one provider's staff;
    `staff_id` says which staff member the user is. It is the actor that policies ask about.

    A participant's own seat, or a representative's, names the participant; the representative's names by which record
    of authority. `ended_at` ends one at once, `ends_on` with a day."""

    id: models.UUIDField[UUID, UUID] = models.UUIDField(
        primary_key=True, default=uuid4, editable=False, db_column="membership_id"
    )
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="memberships", db_index=False)
    role = models.TextField(choices=Role.choices)
    provider_id: models.UUIDField[UUID | None, UUID | None] = models.UUIDField(null=True, blank=True)
    staff_id: models.UUIDField[UUID | None, UUID | None] = models.UUIDField(null=True, blank=True)
    participant_id: models.UUIDField[UUID | None, UUID | None] = models.UUIDField(null=True, blank=True)
    representative_id: models.UUIDField[UUID | None, UUID | None] = models.UUIDField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Memberships.as_manager()

    class Meta:
        db_table = "membership"
        ordering = ["program__name", "role"]
        constraints = [
            UniqueConstraint(
                fields=["program", "user", "role", "participant_id", "starts_on"],
                name="membership_once",
                nulls_distinct=False,
            ),
            CheckConstraint(
                condition=(Q(role__in=sorted(SEATS)) & Q(participant_id__isnull=False))
                | (~Q(role__in=sorted(SEATS)) & Q(participant_id=None)),
                name="membership_seat_is_a_participants",
            ),
            CheckConstraint(
                condition=(Q(role=Role.REPRESENTATIVE) & Q(representative_id__isnull=False))
                | (~Q(role=Role.REPRESENTATIVE) & Q(representative_id=None)),
                name="membership_representative_by_authority",
            ),
            CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_a_known_word"),
            CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {Role(self.role).label} of {self.program}"

    @property
    def is_seat(self) -> bool:
        """Whether this is a participant's own seat, or that of somebody who acts for one."""
        return self.role in SEATS

    def has_role(self, *roles: Any) -> bool:
        """Whether this membership's role is one of these."""
        return self.role in roles
