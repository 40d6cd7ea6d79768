"""Altering what was signed, with every right the owner of the database has, each time undone again."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from .bed import Found, Tell
from .owning import take_guards_off, undone

TABLES = ("document", "signature", "attachment", "rendering", "ledger_entry", "ledger_sealed", "ledger_checkpoint")
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
BYTE = "set_byte(content, {at}, get_byte(content, {at}) # 1)"
SIGNATURE = {
    "signer_name": "signer_name || ' Hazel'", "statement": "statement || '.'", "signed_on": "signed_on - 1",
    "signed_at": "signed_at - interval '1 minute'", "witness_name": "witness_name || 'x'",
    "content_hash": "repeat('0', 64)", "signature_hash": "repeat('0', 64)",
}  # fmt: skip


@dataclass(frozen=True)
class Signed:
    """What was signed: the program, keys by table, the folder of the ledger's key, and a checkpoint kept outside."""

    program: Any
    keys: dict[str, list[Any]]
    folder: Path
    outside: Any


def alter(size: int, tell: Tell, planted: str = "") -> Found:
    """Alter, verify, undo, so many times; every tenth time nothing is altered and nothing may be found.

    `planted` leaves out holding signatures against the ledger: then one rewritten with its hash passes."""
    from alongside.access.context import acting
    from alongside.ledger.verify import verify as verify_ledger
    from alongside.records import verifying

    found, chance = Found(), random.Random(20261122)
    ways = (_rehashed,) if planted else (_content, _content, _listed, _signature, _rehashed, _removed, _file, _all)
    blind = patch.object(verifying, "_against_the_ledger", lambda one, announced: iter(()))
    with _signed() as signed:
        for number in range(size):
            is_clean = number % 10 == 9 and not planted
            way = ways[number % len(ways)]
            with acting(program=signed.program), undone() as cursor:
                if not is_clean:
                    way(cursor, chance, signed)
                if planted:
                    with blind:
                        flaws = verifying.verify("owner").flaws
                else:
                    flaws = verifying.verify("owner").flaws
                if way is _all and not is_clean:
                    report = verify_ledger(signed.folder, outside=signed.outside)
                    flaws += [finding.sentence for finding in report.tampering]
            found.tried += 1
            if is_clean == bool(flaws):
                found.failures.append(f"Trial {number}: {'a false alarm' if is_clean else way.__name__}: {flaws}")
            if number % 1000 == 999:
                tell(f"{number + 1:,} of {size:,}, {len(found.failures)} failures")
    return found


def _content(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """One character of a document, anywhere."""
    key = chance.choice(signed.keys["document"])
    cursor.execute("select length(content) from document where document_id = %s", [key])
    at = chance.randrange(1, cursor.fetchone()[0] + 1)
    cursor.execute(
        "update document set content = overlay(content placing case substr(content, %s, 1) when 'x' then 'y' else 'x' "
        "end from %s for 1) where document_id = %s",
        [at, at, key],
    )


def _listed(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """What a document is listed by."""
    column = chance.choice(("title", "form"))
    key = chance.choice(signed.keys["document"])
    cursor.execute(f"update document set {column} = {column} || 'x' where document_id = %s", [key])


def _signature(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """One column of a signature."""
    column = chance.choice(list(SIGNATURE))
    key = chance.choice(signed.keys["signature"])
    cursor.execute(f"update signature set {column} = {SIGNATURE[column]} where signature_id = %s", [key])


def _rehashed(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """Another signer, and the signature's hash made to fit."""
    _rewrite(cursor, chance, signed)


def _rewrite(cursor: Any, chance: random.Random, signed: Signed) -> tuple[Any, str]:
    from alongside.records.models import Signature

    one = Signature.objects.using("owner").get(pk=chance.choice(signed.keys["signature"]))
    one.signer_name = f"Ana {chance.choice(('Sedge', 'Heron', 'Alder'))}"
    made = one.hash_now()
    cursor.execute(
        "update signature set signer_name = %s, signature_hash = %s where signature_id = %s",
        [one.signer_name, made, one.pk],
    )
    return one.pk, made


def _removed(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """A signature, as if it had never been given."""
    cursor.execute("delete from signature where signature_id = %s", [chance.choice(signed.keys["signature"])])


def _file(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """One bit of a scanned page or of a printed form."""
    table = chance.choice(("attachment", "rendering"))
    words = BYTE.format(at=chance.randrange(len(PDF)))
    cursor.execute(f"update {table} set content = {words} where {table}_id = %s", [chance.choice(signed.keys[table])])


def _all(cursor: Any, chance: random.Random, signed: Signed) -> None:
    """The signature, its hash, the ledger's entry of it, and the whole ledger sealed anew with its own key."""
    from alongside.ledger.seal import seal

    key, made = _rewrite(cursor, chance, signed)
    cursor.execute(
        "update ledger_entry set detail = %s where act = 'sign' and table_name = 'signature' and row_id = %s",
        [made, str(key)],
    )
    cursor.execute("update ledger_entry e set hash = ledger_hash(ledger_canonical(e))")
    cursor.execute("delete from ledger_sealed")
    cursor.execute("delete from ledger_checkpoint")
    seal(signed.folder)


@contextmanager
def _signed() -> Iterator[Signed]:
    """Three plans, each signed by the participant on a scanned page and by the coordinator; sealed."""
    import cluster
    from django.db import connection, transaction
    from ledger_hands import Ledger

    from alongside.access.actions import create_program
    from alongside.access.context import acting
    from alongside.ledger.checkpoints import read
    from alongside.ledger.models import Checkpoint
    from alongside.records import actions
    from people import TODAY, a_participant, a_service_plan, sign, somebody_here

    program = create_program(name="Bittern County", by=None)
    keys: dict[str, list[Any]] = {"document": [], "signature": [], "attachment": [], "rendering": []}
    for _ in range(3):
        with acting(program=program), transaction.atomic():
            plan = a_service_plan(a_participant())
            page = actions.attach(record=plan, content=PDF, name="page.pdf", by=somebody_here())
            first = sign(plan, hand=actions.Hand("scanned", attachment=page, signed_on=TODAY))
            second = sign(plan, "coordinator")
            printed = actions.keep_rendering(
                document=first.document, content=PDF, media_type="application/pdf", by=None
            )
        keys["document"].append(first.document_id)
        keys["signature"] += [first.pk, second.pk]
        keys["attachment"].append(page.pk)
        keys["rendering"].append(printed.pk)
    with (
        tempfile.TemporaryDirectory() as folder,
        cluster.superuser().connect(str(connection.settings_dict["NAME"])) as superuser,
    ):
        Ledger(Path(folder), program, superuser).seal()
        take_guards_off(TABLES)
        outside = read(Checkpoint.objects.using("owner").order_by("size").last().note)
        yield Signed(program, keys, Path(folder), outside)
