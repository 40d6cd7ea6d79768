"""The personnel files: whole for most; of the others each lacks one thing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from alongside.records.models import Credential, IllinoisCredential, PersonnelPaper, PersonnelRecord, StaffMember

from ..shelf import Shelf, before

_P = PersonnelPaper
CHECKS = (_P.WORKER_REGISTRY, _P.BACKGROUND_ACT, _P.SANCTIONS_LIST)
AT_HIRE = (_P.EDUCATION, _P.EMPLOYMENT_DATES, _P.JOB_DESCRIPTION, *CHECKS)
# With how many days ago it is dated, where somebody has been here that long.
SINCE = {_P.TRAINING_LOG: 50, _P.PERFORMANCE_REVIEW: 120, _P.RULE_50_TRAINING: 300}
LACKS = {"yarrow": (_P.SANCTIONS_LIST,), "clover": (_P.JOB_DESCRIPTION,), "aster": (_P.JOB_DESCRIPTION,)}
OLD = {"indy": {_P.PERFORMANCE_REVIEW: 420, _P.RULE_50_TRAINING: 740}, "tansy": {_P.RULE_50_TRAINING: 715}}
PEERS = ("posy", "wick", "marsh", "fern", "reed", "dale", "indy")
PERCENT_OF_PEERS = 80
HOURS = {IllinoisCredential.CRSS: (15, 25, None), IllinoisCredential.CPRS: (20, 10, 6)}


def add_files(shelf: Shelf, staff: Mapping[str, StaffMember]) -> None:
    """Put every file on the shelf, and the hours of education that renewed the certificates of an earlier time."""
    for key, member in staff.items():
        for kind, dated_on in _dated(shelf, member, OLD.get(key, {})).items():
            if kind not in LACKS.get(key, ()):
                is_peers_job = kind == _P.JOB_DESCRIPTION and key in PEERS
                shelf.add(
                    PersonnelRecord, staff=member, kind=kind, dated_on=dated_on,
                    is_substantiated=False if kind in CHECKS else None,
                    recovery_support_percent=PERCENT_OF_PEERS if is_peers_job else None,
                )  # fmt: skip
    for held in shelf.of(Credential):
        if held.kind in HOURS and held.expires_on < before(shelf.on, 30):
            held.specific_hours, held.core_hours, held.ethics_hours = HOURS[IllinoisCredential(held.kind)]
            held.education_hours = held.specific_hours + held.core_hours


def _dated(shelf: Shelf, member: StaffMember, old: Mapping[PersonnelPaper, int]) -> dict[PersonnelPaper, datetime.date]:
    hired_on = member.started_on or shelf.on
    since = {kind: max(hired_on, before(shelf.on, ago)) for kind, ago in (SINCE | old).items()}
    return dict.fromkeys(AT_HIRE, hired_on) | since
