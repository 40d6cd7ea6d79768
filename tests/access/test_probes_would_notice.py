"""The control of the probes: what they ask finds another program's row as soon as a guard is gone."""

from uuid import uuid4

import pytest
from rows import inserting, model_of, row_of

pytestmark = pytest.mark.django_db


def test_the_probes_would_notice_a_table_whose_guard_is_gone(as_superuser):
    """The control: the same question shows one program's row with the guard, and everybody's without."""
    one, other = uuid4(), uuid4()
    for program in (one, other):
        as_superuser.execute(
            "insert into program (program_id, name, kind, pack, created_at) values (%s, %s, 'county', '', now())",
            [program, f"{program} County"],
        )
        as_superuser.execute(*inserting("participant", row_of(model_of("participant"), program, {})))

    def seen():
        as_superuser.execute("select set_config('alongside.program', %s, true)", [str(one)])
        as_superuser.execute("set local role alongside_app")
        (count,) = as_superuser.execute("select count(*) from participant").fetchone()
        as_superuser.execute("reset role")
        return count

    assert seen() == 1
    as_superuser.execute("set constraints all immediate")
    as_superuser.execute("alter table participant disable row level security")
    assert seen() == 2
