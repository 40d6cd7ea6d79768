"""Making users, programs and memberships. Who may is asked by the caller, in `policies.py`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction

from .context import acting
from .models import Membership, Program, ProgramKind, User
from .roles import Role


@transaction.atomic
def create_user(
    *,
    email: str | None = None,
    sign_in_name: str | None = None,
    name: str,
    password: str | None = None,
    by: User | None,
) -> User:
    """A new user. Without a password they set one through "Forgot your password". The inviter vouches for the email.

    Who has no email signs in by a name: small letters, digits, dots and hyphens.

    Raises ValidationError where the email is taken or none. Outside any program: whether an email is taken is asked
    of all users, and inside a program only its own are seen.
    """
    user = User(email=(email or "").strip().lower() or None, sign_in_name=sign_in_name, name=name.strip())
    user.set_password(password)
    with acting(program=None, actor=by):
        user.full_clean(exclude=["password"])
        user.save(force_insert=True)
        if user.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def create_program(
    *, name: str, kind: str = ProgramKind.COUNTY, pack: str = "wisconsin_crs", by: User | None
) -> Program:
    """A new program, empty."""
    program = Program(name=name.strip(), kind=kind, pack=pack)
    with acting(program=program, actor=by):
        program.clean_fields()
        program.save(force_insert=True)
    return program


@transaction.atomic
def ask_for_sign_off(*, program: Program, is_asked: bool, by: User | None) -> Program:
    """Choose when participants see a note in their own seat: once it is signed, or once it is signed off."""
    program.is_sign_off_asked = is_asked
    with acting(program=program, actor=by):
        program.save(update_fields=["is_sign_off_asked"])
    return program


@transaction.atomic
def join(
    *,
    user: User,
    program: Program,
    role: Role,
    starts_on: date,
    provider_id: UUID | None = None,
    staff_id: UUID | None = None,
    participant_id: UUID | None = None,
    representative_id: UUID | None = None,
    ends_on: date | None = None,
    by: User | None,
) -> Membership:
    """Give a user a role in a program from a day on. A seat names whose it is, and by whose authority."""
    membership = Membership(
        user=user, program=program, role=role, starts_on=starts_on, ends_on=ends_on, provider_id=provider_id,
        staff_id=staff_id, participant_id=participant_id, representative_id=representative_id,
    )  # fmt: skip
    with acting(program=program, actor=by):
        membership.clean_fields(exclude=["user", "program"])  # the database holds these; a newcomer is not seen yet
        membership.save(force_insert=True)
    return membership


@transaction.atomic
def leave(*, membership: Membership, ends_on: date, by: User | None) -> Membership:
    """End a membership with a day, the last one it holds on."""
    membership.ends_on = ends_on
    with acting(program=membership.program_id, actor=by):
        membership.save(update_fields=["ends_on"])
    return membership
