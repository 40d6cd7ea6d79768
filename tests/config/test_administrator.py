"""The first administrator comes from the command line: asked for a password, or handed an address that sets one."""

import io
import os
import re
import subprocess
import sys
from datetime import date

import pytest
from django.db import transaction

from alongside.access.actions import create_program, create_user
from alongside.access.context import acting
from alongside.access.models import Membership, Program
from alongside.cli import main
from alongside.config import administrator
from alongside.config.commands import CannotRun

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
ON = date(2026, 11, 20)
PASSWORD = "juniper-berries-7"
WHO = {"email": "ada@juniper.example", "name": "Ada Fern"}


def made(program="Juniper County", password=None, **more):
    given = {"is_tribal": False, "may_make_program": False, "address": "https://crs.juniper.example/", "on": ON}
    return administrator.make(program=program, password=password, **{**WHO, **given, **more})


def roles(name="Juniper County"):
    program = Program.objects.using("owner").get(name=name)
    with acting(program=program.pk), transaction.atomic():
        return [(m.user.email, m.role, m.starts_on) for m in Membership.objects.select_related("user")]


def test_on_an_empty_database_the_program_the_account_and_the_role_are_made(db):
    first = made()

    assert first.is_program_new
    assert first.is_person_new
    assert roles() == [("ada@juniper.example", "administrator", ON)]
    assert first.link.startswith("https://crs.juniper.example/account/password/reset/key/")


def test_the_link_sets_a_password_once_and_she_signs_in(client):
    link = made().link.removeprefix("https://crs.juniper.example")
    form = client.get(link, follow=True)
    typed = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(form.redirect_chain[-1][0], typed)

    assert client.login(email=WHO["email"], password=PASSWORD)
    client.logout()
    again = client.get(link, follow=True)
    assert not re.search('name="password1"', again.content.decode())


def test_with_a_password_there_is_no_link(client):
    assert made(password=PASSWORD).link == ""
    assert client.login(email=WHO["email"], password=PASSWORD)


def test_a_weak_password_is_refused_and_nothing_is_made():
    with pytest.raises(CannotRun, match="too short"):
        made(password="abc")

    assert not Program.objects.using("owner").exists()


@pytest.mark.parametrize(
    ("wrong", "says"), [({"email": "no email"}, "valid email"), ({"name": " "}, "--name is missing")]
)
def test_what_cannot_be_an_account_is_said_and_nothing_is_made(wrong, says):
    with pytest.raises(CannotRun, match=says):
        made(**wrong)

    assert not Program.objects.using("owner").exists()


def test_a_slip_in_the_name_makes_no_second_program():
    made()
    with pytest.raises(CannotRun, match=r"no program named 'Junper County'\. Programs here: Juniper County\. .*--new"):
        made("Junper County")

    assert made("Birch Band", is_tribal=True, may_make_program=True).is_program_new
    assert Program.objects.using("owner").get(name="Birch Band").kind == "tribal"


def test_a_program_of_peer_workers_is_an_agencys():
    made("Aster Recovery Center", pack="illinois_peer")
    program = Program.objects.using("owner").get(name="Aster Recovery Center")

    assert (program.kind, program.pack) == ("agency", "illinois_peer")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"pack": "elsewhere"}, "no such pack"), ({"pack": "illinois_peer", "is_tribal": True}, "programs are agencies")],
)
def test_a_pack_there_is_not_and_a_kind_that_does_not_go_with_it_are_refused(wrong, says):
    with pytest.raises(CannotRun, match=says):
        made(**wrong)

    assert not Program.objects.using("owner").exists()


def test_run_again_it_gives_no_second_role_and_a_new_link_while_there_is_no_password():
    first, again = made(), made()

    assert (first.had_role, again.had_role) == (False, True)
    assert again.link
    assert len(roles()) == 1


def test_somebody_with_an_account_keeps_their_password_and_gets_the_role(client):
    create_user(password=PASSWORD, by=None, **WHO)
    create_program(name="Juniper County", by=None)

    given = made(name="")

    assert (given.is_program_new, given.is_person_new, given.link) == (False, False, "")
    assert roles() == [("ada@juniper.example", "administrator", ON)]
    assert client.login(email=WHO["email"], password=PASSWORD)


def test_the_command_prints_the_address_where_nobody_can_be_asked(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())

    status = main(["administrator", "--program", "Juniper County", "--email", WHO["email"], "--name", WHO["name"]])

    out = capsys.readouterr().out
    assert status == 0
    assert "Ada Fern (ada@juniper.example) is its administrator from today." in out
    assert re.search(r"^https?://\S+/account/password/reset/key/\S+/$", out, re.MULTILINE)


def test_on_a_terminal_it_asks_until_two_passwords_are_alike(capsys, monkeypatch, client):
    typed = iter([PASSWORD, "something-else-9", PASSWORD, PASSWORD])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    monkeypatch.setattr("builtins.input", lambda _: WHO["name"])

    assert main(["administrator", "--program", "Juniper County", "--email", WHO["email"]]) == 0

    assert "The two differ." in capsys.readouterr().out
    assert client.login(email=WHO["email"], password=PASSWORD)


def test_without_a_terminal_the_command_readies_itself(tmp_path):
    """Settings are not read yet when a timer or a script runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "alongside.cli", "administrator", "--program", "Juniper County", "--email", "no email"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env={**os.environ, "DATABASE_URL": "postgresql://app@127.0.0.1:1/none", "ALONGSIDE_DATA": str(tmp_path)},
    )  # fmt: skip

    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
