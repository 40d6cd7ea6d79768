"""The row policies, as text. `(select …)` makes PostgreSQL work a function out once a statement, not once a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

PROGRAM = "(select alongside_program())"
PROGRAM_IF_ANY = "(select alongside_program_if_any())"
ACTOR = "(select alongside_actor())"
ACTOR_IF_ANY = "(select alongside_actor_if_any())"
PARTICIPANT = "(select alongside_participant_if_any())"


@dataclass(frozen=True)
class Policy:
    """One policy of a table: for which command, which rows it covers, and which rows it may leave behind."""

    name: str
    command: str
    using: str = ""
    check: str = ""
    role: str = "public"
    is_restrictive: bool = False

    def as_sql(self) -> str:
        """The end of `create policy … on …`."""
        using = f" using ({self.using})" if self.using else ""
        check = f" with check ({self.check})" if self.check else ""
        kind = "as restrictive " if self.is_restrictive else ""
        return f"{kind}for {self.command} to {self.role}{using}{check}"


def own_program_only(command: str) -> Policy:
    """Rows of the program acted in, for one command or for `all`."""
    mine = f"program_id = {PROGRAM}"
    using = "" if command == "insert" else mine
    check = "" if command in ("select", "delete") else mine
    return Policy(f"own_program_{command}", command, using, check)


RECORD: tuple[Policy, ...] = (own_program_only("all"),)


def also(command: str, condition: str) -> Policy:
    """What has to hold besides, for one command."""
    using = "" if command == "insert" else condition
    check = condition if command in ("insert", "update") else ""
    return Policy(f"own_seat_{command}", command, using, check, is_restrictive=True)


# From a participant's own seat (`alongside.participant` is told) these are read besides the participant's own rows:
# the names of those who serve, and how the program reads its rules.
SEEN_FROM_A_SEAT = {"provider", "person", "staff", "reading_choice", "form_template"}
# Never read from a seat: what staff report about abuse and neglect, codes, drafts, earlier words of records, and what
# passes between the program and the state.
CLOSED_TO_SEATS = {
    "incident_report", "incident_step", "invitation", "plan_draft", "record_change", "roster_entry", "sample_member",
    "review_check", "packet_item", "packet_file", "monitoring_pick", "monitoring_request",
    "report_section", "shared_experience", "emergency_access", "emergency_review",
}  # fmt: skip
# Where whoever sits there signs, or writes words of their own. Signing marks answers about the participant stale.
WRITTEN_FROM_A_SEAT = {
    "own_words", "form_template", "document", "rendering", "signature", "attachment", "service_plan", "support_plan",
    "assessment", "discharge_summary", "discharge", "stale",
}  # fmt: skip
# Said as something that is there, for PostgreSQL takes `… is null` to hold for one row in two hundred, and would plan
# every list as if next to nothing were seen.
NO_SEAT = "(select true where alongside_participant_if_any() is null) is not null"
_ONESELF_THERE = (
    "exists (select from membership m "
    f"where m.user_id = {ACTOR_IF_ANY} and m.participant_id = {PARTICIPANT} and m.role = 'participant')"
)
_HELD = (
    "exists (select from note_hold h where h.ended_on is null "
    "and h.progress_note_id in (progress_note.progress_note_id, progress_note.amends_id) "
    f"and (h.kind = 'held_back' or not {_ONESELF_THERE}))"
)
_SHOWN_DOCUMENT = "document_id in (select d.document_id from document d)"
# Of the participant's own rows a seat shows these only: no drafts, no note held back, no reports about abuse and
# neglect; and to whoever acts for the participant, nothing that is the participant's alone.
SHOWN_IN_A_SEAT = {
    "progress_note": f"status = 'signed' and not {_HELD}",
    "own_words": f"(is_shown_to_representative or account_id = {ACTOR_IF_ANY} or {_ONESELF_THERE})",
    "document": (
        "kind <> 'incident_report' "
        "and (kind <> 'progress_note' or record in (select n.progress_note_id from progress_note n))"
    ),
    "rendering": _SHOWN_DOCUMENT,
    "signature": _SHOWN_DOCUMENT,
}


def seat_policies(table: str, column: str | None) -> Iterator[Policy]:
    """What a record table shows and takes from a participant's seat. `column` holds whose row it is, where it does."""
    own_row = f"{NO_SEAT} or {column} = {PARTICIPANT}" if column else "true"
    if column and table not in CLOSED_TO_SEATS:
        more = f" and {SHOWN_IN_A_SEAT[table]}" if table in SHOWN_IN_A_SEAT else ""
        yield also("select", f"{own_row}{more}")
    elif table not in SEEN_FROM_A_SEAT:
        yield also("select", NO_SEAT)
    writes = own_row if table in WRITTEN_FROM_A_SEAT else NO_SEAT
    yield also("insert", writes)
    yield also("update", writes)
    yield also("delete", NO_SEAT)


