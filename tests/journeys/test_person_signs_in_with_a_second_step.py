"""Signing in: by password, then with a code from an authenticator app; and into another program."""

import base64
import hmac
import re
import struct
import time


def code_of(secret: str) -> str:
    """The six digits an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_a_wrong_password_is_said_beside_the_form(visitor):
    visitor.opens("/account/login/")
    visitor.finds_the_page_in_order(picture="sign-in")
    visitor.types("Email", "coordinator@juniper.example")
    visitor.types("Password", "not this one")
    visitor.presses("Sign in")
    visitor.sees(re.compile("not correct"))
    visitor.finds_the_page_in_order(picture="sign-in-wrong")


def test_who_is_not_signed_in_is_asked_to_and_then_gets_the_page(visitor):
    visitor.opens("/participants/?q=wren")
    visitor.sees("Sign in")
    visitor.types("Email", "coordinator@juniper.example")
    visitor.types("Password", "juniper-berries-7")
    visitor.presses("Sign in")
    visitor.waits_for_the_address(re.compile(r"/participants/\?q=wren"))


# Nobody else's account: whoever signs in with it afterwards is asked for the second step.
NEWCOMER = """
import datetime
from alongside.access.actions import create_user, join
from alongside.access.models import Program
from alongside.access.roles import Role
user = create_user(email="newcomer@juniper.example", name="Ada Teasel", password="juniper-berries-7", by=None)
program = Program.objects.using("owner").get(name="Juniper County")
join(user=user, program=program, role=Role.ADMINISTRATOR, starts_on=datetime.date(2026, 1, 1), by=None)
"""


def test_an_administrator_adds_a_second_step_and_uses_it(visitor, county):
    county.runs(NEWCOMER)
    visitor.is_signed_in_as("newcomer@juniper.example")
    visitor.opens("/account/2fa/")
    visitor.finds_the_page_in_order(picture="second-step")
    visitor.opens("/account/2fa/totp/activate/")
    visitor.confirms_the_password_if_asked()
    secret = visitor.reads("Authenticator secret")
    visitor.finds_the_page_in_order()
    visitor.types("Authenticator code", code_of(secret))
    visitor.presses("Activate")
    visitor.opens("/account/2fa/recovery-codes/")
    visitor.finds_the_page_in_order()
    visitor.signs_out()
    visitor.is_signed_in_as("newcomer@juniper.example")
    visitor.sees("One more step")
    visitor.finds_the_page_in_order(picture="sign-in-second-step")


def test_the_pages_of_ones_account_are_in_order(visitor):
    visitor.is_signed_in_as("biller@juniper.example")
    for address in ("/account/password/change/", "/account/email/", "/account/2fa/webauthn/", "/account/logout/"):
        assert visitor.opens(address) == 200
        visitor.confirms_the_password_if_asked()
        visitor.finds_the_page_in_order()


def test_who_forgot_the_password_is_helped(visitor):
    for address in ("/account/password/reset/", "/account/signup/", "/account/password/reset/done/"):
        visitor.opens(address)
        visitor.finds_the_page_in_order()


def test_a_reviewer_of_two_programs_switches_between_them(visitor):
    visitor.is_signed_in_as("reviewer@state.example", anew=True)
    visitor.opens_the_account_menu()
    visitor.finds_the_page_in_order(picture="account-menu")
    visitor.presses(re.compile("^Switch to"))
    visitor.sees("For review", "Juniper County")


def test_who_reads_long_is_asked_before_being_signed_out_and_stays(visitor):
    visitor.has_a_clock_to_turn()
    visitor.is_signed_in_as("biller@juniper.example")
    visitor.lets_time_pass(minutes=238, seconds=1)
    visitor.sees("You will be signed out in two minutes, because nothing was asked for a while.")
    visitor.finds_the_page_in_order(picture="idle")
    visitor.presses("Stay signed in")
    visitor.waits_until_gone("You will be signed out in two minutes")
    visitor.opens_the_account_menu()
    visitor.hits("Escape")
    visitor.waits_until_gone("Signed in as")
