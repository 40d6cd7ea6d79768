"""Who may serve on a day and why not: the rules' own answers as of that day, put together by the pack's gates."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.law import Answer
from alongside.packs.gates import MAY, MAY_NOT, NOT_KNOWN, Gate, Hurdle, hurdles, verdict
from alongside.records.models import StaffMember
from alongside.reviews.ask import ask, pack_in_context

# Each verdict with the answer whose tone and icon it has, the most pressing first.
LOOKS = {MAY_NOT: "not met", NOT_KNOWN: "facts missing", MAY: "met"}
ICONS = {"no": ("no", "In the way"), "unknown": ("unknown", "Not known"), "advice": ("advice", "Warning")}


@dataclass(frozen=True)
class Reason:
    """One hurdle as the page shows it. The address leads to where something can be done about it."""

    name: str
    hurdle: Hurdle
    address: str

    @property
    def icon(self) -> str:
        return ICONS[self.hurdle.stands][0]

    @property
    def word(self) -> str:
        return ICONS[self.hurdle.stands][1]

    @property
    def next_step(self) -> str:
        return self.hurdle.answer.next_step if self.hurdle.answer else ""


@dataclass(frozen=True)
class Server:
    """One staff member, whether they may serve, and every reason."""

    member: StaffMember
    verdict: str
    reasons: list[Reason]

    @property
    def is_of_others(self) -> bool:
        """Whether nothing is in the way but that they never had what this one service asks."""
        no = [reason.hurdle for reason in self.reasons if reason.hurdle.stands == "no"]
        return bool(no) and all(hurdle.is_of_others for hurdle in no)

    @property
    def looks(self) -> str:
        """The answer whose tone and icon it has."""
        return LOOKS[self.verdict]


def servers(members: Sequence[StaffMember], service: str, on: datetime.date) -> list[Server]:
    """Whether each may serve on that day, those who may not first. `service` is a service kind, or empty for any."""
    gates = pack_in_context().gates
    answers = _answers(gates, members, on)
    found = []
    for member in members:
        own = {gate.rule: answers[gate.rule, str(_root(gate, member))] for gate in gates}
        met = hurdles(gates, service, member.provider.kind if member.provider else None, own)
        found.append(Server(member, verdict(met), [_reason(gates, one, member) for one in met]))
    order = list(LOOKS)
    return sorted(found, key=lambda one: order.index(one.verdict))


def _root(gate: Gate, member: StaffMember) -> UUID | None:
    return member.pk if gate.root == "staff" else member.provider_id


def _answers(
    gates: Sequence[Gate], members: Sequence[StaffMember], on: datetime.date
) -> dict[tuple[str, str], list[Answer]]:
    """The answers of the gates' rules about these members and their providers, by rule and root."""
    found: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for gate in gates:
        roots = sorted({root for member in members if (root := _root(gate, member)) is not None})
        for answer in ask(pack_in_context().rule(gate.rule), on=on, roots=roots):
            found[gate.rule, answer.root].append(answer)
    return found


def _reason(gates: Sequence[Gate], hurdle: Hurdle, member: StaffMember) -> Reason:
    gate = next(gate for gate in gates if gate.rule == hurdle.rule)
    page = "staff_member" if gate.root == "staff" else "provider"
    return Reason(pack_in_context().rule(gate.rule).name, hurdle, reverse(page, args=[_root(gate, member)]))
