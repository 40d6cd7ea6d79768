"""Every reader of a file from outside, with whole files to begin from. Each reads or refuses; nothing else."""

from __future__ import annotations

import datetime
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from alongside.exchange.problems import Refused

ON = datetime.date(2026, 11, 20)
INVOICES = b"""invoice_number,invoiced_on,medicaid_id,served_on,units,amount,claim_number
2026-7,2026-10-31,0123456789,2026-10-03,4,61.20,C-1
2026-7,2026-10-31,0123456789,2026-10-17,2,,
"""
SCHEDULE = b"""code,kind,starts_on,ends_on,unit,tier,modifier,unit_minutes,group_size,rate
H2015,community_support,2026-07-01,,quarter hour,mhp,HN,15,,21.44
H0004,therapy,2026-07-01,2027-06-30,quarter hour,qmhp,HO,15,8,34.02
"""


@dataclass(frozen=True)
class Reader:
    """`read` takes a file's bytes; it may raise `Refused` and nothing else. `whole` is a file in good order."""

    name: str
    whole: bytes
    read: Callable[[bytes], object]

    def outcome(self, content: bytes) -> str:
        """Empty where the file was read or refused with a sentence; else what went wrong."""
        try:
            self.read(content)
        except Refused as refused:
            return "" if refused.found and refused.fix else "refused without saying why"
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            return f"{type(error).__name__}: {error}"[:200]
        return ""


def readers() -> list[Reader]:
    """The readers of trackers, mappings, invoices, fee schedules, Word forms and packets."""
    import word_forms

    from alongside.exchange.fee_schedule import read_fee_schedule
    from alongside.exchange.forms import word
    from alongside.exchange.invoice_lines import read_invoice_lines
    from alongside.exchange.mapping_file import SHIPPED, parse
    from exchange.tracker import PARTICIPANTS, csv, member, person, session, workbook

    mapping = (Path(word.__file__).parents[1] / "mappings" / f"{SHIPPED}.toml").read_bytes()
    return [
        Reader("tracker.xlsx", workbook([person()], [member()], [session()]), _tracker),
        Reader("tracker.csv", csv(PARTICIPANTS, [person(), person()]).encode(), _tracker),
        Reader("invoices.csv", INVOICES, read_invoice_lines),
        Reader("schedule.csv", SCHEDULE, read_fee_schedule),
        Reader("mapping.toml", mapping, lambda content: parse(content.decode(errors="replace"), "mapping.toml")),
        Reader("form.docx", word_forms.form(), lambda content: word.places(content, "form.docx")),
        Reader("packet.zip", _packet(), _verify),
    ]


def _tracker(content: bytes) -> None:
    from alongside.exchange.limits import SHARED_SERVER
    from alongside.exchange.reading import read_file

    read_file(io.BytesIO(content), "tracker", ON, limits=SHARED_SERVER)


def _packet() -> bytes:
    from alongside.exchange.packets.archive import archive_of
    from alongside.exchange.packets.manifest import Listed, file_name, manifest_of, sha256

    name, plan = file_name(1, 1, "Service plan"), b"%PDF-1.7 a plan %%EOF"
    listed = [Listed(name, sha256(plan), 1, 1, "Service plan", "Plan", True)]
    whole = {"sha256": sha256(b"whole"), "pages": 1}
    made = manifest_of({"packet": "2026-1"}, files=listed, whole=whole, statement="Confidential.", missing=[])
    return archive_of(made, b"whole", "Confidential.", [(name, plan)])


def _verify(content: bytes) -> None:
    from alongside.exchange.packets.verifying import verify_packet

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "packet.zip"
        path.write_bytes(content)
        verify_packet(path)
