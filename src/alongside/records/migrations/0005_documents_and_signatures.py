"""What is signed is kept as it was shown, with who signed it; signed records of every kind stay as they were signed."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

BEFORE = """
create function sha256_of_text(given text) returns text language sql immutable strict parallel safe
    set search_path = pg_catalog as $$ select encode(sha256(convert_to(given, 'UTF8')), 'hex') $$;
"""

BEFORE_BACK = "drop function sha256_of_text(text);"

# A document, a signature, a file and what they are printed by are written once, whoever writes.
WRITTEN_ONCE = """
create function written_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception 'What was signed or attached stays as it was: % of % is refused.', lower(tg_op), tg_table_name
        using errcode = 'check_violation', constraint = 'written_once';
end $$;
create trigger written_once before update or delete on document for each row execute function written_once();
create trigger written_once before update or delete on form_template for each row execute function written_once();
create trigger written_once before update or delete on rendering for each row execute function written_once();
create trigger written_once before update or delete on signature for each row execute function written_once();
create trigger written_once before update or delete on attachment for each row execute function written_once();
"""

WRITTEN_ONCE_BACK = "drop function written_once() cascade;"

# The record a document or a file is about is there, is the same participant's, and is held while it is signed.
BELONGS = """
create function about_a_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
create trigger about_a_record before insert on document for each row execute function about_a_record();
create trigger about_a_record before insert on attachment for each row execute function about_a_record();

alter table document add constraint document_of_participant unique (document_id, participant_id);
alter table attachment add constraint attachment_of_participant unique (attachment_id, participant_id);
alter table representative add constraint representative_of_participant unique (representative_id, participant_id);
alter table signature add constraint signature_of_documents_participant
    foreign key (document_id, participant_id) references document (document_id, participant_id)
    deferrable initially deferred;
alter table signature add constraint signature_of_attachments_participant
    foreign key (attachment_id, participant_id) references attachment (attachment_id, participant_id)
    deferrable initially deferred;
alter table signature add constraint signature_of_representatives_participant
    foreign key (representative_id, participant_id) references representative (representative_id, participant_id)
    deferrable initially deferred;
alter table rendering add constraint rendering_of_documents_participant
    foreign key (document_id, participant_id) references document (document_id, participant_id)
    deferrable initially deferred;

create function signature_is_bound() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.content_hash is distinct from (select d.content_hash from document d where d.document_id = new.document_id)
    or new.attachment_hash
        is distinct from coalesce((select a.content_hash from attachment a where a.attachment_id = new.attachment_id), '')
    then
        raise exception 'A signature names the very content it was given to.'
            using errcode = 'check_violation', constraint = 'signature_is_bound';
    end if;
    if new.representative_id is not null and new.capacity
        is distinct from (select r.kind from representative r where r.representative_id = new.representative_id)
    then
        raise exception 'Whoever signs for a participant signs by the right they have.'
            using errcode = 'check_violation', constraint = 'signature_representative_right';
    end if;
    if new.user_id is not null and new.capacity in ('participant', 'guardian', 'parent', 'power_of_attorney')
    and not exists (
        select from membership m where m.user_id = new.user_id and m.role in ('participant', 'representative')
        and to_jsonb(m) ->> 'participant_id' = new.participant_id::text
    ) then
        raise exception 'Nobody on the staff signs in the place of a participant, or of whoever acts for one.'
            using errcode = 'check_violation', constraint = 'signature_in_own_seat';
    end if;
    return new;
end $$;
create trigger signature_is_bound before insert on signature for each row execute function signature_is_bound();
"""

BELONGS_BACK = """
drop function signature_is_bound() cascade;
alter table rendering drop constraint rendering_of_documents_participant;
alter table signature drop constraint signature_of_representatives_participant;
alter table signature drop constraint signature_of_attachments_participant;
alter table signature drop constraint signature_of_documents_participant;
alter table representative drop constraint representative_of_participant;
alter table attachment drop constraint attachment_of_participant;
alter table document drop constraint document_of_participant;
drop function about_a_record() cascade;
"""

# A signed record stays; what its trigger names may still be added, once.
SIGNED_STAYS = """
create function signed_record_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    later constant text[] := tg_argv[1:];
    key constant uuid := to_jsonb(old) ->> (tg_table_name || '_id');
