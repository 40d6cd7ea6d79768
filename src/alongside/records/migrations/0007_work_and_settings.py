"""The wish to work and what came of it, claims, settings by license and by assessment, and how many an incident touched."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record

SAME_PARTICIPANT = """
alter table claim add constraint claim_of_served_participant
    foreign key (service_id, participant_id) references service (service_id, participant_id)
    deferrable initially deferred;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0006_own_seats'),
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='claim_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('claimed_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'db_table': 'claim',
                'ordering': ['-claimed_on'],
            },
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='employment_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wanted_on', models.DateField(blank=True, null=True)),
                ('job_goal', alongside.records.models.record.Known()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_for', alongside.records.models.record.Known()),
                ('asked_first', alongside.records.models.record.Known()),
                ('search_started_on', models.DateField(blank=True, null=True)),
                ('job', alongside.records.models.record.Known()),
                ('job_started_on', models.DateField(blank=True, null=True)),
                ('is_open_to_anyone', models.BooleanField(blank=True, null=True)),
                ('is_preferred', models.BooleanField(blank=True, null=True)),
                ('hourly_wage', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                ('minimum_wage', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
            ],
            options={
                'db_table': 'employment',
                'ordering': ['-wanted_on'],
            },
        ),
        migrations.AddField(
            model_name='assessment',
            name='needs',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='setting_needed',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='affected_count',
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='residence',
            name='license',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='service',
            name='activity',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('setting_needed__in', ['own_home', 'supported_apartment', 'adult_family_home', 'rcac', 'cbrf', 'family_home', 'other_community', 'nursing_home', 'hospital', 'institution_for_mental_disease', 'jail', 'prison'])), name='assessment_setting_needed_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentreport',
            constraint=models.CheckConstraint(condition=models.Q(('affected_count__gt', 0)), name='incident_report_affected_count_range'),
        ),
        migrations.AddConstraint(
            model_name='residence',
            constraint=models.CheckConstraint(condition=models.Q(('license__in', ['county_certified', 'dhs_88', 'dhs_89', 'dhs_83'])), name='residence_license_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('activity__in', ['community_resources', 'house_cleaning', 'meals', 'medicine_reminders', 'side_effects', 'money', 'hygiene', 'shopping', 'social', 'skills', 'crisis_coping', 'emotional_regulation', 'interpersonal', 'parenting', 'recovery_management', 'getting_around', 'employment_intake', 'employment_assessment', 'job_development', 'job_placement', 'symptoms_at_work', 'employment_crisis', 'follow_along', 'team_time', 'other_activity'])), name='service_activity_word'),
        ),
        migrations.AddField(
            model_name='claim',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='records.participant'),
        ),
        migrations.AddField(
            model_name='claim',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='claim',
            name='service',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='records.service'),
        ),
        migrations.AddField(
            model_name='employment',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='records.participant'),
        ),
        migrations.AddField(
            model_name='employment',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('ended_for__in', ['work_history', 'hospitalization_history', 'substance_use', 'symptoms', 'other_characteristics', 'time_limit', 'participant_choice', 'left_program'])), name='employment_ended_for_word'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('asked_first__in', ['assessments', 'trainings', 'prevocational_work', 'transitional_employment', 'sheltered_workshop', 'nothing'])), name='employment_asked_first_word'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__gte', models.F('wanted_on'))), name='employment_ended_on_order'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('hourly_wage__gte', 0)), name='employment_hourly_wage_range'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('minimum_wage__gte', 0)), name='employment_minimum_wage_range'),
        ),
        migrations.RunSQL(SAME_PARTICIPANT, "alter table claim drop constraint claim_of_served_participant;"),
    ]
