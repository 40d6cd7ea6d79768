"""Codes that open a participant's seat, notes it does not show, and words of one's own, which stay as they were written.

Words are written from a seat, by its own account, and taken back by the same account; nothing else changes them.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

STAY = """
alter table note_hold add constraint note_hold_of_participant
    foreign key (progress_note_id, participant_id) references progress_note (progress_note_id, participant_id)
    deferrable initially deferred;
alter table own_words add constraint own_words_on_own_note
    foreign key (progress_note_id, participant_id) references progress_note (progress_note_id, participant_id)
    deferrable initially deferred;
alter table own_words add constraint own_words_on_own_plan
    foreign key (service_plan_id, participant_id) references service_plan (service_plan_id, participant_id)
    deferrable initially deferred;
alter table invitation add constraint invitation_to_own_representative
    foreign key (representative_id, participant_id) references representative (representative_id, participant_id)
    deferrable initially deferred;
alter table membership add constraint membership_acts_for_participant
    foreign key (representative_id, participant_id) references representative (representative_id, participant_id)
    deferrable initially deferred;

create function own_words_stay() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    actor uuid := nullif(current_setting('alongside.actor', true), '')::uuid;
    seat uuid := nullif(current_setting('alongside.participant', true), '')::uuid;
    left_alone constant text[] := array['version', 'taken_back_at'];
begin
    if tg_op = 'INSERT' then
        if actor is null or (actor = new.account_id and seat is not distinct from new.participant_id) then
            return new;
        end if;
        raise exception 'Words of one''s own are written in one''s own seat.'
            using errcode = 'check_violation', constraint = 'own_words_are_ones_own';
    end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(new) = to_jsonb(old) then
            return new;
        end if;
        if to_jsonb(new) - left_alone = to_jsonb(old) - left_alone and old.taken_back_at is null
            and new.taken_back_at is not null and actor is not distinct from old.account_id then
            return new;
        end if;
    end if;
    raise exception 'Words of one''s own stay as they were written. Whoever wrote them can take them back.'
        using errcode = 'check_violation', constraint = 'own_words_stay';
end $$;
create trigger own_words_stay before insert or update or delete on own_words
    for each row execute function own_words_stay();
"""

CHANGE = """
drop function own_words_stay() cascade;
alter table membership drop constraint membership_acts_for_participant;
alter table invitation drop constraint invitation_to_own_representative;
alter table own_words drop constraint own_words_on_own_plan;
alter table own_words drop constraint own_words_on_own_note;
alter table note_hold drop constraint note_hold_of_participant;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0005_documents_and_signatures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='invitation_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code_hash', models.TextField(db_index=True)),
                ('made_on', models.DateField(blank=True, null=True)),
                ('made_by', alongside.records.models.record.Known()),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('tries_count', models.PositiveIntegerField(db_default=0, default=0)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_by', alongside.records.models.record.Known()),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('representative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='records.representative')),
            ],
            options={
                'db_table': 'invitation',
                'ordering': ['-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='invitation_revoked_at_together')],
            },
        ),
        migrations.CreateModel(
            name='NoteHold',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='note_hold_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('reason', alongside.records.models.record.Known()),
                ('held_on', models.DateField(blank=True, null=True)),
                ('held_by', alongside.records.models.record.Known()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_by', alongside.records.models.record.Known()),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='note_holds', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('progress_note', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='records.progressnote')),
            ],
            options={
                'db_table': 'note_hold',
                'ordering': ['-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['held_back', 'minors_own'])), name='note_hold_kind_word'), models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='note_hold_ended_on_together'), models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('progress_note', 'kind'), name='note_hold_once')],
            },
        ),
        migrations.CreateModel(
            name='OwnWords',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='own_words_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', alongside.records.models.record.Known()),
                ('is_shown_to_representative', models.BooleanField(db_default=False, default=False)),
                ('written_as', alongside.records.models.record.Known()),
                ('written_on', models.DateField(blank=True, null=True)),
                ('written_at', models.DateTimeField(blank=True, null=True)),
                ('written_by', alongside.records.models.record.Known()),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_words', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('progress_note', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_words', to='records.progressnote')),
                ('service_plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_words', to='records.serviceplan')),
            ],
            options={
                'verbose_name': 'own words',
                'verbose_name_plural': 'own words',
                'db_table': 'own_words',
                'ordering': ['-written_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('written_as__in', ['participant', 'representative'])), name='own_words_written_as_word')],
            },
        ),
        migrations.RunSQL(STAY, CHANGE),
    ]
