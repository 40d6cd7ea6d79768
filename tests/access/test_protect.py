"""Protecting again changes nothing, mends what was broken, and refuses what it cannot protect."""

import pytest
from django.db import DatabaseError, connections, models
from django.test.utils import isolate_apps

from alongside.access.models import Membership, Program
from alongside.access.protect import Unprotected, _refuse_hidden_tables, lift, protect

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

CATALOG = """
    select 'policy', tablename || policyname || cmd || roles::text || coalesce(qual, '') || coalesce(with_check, '')
    from pg_policies
    union all select 'table', relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '')
    from pg_class where relnamespace = 'public'::regnamespace
    union all select 'trigger', pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
    union all select 'constraint', conname || pg_get_constraintdef(oid) from pg_constraint
    union all select 'function', proname || coalesce(proacl::text, '') || prosrc from pg_proc
    where pronamespace = 'public'::regnamespace
"""


def catalog(superuser):
    superuser.rollback()
    return set(superuser.execute(CATALOG).fetchall())


def test_protecting_again_changes_nothing(as_superuser):
    before = catalog(as_superuser)

    as_superuser.rollback()
    protect("owner")

    assert catalog(as_superuser) == before


def test_whatever_was_taken_away_comes_back(as_superuser):
    before = catalog(as_superuser)
    with connections["owner"].cursor() as owner:
        as_superuser.rollback()
        for statement in (
            "alter table participant no force row level security",
            "alter table training disable row level security",
            "drop policy own_program_all on staff",
            "create policy open on staff using (true)",
            "alter table enrollment drop constraint enrollment_participant_id_in_program",
            "grant truncate on coverage to alongside_app",
            "drop trigger ledger_write on discharge",
            "create trigger ledger_write after insert on answer for each row execute function ledger_write('x')",
        ):
            owner.execute(statement)

    protect("owner")

    assert catalog(as_superuser) == before


def test_the_owner_is_under_the_policies_too_but_while_it_migrates(coordinator_a):
    with pytest.raises(DatabaseError, match="no program context"):
        list(Membership.objects.using("owner"))
    try:
        lift("owner")
        assert Membership.objects.using("owner").count() == 1
    finally:
        protect("owner")


def test_the_owner_may_list_programs_for_the_nightly_work(program_a, program_b):
    assert set(Program.objects.using("owner")) == {program_a, program_b}


@isolate_apps("alongside.records")
def test_a_table_made_behind_the_scenes_is_refused_with_what_to_write():
    class Group(models.Model):
        program = models.ForeignKey(Program, on_delete=models.PROTECT)
        members = models.ManyToManyField("self")

        class Meta:
            app_label = "records"

    with pytest.raises(Unprotected, match=r"Group.members makes a table without a program.*name it with through="):
        _refuse_hidden_tables(Group)
