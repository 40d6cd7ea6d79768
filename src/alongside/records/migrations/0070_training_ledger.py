"""Sheets of training the county signs for, classes, who asked for an exemption; papers that are a staff member's."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

# The record a document or a file is about is there, is the same participant's or staff member's, and is held.
BELONGS = """
create or replace function about_a_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    whose uuid;
begin
    execute format(
        'select %I from %I where %I = $1 for share',
        case when new.staff_id is null then 'participant_id' else 'staff_id' end, new.kind, new.kind || '_id'
    ) into whose using new.record;
    if whose is distinct from coalesce(new.participant_id, new.staff_id) then
        raise exception 'This % is not about a record of this %.', tg_table_name,
            case when new.staff_id is null then 'participant' else 'staff member' end
            using errcode = 'foreign_key_violation', constraint = 'about_a_record';
    end if;
    return new;
end $$;

alter table document add constraint document_of_staff unique (document_id, staff_id);
alter table attachment add constraint attachment_of_staff unique (attachment_id, staff_id);
alter table training_sheet add constraint training_sheet_of_staff unique (training_sheet_id, staff_id);
alter table signature add constraint signature_of_documents_staff
    foreign key (document_id, staff_id) references document (document_id, staff_id) deferrable initially deferred;
alter table signature add constraint signature_of_attachments_staff
    foreign key (attachment_id, staff_id) references attachment (attachment_id, staff_id) deferrable initially deferred;
alter table rendering add constraint rendering_of_documents_staff
    foreign key (document_id, staff_id) references document (document_id, staff_id) deferrable initially deferred;
alter table training add constraint training_of_sheets_staff
    foreign key (training_sheet_id, staff_id) references training_sheet (training_sheet_id, staff_id)
    deferrable initially deferred;
"""

BELONGS_BACK = """
alter table training drop constraint training_of_sheets_staff;
alter table rendering drop constraint rendering_of_documents_staff;
alter table signature drop constraint signature_of_attachments_staff;
alter table signature drop constraint signature_of_documents_staff;
alter table training_sheet drop constraint training_sheet_of_staff;
alter table attachment drop constraint attachment_of_staff;
alter table document drop constraint document_of_staff;
create or replace function about_a_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    whose uuid;
begin
    execute format('select participant_id from %I where %I = $1 for share', new.kind, new.kind || '_id')
        into whose using new.record;
    if whose is distinct from new.participant_id then
        raise exception 'This % is not about a record of this participant.', tg_table_name
            using errcode = 'foreign_key_violation', constraint = 'about_a_record';
    end if;
    return new;
end $$;
"""

# Signed means frozen: the sheet, and the sessions on it. Nobody signs for the county under what was their own training.
STAYS = """
create trigger signed_record_stays before update or delete on training_sheet
    for each row execute function signed_record_stays('A training record');

create function session_of_signed_sheet_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
    touched uuid[];
begin
    if tg_op <> 'INSERT' then touched := touched || old.training_sheet_id; end if;
    if tg_op <> 'DELETE' then touched := touched || new.training_sheet_id; end if;
    perform from training_sheet s where s.training_sheet_id = any (touched) for share;
    if exists (select from document d where d.kind = 'training_sheet' and d.record = any (touched)) then
        raise exception 'The sessions of a signed training record stay as they were signed.'
            using errcode = 'check_violation', constraint = 'session_of_signed_sheet_stays';
    end if;
    return coalesce(new, old);
end $$;
create trigger session_of_signed_sheet_stays before insert or update or delete on training
    for each row execute function session_of_signed_sheet_stays();

create function county_signs_for_another() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if new.capacity = 'county' and exists (
        select from membership m
        join staff own on own.staff_id::text = to_jsonb(m) ->> 'staff_id'
        join staff trained on trained.person_id = own.person_id
        where m.user_id = coalesce(new.user_id, new.witness_id) and trained.staff_id = new.staff_id
    ) then
        raise exception 'Nobody signs, or attaches the signature, for the county under their own training.'
            using errcode = 'check_violation', constraint = 'county_signs_for_another';
    end if;
    return new;
end $$;
create trigger county_signs_for_another before insert on signature
    for each row execute function county_signs_for_another();
