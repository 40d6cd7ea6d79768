"""Sections of incident reports and discharge papers by the role they were written in, and experience shared."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0100_illinois'),
    ]

    operations = [
        migrations.CreateModel(
            name='DischargeSection',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='discharge_section_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('section', alongside.records.models.record.Known()),
                ('written_as', alongside.records.models.record.Known()),
                ('written_on', models.DateField(blank=True, null=True)),
                ('body', alongside.records.models.record.Known()),
                ('is_labeled', models.BooleanField(blank=True, null=True)),
                ('discharge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='records.discharge')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staffmember')),
            ],
            options={
                'verbose_name': 'section of a discharge paper',
                'db_table': 'discharge_section',
                'ordering': ['created_at'],
                'indexes': [models.Index(fields=['program', 'discharge'], name='discharge_section_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('section__in', ['understanding', 'goals_in_own_words', 'post_discharge_goals', 'transition_supports', 'resources', 'own_words', 'peer_services', 'team_input', 'risk_assessment', 'diagnosis', 'final_sign_off', 'medical_necessity', 'readiness', 'goals_met', 'treatment_outcome', 'discharge_decision'])), name='discharge_section_section_word'), models.CheckConstraint(condition=models.Q(('written_as__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='discharge_section_written_as_word')],
            },
        ),
        migrations.CreateModel(
            name='ReportSection',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='report_section_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('section', alongside.records.models.record.Known()),
                ('written_as', alongside.records.models.record.Known()),
                ('written_on', models.DateField(blank=True, null=True)),
                ('body', alongside.records.models.record.Known()),
                ('is_seen', models.BooleanField(blank=True, null=True)),
                ('is_authority_needed', models.BooleanField(blank=True, null=True)),
                ('incident_report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='records.incidentreport')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staffmember')),
            ],
            options={
                'verbose_name': 'section of an incident report',
                'db_table': 'report_section',
                'ordering': ['created_at'],
                'indexes': [models.Index(fields=['program', 'incident_report'], name='report_section_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('section__in', ['facts_seen', 'own_words', 'people_present', 'done_at_once', 'who_was_told', 'peer_services', 'risk_assessment', 'diagnosis', 'final_sign_off', 'intent', 'cause', 'recommendation', 'compliance', 'clinical_assessment'])), name='report_section_section_word'), models.CheckConstraint(condition=models.Q(('written_as__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='report_section_written_as_word')],
            },
        ),
        migrations.CreateModel(
            name='SharedExperience',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='shared_experience_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('written_as', alongside.records.models.record.Known()),
                ('shared_on', models.DateField(blank=True, null=True)),
                ('answered_to', alongside.records.models.record.Known()),
                ('is_relevant', models.BooleanField(blank=True, null=True)),
                ('is_hope_giving', models.BooleanField(blank=True, null=True)),
                ('minutes', models.IntegerField(blank=True, null=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.service')),
                ('staff', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.staffmember')),
            ],
            options={
                'verbose_name': 'experience shared',
                'verbose_name_plural': 'experience shared',
                'db_table': 'shared_experience',
                'ordering': ['-shared_on'],
                'indexes': [models.Index(fields=['program', 'participant'], name='shared_experience_with')],
                'constraints': [models.CheckConstraint(condition=models.Q(('written_as__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='shared_experience_written_as_word'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0), ('minutes__lte', 1440)), name='shared_experience_minutes_range')],
            },
        ),
    ]
