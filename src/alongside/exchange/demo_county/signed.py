"""What stands signed in the demo county, with its documents and signatures: drawn, typed, or by staff's own sign-in."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from alongside.access.actions import create_user, join
from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.access.roles import Role
from alongside.records.actions import Hand
from alongside.records.actions.signers import Signer
from alongside.records.actions.signing import announce, bind, document_of, template_for
from alongside.records.models import (
    Assessment,
    Capacity,
    DischargeSummary,
    Document,
    Method,
    NoteStatus,
    ProgressNote,
    Representative,
    ServicePlan,
    Signature,
    StaffMember,
    SupportPlan,
    TrainingSheet,
)
from alongside.records.models.kept import canonical
from alongside.records.snapshots import content_of, kind_of

from .shelf import before, new_key
from .visits import moment_of

OWN = Hand(Method.OWN_SIGN_IN)
BATCH = 200
SIGNED_HERE = 6


class Desk:
    """Where what is signed on record gets its document. Everybody who signed for themselves has an account."""

    def __init__(self, program: Program, witness: User, on: datetime.date) -> None:
        self.program = program
        self.witness = witness
        self.on = on
        self.chance = random.Random(f"{program.name} {on}")
        self.accounts: dict[str, User] = {}
        self.templates: dict[str, Any] = {}
        self.documents: list[Document] = []
        self.signatures: list[Signature] = []

    def store(self) -> dict[str, int]:
        """Insert everything; how many rows of each table."""
        Document.objects.bulk_create(self.documents, batch_size=BATCH)
        Signature.objects.bulk_create(self.signatures, batch_size=BATCH)
        announce(self.signatures)
        return {"document": len(self.documents), "signature": len(self.signatures)}

    def lay(self, record: Any, signers: list[tuple[Signer, datetime.datetime]]) -> None:
        """Put a record with those who signed it on the desk."""
        kind = kind_of(record)
        if kind not in self.templates:
            self.templates[kind] = template_for(record.program_id, kind)
        document = document_of(record, kind, canonical(content_of(record)), self.templates[kind])
        document.id = new_key(self.chance)
        self.documents.append(document)
        for signer, at in signers:
            signature = bind(document, record, signer, at)
            signature.id = new_key(self.chance)
            self.signatures.append(signature)

    def account(self, name: str, role: Role, staff: StaffMember | None = None) -> User:
        """The account of somebody who signed, made on first use. Nobody was given its password."""
        if name not in self.accounts:
            found = User.objects.filter(name=name, memberships__program=self.program).first()
            self.accounts[name] = found or self._new(name, role, staff)
        return self.accounts[name]

    def drawn(self) -> Hand:
        """A name drawn with a finger: loops from left to right."""
        x, points = self.chance.randint(20, 60), []
        for n in range(self.chance.randint(24, 40)):
            x += self.chance.randint(4, 14)
            swing = self.chance.randint(15, 55) * (1 if n % 2 else -1)
            points.append(f"{min(x, 590)} {115 + swing}")
        return Hand(Method.DRAWN, drawing="M" + "L".join(points))

    def _new(self, name: str, role: Role, staff: StaffMember | None) -> User:
        at = f"{name.lower().replace(' ', '.')}.{len(self.accounts)}@{self.program.name.split()[0].lower()}.example"
        user = create_user(email=at, name=name, by=self.witness)
        join(
            user=user, program=self.program, role=role, starts_on=before(self.on, 60), by=self.witness,
            staff_id=staff.pk if staff else None, provider_id=staff.provider_id if staff else None,
        )  # fmt: skip
        return user


def sign_what_is_signed(program: Program, *, by: User, on: datetime.date) -> dict[str, int]:
    """Give every signed note, plan and summary that has its words a document, and some assessments and support plans.

    Older ones were signed on paper only.
    """
    with acting(program=program, actor=by):
        return _signed(Desk(program, by, on))


def _signed(desk: Desk) -> dict[str, int]:
    for plan in _plans():
        desk.lay(plan, list(_of_plan(desk, plan)))
    for assessment in _some(Assessment.objects.exclude(what_matters=None)):
        coordinator = Signer(Capacity.COORDINATOR, OWN, assessment.completed_on, desk.witness)
        desk.lay(assessment, [(coordinator, moment_of(assessment.completed_on, 15 * 60))])
    for support in _some(SupportPlan.objects.all()):
        own = Signer(Capacity.PARTICIPANT, desk.drawn(), support.completed_on, desk.witness)
        desk.lay(support, [(own, moment_of(support.completed_on, 15 * 60 + 10))])
    for note in _notes():
        account = desk.account(note.signed_by, Role.DIRECT_STAFF, note.service.staff)
        signer = Signer(Capacity.GIVER, OWN, note.signed_on, account, staff=note.service.staff)
        desk.lay(note, [(signer, note.signed_at)])
    for sheet in TrainingSheet.objects.exclude(county_signed_on=None).select_related("staff__person", "program"):
        account = desk.account(str(sheet.county_signed_by), Role.COORDINATOR)
        day = sheet.county_signed_on
        desk.lay(sheet, [(Signer(Capacity.COUNTY, OWN, day, account), moment_of(day, 9 * 60 + 20))])
    for summary in _summaries():
        desk.lay(summary, list(_of_plan(desk, summary)))
    return desk.store()


def _plans() -> Any:
    written = ServicePlan.objects.exclude(goals=None).exclude(coordinator_signed_on=None)
    return written.select_related("participant", "program").prefetch_related("lines__provider").order_by("pk")


def _some(written: Any) -> Any:
    """Every third of the last ones: signing on a screen is new, and the others are on paper."""
    return written.select_related("participant", "program").order_by("-completed_on", "pk")[: SIGNED_HERE * 3 : 3]


def _notes() -> Any:
    signed = ProgressNote.objects.filter(status=NoteStatus.SIGNED)
    related = ("participant", "program", "service__staff__person", "service__plan_line")
    return signed.select_related(*related).order_by("pk")


def _summaries() -> Any:
    anybody = Q(participant_signed_on__isnull=False) | Q(coordinator_signed_on__isnull=False)
    related = ("participant", "program", "discharge__enrollment")
    return DischargeSummary.objects.filter(anybody).select_related(*related).order_by("pk")


def _of_plan(desk: Desk, record: Any) -> Iterator[tuple[Signer, datetime.datetime]]:
    """Who signed a plan or a summary, in the order of the day."""
    if day := record.participant_signed_on:
        yield Signer(Capacity.PARTICIPANT, desk.drawn(), day, desk.witness), moment_of(day, 14 * 60 + 5)
    if day := record.representative_signed_on:
        acting = Representative.objects.filter(participant=record.participant, name=record.representative_signed_by)
        if one := acting.first():
            typed = Hand(Method.TYPED, typed_name=str(one.name))
            yield Signer(Capacity(one.kind), typed, day, desk.witness, representative=one), moment_of(day, 14 * 60 + 8)
    if day := record.coordinator_signed_on:
        account = desk.account(record.coordinator_signed_by, Role.COORDINATOR)
        yield Signer(Capacity.COORDINATOR, OWN, day, account), moment_of(day, 14 * 60 + 12)