"""

STAYS_BACK = """
drop function county_signs_for_another() cascade;
drop function session_of_signed_sheet_stays() cascade;
drop trigger signed_record_stays on training_sheet;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', "0060_provider_network"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TrainingClass',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='training_class_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField(blank=True, null=True)),
                ('source', alongside.records.models.record.Known()),
                ('method', alongside.records.models.record.Known()),
                ('content', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'class',
                'verbose_name_plural': 'classes',
                'db_table': 'training_class',
                'ordering': ['-held_on', '-created_at'],
            },
        ),
        migrations.CreateModel(
            name='TrainingSheet',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='training_sheet_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('source', alongside.records.models.record.Known()),
                ('county_signed_on', models.DateField(blank=True, null=True)),
                ('county_signed_by', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'training record',
                'db_table': 'training_sheet',
                'ordering': ['-created_at'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='attachment',
            name='attachment_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='document',
            name='document_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='formtemplate',
            name='form_template_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='signature',
            name='signature_capacity_word',
        ),
        migrations.RemoveConstraint(
            model_name='signature',
            name='signature_staff_by_own_sign_in',
        ),
        migrations.RemoveConstraint(
            model_name='stateform',
            name='state_form_kind_word',
        ),
        migrations.AddField(
            model_name='attachment',
            name='staff',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='document',
            name='staff',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='exemption',
            name='decided_by',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='exemption',
            name='sent_by',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='rendering',
            name='staff',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='signature',
            name='staff',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.staffmember'),
        ),
        migrations.AlterField(
            model_name='attachment',
            name='kind',
            field=models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary'), ('coverage', 'Coverage'), ('functional_screen', 'Functional screen'), ('representative', 'Representative'), ('training_sheet', 'Training record'), ('exemption', 'Training exemption')]),
        ),
        migrations.AlterField(
            model_name='attachment',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='records.participant'),
        ),
        migrations.AlterField(
            model_name='document',
            name='kind',
            field=models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary'), ('training_sheet', 'Training record')]),
        ),
        migrations.AlterField(
            model_name='document',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='records.participant'),
        ),
        migrations.AlterField(
            model_name='formtemplate',
            name='kind',
            field=models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary'), ('training_sheet', 'Training record')]),
        ),
        migrations.AlterField(
            model_name='rendering',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant'),
        ),
        migrations.AlterField(
            model_name='signature',
            name='capacity',
            field=models.TextField(choices=[('participant', 'Participant'), ('guardian', 'Guardian'), ('parent', 'Parent'), ('power_of_attorney', 'Holder of a power of attorney'), ('coordinator', 'Service coordinator'), ('giver', 'Whoever gave the service'), ('supervisor', 'Supervisor'), ('reporter', 'Reporter'), ('county', 'For the county or Tribal agency')]),
        ),
        migrations.AlterField(
            model_name='signature',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.participant'),
        ),
        migrations.AlterField(
            model_name='stateform',
            name='kind',
            field=models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary'), ('training_sheet', 'Training record')]),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary', 'coverage', 'functional_screen', 'representative', 'training_sheet', 'exemption'])), name='attachment_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', False), ('staff__isnull', True)), models.Q(('participant__isnull', True), ('staff__isnull', False)), _connector='OR'), name='attachment_whose'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary', 'training_sheet'])), name='document_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', False), ('staff__isnull', True)), models.Q(('participant__isnull', True), ('staff__isnull', False)), _connector='OR'), name='document_whose'),
        ),
        migrations.AddConstraint(
            model_name='formtemplate',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary', 'training_sheet'])), name='form_template_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='rendering',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', False), ('staff__isnull', True)), models.Q(('participant__isnull', True), ('staff__isnull', False)), _connector='OR'), name='rendering_whose'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__in', ['participant', 'guardian', 'parent', 'power_of_attorney', 'coordinator', 'giver', 'supervisor', 'reporter', 'county'])), name='signature_capacity_word'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity__in', ('coordinator', 'giver', 'supervisor', 'reporter', 'county')), _negated=True), models.Q(('method', 'own_sign_in'), ('witness', None)), models.Q(('capacity', 'county'), ('method', 'scanned')), _connector='OR'), name='signature_staff_by_own_sign_in'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', False), ('staff__isnull', True)), models.Q(('participant__isnull', True), ('staff__isnull', False)), _connector='OR'), name='signature_whose'),
        ),
        migrations.AddConstraint(
            model_name='stateform',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary', 'training_sheet'])), name='state_form_kind_word'),
        ),
        migrations.AddField(
            model_name='trainingclass',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='trainingsheet',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='trainingsheet',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_sheets', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='trainingsheet',
            name='training_class',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='records.trainingclass'),
        ),
        migrations.AddField(
            model_name='training',
            name='training_sheet',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='records.trainingsheet'),
        ),
        migrations.AddConstraint(
            model_name='trainingclass',
            constraint=models.CheckConstraint(condition=models.Q(('source__in', ['class', 'webinar', 'conference', 'self_study', 'overview_video', 'notes_video', 'incident_video', 'quarterly_meeting', 'other_source'])), name='training_class_source_word'),
        ),
        migrations.AddConstraint(
            model_name='trainingsheet',
            constraint=models.CheckConstraint(condition=models.Q(('source__in', ['class', 'webinar', 'conference', 'self_study', 'overview_video', 'notes_video', 'incident_video', 'quarterly_meeting', 'other_source'])), name='training_sheet_source_word'),
        ),
        migrations.AddConstraint(
            model_name='trainingsheet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('county_signed_by__isnull', True), ('county_signed_on__isnull', True)), models.Q(('county_signed_by__isnull', False), ('county_signed_on__isnull', False)), _connector='OR'), name='training_sheet_county_signed_on_together'),
        ),
        migrations.AddConstraint(
            model_name='trainingsheet',
            constraint=models.UniqueConstraint(fields=('training_class', 'staff'), name='training_class_once'),
        ),
        migrations.RunSQL(BELONGS, BELONGS_BACK),
        migrations.RunSQL(STAYS, STAYS_BACK),
    ]