begin
    if not exists (select from document d where d.kind = tg_table_name and d.record = key)
    and num_nonnulls(to_jsonb(old) ->> 'participant_signed_on', to_jsonb(old) ->> 'representative_signed_on',
        to_jsonb(old) ->> 'coordinator_signed_on') = 0
    then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'version' - later = to_jsonb(old) - 'version' - later
           and to_jsonb(new) @> jsonb_strip_nulls(to_jsonb(old) - 'version') then
            return new;
        end if;
    end if;
    raise exception '% that was signed stays as it was signed. Amend it: a new one that names it and says why.', tg_argv[0]
        using errcode = 'check_violation', constraint = 'signed_record_stays';
end $$;
create trigger signed_record_stays before update or delete on assessment
    for each row execute function signed_record_stays('An assessment');
create trigger signed_record_stays before update or delete on support_plan
    for each row execute function signed_record_stays('A support plan');
create trigger signed_record_stays before update or delete on incident_report
    for each row execute function signed_record_stays('An incident report', 'program_told_at', 'program_told_by',
        'state_told_at', 'state_told_by', 'is_reportable_death', 'death_reported_at', 'death_reported_by');
create trigger signed_record_stays before update or delete on discharge_summary
    for each row execute function signed_record_stays('A discharge summary', 'participant_signed_on',
        'representative_signed_on', 'representative_signed_by', 'coordinator_signed_on', 'coordinator_signed_by');

alter table assessment add constraint assessment_of_participant unique (assessment_id, participant_id);
alter table assessment add constraint assessment_amends_same_participant
    foreign key (amends_id, participant_id) references assessment (assessment_id, participant_id)
    deferrable initially deferred;
alter table support_plan add constraint support_plan_of_participant unique (support_plan_id, participant_id);
alter table support_plan add constraint support_plan_amends_same_participant
    foreign key (amends_id, participant_id) references support_plan (support_plan_id, participant_id)
    deferrable initially deferred;
alter table incident_report add constraint incident_report_of_participant unique (incident_report_id, participant_id);
alter table incident_report add constraint incident_report_amends_same_participant
    foreign key (amends_id, participant_id) references incident_report (incident_report_id, participant_id)
    deferrable initially deferred;
alter table discharge_summary add constraint discharge_summary_of_discharge unique (discharge_summary_id, discharge_id);
alter table discharge_summary add constraint discharge_summary_amends_same_discharge
    foreign key (amends_id, discharge_id) references discharge_summary (discharge_summary_id, discharge_id)
    deferrable initially deferred;
