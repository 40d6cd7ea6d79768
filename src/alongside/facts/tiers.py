"""Who was qualified for what, from which day to which, and the chains of supervision that follow from it.

Both are worked out from the records alone, whatever day is asked about, so that a month of services looks them up once.
A rank is 4 for an LPHA, 3 for a QMHP, 2 for an MHP, 1 for an RSA, 0 outside the ladder, NULL where it is not told.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

from .qualifications import degree, experience, role_assignment, supervision
from .roles import CLINICAL_LICENSES, LPHA_LICENSES
from .sign_offs import of_its_service, sign_off
from .staff import credential, staff

RANKS = {"lpha": 4, "qmhp": 3, "mhp": 2, "rsa": 1}
EXPERIENCE_MONTHS = 24
LISTED_FIELDS = (
    "counseling", "rehabilitation_counseling", "social_work", "education", "vocational_counseling", "psychology",
    "pastoral_counseling", "family_therapy", "related_human_service",
)  # fmt: skip
FROM_BACHELOR = ("bachelor", "master", "doctorate")
_ALWAYS, _EVER = ibis.date(1900, 1, 1), ibis.date(2199, 12, 31)
_UNTOLD = ibis.null("int32")


def _rank(name: str) -> Any:
    return ibis.literal(RANKS[name]).cast("int32")


def _outside() -> Any:
    return ibis.literal(0).cast("int32")


def _rows(of: Table, route: Any, rank: Any, starts: Any, ends: Any = None) -> Table:
    """Rows of one shape: whose, by which route, at which rank, from when to when."""
    return of.select(
        staff_id=of.staff_id,
        route=route,
        rank=rank,
        from_on=starts.fill_null(_ALWAYS),
        to_on=_EVER if ends is None else ends.fill_null(_EVER),
    )


def _by_credential() -> Table:
    held = credential.stored
    rank = ibis.cases(
        (held.kind.isin(list(LPHA_LICENSES)), _rank("lpha")),
        (held.kind.isin(["crss", "cfpp", "lpn"]), _rank("mhp")),
        else_=_outside(),
    )
    return _rows(held, held.kind, rank, held.issued_on, held.expires_on)


def _by_clinical_license() -> Table:
    """Somebody assigned as an LPHA, with a clinical license the part of the text that was read does not reach."""
    held, given = credential.stored, role_assignment.stored
    held = held.filter(held.kind.isin(list(CLINICAL_LICENSES)))
    as_lpha = given.filter(given.role == "lpha").select(
        of_staff=given.staff_id, starts_on=given.starts_on, ends_on=given.ends_on
    )
    both = held.join(as_lpha, held.staff_id == as_lpha.of_staff)
    starts = ibis.greatest(both.issued_on.fill_null(_ALWAYS), both.starts_on.fill_null(_ALWAYS))
    ends = ibis.least(both.expires_on.fill_null(_EVER), both.ends_on.fill_null(_EVER))
    return _rows(both, both.kind, _rank("lpha"), starts, ends)


def _by_assignment() -> Table:
    """A QMHP and an RSA are what the provider documented. An LPHA or MHP nothing else is recorded of is not told."""
    given, held, learned = role_assignment.stored, credential.stored, degree.stored
    licensed = held.filter(held.kind.isin([*LPHA_LICENSES, *CLINICAL_LICENSES]))
    shown = held.filter(held.kind.isin(["crss", "cfpp", "lpn", "psychiatric_rehabilitation"]))
    rank = ibis.cases(
        (given.role == "qmhp", _rank("qmhp")),
        (given.role == "rsa", _rank("rsa")),
        ((given.role == "lpha") & ~given.staff_id.isin(licensed.staff_id), _UNTOLD),
        (
            (given.role == "mhp") & ~given.staff_id.isin(shown.staff_id) & ~given.staff_id.isin(learned.staff_id),
            _UNTOLD,
        ),
        else_=_outside(),
    )
    return _rows(given, ibis.literal("as_") + given.role, rank, given.starts_on, given.ends_on)


def _by_degree() -> Table:
    """A bachelor's degree in a listed field; in another, with two years of documented experience under a QMHP."""
    held = degree.stored
    held = held.filter(held.level.isin(list(FROM_BACHELOR)))
    listed = held.filter(held.field.isin(list(LISTED_FIELDS)))
    unnamed = held.filter(held.field.isnull())
    other = held.filter(held.field == "other_field")
    under = experience.stored
    served = _served(under.filter(under.supervised_by.isin(["qmhp", "lpha"])))
    both = other.join(served, other.staff_id == served.of_staff)
    starts = ibis.greatest(both.conferred_on.fill_null(_ALWAYS), both.last_on)
    return _union(
        _rows(listed, ibis.literal("degree"), _rank("mhp"), listed.conferred_on),
        _rows(unnamed, ibis.literal("degree"), _UNTOLD, unnamed.conferred_on),
        _rows(both, ibis.literal("degree_and_experience"), _rank("mhp"), starts),
    )


