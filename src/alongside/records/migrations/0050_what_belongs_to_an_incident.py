"""What belongs to an incident: the steps of its way with their proof, follow-ups, its supervisor, the program's own categories."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

SAME_PARTICIPANT = """
alter table incident_step add constraint incident_step_of_participant
    foreign key (incident_report_id, participant_id) references incident_report (incident_report_id, participant_id)
    deferrable initially deferred;
alter table incident_step add constraint incident_step_attachment_of_participant
    foreign key (attachment_id, participant_id) references attachment (attachment_id, participant_id)
    deferrable initially deferred;
"""
BACK = """
alter table incident_step drop constraint incident_step_attachment_of_participant;
alter table incident_step drop constraint incident_step_of_participant;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0040_lists_of_notes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='follow_up_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('incident', alongside.records.models.record.Known()),
                ('what', alongside.records.models.record.Known()),
                ('who', alongside.records.models.record.Known()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('outcome', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'follow-up',
                'db_table': 'follow_up',
                'ordering': ['due_on', 'created_at'],
            },
        ),
        migrations.CreateModel(
            name='IncidentCategory',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='incident_category_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', alongside.records.models.record.Known()),
                ('source', alongside.records.models.record.Known()),
                ('is_example', models.BooleanField(db_default=False, default=False)),
                ('program_clock_count', models.IntegerField(blank=True, null=True)),
                ('program_clock_unit', alongside.records.models.record.Known()),
                ('state_clock_count', models.IntegerField(blank=True, null=True)),
                ('state_clock_unit', alongside.records.models.record.Known()),
                ('questions', models.JSONField(blank=True, db_default=[], default=list)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'incident category',
                'verbose_name_plural': 'incident categories',
                'db_table': 'incident_category',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='IncidentStep',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='incident_step_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('told_by', alongside.records.models.record.Known()),
                ('told_to', alongside.records.models.record.Known()),
                ('how', alongside.records.models.record.Known()),
                ('proof', alongside.records.models.record.Known()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', alongside.records.models.record.Known()),
                ('not_needed', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'step of an incident report',
                'db_table': 'incident_step',
                'ordering': ['told_at', 'created_at'],
            },
        ),
        migrations.CreateModel(
            name='IncidentSupervisor',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='incident_supervisor_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('incident', alongside.records.models.record.Known()),
                ('assigned_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
            options={
                'verbose_name': 'supervisor of an incident',
                'db_table': 'incident_supervisor',
                'ordering': ['assigned_at'],
            },
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='answers',
            field=models.JSONField(blank=True, db_default=[], default=list),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='happened_to_them',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='learned_how',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='others_present',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='provider',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='incident_reports', to='records.provider'),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='reporter',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='setting',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddIndex(
            model_name='incidentreport',
            index=models.Index(fields=['program', 'incident'], name='incident_report_incident'),
        ),
        migrations.AddConstraint(
            model_name='incidentreport',
            constraint=models.CheckConstraint(condition=models.Q(('setting__in', ['own_home', 'supported_apartment', 'adult_family_home', 'rcac', 'cbrf', 'family_home', 'other_community', 'nursing_home', 'hospital', 'institution_for_mental_disease', 'jail', 'prison'])), name='incident_report_setting_word'),
        ),
        migrations.AddField(
            model_name='followup',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='incidentcategory',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='incidentstep',
            name='attachment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.attachment'),
        ),
        migrations.AddField(
            model_name='incidentstep',
            name='incident_report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='records.incidentreport'),
        ),
        migrations.AddField(
            model_name='incidentstep',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant'),
        ),
        migrations.AddField(
            model_name='incidentstep',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='incidentsupervisor',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='incidentsupervisor',
            name='supervisor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='followup',
            index=models.Index(fields=['program', 'incident'], name='follow_up_incident'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.UniqueConstraint(fields=('program', 'name'), name='incident_category_known_as'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(('program_clock_unit__in', ['hours', 'business_days'])), name='incident_category_program_clock_unit_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(('state_clock_unit__in', ['hours', 'business_days'])), name='incident_category_state_clock_unit_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(('program_clock_count__gt', 0), ('program_clock_count__lte', 1000)), name='incident_category_program_clock_count_range'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(('state_clock_count__gt', 0), ('state_clock_count__lte', 1000)), name='incident_category_state_clock_count_range'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('program_clock_count__isnull', True), ('program_clock_unit__isnull', True)), models.Q(('program_clock_count__isnull', False), ('program_clock_unit__isnull', False)), _connector='OR'), name='incident_category_program_clock_count_together'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state_clock_count__isnull', True), ('state_clock_unit__isnull', True)), models.Q(('state_clock_count__isnull', False), ('state_clock_unit__isnull', False)), _connector='OR'), name='incident_category_state_clock_count_together'),
        ),
        migrations.AddConstraint(
            model_name='incidentcategory',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='incident_category_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='incidentstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['program', 'state', 'department'])), name='incident_step_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentstep',
            constraint=models.CheckConstraint(condition=models.Q(('how__in', ['email', 'fax', 'portal', 'phone', 'mail', 'in_person'])), name='incident_step_how_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('told_at__isnull', True), ('told_by__isnull', True)), models.Q(('told_at__isnull', False), ('told_by__isnull', False)), _connector='OR'), name='incident_step_told_at_together'),
        ),
        migrations.AddConstraint(
            model_name='incidentstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer__isnull', True), ('answered_at__isnull', True)), models.Q(('answer__isnull', False), ('answered_at__isnull', False)), _connector='OR'), name='incident_step_answered_at_together'),
        ),
        migrations.AddConstraint(
            model_name='incidentstep',
            constraint=models.UniqueConstraint(fields=('incident_report', 'kind'), name='incident_step_once'),
        ),
        migrations.AddConstraint(
            model_name='incidentsupervisor',
            constraint=models.UniqueConstraint(fields=('program', 'incident', 'supervisor'), name='incident_supervisor_once'),
        ),
        migrations.RunSQL(SAME_PARTICIPANT, BACK),
    ]
