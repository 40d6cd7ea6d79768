"""What the database shows and takes from a state reviewer's seat: what passes between the state and the program, and
what is in packets that were sent. Nothing else of a program, whatever a page asks for."""

from __future__ import annotations

from collections.abc import Iterator

from .row_policies import SPECIAL, Policy, also

REVIEWER = "(select alongside_is_reviewer())"
_OF_SEEN_OVERSIGHT = "oversight_id in (select o.oversight_id from documentation_oversight o)"
_OF_SEEN_PACKET = "packet_id in (select p.packet_id from packet p)"
# Of records that 42 CFR part 2 guards, nothing is read whose going out stands in no accounting.
_ACCOUNTED_FOR = "(participant_id is null or participant_id <> all ((select alongside_undisclosed())::uuid[]))"

# Which rows of a table reviewers read. A table that is not here is closed to them. Each condition is asked under the
# policies of the tables it names: what is of a practice oversight, or in a packet not sent, is not there for it.
SEEN_BY_REVIEWERS: dict[str, str] = {
    "documentation_oversight": "not is_practice",
    "roster": _OF_SEEN_OVERSIGHT,
    "roster_entry": _OF_SEEN_OVERSIGHT,
    "seed_part": "roster_id in (select r.roster_id from roster r)",
    "sample": _OF_SEEN_OVERSIGHT,
    "sample_member": _OF_SEEN_OVERSIGHT,
    "review_check": _OF_SEEN_OVERSIGHT,
    "debrief": _OF_SEEN_OVERSIGHT,
    "finding": _OF_SEEN_OVERSIGHT,
    "packet": f"state in ('sent', 'received') and {_OF_SEEN_OVERSIGHT}",
    "packet_item": f"{_OF_SEEN_PACKET} and {_ACCOUNTED_FOR}",
    "packet_file": "packet_file_id in (select i.file_id from packet_item i)",
    "packet_output": _OF_SEEN_PACKET,
    # What is asked of the program and answered: names are written out there, so that no other record is needed.
    "monitoring_visit": "true",
    "monitoring_pick": "true",
    "monitoring_request": "true",
    "interview": "true",
    "plan_of_action": "true",
    "corrective_action_plan": "true",
    "plan_step": "true",
    "signed_plan": "true",
    "plan_words": "true",
    "evidence": "true",
    "guiding_copy": "true",
    "reading_choice": "true",  # how the program reads its rules
    "stale": "root_table not in ('participant', 'staff')",
}
# Where the state writes: its own steps, what it concluded, and that a packet was received.
WRITTEN_BY_REVIEWERS = {
    "documentation_oversight", "seed_part", "sample", "sample_member", "review_check", "debrief", "finding", "packet",
    "monitoring_visit", "monitoring_request", "interview", "plan_of_action", "corrective_action_plan", "plan_step",
    "signed_plan", "plan_words", "evidence", "stale",
}  # fmt: skip
# Of accounts and roles, their own.
_OWN_ONLY = f"not {REVIEWER} or user_id = (select alongside_actor_if_any())"
OWN_ACCOUNT: dict[str, tuple[str, ...]] = {
    "membership": ("select", "insert", "update", "delete"),
    "user_account": ("select", "update"),
}


def reviewer_policies(table: str) -> Iterator[Policy]:
    """What a table shows and takes from a state reviewer's seat, besides what it asks of everyone."""
    for command in OWN_ACCOUNT.get(table, ()):
        yield _also(command, _OWN_ONLY)
    if table in SPECIAL:
        return
    rows = SEEN_BY_REVIEWERS.get(table)
    for command in ("select", "insert", "update", "delete"):
        is_open = command == "select" or (command != "delete" and table in WRITTEN_BY_REVIEWERS)
        yield _also(command, f"not {REVIEWER} or ({rows})" if rows and is_open else f"not {REVIEWER}")


def _also(command: str, condition: str) -> Policy:
    """A policy beside that of a participant's seat, which has the other name."""
    policy = also(command, condition)
    return Policy(f"reviewer_{command}", command, policy.using, policy.check, is_restrictive=True)
