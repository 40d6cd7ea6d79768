"""After signing, no path changes a note, its service or a sign-off: the ORM, a bulk update, SQL as the runtime role."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from alongside.records import actions
from alongside.records.models import ProgressNote, Service, SignOff
from alongside.records.problems import Problems
from people import TODAY, a_draft, a_participant, a_peer_specialist, a_service, signed

pytestmark = pytest.mark.django_db
STAYS = "stays as it was|stays here as it was"


@pytest.fixture
def note(in_program_a):
    pia = a_peer_specialist()
    return signed(a_draft(a_service(a_participant(), pia), pia), pia)


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def change_and_save(record, **changes):
    for name, value in changes.items():
        setattr(record, name, value)
    record.save()


PATHS = {
    "save": lambda note: change_and_save(note, response="Nothing."),
    "save the service": lambda note: change_and_save(note.service, place="elsewhere"),
    "unsign": lambda note: change_and_save(note, status="draft", signed_on=None, signed_at=None, signed_by=None),
    "another participant": lambda note: change_and_save(note, participant=a_participant(given_name="Lee")),
    "delete": lambda note: note.delete(),
    "bulk update": lambda note: ProgressNote.objects.filter(pk=note.pk).update(signed_by="Oz Merlin"),
    "bulk update of objects": lambda note: ProgressNote.objects.bulk_update([note], ["version"]),
    "bulk update of services": lambda note: Service.objects.update(place="elsewhere"),
    "bulk delete": lambda note: ProgressNote.objects.all()._raw_delete("default"),
    "update or create": lambda note: ProgressNote.objects.update_or_create(pk=note.pk, defaults={"purpose": "x"}),
    "sql update": lambda note: sql("update progress_note set what_was_done = 'nothing'"),
    "sql update that changes nothing": lambda note: sql("update progress_note set version = version"),
    "sql delete": lambda note: sql("delete from progress_note"),
    "sql update of the service": lambda note: sql("update service set stopped_at = stopped_at + interval '1 hour'"),
    "sql delete of the service": lambda note: sql("delete from service"),
    "sql insert over it": lambda note: sql(
        "insert into progress_note select * from progress_note "
        "on conflict (progress_note_id) do update set purpose = 'x'"
    ),
    "sql merge": lambda note: sql(
        "merge into progress_note n using service s on n.service_id = s.service_id "
        "when matched then update set outcome = 'x'"
    ),
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_no_path_changes_what_was_signed(note, path):
    held = ProgressNote.objects.values().get(pk=note.pk), Service.objects.values().get(pk=note.service_id)
    with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
        path(note)
    assert held == (ProgressNote.objects.values().get(pk=note.pk), Service.objects.values().get(pk=note.service_id))


GUARDS = {
    "alter table progress_note disable trigger all": "must be owner",
    "drop trigger signed_note_stays on progress_note": "must be owner",
    "drop function signed_note_stays() cascade": "must be owner",
    "set session_replication_role = replica": "permission denied",
    "truncate progress_note cascade": "permission denied",
    "create or replace function signed_note_stays() returns trigger language plpgsql as $$ begin return new; end $$": (
        "must be owner|permission denied"
    ),
}


@pytest.mark.parametrize("text, said", GUARDS.items())
def test_the_runtime_role_cannot_take_the_guard_away(note, text, said):
    with pytest.raises(DatabaseError, match=said), transaction.atomic():
        sql(text)


def test_correcting_says_so_in_a_sentence(note):
    service = note.service
    with pytest.raises(Problems, match=r"found a service whose note is signed.*Amend the note"):
        actions.correct(record=service, version=service.version, changes={"place": "x"}, on=TODAY, by=None)
    with pytest.raises(Problems, match=r"found a signed progress note.*Amend it"):
        actions.correct(record=note, version=note.version, changes={"response": "x"}, on=TODAY, by=None)


def test_a_draft_and_its_service_are_free(in_program_a):
    draft = a_draft(a_service(a_participant()))
    change_and_save(draft, response="Better.")
    change_and_save(draft.service, place="the library")
    service = draft.service
    draft.delete()
    service.delete()
    assert not Service.objects.exists()


@pytest.mark.parametrize("path", ["save", "save the service", "sql update of the service", "bulk update"])
def test_what_was_moved_stays_though_nobody_signed_it(in_program_a, path):
    draft = a_draft(a_service(a_participant()))
    actions.move_note(note=draft, to=a_participant(given_name="Lee"), reason="By mistake.", on=TODAY, by=None)
    with pytest.raises(IntegrityError, match=f"{STAYS}|stays as it was once"), transaction.atomic():
        PATHS[path](draft)


def test_a_sign_off_stays(note):
    said = actions.sign_off_note(note=note, decided_by="Sue Tamarack", on=TODAY, by=None)
    for attempt in (
        lambda: SignOff.objects.update(decision="returned"),
        said.delete,
        lambda: sql("update sign_off set comment = 'x'"),
        lambda: sql("delete from sign_off"),
    ):
        with pytest.raises(IntegrityError, match="A sign-off stays"), transaction.atomic():
            attempt()


def test_a_half_signed_note_is_refused(note):
    with pytest.raises(IntegrityError, match="progress_note_signed_whole"):
        ProgressNote.objects.create(
            program=note.program, participant=note.participant, service=note.service, amends=note,
            amended_reason="x", status="signed",
        )  # fmt: skip
