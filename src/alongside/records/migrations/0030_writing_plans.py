"""What an assessment says, which goal a plan line is for, and drafts of the plan cycle that colleagues go on with."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0020_changes_and_evidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanDraft',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='plan_draft_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('record', models.UUIDField(blank=True, null=True)),
                ('amends', models.UUIDField(blank=True, null=True)),
                ('reason', alongside.records.models.record.Known()),
                ('content', models.JSONField(default=dict)),
                ('saved_by', alongside.records.models.record.Known()),
                ('saved_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
            options={
                'verbose_name': 'draft',
                'db_table': 'plan_draft',
                'ordering': ['-saved_at'],
            },
        ),
        migrations.AlterModelOptions(
            name='planline',
            options={'ordering': ['created_at', 'line_number', 'kind']},
        ),
        migrations.AddField(
            model_name='assessment',
            name='health',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='home_life',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='is_in_person',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='assessment',
            name='met_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='assessment',
            name='met_with',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='money',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='relationships',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='safety',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='strengths',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='summary',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='what_matters',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='assessment',
            name='work_and_learning',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='planline',
            name='goal_number',
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='planline',
            name='line_number',
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.CheckConstraint(condition=models.Q(('goal_number__gt', 0)), name='plan_line_goal_number_range'),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.CheckConstraint(condition=models.Q(('line_number__gt', 0)), name='plan_line_line_number_range'),
        ),
        migrations.AddField(
            model_name='plandraft',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_drafts', to='records.participant'),
        ),
        migrations.AddField(
            model_name='plandraft',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddConstraint(
            model_name='plandraft',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['assessment', 'service_plan', 'support_plan'])), name='plan_draft_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='plandraft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amends__isnull', True), ('reason__isnull', True)), models.Q(('amends__isnull', False), ('reason__isnull', False)), _connector='OR'), name='plan_draft_amends_together'),
        ),
        migrations.AddConstraint(
            model_name='plandraft',
            constraint=models.CheckConstraint(condition=models.Q(('record', None), ('amends', None), _connector='OR'), name='plan_draft_one_purpose'),
        ),
        migrations.AddConstraint(
            model_name='plandraft',
            constraint=models.UniqueConstraint(fields=('record',), name='plan_draft_changes_once'),
        ),
        migrations.AddConstraint(
            model_name='plandraft',
            constraint=models.UniqueConstraint(fields=('amends',), name='plan_draft_amends_once'),
        ),
    ]

