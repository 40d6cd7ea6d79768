"""Stored answers: lists read them, and nobody reads one that is out of date.

An answer can go out of date in four ways: the records changed (triggers mark whose), the day it changes by itself
came, a recorded day came or passed, or the law or a chosen reading changed. `fresh` settles all four, set-wise.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from alongside.access.context import acting, current
from alongside.access.models import Program
from alongside.facts.moments import told
from alongside.facts.tables import TABLES
from alongside.law import Answer as LawAnswer
from alongside.law import Choices, Rule, explain
from alongside.packs import PACKS
from alongside.packs.compiled import rule_sql
from alongside.packs.pack import Pack

from .answers_inserted import insert
from .ask import ask_rows, choices, program_in_context, rules_about, whose_dates_passed
from .models import Answer, Freshness
from .triggers import root_of

# Whose answers are kept, where a program's rules speak of them.
ROOTS = ("participant", "staff", "provider", "team")


@transaction.atomic
def fresh(on: datetime.date) -> None:
    """Bring the stored answers of the program in context up to a day. Cheap when nothing changed.

    From a state reviewer's seat nothing is stored: records are not seen there, nor answers about them.
    """
    if current().is_reviewer:
        return
    state = _locked_state(on)
    given, pack = choices(), PACKS[state.program.pack]
    law, roots_asked = _fingerprint(pack, given), _roots_asked(pack)
    marked = _take_marks()
    if state.law != law or state.asked_on > on:
        for root_table in roots_asked:
            _store(root_table, None, on, given)
    else:
        passed = whose_dates_passed(state.asked_on, on) if state.asked_on < on else {}
        for root_table, root in Answer.objects.filter(changes_on__lte=on).values_list("root_table", "root").distinct():
            marked.setdefault(root_table, set()).add(root)
        for root_table in roots_asked:
            if roots := marked.get(root_table, set()) | passed.get(root_table, set()):
                _store(root_table, sorted(roots), on, given)
    if (state.law, state.asked_on) != (law, on):
        Freshness.objects.filter(pk=state.pk).update(asked_on=on, law=law)


@cache
def _roots_asked(pack: Pack) -> tuple[str, ...]:
    asked = {root_of(TABLES[rule.about.name]) for rule in pack.rules}
    return tuple(root for root in ROOTS if root in asked)


def keep(on: datetime.date, programs: Iterable[Program]) -> None:
    """The nightly work: every program's answers, each in its own transaction and context."""
    for program in programs:
        with acting(program=program, actor=None), transaction.atomic():
            fresh(on)


def _locked_state(on: datetime.date) -> Freshness:
    program = program_in_context()
    # One refresh of a program at a time; the others wait and then find it done.
    locked = Freshness.objects.select_for_update(of=("self",)).select_related("program").filter(program_id=program)
    if (state := locked.first()) is None:
        Freshness.objects.bulk_create([Freshness(program_id=program, asked_on=on, law="")], ignore_conflicts=True)
        state = locked.get()
    return state


def _take_marks() -> dict[str, set[UUID]]:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM stale WHERE program_id = %s RETURNING root_table, root", [program_in_context()])
        marked: dict[str, set[UUID]] = {}
        for root_table, root in cursor.fetchall():
            marked.setdefault(root_table, set()).add(root)
    return marked


def _store(root_table: str, roots: list[UUID] | None, on: datetime.date, given: Choices) -> None:
    """Make the answers of these people anew. Where the facts are what they were that day, the stored one stays:
    of somebody with years of notes, one change asks for a few answers."""
    old = Answer.objects.filter(root_table=root_table)
    known: dict[str, dict[tuple[UUID, str], UUID]] = {}
    if roots is None:
        old.delete()
    else:
        for rule_id, key, facts, pk in old.filter(root__in=roots).values_list("rule", "key", "facts", "pk"):
            known.setdefault(rule_id, {})[key, facts] = pk
    program = program_in_context()
    for rule in rules_about(root_table):
        is_duty = any(criterion.binds for criterion in rule.criteria)
        gone, new = known.pop(rule.id, {}), []
        for version, row in ask_rows(rule, on=on, roots=roots, given=given):
            facts = _facts(version, row, on)
            if gone.pop((row[rule.about.key], facts), None) is None:
                new.append(_row(program, root_table, is_duty, explain(version, told(row), on), facts))
        if gone:
            Answer.objects.filter(pk__in=list(gone.values())).delete()
        insert(new)


def _facts(version: Rule, row: Mapping[str, Any], on: datetime.date) -> str:
    """All an answer is made of, in short."""
    return hashlib.sha256(repr((version.since, on, *row.items())).encode()).hexdigest()[:32]


def _row(program: UUID, root_table: str, is_duty: bool, said: LawAnswer, facts: str) -> Answer:
    return Answer(
        program_id=program, rule=said.rule, name=said.name, about=said.about, key=said.key, root_table=root_table,
        root=said.root, subject=said.subject, answer=said.answer, due_on=said.due, changes_on=said.changes_on,
        asked_on=said.asked_on, next_step=said.next_step, who=said.who, is_duty=is_duty,
        criteria=[criterion.as_json() for criterion in said.criteria], reasons=_reasons(said), facts=facts,
    )  # fmt: skip


def _reasons(said: LawAnswer) -> str:
    """The answer's word, its due day and how each criterion stands, in short."""
    told = (said.answer, said.due, [(c.id, c.holds) for c in said.criteria])
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


@cache
def _fingerprint(pack: Pack, given: Choices) -> str:
    """Changes whenever a rule's SQL, its words or a chosen reading does: then every answer is made anew."""
    digest = hashlib.sha256(b"with reasons and facts")
    for version, until in (pair for rule in pack.rules for pair in rule.versions()):
        words = [
            (c.id, c.kind, c.sentence, c.fix, c.late, c.who, [(str(cite), cite.words) for cite in c.cites])
            for c in version.criteria
        ]
        digest.update(repr((version.name, words, rule_sql(version, until, "postgres", choices=given))).encode())
    return digest.hexdigest()
