"""The process of the beds: Django as the runtime role on a database of its own. A line of JSON in, lines out."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

OWN_STATE = Path(__file__).resolve().parents[2] / "var" / "test-pg"


def main() -> None:
    """Answer until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else prints must not stand among the answers
    _set_up()
    import cluster

    with cluster.clone() as database:
        _reach(database)
        for line in sys.stdin:
            asked = json.loads(line)
            found = _made(asked, lambda words: _say(answers, {"told": words}))
            _say(answers, found)
        from django.db import connections

        connections.close_all()


def _made(asked: dict[str, Any], tell: Any) -> dict[str, Any]:
    trial = import_module(f"assurance.seen.{asked['trial']}")
    from .defects import DEFECTS

    with DEFECTS[asked["defect"]]() if asked["defect"] else contextlib.nullcontext():
        return asdict(trial.run(asked["size"], tell))


def _say(answers: Any, said: dict[str, Any]) -> None:
    print(json.dumps(said), file=answers, flush=True)


def _set_up() -> None:
    """As the tests do: never a database that is somebody's own."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "ALONGSIDE_HOSTS", "EMAIL_HOST"):
        os.environ.pop(name, None)
    os.environ |= {
        "ALONGSIDE_DATA": str(OWN_STATE),
        "SECRET_KEY": "for beds only",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }
    import django
    from django.conf import settings
    from django.test.utils import setup_test_environment

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.WHITENOISE_AUTOREFRESH = True
    django.setup()
    setup_test_environment()
    logging.disable(logging.ERROR)  # what is refused is refused a thousand times


def _reach(database: str) -> None:
    import cluster
    from django.db import connections

    flaws = cluster.flaws_of_the_runtime_role(database)
    if flaws:
        raise SystemExit(f"The beds would prove nothing: {'; '.join(flaws)}.")
    for alias in ("default", "owner"):
        connections[alias].settings_dict["NAME"] = database
        connections[alias].settings_dict["OPTIONS"].pop("pool", None)


if __name__ == "__main__":
    main()