def _by_certificate() -> Table:
    """A psychiatric rehabilitation certificate with a diploma and two years of documented experience."""
    held, diploma, served = credential.stored, degree.stored, _served(experience.stored)
    held = held.filter((held.kind == "psychiatric_rehabilitation") & held.staff_id.isin(diploma.staff_id))
    both = held.join(served, held.staff_id == served.of_staff)
    starts = ibis.greatest(both.issued_on.fill_null(_ALWAYS), both.last_on)
    return _rows(both, both.kind, _rank("mhp"), starts, both.expires_on)


def _served(rows: Table) -> Table:
    """Who has two years of documented experience in a mental-health setting, and its last day."""
    kept = rows.filter((rows.setting == "mental_health") & rows.is_documented.fill_null(False))
    summed = kept.group_by(of_staff=kept.staff_id).aggregate(
        months=kept.months.sum(), last_on=kept.ends_on.fill_null(_ALWAYS).max()
    )
    return summed.filter(summed.months >= EXPERIENCE_MONTHS)


def _untold() -> Table:
    """Whoever nothing is recorded of."""
    everybody = staff.stored
    silent = everybody
    for known in (credential.stored, role_assignment.stored, degree.stored):
        silent = silent.filter(~silent.staff_id.isin(known.staff_id))
    nothing = ibis.null("date")
    return _rows(silent, ibis.literal("nothing"), _UNTOLD, nothing, nothing)


def _union(*tables: Table) -> Table:
    return reduce(lambda one, other: one.union(other), tables)


def _qualified(_credentials: Table) -> Table:
    """Every qualification as a period; a person's end with the last day of their employment."""
    periods = _union(
        _by_credential(), _by_clinical_license(), _by_assignment(), _by_degree(), _by_certificate(), _untold()
    )
    jobs = staff.stored
    of_jobs = jobs.select(of_staff=jobs.staff_id, ended_on=jobs.ended_on)
    both = periods.join(of_jobs, periods.staff_id == of_jobs.of_staff)
    ends = ibis.least(both.to_on, both.ended_on.fill_null(_EVER))
    return both.mutate(to_on=ends).drop("of_staff", "ended_on")


def _counted() -> Table:
    """Of those periods, the ones with a place in the ladder, or whose place is not told."""
    periods = _qualified(credential.stored)
    kept = periods.filter(periods.rank.isnull() | (periods.rank > 0))
    return kept.select(who=kept.staff_id, their_rank=kept.rank, their_from=kept.from_on, their_to=kept.to_on)


def _links() -> Table:
    link = supervision.stored
    return link.select(
        below=link.staff_id, above=link.supervisor_id,
        link_from=link.starts_on.fill_null(_ALWAYS), link_to=link.ends_on.fill_null(_EVER),
    )  # fmt: skip


def _chains(_supervisions: Table) -> Table:
    """Every way up from somebody by strictly higher ranks, from one step to four, with the days it holds."""
    links, people = _links(), _counted()
    one = links.join(people, links.above == people.who)
    ways = one.select(
        staff_id=one.below, top_id=one.above, first_rank=one.their_rank, top_rank=one.their_rank,
        from_on=ibis.greatest(one.link_from, one.their_from), to_on=ibis.least(one.link_to, one.their_to),
    )  # fmt: skip
    ways = ways.filter(ways.from_on <= ways.to_on)
    found = [ways]
    for _step in range(len(RANKS) - 1):
        # Above somebody whose rank is not told nothing more can be said.
        below, link, boss = found[-1].filter(ibis._.top_rank.notnull()), links.view(), people.view()
        linked = below.join(link, below.top_id == link.below)
        joined = linked.join(boss, linked.above == boss.who)
        joined = joined.filter(joined.their_rank.isnull() | (joined.their_rank > joined.top_rank))
        longer = joined.select(
            staff_id=joined.staff_id, top_id=joined.above, first_rank=joined.first_rank, top_rank=joined.their_rank,
            from_on=ibis.greatest(joined.from_on, joined.link_from, joined.their_from),
            to_on=ibis.least(joined.to_on, joined.link_to, joined.their_to),
        )  # fmt: skip
        found.append(longer.filter(longer.from_on <= longer.to_on))
    return _union(*found)


def _with_rank(rows: Table) -> Table:
    """Each sign-off with the rank its signer had on the day: 0 for nobody in the ladder, NULL where it is not told."""
    told, people = of_its_service(rows), _counted()
    signed = told.select("sign_off_id", "participant_id", "service_id", "decision", "decided_on", "supervisor_id")
    that_day = [
        signed.supervisor_id == people.who, signed.decided_on >= people.their_from, signed.decided_on <= people.their_to
    ]  # fmt: skip
    both = signed.left_join(people, that_day)
    rank = ibis.ifelse(both.who.isnull() & both.supervisor_id.notnull(), _outside(), both.their_rank)
    return both.mutate(rank=rank).drop("who", "their_rank", "their_from", "their_to")


qualified = replace(credential, derived=_qualified)
chain = replace(supervision, derived=_chains)
ranked_sign_off = replace(sign_off, derived=_with_rank)
