"""What the command line does with a database. Each function readies Django first; importing this imports none of it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.access.models import Program
    from alongside.exchange.demo_county import DemoCounty
    from alongside.ledger.findings import Report


UNDEFINED_TABLE = "42P01"


class CannotRun(Exception):
    """The command cannot do its work. The text says why and what to do."""


def ready() -> None:
    """Ready Django. Safe at any time. Raises CannotRun where the environment names a database that cannot be."""
    import django

    from .databases import BadAddress

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    try:
        django.setup()
    except BadAddress as error:
        raise CannotRun(str(error)) from None


def migrate() -> None:
    """Bring the database up to the code, as the owner."""
    ready_as_owner()
    from django.core.management import call_command

    with database_errors():
        call_command("migrate", database="owner", verbosity=0)


def serve(*, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve until interrupted. The embedded database is migrated first; a server of one's own is only checked."""
    ready()
    _refuse_a_taken_port(host, port)
    if not os.environ.get("DATABASE_URL"):
        migrate()
    _refuse_unless_fit()
    from .serve import run

    run(host, port)


def demo(*, port: int = 8000, host: str = "127.0.0.1", announce: Callable[[DemoCounty], None]) -> None:
    """Serve an invented county from the embedded database. `announce` is given the sign-ins before serving starts."""
    if os.environ.get("DATABASE_URL"):
        raise CannotRun("The demo brings its own database. Unset DATABASE_URL, so that none of yours is filled.")
    os.environ["ALONGSIDE_DEMO"] = "1"
    os.environ.setdefault("ALONGSIDE_ADDRESS", f"http://{host}:{port}")
    ready()
    _refuse_a_taken_port(host, port)
    migrate()
    from alongside.access.clock import today
    from alongside.exchange.demo_county import load

    from .demo_reviews import add_reviews

    with database_errors():
        county = load(on=today())
        add_reviews(on=today())
    _refuse_unless_fit()
    announce(county)
    from .serve import run

    run(host, port)


def verify(checkpoint: Path | None = None) -> Report:
    """Check the ledger, against a checkpoint kept outside where one is given; then what was signed, against both."""
    ready_as_owner()
    from django.conf import settings

    from alongside.ledger.checkpoints import BadNote, read
    from alongside.ledger.verify import verify as check

    try:
        outside = read(checkpoint.read_text(encoding="utf-8")) if checkpoint else None
    except OSError as error:
        raise CannotRun(f"{checkpoint} cannot be read: {error.strerror}.") from None
    except (BadNote, UnicodeDecodeError) as error:
        raise CannotRun(f"{checkpoint}: {error}") from None
    with database_errors():
        report = check(settings.ALONGSIDE_DATA, outside=outside)
        _verify_signed(report)
    return report


def _verify_signed(report: Report) -> None:
    """Add to the report what was altered among documents, signatures and files."""
    from alongside.ledger.findings import Kind
    from alongside.records.verifying import verify as check_signed

    signed = check_signed("owner")
    report.beside = f"{signed.documents} documents, {signed.signatures} signatures and {signed.files} files checked."
    for flaw in signed.flaws:
        report.found(Kind.ALTERED, flaw)


def checkpoint() -> str:
    """Seal what is ready and give the latest checkpoint as signed text."""
    ready_as_owner()
    from django.conf import settings

    from alongside.ledger.models import Checkpoint
    from alongside.ledger.places import CannotSeal
    from alongside.ledger.seal import seal

    with database_errors():
        try:
            seal(settings.ALONGSIDE_DATA)
        except CannotSeal as error:
            raise CannotRun(str(error)) from None
        latest = Checkpoint.objects.using("owner").order_by("size").last()
    if latest is None:
        raise CannotRun("Nothing has been recorded yet, so there is nothing to keep a checkpoint of.")
    return latest.note


def write_checkpoint(path: Path) -> None:
    """Write the latest checkpoint to a file."""
    path.write_text(checkpoint(), encoding="utf-8")


def program_named(name: str) -> Program:
    """The program of this name. Raises CannotRun with the names there are. Work in it inside `acting(program=…)`."""
    ready_as_owner()
    from alongside.access.models import Program

    with database_errors():
        programs = {program.name: program for program in Program.objects.using("owner")}
    if name in programs:
        return programs[name]
    known = ", ".join(sorted(programs)) or "none yet"
    raise CannotRun(f"There is no program named {name!r}. Programs here: {known}.")


def ready_as_owner() -> None:
    """Ready Django with the owner's connection beside the runtime role's. Raises CannotRun where it is not named."""
    ready()
    from django.conf import settings

    if "owner" not in settings.DATABASES:
        raise CannotRun("This is done as the owner of the database. Set DATABASE_OWNER_URL beside DATABASE_URL.")


def _refuse_unless_fit() -> None:
    from .selfcheck import NotFit, refuse_unless_fit

    with database_errors():
        try:
            refuse_unless_fit()
        except NotFit as error:
            raise CannotRun(str(error)) from None


def _refuse_a_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise CannotRun(f"Port {port} of {host} cannot be used ({error}). Choose another with --port.") from None


@contextmanager
def database_errors() -> Iterator[None]:
    """Say in a sentence that the database cannot be reached, does not start, or has never been prepared."""
    from django.db import OperationalError, ProgrammingError

    from .embedded import CannotStart

    try:
        yield
    except CannotStart as error:
        raise CannotRun(str(error)) from None
    except OperationalError as error:
        raise CannotRun(f"The database cannot be reached: {str(error).strip()}") from None
    except ProgrammingError as error:
        if getattr(error.__cause__, "sqlstate", None) != UNDEFINED_TABLE:
            raise
        raise CannotRun(
            "The database has not been prepared yet. Run “alongside serve” or “alongside demo” once."
        ) from None
