"""What the Illinois rules look at: qualifications, supervision, teams, treatment, approvals, fee schedules."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0090_invoices'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CredentialApplication',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='credential_application_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('completed_on', models.DateField(blank=True, null=True)),
                ('training_hours', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
            ],
            options={
                'db_table': 'credential_application',
                'ordering': ['-opened_on'],
            },
        ),
        migrations.CreateModel(
            name='Degree',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='degree_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('level', alongside.records.models.record.Known()),
                ('field', alongside.records.models.record.Known()),
                ('conferred_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'db_table': 'degree',
                'ordering': ['-conferred_on'],
            },
        ),
        migrations.CreateModel(
            name='Experience',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='experience_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('setting', alongside.records.models.record.Known()),
                ('supervised_by', alongside.records.models.record.Known()),
                ('months', models.IntegerField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('is_documented', models.BooleanField(blank=True, null=True)),
            ],
            options={
                'db_table': 'experience',
                'ordering': ['-ends_on'],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='extension_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('approved_on', models.DateField(blank=True, null=True)),
                ('approved_by', alongside.records.models.record.Known()),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'db_table': 'extension',
                'ordering': ['-approved_on'],
            },
        ),
        migrations.CreateModel(
            name='PersonnelRecord',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='personnel_record_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('dated_on', models.DateField(blank=True, null=True)),
                ('is_substantiated', models.BooleanField(blank=True, null=True)),
                ('recovery_support_percent', models.IntegerField(blank=True, null=True)),
                ('note', alongside.records.models.record.Known()),
            ],
            options={
                'db_table': 'personnel_record',
                'ordering': ['-dated_on'],
            },
        ),
        migrations.CreateModel(
            name='PlanReview',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='plan_review_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reviewed_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'plan review',
                'db_table': 'plan_review',
                'ordering': ['-reviewed_on'],
            },
        ),
        migrations.CreateModel(
            name='ProviderApproval',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='provider_approval_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('asked_for_on', models.DateField(blank=True, null=True)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('attested_on', models.DateField(blank=True, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'approval',
                'db_table': 'provider_approval',
                'ordering': ['-starts_on'],
            },
        ),
        migrations.CreateModel(
            name='RoleAssignment',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='role_assignment_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('role', alongside.records.models.record.Known()),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'role',
                'db_table': 'role_assignment',
                'ordering': ['-starts_on'],
            },
        ),
        migrations.CreateModel(
            name='ServiceCode',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='service_code_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.TextField()),
                ('kind', alongside.records.models.record.Known()),
                ('tier', alongside.records.models.record.Known()),
                ('modifier', alongside.records.models.record.Known()),
                ('unit', alongside.records.models.record.Known()),
                ('unit_minutes', models.IntegerField(blank=True, null=True)),
                ('group_size', models.IntegerField(blank=True, null=True)),
                ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('source_url', alongside.records.models.record.Known()),
                ('read_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'service code',
                'db_table': 'service_code',
                'ordering': ['code', 'starts_on'],
            },
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='supervision_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'db_table': 'supervision',
                'ordering': ['-starts_on'],
            },
        ),
        migrations.CreateModel(
            name='SupervisionSession',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='supervision_session_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField(blank=True, null=True)),
                ('hours', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
            ],
            options={
                'verbose_name': 'supervision session',
                'db_table': 'supervision_session',
                'ordering': ['-held_on'],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='team_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.TextField()),
                ('kind', alongside.records.models.record.Known()),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'db_table': 'team',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='team_member_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('has_lived_experience', models.BooleanField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'team member',
                'db_table': 'team_member',
                'ordering': ['starts_on'],
            },
        ),
        migrations.CreateModel(
            name='TreatmentEpisode',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='treatment_episode_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'treatment episode',
                'db_table': 'treatment_episode',
                'ordering': ['-starts_on'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='credential',
            name='credential_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='planline',
            name='plan_line_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='provider',
            name='provider_kind_word',
        ),
        migrations.RemoveConstraint(
            model_name='service',
            name='service_kind_word',
        ),
        migrations.AddField(
            model_name='claim',
            name='paid_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='core_hours',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='ethics_hours',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='has_extension',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='specific_hours',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True),
        ),
        migrations.AddField(
            model_name='dischargesummary',
            name='has_peer_section',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='dischargesummary',
            name='is_peer_section_labeled',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='hotline_told_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='is_suspected_abuse',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='reviewed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incidentreport',
            name='writer_role',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='provider',
            name='is_nonprofit_or_government',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='attendee_count',
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='billed_as',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='service',
            name='funding',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='service',
            name='has_clinical_requirements',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='has_im_cans',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='is_clinical',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='modality',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='service',
            name='role',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='serviceplan',
            name='author',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='serviceplan',
            name='author_role',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='serviceplan',
            name='authorized_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='signoff',
            name='service',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='records.service'),
        ),
        migrations.AddField(
            model_name='signoff',
            name='supervisor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='staffmember',
            name='engagement',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='staffmember',
            name='is_full_time',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='signoff',
            name='progress_note',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='records.progressnote'),
        ),
        migrations.AddConstraint(
            model_name='credential',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['certified_peer_specialist', 'certified_parent_peer_specialist', 'other', 'crss', 'cfpp', 'cprs', 'ncrs', 'lpha', 'physician', 'psychiatric_nurse', 'clinical_psychologist', 'lcsw', 'lcpc', 'lmft', 'cadc', 'lpc', 'lsw', 'psychiatric_physician_assistant', 'lpn', 'psychiatric_rehabilitation', 'im_cans', 'supr_exception'])), name='credential_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='incidentreport',
            constraint=models.CheckConstraint(condition=models.Q(('writer_role__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='incident_report_writer_role_word'),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['clss', 'peer_support', 'supported_employment', 'iatp', 'community_support', 'cst', 'act', 'psychosocial_rehabilitation', 'therapy', 'case_management', 'crisis_intervention', 'crisis_stabilization', 'mobile_crisis', 'peer_recovery_support', 'recovery_support', 'substance_use_treatment', 'early_intervention'])), name='plan_line_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='provider',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['program_agency', 'adult_family_home', 'cbrf', 'rcac', 'peer_support', 'supported_employment', 'supportive_home_care', 'individual', 'non_specified', 'cmhc', 'csp', 'bhc', 'independent_practitioner', 'substance_use_provider'])), name='provider_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['clss', 'peer_support', 'supported_employment', 'iatp', 'community_support', 'cst', 'act', 'psychosocial_rehabilitation', 'therapy', 'case_management', 'crisis_intervention', 'crisis_stabilization', 'mobile_crisis', 'peer_recovery_support', 'recovery_support', 'substance_use_treatment', 'early_intervention'])), name='service_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='service_role_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('billed_as__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='service_billed_as_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('funding__in', ['mental_health_medicaid', 'substance_use_medicaid', 'grant'])), name='service_funding_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('modality__in', ['individual', 'group'])), name='service_modality_word'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('attendee_count__gt', 0)), name='service_attendee_count_range'),
        ),
        migrations.AddConstraint(
            model_name='serviceplan',
            constraint=models.CheckConstraint(condition=models.Q(('author_role__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='service_plan_author_role_word'),
        ),
        migrations.AddConstraint(
            model_name='signoff',
            constraint=models.CheckConstraint(condition=models.Q(('progress_note__isnull', False), ('service__isnull', False), _connector='OR'), name='sign_off_of_something'),
        ),
        migrations.AddConstraint(
            model_name='staffmember',
            constraint=models.CheckConstraint(condition=models.Q(('engagement__in', ['employee', 'contractor', 'volunteer', 'owner'])), name='staff_engagement_word'),
        ),
        migrations.AddField(
            model_name='credentialapplication',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='credentialapplication',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credential_applications', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='degree',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='degree',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='degrees', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='experience',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='experience',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='experiences', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='extension',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='extension',
            name='staff',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='personnelrecord',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='personnelrecord',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='personnel_records', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='planreview',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_reviews', to='records.participant'),
        ),
        migrations.AddField(
            model_name='planreview',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='providerapproval',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='providerapproval',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='records.provider'),
        ),
        migrations.AddField(
            model_name='roleassignment',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='roleassignment',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_assignments', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='servicecode',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='supervisor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supervises', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='supervisionsession',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='supervisionsession',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervision_sessions', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='supervisionsession',
            name='supervisor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions_given', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='team',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='extension',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='records.team'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='staff',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='records.team'),
        ),
        migrations.AddField(
            model_name='treatmentepisode',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='treatment_episodes', to='records.participant'),
        ),
        migrations.AddField(
            model_name='treatmentepisode',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddConstraint(
            model_name='credentialapplication',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['crss', 'cfpp', 'cprs'])), name='credential_application_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='credentialapplication',
            constraint=models.CheckConstraint(condition=models.Q(('completed_on__gte', models.F('opened_on'))), name='credential_application_completed_on_order'),
        ),
        migrations.AddConstraint(
            model_name='credentialapplication',
            constraint=models.CheckConstraint(condition=models.Q(('training_hours__gte', 0)), name='credential_application_training_hours_range'),
        ),
        migrations.AddConstraint(
            model_name='degree',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['high_school', 'associate', 'bachelor', 'master', 'doctorate'])), name='degree_level_word'),
        ),
        migrations.AddConstraint(
            model_name='degree',
            constraint=models.CheckConstraint(condition=models.Q(('field__in', ['counseling', 'rehabilitation_counseling', 'social_work', 'education', 'vocational_counseling', 'psychology', 'pastoral_counseling', 'family_therapy', 'related_human_service', 'other_field'])), name='degree_field_word'),
        ),
        migrations.AddConstraint(
            model_name='experience',
            constraint=models.CheckConstraint(condition=models.Q(('setting__in', ['mental_health', 'substance_use_setting', 'other_setting'])), name='experience_setting_word'),
        ),
        migrations.AddConstraint(
            model_name='experience',
            constraint=models.CheckConstraint(condition=models.Q(('supervised_by__in', ['lpha', 'qmhp', 'mhp', 'rsa'])), name='experience_supervised_by_word'),
        ),
        migrations.AddConstraint(
            model_name='experience',
            constraint=models.CheckConstraint(condition=models.Q(('months__gte', 0)), name='experience_months_range'),
        ),
        migrations.AddConstraint(
            model_name='personnelrecord',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['education', 'work_experience', 'license_or_certification', 'employment_dates', 'performance_review', 'training_log', 'job_description', 'rule_50_training', 'worker_registry', 'background_act', 'sanctions_list'])), name='personnel_record_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='personnelrecord',
            constraint=models.CheckConstraint(condition=models.Q(('recovery_support_percent__gte', 0), ('recovery_support_percent__lte', 100)), name='personnel_record_percent_range'),
        ),
        migrations.AddConstraint(
            model_name='providerapproval',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['supr_license', 'supr_grant', 'lpha_waiver', 'program_approval'])), name='provider_approval_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='providerapproval',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='provider_approval_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['lpha', 'qmhp', 'mhp', 'rsa', 'crss', 'cfpp', 'cprs', 'peer_support_worker', 'engagement_specialist', 'substance_use_professional'])), name='role_assignment_role_word'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='role_assignment_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^\\s*$'), _negated=True), name='service_code_code_written'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['clss', 'peer_support', 'supported_employment', 'iatp', 'community_support', 'cst', 'act', 'psychosocial_rehabilitation', 'therapy', 'case_management', 'crisis_intervention', 'crisis_stabilization', 'mobile_crisis', 'peer_recovery_support', 'recovery_support', 'substance_use_treatment', 'early_intervention'])), name='service_code_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('tier__in', ['lpha', 'qmhp', 'mhp', 'rsa'])), name='service_code_tier_word'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('unit_minutes__gt', 0)), name='service_code_unit_minutes_range'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('group_size__gt', 0)), name='service_code_group_size_range'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('rate__gte', 0)), name='service_code_rate_range'),
        ),
        migrations.AddConstraint(
            model_name='servicecode',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='service_code_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='supervision_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('staff', models.F('supervisor')), _negated=True), name='supervision_by_another'),
        ),
        migrations.AddConstraint(
            model_name='supervisionsession',
            constraint=models.CheckConstraint(condition=models.Q(('hours__gt', 0), ('hours__lte', 24)), name='supervision_session_hours_range'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('program', 'name'), name='team_known_as'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('name__regex', '^\\s*$'), _negated=True), name='team_name_written'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['act', 'cst', 'crisis_590'])), name='team_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='team_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='teammember',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='team_member_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='treatmentepisode',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='treatment_episode_ends_on_order'),
        ),
    ]
