"""What the database's own catalog says about every table of a program's data. Each look is shown to be able to fail."""

import pytest

pytestmark = pytest.mark.django_db

HAS_PROGRAM = """
    select c.oid, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
"""

# The whole list of tables with a program and without row policies. The ledger must take what no policy lets through:
# the runtime role has no right on it at all.
NOT_UNDER_A_PROGRAMS_POLICY = {"ledger_entry"}

# Unique over all programs: a second one is refused, which tells that the first exists. A program's name is public.
UNIQUE_EVERYWHERE = {"program_name_key", "calendar_feed_secret_hash_key"}

# What everybody in a program reads, participants in their own seat too; and the printed forms, which signing brings.
SEEN_BY_ALL = {"provider SELECT", "person SELECT", "staff SELECT", "reading_choice SELECT"} | {
    f"form_template {verb}" for verb in ("SELECT", "INSERT", "UPDATE")
}

RUNS_WITH_THE_OWNERS_RIGHTS = {
    "alongside_feed",
    "ledger_add", "ledger_record", "ledger_write", "alongside_invited", "alongside_who_looked",
    "alongside_undisclosed",
}  # fmt: skip


def tables_without_forced_policies(cursor):
    rows = cursor.execute(
        f"""
        select t.relname from ({HAS_PROGRAM}) t join pg_class c on c.oid = t.oid
        where not (relrowsecurity and relforcerowsecurity
            and exists (select 1 from pg_policy where polrelid = c.oid and polpermissive))
        """
    )
    return {name for (name,) in rows}


def record_tables_with_another_policy(cursor):
    rows = cursor.execute(
        f"""
        select distinct t.relname from ({HAS_PROGRAM}) t join pg_policies p on p.tablename = t.relname
        where t.relname not in ('program', 'membership') and p.permissive = 'PERMISSIVE'
            and p.roles <> '{{alongside_owner}}' and not (
            p.cmd = 'ALL' and p.qual = p.with_check
            and regexp_replace(p.qual, '\\s+', ' ', 'g')
                = '(program_id = ( SELECT alongside_program() AS alongside_program))'
        )
        """
    )
    return {name for (name,) in rows}


def tables_open_to_a_seat(cursor):
    """Tables of records that from a participant's own seat could be read or written beyond that person's rows."""
    rows = cursor.execute(
        f"""
        select t.relname || ' ' || verb
        from ({HAS_PROGRAM}) t, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) verb
        where t.relname not in ('program', 'membership', 'draft', 'submission', 'ledger_entry')
            and not exists (select 1 from pg_policies p where p.tablename = t.relname and p.permissive = 'RESTRICTIVE'
                and p.cmd = verb and coalesce(p.qual, p.with_check) like '%%alongside_participant_if_any()%%')
        """
    )
    return {name for (name,) in rows}


def tables_without_an_index_led_by_the_program(cursor):
    rows = cursor.execute(
        f"""
        select relname from ({HAS_PROGRAM}) t where not exists (
            select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indrelid = t.oid and a.attname = 'program_id')
        """
    )
    return {name for (name,) in rows}


def unique_without_the_program(cursor):
    """Keys that another program could run into by guessing. Nobody guesses a random number."""
    rows = cursor.execute(
        f"""
        select i.indexrelid::regclass::text from ({HAS_PROGRAM}) t join pg_index i on i.indrelid = t.oid
        where i.indisunique and not i.indisprimary and not exists (
            select 1 from pg_attribute a
            where a.attrelid = t.oid and a.attnum = any (i.indkey)
                and (a.attname = 'program_id' or a.atttypid = 'uuid'::regtype))
        """
    )
    return {name for (name,) in rows}


def references_that_could_leave_the_program(cursor):
    rows = cursor.execute(
        f"""
        with of_a_program as (
            select t.*, a.attnum as program from ({HAS_PROGRAM}) t
            join pg_attribute a on a.attrelid = t.oid and a.attname = 'program_id'),
        one_column as (
            select k.conname, k.conrelid, k.confrelid, k.conkey[1] as from_column, k.confkey[1] as to_column
            from pg_constraint k
            where k.contype = 'f' and cardinality(k.conkey) = 1
                and k.conrelid in (select oid from of_a_program) and k.confrelid in (select oid from of_a_program)
                and k.confrelid <> 'program'::regclass)
        select o.conname from one_column o where not exists (
            select 1 from pg_constraint k
            join of_a_program f on f.oid = k.conrelid join of_a_program t on t.oid = k.confrelid
            where k.contype = 'f' and k.conrelid = o.conrelid and k.confrelid = o.confrelid and k.convalidated
                and k.conkey = array[f.program, o.from_column] and k.confkey = array[t.program, o.to_column])
        """
    )
    return {name for (name,) in rows}


