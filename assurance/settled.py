"""Django for a bed that runs outside the tests: the embedded test cluster, as the tests have it, and no other."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "ALONGSIDE_HOSTS", "EMAIL_HOST")


def settled() -> dict[str, str]:
    """The environment a bed's own process runs in: this one's, without a database of somebody's."""
    kept = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    paths = [str(ROOT), *(str(ROOT / part) for part in ("src", "tests", "tests/support"))]
    return {
        **kept, "ALONGSIDE_DATA": str(ROOT / "var" / "test-pg"), "SECRET_KEY": "for tests only",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "PYTHONPATH": os.pathsep.join([*paths, *filter(None, [os.environ.get("PYTHONPATH")])]),
    }  # fmt: skip


def settle() -> None:
    """Set Django up in this process, unless somebody did."""
    from django.apps import apps

    if apps.ready:
        return
    for name in ELSEWHERE:
        os.environ.pop(name, None)
    os.environ.update(settled())
    import django

    django.setup()
