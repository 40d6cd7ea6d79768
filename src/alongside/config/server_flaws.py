"""Flaws of the database server and of the role it is reached by."""

from __future__ import annotations

import time
from typing import Any

CLOCK_SECONDS = 2


def role_flaws(cursor: Any) -> list[str]:
    """A runtime role that row-level security does not hold."""
    cursor.execute(
        """
        select current_user, rolsuper, rolbypassrls, rolcreaterole,
            exists (select 1 from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace),
            exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner <> r.oid
                    and pg_has_role(r.oid, c.relowner, 'member'))
        from pg_roles r where rolname = current_user
        """
    )
    role, *is_so = cursor.fetchone()
    give = "Give DATABASE_URL the runtime role, and the owner in DATABASE_OWNER_URL only."
    words = (
        f"is a superuser, and sees every program whatever the policies say. {give}",
        f"has BYPASSRLS, and sees every program whatever the policies say. `alter role {role} nobypassrls`.",
        f"may create roles, and could give itself any right. `alter role {role} nocreaterole`.",
        f"owns tables, and could drop their policies. {give}",
        f"is a member of the role that owns the tables. `revoke` that membership. {give}",
    )
    return [f"The database role {role} {word}" for word, wrong in zip(words, is_so, strict=True) if wrong]


def durability_flaws(cursor: Any) -> list[str]:
    """Server settings under which a confirmed write can be lost."""
    names = ("fsync", "full_page_writes", "synchronous_commit")
    cursor.execute("select name, setting from pg_settings where name = any (%s) and setting = 'off'", [list(names)])
    return [
        f"The database server runs with {name} off: what it confirmed can be lost in a power cut. Turn it on."
        for name, _ in cursor.fetchall()
    ]


def clock_flaws(cursor: Any) -> list[str]:
    """Clocks that disagree, or one that was set back: signatures and seals would bear a wrong time."""
    cursor.execute(
        "select extract(epoch from clock_timestamp())::float, "
        "(select extract(epoch from max(applied))::float from django_migrations)"
    )
    server, migrated = cursor.fetchone()
    apart, here = abs(time.time() - server), min(time.time(), server)
    flaws = []
    if apart > CLOCK_SECONDS:
        flaws.append(f"The clocks of this machine and of the database differ by {apart:.0f} s. Set both by NTP.")
    if migrated is not None and here < migrated - CLOCK_SECONDS:
        flaws.append("The clock stands before the moment the database was last migrated. Set it by NTP.")
    return flaws