"""

SIGNED_STAYS_BACK = """
alter table discharge_summary drop constraint discharge_summary_amends_same_discharge;
alter table discharge_summary drop constraint discharge_summary_of_discharge;
alter table incident_report drop constraint incident_report_amends_same_participant;
alter table incident_report drop constraint incident_report_of_participant;
alter table support_plan drop constraint support_plan_amends_same_participant;
alter table support_plan drop constraint support_plan_of_participant;
alter table assessment drop constraint assessment_amends_same_participant;
alter table assessment drop constraint assessment_of_participant;
drop function signed_record_stays() cascade;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
        ('records', '0004_signed_stays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(BEFORE, BEFORE_BACK),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='attachment_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary'), ('coverage', 'Coverage'), ('functional_screen', 'Functional screen'), ('representative', 'Representative')])),
                ('record', models.UUIDField()),
                ('name', models.TextField()),
                ('media_type', models.TextField(choices=[('application/pdf', 'PDF'), ('image/png', 'PNG picture'), ('image/jpeg', 'JPEG picture')])),
                ('content', models.BinaryField()),
                ('content_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('content'), function='sha256'), models.Value('hex'), function='encode'), output_field=models.TextField())),
            ],
            options={
                'db_table': 'attachment',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='document_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary')])),
                ('record', models.UUIDField()),
                ('title', models.TextField()),
                ('form', models.TextField(blank=True, db_default='', default='')),
                ('content', models.TextField()),
                ('content_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.F('content'), function='sha256_of_text'), output_field=models.TextField())),
            ],
            options={
                'db_table': 'document',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='FormTemplate',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='form_template_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('service_plan', 'Service plan'), ('assessment', 'Assessment'), ('support_plan', 'Support plan'), ('progress_note', 'Progress note'), ('incident_report', 'Incident report'), ('discharge_summary', 'Discharge summary')])),
                ('text', models.TextField()),
                ('hash', models.GeneratedField(db_persist=True, expression=models.Func(models.F('text'), function='sha256_of_text'), output_field=models.TextField())),
            ],
            options={
                'verbose_name': 'form template',
                'db_table': 'form_template',
            },
        ),
        migrations.CreateModel(
            name='Rendering',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='rendering_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('media_type', models.TextField(default='application/pdf')),
                ('signature_count', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('content_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('content'), function='sha256'), models.Value('hex'), function='encode'), output_field=models.TextField())),
            ],
            options={
                'db_table': 'rendering',
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='signature_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('capacity', models.TextField(choices=[('participant', 'Participant'), ('guardian', 'Guardian'), ('parent', 'Parent'), ('power_of_attorney', 'Holder of a power of attorney'), ('coordinator', 'Service coordinator'), ('giver', 'Whoever gave the service'), ('supervisor', 'Supervisor'), ('reporter', 'Reporter')])),
                ('signer_name', models.TextField()),
                ('statement', models.TextField()),
                ('method', models.TextField(choices=[('drawn', 'Drawn on the screen'), ('typed', 'Typed name'), ('scanned', 'Scanned page'), ('own_sign_in', 'Own sign-in')])),
                ('typed_name', models.TextField(blank=True, db_default='', default='')),
                ('drawing', models.TextField(blank=True, db_default='', default='')),
                ('attachment_hash', models.TextField(blank=True, db_default='', default='')),
                ('witness_name', models.TextField(blank=True, db_default='', default='')),
                ('signed_on', models.DateField()),
                ('signed_at', models.DateTimeField()),
                ('content_hash', models.TextField()),
                ('signature_hash', models.TextField()),
            ],
            options={
                'db_table': 'signature',
                'ordering': ['signed_at', 'capacity'],
            },
        ),
        migrations.AlterModelOptions(
            name='dischargesummary',
            options={'verbose_name': 'discharge summary', 'verbose_name_plural': 'discharge summaries'},
        ),
        migrations.AddField(
            model_name='assessment',
            name='amended_reason',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='records.assessment'),
        ),
        migrations.AddField(
            model_name='dischargesummary',
            name='amended_reason',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='dischargesummary',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='records.dischargesummary'),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='amended_reason',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='records.incidentreport'),
        ),
        migrations.AddField(
            model_name='supportplan',
            name='amended_reason',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='supportplan',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='records.supportplan'),
        ),
        migrations.AlterField(
            model_name='dischargesummary',
            name='discharge',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='summaries', to='records.discharge'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amended_reason__isnull', True), ('amends__isnull', True)), models.Q(('amended_reason__isnull', False), ('amends__isnull', False)), _connector='OR'), name='assessment_amends_together'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('amends',), name='assessment_amended_once'),
        ),
        migrations.AddConstraint(
            model_name='dischargesummary',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amended_reason__isnull', True), ('amends__isnull', True)), models.Q(('amended_reason__isnull', False), ('amends__isnull', False)), _connector='OR'), name='discharge_summary_amends_together'),
        ),
        migrations.AddConstraint(
            model_name='dischargesummary',
            constraint=models.UniqueConstraint(condition=models.Q(('amends', None)), fields=('discharge',), name='discharge_summary_once'),
        ),
        migrations.AddConstraint(
            model_name='dischargesummary',
            constraint=models.UniqueConstraint(fields=('amends',), name='discharge_summary_amended_once'),
        ),
        migrations.AddConstraint(
            model_name='incidentreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amended_reason__isnull', True), ('amends__isnull', True)), models.Q(('amended_reason__isnull', False), ('amends__isnull', False)), _connector='OR'), name='incident_report_amends_together'),
        ),
        migrations.AddConstraint(
            model_name='incidentreport',
            constraint=models.UniqueConstraint(fields=('amends',), name='incident_report_amended_once'),
        ),
        migrations.AddConstraint(
            model_name='supportplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amended_reason__isnull', True), ('amends__isnull', True)), models.Q(('amended_reason__isnull', False), ('amends__isnull', False)), _connector='OR'), name='support_plan_amends_together'),
        ),
        migrations.AddConstraint(
            model_name='supportplan',
            constraint=models.UniqueConstraint(fields=('amends',), name='support_plan_amended_once'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='records.participant'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='uploaded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='document',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='records.participant'),
        ),
        migrations.AddField(
            model_name='document',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='formtemplate',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='document',
            name='template',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.formtemplate'),
        ),
        migrations.AddField(
            model_name='rendering',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renderings', to='records.document'),
        ),
        migrations.AddField(
            model_name='rendering',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant'),
        ),
        migrations.AddField(
            model_name='rendering',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='signature',
            name='attachment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.attachment'),
        ),
        migrations.AddField(
            model_name='signature',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.document'),
        ),
        migrations.AddField(
            model_name='signature',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.participant'),
        ),
        migrations.AddField(
            model_name='signature',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='signature',
            name='representative',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='records.representative'),
        ),
        migrations.AddField(
            model_name='signature',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signature',
            name='witness',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='attachment',
            index=models.Index(fields=['kind', 'record'], name='attachment_of_record'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary', 'coverage', 'functional_screen', 'representative'])), name='attachment_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'image/png', 'image/jpeg'])), name='attachment_media_type_word'),
        ),
        migrations.AddConstraint(
            model_name='formtemplate',
            constraint=models.UniqueConstraint(fields=('program', 'kind', 'hash'), name='form_template_once'),
        ),
        migrations.AddConstraint(
            model_name='formtemplate',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary'])), name='form_template_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('kind', 'record'), name='document_once'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['service_plan', 'assessment', 'support_plan', 'progress_note', 'incident_report', 'discharge_summary'])), name='document_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='rendering',
            constraint=models.UniqueConstraint(fields=('document', 'media_type', 'signature_count'), name='rendering_once'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__in', ['participant', 'guardian', 'parent', 'power_of_attorney', 'coordinator', 'giver', 'supervisor', 'reporter'])), name='signature_capacity_word'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['drawn', 'typed', 'scanned', 'own_sign_in'])), name='signature_method_word'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity__in', ('guardian', 'parent', 'power_of_attorney')), ('representative__isnull', False)), models.Q(models.Q(('capacity__in', ('guardian', 'parent', 'power_of_attorney')), _negated=True), ('representative', None)), _connector='OR'), name='signature_representative_acts'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('attachment', None), ('method', 'drawn'), ('typed_name', ''), models.Q(('drawing', ''), _negated=True)), models.Q(('attachment', None), ('drawing', ''), ('method', 'typed'), models.Q(('typed_name', ''), _negated=True)), models.Q(('attachment__isnull', False), ('drawing', ''), ('method', 'scanned'), ('typed_name', '')), models.Q(('attachment', None), ('drawing', ''), ('method', 'own_sign_in'), ('typed_name', ''), ('user__isnull', False)), _connector='OR'), name='signature_by_own_hand'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity__in', ('coordinator', 'giver', 'supervisor', 'reporter')), _negated=True), models.Q(('method', 'own_sign_in'), ('witness', None)), _connector='OR'), name='signature_staff_by_own_sign_in'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('method', 'own_sign_in'), ('witness', None)), models.Q(models.Q(('method', 'own_sign_in'), _negated=True), ('user', None), ('witness__isnull', False)), _connector='OR'), name='signature_witnessed_on_staffs_device'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(condition=models.Q(('capacity__in', ('guardian', 'parent', 'power_of_attorney')), _negated=True), fields=('document', 'capacity'), name='signature_once'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(fields=('document', 'representative'), name='signature_of_representative_once'),
        ),
        migrations.RunSQL(WRITTEN_ONCE, WRITTEN_ONCE_BACK),
        migrations.RunSQL(BELONGS, BELONGS_BACK),
        migrations.RunSQL(SIGNED_STAYS, SIGNED_STAYS_BACK),
    ]
