"""Which participants have records of substance use disorder treatment, which 42 CFR part 2 guards.

By rows: a mark of the program's own, a treatment episode, or a service whose payer is substance-use Medicaid. The
database asks the same in `alongside_undisclosed()`.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from .models import Funding, Participant, RecordMark, Service, TreatmentEpisode
from .models.release_words import RecordClass

# What a program of this field holds of anybody: 51.30 guards all of it alike.
OF_EVERYBODY = frozenset({RecordClass.MENTAL_HEALTH, RecordClass.OTHER})


def guarded(participants: Iterable[UUID]) -> set[UUID]:
    """Those of them whose records 42 CFR part 2 guards."""
    among = list(participants)
    marks = RecordMark.objects.filter(record_class=RecordClass.SUBSTANCE_USE, ended_on=None, participant__in=among)
    treated = TreatmentEpisode.objects.filter(participant__in=among)
    paid = Service.objects.filter(funding=Funding.SUBSTANCE_USE_MEDICAID, participant__in=among)
    return {key for rows in (marks, treated, paid) for key in rows.order_by().values_list("participant_id", flat=True)}


def classes_held(participant: Participant) -> frozenset[RecordClass]:
    """The classes of records the program holds about somebody."""
    is_guarded = participant.pk in guarded([participant.pk])
    return OF_EVERYBODY | {RecordClass.SUBSTANCE_USE} if is_guarded else OF_EVERYBODY
