"""Who is told what: a digest each week, and a notice at once where safety or a clock asks for it. Each is told once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.access.context import acting
from alongside.access.models import Membership, Program
from alongside.access.roles import IN_THE_PROGRAM
from alongside.law.rule import FACTS_MISSING, NOT_MET, NOT_YET_DUE, PERSON

from .answers import fresh
from .days import SAFETY_TOPICS, done_by
from .models import Answer, Notice, NoticeKind, NoticeWish, Told
from .scope import answers_seen, of_people_here, open_duties

AHEAD = datetime.timedelta(days=14)
CLOCK = datetime.timedelta(days=1)
# What was owed longer ago is in the digest; told at once it would bury what is new.
LATELY = datetime.timedelta(days=3)
MOST_LINES = 20
URGENCY = (NOT_MET, NOT_YET_DUE, PERSON, FACTS_MISSING)


@dataclass(frozen=True)
class Wished:
    """How a reader wants to be told."""

    digest: str = Told.MAIL
    digest_weekday: int = 0
    at_once: str = Told.MAIL


def wished_by(readers: Iterable[Any]) -> dict[Any, Wished]:
    """What each of these readers wishes, by key; readers without a wish are not in it."""
    rows = NoticeWish.objects.filter(reader__in=readers)
    return {row.reader_id: Wished(row.digest, row.digest_weekday, row.at_once) for row in rows}


def tell(on: datetime.date, programs: Iterable[Program]) -> None:
    """Make the notices of a day for everyone who works in these programs. Doing it again makes none twice."""
    for program in programs:
        with acting(program=program, actor=None), transaction.atomic():
            fresh(on)
            tell_program(program, on)


def tell_program(program: Program, on: datetime.date) -> None:
    """The same for the program in context, its answers fresh."""
    held = Membership.objects.current(on).filter(program=program, role__in=sorted(IN_THE_PROGRAM), user__is_active=True)
    actors = list(held.select_related("user").order_by("user_id", "starts_on"))
    wishes = wished_by({actor.user_id for actor in actors})
    for actor in actors:
        wish = wishes.get(actor.user_id, Wished())
        rows = [*_at_once(actor, wish, on), *_digest(actor, wish, on)]
        Notice.objects.bulk_create(rows, ignore_conflicts=True)


def own_duties(actor: Membership, on: datetime.date) -> QuerySet[Answer]:
    """Open duties whose next step is this actor's, of people who are here."""
    return open_duties(of_people_here(answers_seen(actor), on)).filter(done_by(actor))


def _at_once(actor: Membership, wish: Wished, on: datetime.date) -> Iterator[Notice]:
    clock = Q(answer=NOT_YET_DUE, due_on__range=(on, on + CLOCK))
    safety = Q(answer__in=(NOT_MET, NOT_YET_DUE), due_on__gte=on - LATELY) & Q(about__startswith="incident")
    for row in own_duties(actor, on).filter(clock | safety).order_by("due_on", "rule", "key"):
        is_safety = row.rule.partition("-")[0] in SAFETY_TOPICS
        kind = NoticeKind.SAFETY if is_safety else NoticeKind.CLOCK
        line = {"rule": row.rule, "name": row.name, "key": row.key, "root_table": row.root_table, "root": row.root}
        cause = f"{kind} {row.rule} {row.key} {row.due_on}"
        yield _notice(actor, kind, cause, on, [line], is_mail_wanted=wish.at_once == Told.MAIL)


def _digest(actor: Membership, wish: Wished, on: datetime.date) -> Iterator[Notice]:
    year, week, weekday = on.isocalendar()
    if wish.digest == Told.NOT or weekday - 1 < wish.digest_weekday:
        return
    cause = f"digest {year}-W{week:02}"
    if Notice.objects.filter(reader=actor.user_id, cause=cause).exists():
        return
    lines = digest_lines(own_duties(actor, on), on)
    if lines:
        yield _notice(actor, NoticeKind.DIGEST, cause, on, lines, is_mail_wanted=wish.digest == Told.MAIL)


def digest_lines(answers: QuerySet[Answer], on: datetime.date) -> list[dict[str, Any]]:
    """One line for each rule and answer: how many people, and the next step of the one due first."""
    late = Q(answer=NOT_YET_DUE, due_on__gt=on + AHEAD)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    fields = ("rule", "name", "answer", "root", "due_on", "next_step", "who")
    rows = answers.exclude(late).order_by("due_on", "rule", "key").values(*fields)
    people: dict[tuple[str, str], set[Any]] = {}
    for row in rows:
        which = (row["rule"], row["answer"])
        people.setdefault(which, set()).add(row["root"])
        found.setdefault(which, {name: row[name] for name in ("rule", "name", "answer", "due_on", "next_step", "who")})
    lines = [{**line, "count": len(people[which])} for which, line in found.items()]
    return sorted(lines, key=lambda line: (URGENCY.index(line["answer"]), -line["count"]))[:MOST_LINES]


def _notice(
    actor: Membership, kind: NoticeKind, cause: str, on: datetime.date, lines: list[dict[str, Any]], **more: bool
) -> Notice:
    whose = {"program_id": actor.program_id, "reader_id": actor.user_id}
    return Notice(**whose, kind=kind, cause=cause, told_on=on, lines=lines, **more)


def choose_notices(*, actor: Membership, wish: Wished) -> NoticeWish:
    """Say how one wants to be told. The database refuses words there are not."""
    said = {"digest": wish.digest, "digest_weekday": wish.digest_weekday, "at_once": wish.at_once}
    with acting(program=actor.program_id, actor=actor.user_id), transaction.atomic():
        kept, _ = NoticeWish.objects.update_or_create(
            program_id=actor.program_id, reader_id=actor.user_id, defaults=said
        )
        return kept
