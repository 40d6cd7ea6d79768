"""The first administrator of a program: the one account nobody inside can make. Run where the database is at hand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .commands import CannotRun, database_errors, ready_as_owner

if TYPE_CHECKING:
    from alongside.access.models import Program, User

COUNTIES = "wisconsin_crs"


@dataclass(frozen=True)
class Made:
    """What was made and what was there. `link` sets a password once; empty where one is set."""

    program: str
    person: str
    email: str
    is_program_new: bool
    is_person_new: bool
    had_role: bool
    link: str
    days_valid: int

    def said(self) -> list[str]:
        """In sentences."""
        role = "was its administrator already" if self.had_role else "is its administrator from today"
        lines = [f"{self.program} was made."] if self.is_program_new else []
        lines.append(
            f"{self.person} ({self.email}) {role}{'' if self.is_person_new else ', with the account there was'}."
        )
        if self.link:
            lines += [f"The password is set by opening this address, once, within {self.days_valid} days:", self.link]
        return lines


def make(
    *, program: str, email: str, name: str, password: str | None, is_tribal: bool, may_make_program: bool, address: str,
    on: datetime.date, pack: str = COUNTIES,
) -> Made:  # fmt: skip
    """Make the program where there is none yet, the user where the email is new, and the role.

    Without a password there is a link that sets one; who has a password keeps it. A further program is only made with
    `may_make_program`, so that a slip in its name makes none. It works under the `pack`. Raises CannotRun.
    """
    ready_as_owner()
    from django.conf import settings

    with database_errors():
        here = _program_to_join(program, may_make_program=may_make_program)
        person, is_person_new = _person(email, name, password)
        joined = here or _made(program, pack, is_tribal=is_tribal)
        had_role = _give_role(joined, person, on)
        needs_link = not person.has_usable_password()
        return Made(
            program=joined.name, person=person.name, email=str(person.email), is_program_new=here is None,
            is_person_new=is_person_new, had_role=had_role, days_valid=settings.PASSWORD_RESET_TIMEOUT // 86_400,
            link=f"{address.rstrip('/')}{_path_to_set_password(person)}" if needs_link else "",
        )  # fmt: skip


def own_address() -> str:
    """Where the pages are probably served: the first host of ALONGSIDE_HOSTS, else this machine."""
    ready_as_owner()
    from django.conf import settings

    host = next((host for host in settings.ALLOWED_HOSTS if host != "*"), "127.0.0.1")
    return "http://127.0.0.1:8000" if host in ("127.0.0.1", "localhost") else f"https://{host}"


def known(email: str) -> str:
    """The name of whoever has this email already; empty where nobody has."""
    ready_as_owner()
    with database_errors():
        found = _known(email)
        return found.name if found else ""


def _program_to_join(name: str, *, may_make_program: bool) -> Program | None:
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.access.models import Program

    programs = dict(Program.objects.using("owner").values_list("name", "pk"))
    if (there_is := programs.get(name.strip())) is not None:
        with acting(program=there_is), transaction.atomic():
            return Program.objects.get(pk=there_is)
    if programs and not may_make_program:
        there = ", ".join(sorted(programs))
        raise CannotRun(f"There is no program named {name!r}. Programs here: {there}. Make another one with --new.")
    return None


def _made(name: str, pack: str, *, is_tribal: bool) -> Program:
    from django.core.exceptions import ValidationError

    from alongside.access.actions import create_program
    from alongside.access.models import ProgramKind
    from alongside.packs import PACKS

    if pack not in PACKS:
        raise CannotRun(f"--pack {pack!r}: there is no such pack. There are: {', '.join(PACKS)}.")
    if is_tribal and pack != COUNTIES:
        raise CannotRun(f"--tribal: under {pack} programs are agencies. Leave it out.")
    kind = ProgramKind.TRIBAL if is_tribal else ProgramKind.COUNTY if pack == COUNTIES else ProgramKind.AGENCY
    try:
        return create_program(name=name, kind=kind, pack=pack, by=None)
    except ValidationError as error:
        raise CannotRun(f"--program {name!r}: {' '.join(error.messages)}") from None


def _known(email: str) -> User | None:
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.access.models import User

    with acting(program=None, actor=None), transaction.atomic():
        return User.objects.filter(email=email.strip().lower()).first()


def _person(email: str, name: str, password: str | None) -> tuple[User, bool]:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from alongside.access.actions import create_user
    from alongside.access.models import User

    if (there := _known(email)) is not None:
        return there, False
    if not name.strip():
        raise CannotRun("--name is missing: the name of the administrator, as others will see it.")
    try:
        if password is not None:
            validate_password(password, User(email=email, name=name))
        return create_user(email=email, name=name, password=password, by=None), True
    except ValidationError as error:
        raise CannotRun(" ".join(error.messages)) from None


def _give_role(program: Program, person: User, on: datetime.date) -> bool:
    """Whether the person had the role; else it is given."""
    from django.db import transaction

    from alongside.access.actions import join
    from alongside.access.context import acting
    from alongside.access.models import Membership
    from alongside.access.roles import Role

    with acting(program=program), transaction.atomic():
        memberships = Membership.objects.current(on)
        if memberships.filter(program=program, user=person, role=Role.ADMINISTRATOR).exists():
            return True
    join(user=person, program=program, role=Role.ADMINISTRATOR, starts_on=on, by=None)
    return False


def _path_to_set_password(person: User) -> str:
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.urls import reverse

    key = default_token_generator.make_token(person)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})
