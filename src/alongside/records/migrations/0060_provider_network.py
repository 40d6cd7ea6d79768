"""The provider network: applications, agreements, locations and licenses with their files; the items of a background check."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

SAME_PROVIDER = """
alter table provider_location add constraint provider_location_of_provider unique (provider_location_id, provider_id);
alter table provider_license add constraint provider_license_of_provider
    foreign key (provider_location_id, provider_id) references provider_location (provider_location_id, provider_id)
    deferrable initially deferred;
"""
BACK = """
alter table provider_license drop constraint provider_license_of_provider;
alter table provider_location drop constraint provider_location_of_provider;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', "0055_notes_that_wait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgencyApplication',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='agency_application_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('contact_name', alongside.records.models.record.Known()),
                ('contact_phone', alongside.records.models.record.Known()),
                ('contact_email', alongside.records.models.record.Known()),
                ('answers', alongside.records.models.record.Known()),
                ('completed_on', models.DateField(blank=True, null=True)),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('approved_on', models.DateField(blank=True, null=True)),
                ('approved_how', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'agency application',
                'db_table': 'agency_application',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='agreement_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('form', alongside.records.models.record.Known()),
                ('signed_on', models.DateField(blank=True, null=True)),
                ('signed_by', alongside.records.models.record.Known()),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'provider agreement',
                'db_table': 'agreement',
                'ordering': [models.OrderBy(models.F('signed_on'), descending=True, nulls_last=True), '-created_at'],
            },
        ),
        migrations.CreateModel(
            name='ChangedCircumstance',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='changed_circumstance_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('known_on', models.DateField(blank=True, null=True)),
                ('what', alongside.records.models.record.Known()),
            ],
            options={
                'verbose_name': 'change of circumstances',
                'db_table': 'changed_circumstance',
                'ordering': ['-known_on'],
            },
        ),
        migrations.CreateModel(
            name='ProviderFile',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='provider_file_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('agency_application', 'Agency application'), ('agreement', 'Provider agreement'), ('provider_license', 'License or certificate')])),
                ('record', models.UUIDField()),
                ('name', models.TextField()),
                ('media_type', models.TextField(choices=[('application/pdf', 'PDF'), ('image/png', 'PNG picture'), ('image/jpeg', 'JPEG picture')])),
                ('content', models.BinaryField()),
                ('content_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('content'), function='sha256'), models.Value('hex'), function='encode'), output_field=models.TextField())),
            ],
            options={
                'db_table': 'provider_file',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='ProviderLicense',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='provider_license_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', alongside.records.models.record.Known()),
                ('number', alongside.records.models.record.Known()),
                ('issuer', alongside.records.models.record.Known()),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('renewal_asked_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'license or certificate',
                'verbose_name_plural': 'licenses and certificates',
                'db_table': 'provider_license',
                'ordering': [models.OrderBy(models.F('ends_on'), descending=True, nulls_first=True), '-created_at'],
            },
        ),
        migrations.CreateModel(
            name='ProviderLocation',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='provider_location_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('place', alongside.records.models.record.Known()),
                ('address', alongside.records.models.record.Known()),
                ('setting', alongside.records.models.record.Known()),
                ('beds', models.PositiveIntegerField(blank=True, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'location',
                'db_table': 'provider_location',
                'ordering': ['place', 'created_at'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='provider',
            name='provider_kind_word',
        ),
        migrations.AddField(
            model_name='backgroundcheck',
            name='confirmed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='backgroundcheck',
            name='disclosure_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='backgroundcheck',
            name='justice_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='backgroundcheck',
            name='letter_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='education_hours',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True),
        ),
        migrations.AddField(
            model_name='credential',
            name='issuer',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='credential',
            name='renewal_asked_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='provider',
            name='address',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='provider',
            name='contact_name',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='provider',
            name='email',
            field=alongside.records.models.record.Known(),
        ),
        migrations.AddField(
            model_name='provider',
            name='ended_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='provider',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['program_agency', 'adult_family_home', 'cbrf', 'rcac', 'peer_support', 'supported_employment', 'supportive_home_care', 'individual', 'non_specified'])), name='provider_kind_word'),
        ),
        migrations.AddField(
            model_name='agencyapplication',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='agencyapplication',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='records.provider'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='records.provider'),
        ),
        migrations.AddField(
            model_name='changedcircumstance',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='changedcircumstance',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changed_circumstances', to='records.staffmember'),
        ),
        migrations.AddField(
            model_name='providerfile',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='providerfile',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='records.provider'),
        ),
        migrations.AddField(
            model_name='providerfile',
            name='uploaded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='providerlicense',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='providerlicense',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='licenses', to='records.provider'),
        ),
        migrations.AddField(
            model_name='providerlocation',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program'),
        ),
        migrations.AddField(
            model_name='providerlocation',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='locations', to='records.provider'),
        ),
        migrations.AddField(
            model_name='providerlicense',
            name='provider_location',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='licenses', to='records.providerlocation'),
        ),
        migrations.AddConstraint(
            model_name='agencyapplication',
            constraint=models.CheckConstraint(condition=models.Q(('sent_on__gte', models.F('completed_on'))), name='agency_application_sent_on_order'),
        ),
        migrations.AddConstraint(
            model_name='agencyapplication',
            constraint=models.CheckConstraint(condition=models.Q(('approved_on__gte', models.F('sent_on'))), name='agency_application_approved_on_order'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['f_00312', 'f_00312a'])), name='agreement_form_word'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='agreement_ends_on_order'),
        ),
        migrations.AddIndex(
            model_name='providerfile',
            index=models.Index(fields=['kind', 'record'], name='provider_file_of_record'),
        ),
        migrations.AddConstraint(
            model_name='providerfile',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['agency_application', 'agreement', 'provider_license'])), name='provider_file_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='providerfile',
            constraint=models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'image/png', 'image/jpeg'])), name='provider_file_media_type_word'),
        ),
        migrations.AddConstraint(
            model_name='providerlocation',
            constraint=models.CheckConstraint(condition=models.Q(('setting__in', ['own_home', 'supported_apartment', 'adult_family_home', 'rcac', 'cbrf', 'family_home', 'other_community', 'nursing_home', 'hospital', 'institution_for_mental_disease', 'jail', 'prison'])), name='provider_location_setting_word'),
        ),
        migrations.AddConstraint(
            model_name='providerlocation',
            constraint=models.CheckConstraint(condition=models.Q(('beds__gt', 0)), name='provider_location_beds_range'),
        ),
        migrations.AddConstraint(
            model_name='providerlocation',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='provider_location_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='providerlicense',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['county_certified', 'dhs_88', 'dhs_89', 'dhs_83', 'other'])), name='provider_license_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='providerlicense',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='provider_license_ends_on_order'),
        ),
        migrations.RunSQL(SAME_PROVIDER, BACK),
    ]