# What participants and providers said to the state in an interview is read by the state alone, whoever signs in.
_REVIEWS = (
    f"{ACTOR_IF_ANY} is null or exists (select from membership m "
    f"where m.user_id = {ACTOR_IF_ANY} and m.program_id = interview.program_id and m.role = 'state_reviewer')"
)
# An emergency access is opened by oneself and reviewed by somebody else, whatever a page does.
_BY_ONESELF = f"{ACTOR_IF_ANY} is null or account_id = {ACTOR_IF_ANY}"
_BY_ANOTHER = (
    f"({_BY_ONESELF}) and not exists (select from emergency_access e "
    "where e.emergency_access_id = emergency_review.emergency_access_id and e.account_id = emergency_review.account_id)"
)
# What a code or a private address opens is asked before anybody is signed in: by the database's own function, which
# has the owner's rights.
BESIDES: dict[str, tuple[Policy, ...]] = {
    "invitation": (Policy("the_owner_looks_up", "select", "true", role="current_user"),),
    "calendar_feed": (Policy("the_owner_looks_up", "select", "true", role="current_user"),),
    "emergency_access": (Policy("by_oneself", "insert", check=_BY_ONESELF, is_restrictive=True),),
    "emergency_review": (Policy("by_somebody_else", "insert", check=_BY_ANOTHER, is_restrictive=True),),
    "interview": (Policy("the_state_alone", "select", _REVIEWS, is_restrictive=True),),
}

# Sign-in has to find out which programs a user belongs to before it can act in one: own memberships are always seen.
MEMBERSHIP = (
    Policy("own_or_program", "select", f"user_id = {ACTOR} or program_id = {PROGRAM_IF_ANY}"),
    own_program_only("insert"),
    own_program_only("update"),
    own_program_only("delete"),
    also("select", f"{NO_SEAT} or user_id = {ACTOR}"),
    also("insert", NO_SEAT),
    also("update", NO_SEAT),
    also("delete", NO_SEAT),
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
_SIGNING_IN = "(select true where alongside_program_if_any() is null) is not null"
_COLLEAGUE = (
    f"{_SIGNING_IN} or user_id = {ACTOR_IF_ANY} "
    f"or user_id in (select m.user_id from membership m where m.program_id = {PROGRAM_IF_ANY})"
)
_ONESELF = f"{_SIGNING_IN} or user_id = {ACTOR_IF_ANY}"
USERS = (
    Policy("colleagues", "select", _COLLEAGUE),
    Policy("made_by_anyone", "insert", check="true"),
    Policy("colleagues_change", "update", _COLLEAGUE, "true"),
    also("select", f"{NO_SEAT} or user_id = {ACTOR_IF_ANY}"),
    also("update", f"{NO_SEAT} or user_id = {ACTOR_IF_ANY}"),
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
    **({"socialaccount_socialaccount": SIGN_IN_SECRETS} if "allauth.socialaccount" in settings.INSTALLED_APPS else {}),
}
