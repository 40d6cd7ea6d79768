"""The row policies, as text. `(select …)` makes PostgreSQL work a function out once a statement, not once a row."""

from __future__ import annotations

from dataclasses import dataclass

PROGRAM = "(select alongside_program())"
PROGRAM_IF_ANY = "(select alongside_program_if_any())"
ACTOR = "(select alongside_actor())"
ACTOR_IF_ANY = "(select alongside_actor_if_any())"


@dataclass(frozen=True)
class Policy:
    """One policy of a table: for which command, which rows it covers, and which rows it may leave behind."""

    name: str
    command: str
    using: str = ""
    check: str = ""
    role: str = "public"

    def as_sql(self) -> str:
        """The end of `create policy … on …`."""
        using = f" using ({self.using})" if self.using else ""
        check = f" with check ({self.check})" if self.check else ""
        return f"for {self.command} to {self.role}{using}{check}"


def own_program_only(command: str) -> Policy:
    """Rows of the program acted in, for one command or for `all`."""
    mine = f"program_id = {PROGRAM}"
    using = "" if command == "insert" else mine
    check = "" if command in ("select", "delete") else mine
    return Policy(f"own_program_{command}", command, using, check)


RECORD: tuple[Policy, ...] = (own_program_only("all"),)

# Sign-in has to find out which programs a user belongs to before it can act in one: own memberships are always seen.
MEMBERSHIP = (
    Policy("own_or_program", "select", f"user_id = {ACTOR} or program_id = {PROGRAM_IF_ANY}"),
    own_program_only("insert"),
    own_program_only("update"),
    own_program_only("delete"),
)
PROGRAMS = (
    Policy(
        "own_or_acted_in",
        "select",
        f"program_id = {PROGRAM_IF_ANY} "
        f"or program_id in (select m.program_id from membership m where m.user_id = {ACTOR})",
    ),
    own_program_only("insert"),
    own_program_only("update"),
    Policy("the_owner_lists", "select", "true", role="current_user"),  # nightly work goes from program to program
)

# Sign-in looks for an email before anybody is acting. Inside a program, only its own people are seen.
_SIGNING_IN = f"{PROGRAM_IF_ANY} is null"
_COLLEAGUE = (
    f"{_SIGNING_IN} or user_id = {ACTOR_IF_ANY} "
    f"or user_id in (select m.user_id from membership m where m.program_id = {PROGRAM_IF_ANY})"
)
_ONESELF = f"{_SIGNING_IN} or user_id = {ACTOR_IF_ANY}"
USERS = (
    Policy("colleagues", "select", _COLLEAGUE),
    Policy("made_by_anyone", "insert", check="true"),
    Policy("colleagues_change", "update", _COLLEAGUE, "true"),
)
SIGN_IN_SECRETS = (Policy("oneself", "all", _ONESELF, _ONESELF),)

_OWN_TYPING = f"program_id = {PROGRAM} and user_id = {ACTOR}"
OWN_TYPING = (Policy("own_typing", "all", _OWN_TYPING, _OWN_TYPING),)

# Tables that are not records of one program, and have policies of their own.
SPECIAL: dict[str, tuple[Policy, ...]] = {
    "program": PROGRAMS,
    "membership": MEMBERSHIP,
    "user_account": USERS,
    "account_emailaddress": SIGN_IN_SECRETS,
    "mfa_authenticator": SIGN_IN_SECRETS,
    "draft": OWN_TYPING,
    "submission": OWN_TYPING,
}
