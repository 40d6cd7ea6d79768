"""What changes of a record changed, where the evidence of a coverage check is, addresses, and enrollments decided by a person."""

import uuid

import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

WRITTEN_ONCE = """
create trigger written_once before update or delete on record_change for each row execute function written_once();
"""
WRITTEN_ONCE_BACK = "drop trigger written_once on record_change;"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0009_state_forms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='record_change_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('about', models.TextField()),
                ('record', models.UUIDField()),
                ('version', models.PositiveIntegerField()),
                ('before', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('after', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
            ],
            options={
                'db_table': 'record_change',
                'ordering': ['-version'],
            },
        ),
        migrations.AddField(
            model_name='coverage',
            name='reference',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='enrollment',
            name='decided_by',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='enrollment',
            name='decided_reason',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='enrollment',
            name='open_conditions',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='residence',
            name='address',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddConstraint(
            model_name='enrollment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', True), ('decided_reason__isnull', True)), models.Q(('decided_by__isnull', False), ('decided_reason__isnull', False)), _connector='OR'), name='enrollment_decided_reason_together'),
        ),
        migrations.AddField(
            model_name='change',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='change',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='records.participant'),
        ),
        migrations.AddField(
            model_name='change',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(fields=['record', 'version'], name='record_change_of_record'),
        ),
        migrations.RunSQL(WRITTEN_ONCE, WRITTEN_ONCE_BACK),
    ]