def tables_of_nobody(cursor):
    """Tables that point at a program's rows and have no program of their own."""
    rows = cursor.execute(
        f"""
        with of_a_program as ({HAS_PROGRAM})
        select distinct c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
        where k.contype = 'f' and k.confrelid in (select oid from of_a_program)
            and k.conrelid not in (select oid from of_a_program)
        """
    )
    return {name for (name,) in rows}


LOOKS = [
    (tables_without_forced_policies, NOT_UNDER_A_PROGRAMS_POLICY),
    (tables_open_to_a_seat, SEEN_BY_ALL),
    (record_tables_with_another_policy, {"draft", "submission"}),  # the user's own rows of the program's
    (tables_without_an_index_led_by_the_program, set()),
    (unique_without_the_program, UNIQUE_EVERYWHERE),
    (references_that_could_leave_the_program, set()),
    (tables_of_nobody, set()),
]


@pytest.mark.parametrize(("look", "exceptions"), LOOKS, ids=lambda value: getattr(value, "__name__", None))
def test_every_table_of_a_program_is_guarded(as_superuser, look, exceptions):
    assert look(as_superuser) == exceptions


@pytest.mark.parametrize(
    ("planted", "look"),
    [
        ("alter table participant no force row level security", tables_without_forced_policies),
        ("alter table participant disable row level security", tables_without_forced_policies),
        ("drop policy own_program_all on training", tables_without_forced_policies),
        ("create table forgotten (program_id uuid)", tables_without_forced_policies),
        ("create policy open on training using (true)", record_tables_with_another_policy),
        ("alter policy own_program_all on training using (program_id::text = '')", record_tables_with_another_policy),
        ("drop policy own_seat_select on participant", tables_open_to_a_seat),
        ("alter policy own_seat_update on training using (true) with check (true)", tables_open_to_a_seat),
        ("create table forgotten (program_id uuid)", tables_without_an_index_led_by_the_program),
        ("create unique index u on participant (medicaid_id)", unique_without_the_program),
        ("alter table training drop constraint training_staff_id_in_program", references_that_could_leave_the_program),
        ("create table note (about uuid references participant)", tables_of_nobody),
    ],
)
def test_each_look_sees_what_it_looks_for(as_superuser, planted, look):
    before = look(as_superuser)

    as_superuser.execute(planted)

    assert len(look(as_superuser)) == len(before) + 1


def test_no_view_goes_around_the_policies(as_superuser):
    views = as_superuser.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')"
    )

    assert views.fetchall() == []


def test_functions_with_the_owners_rights_are_these_and_pin_their_search_path(as_superuser):
    functions = as_superuser.execute(
        "select proname, proconfig from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
    ).fetchall()

    assert {name for name, _ in functions} == RUNS_WITH_THE_OWNERS_RIGHTS
    assert all(any("search_path=" in setting for setting in settings) for _, settings in functions)


def test_the_runtime_role_may_call_only_the_way_into_the_ledger(as_superuser):
    callable_ = as_superuser.execute(
        """
        select proname from pg_proc where pronamespace = 'public'::regnamespace and proname like 'ledger%'
            and has_function_privilege('alongside_app', oid, 'execute')
        """
    ).fetchall()

    assert callable_ == [("ledger_record",)]


def test_no_table_may_be_emptied_referenced_or_given_triggers_by_the_runtime_role(as_superuser):
    rights = as_superuser.execute(
        """
        select relname, word from pg_class, unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) word
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            and has_table_privilege('alongside_app', oid, word)
        """
    ).fetchall()

    assert rights == []
    schema = as_superuser.execute("select has_schema_privilege('alongside_app', 'public', 'create')").fetchone()
    assert schema == (False,)


def test_the_runtime_role_is_no_more_than_it_should_be(as_superuser):
    flags = as_superuser.execute(
        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication "
        "from pg_roles where rolname = 'alongside_app'"
    ).fetchone()
    belongs_to = as_superuser.execute(
        "select roleid from pg_auth_members where member = 'alongside_app'::regrole"
    ).fetchall()

    assert flags == (False,) * 5
    assert belongs_to == []
