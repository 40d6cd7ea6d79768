"""Documentation oversight: the list a program sent, both parts of the seed, the sample, what was seen and concluded."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import alongside.records.models.record

SAME_PARTICIPANT = """
alter table sample_member add constraint sample_member_as_listed
    foreign key (roster_entry_id, participant_id) references roster_entry (roster_entry_id, participant_id)
    deferrable initially deferred;
alter table review_check add constraint review_check_of_sampled_participant
    foreign key (sample_member_id, participant_id) references sample_member (sample_member_id, participant_id)
    deferrable initially deferred;
"""
ANY_PARTICIPANT = """
alter table review_check drop constraint review_check_of_sampled_participant;
alter table sample_member drop constraint sample_member_as_listed;
"""
SEALS_STAY = """
create function seed_part_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (new.roster_id, new.side, new.seal, new.sealed_at, new.sealed_by)
        is distinct from (old.roster_id, old.side, old.seal, old.sealed_at, old.sealed_by)
        or (old.part is not null and new.part is distinct from old.part) then
        raise exception 'A sealed part of the seed stays as it was sealed.'
            using errcode = 'check_violation', constraint = 'seed_part_stays';
    end if;
    return new;
end $$;
create trigger seed_part_stays before update on seed_part for each row execute function seed_part_stays();
"""
SEALS_GO = """
drop trigger seed_part_stays on seed_part;
drop function seed_part_stays();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0050_what_belongs_to_an_incident'),
        ('reviews', "0006_choices_of_readings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Oversight',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='oversight_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.TextField()),
                ('is_practice', models.BooleanField(db_default=False, default=False)),
                ('state', alongside.records.models.record.Known()),
                ('period_starts_on', models.DateField(blank=True, null=True)),
                ('period_ends_on', models.DateField(blank=True, null=True)),
                ('served_from_on', models.DateField(blank=True, null=True)),
                ('served_to_on', models.DateField(blank=True, null=True)),
                ('announced_on', models.DateField(blank=True, null=True)),
                ('announced_by', alongside.records.models.record.Known()),
                ('list_asked_by_on', models.DateField(blank=True, null=True)),
                ('list_sent_at', models.DateTimeField(blank=True, null=True)),
                ('list_sent_by', alongside.records.models.record.Known()),
                ('list_returned_because', alongside.records.models.record.Known()),
                ('participant_count', models.IntegerField(blank=True, null=True)),
                ('sample_count', models.IntegerField(blank=True, null=True)),
                ('sample_named_on', models.DateField(blank=True, null=True)),
                ('sample_named_by', alongside.records.models.record.Known()),
                ('packet_due_strict_on', models.DateField(blank=True, null=True)),
                ('packet_due_on', models.DateField(blank=True, null=True)),
                ('packet_due_calendar', alongside.records.models.record.Known()),
                ('packet_received_on', models.DateField(blank=True, null=True)),
                ('packet_received_by', alongside.records.models.record.Known()),
                ('review_until_on', models.DateField(blank=True, null=True)),
                ('debriefed_on', models.DateField(blank=True, null=True)),
                ('debriefed_by', alongside.records.models.record.Known()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('closed_by', alongside.records.models.record.Known()),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
            ],
            options={
                'verbose_name': 'documentation oversight',
                'db_table': 'documentation_oversight',
                'ordering': ['-announced_on', '-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Debrief',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='debrief_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('feedback', alongside.records.models.record.Known()),
                ('strengths', alongside.records.models.record.Known()),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('sent_by', alongside.records.models.record.Known()),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('oversight', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='debrief', to='reviews.oversight')),
            ],
            options={
                'db_table': 'debrief',
            },
        ),
        migrations.CreateModel(
            name='ReviewCheck',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='review_check_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('requirement', models.TextField()),
                ('conclusion', alongside.records.models.record.Known()),
                ('words', alongside.records.models.record.Known()),
                ('document', models.UUIDField(blank=True, null=True)),
                ('seen_on', models.DateField(blank=True, null=True)),
                ('seen_by', alongside.records.models.record.Known()),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='reviews.oversight')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
            ],
            options={
                'verbose_name': 'check of a requirement',
                'db_table': 'review_check',
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='finding_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('requirement', models.TextField(blank=True, db_default='', default='')),
                ('words', alongside.records.models.record.Known()),
                ('followed_by', alongside.records.models.record.Known()),
                ('found_on', models.DateField(blank=True, null=True)),
                ('found_by', alongside.records.models.record.Known()),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='reviews.oversight')),
                ('review_check', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='reviews.reviewcheck')),
            ],
            options={
                'db_table': 'finding',
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Roster',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='roster_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('edition', models.PositiveIntegerField()),
                ('frame', models.TextField()),
                ('frame_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.F('frame'), function='sha256_of_text'), output_field=models.TextField())),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rosters', to='reviews.oversight')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'list of enrollments and discharges',
                'db_table': 'roster',
                'ordering': ['-edition'],
            },
        ),
        migrations.CreateModel(
            name='RosterEntry',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='roster_entry_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('medicaid_id', models.TextField()),
                ('enrolled_on', models.DateField(null=True)),
                ('discharged_on', models.DateField(null=True)),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roster_entries', to='reviews.oversight')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='reviews.roster')),
            ],
            options={
                'verbose_name': 'entry of the list',
                'db_table': 'roster_entry',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Sample',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='sample_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('method', models.TextField()),
                ('rule', models.TextField()),
                ('rule_since', models.DateField()),
                ('rounding', models.TextField()),
                ('frame_hash', models.TextField()),
                ('state_part', models.TextField()),
                ('program_part', models.TextField()),
                ('participant_count', models.PositiveIntegerField()),
                ('size', models.PositiveIntegerField()),
                ('drawn_on', models.DateField()),
                ('drawn_at', models.DateTimeField()),
                ('drawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samples', to='reviews.oversight')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samples', to='reviews.roster')),
            ],
            options={
                'db_table': 'sample',
                'ordering': ['-drawn_at'],
            },
        ),
        migrations.CreateModel(
            name='SampleMember',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='sample_member_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='reviews.oversight')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('roster_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.rosterentry')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='reviews.sample')),
            ],
            options={
                'verbose_name': 'participant of the sample',
                'db_table': 'sample_member',
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='reviewcheck',
            name='sample_member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='reviews.samplemember'),
        ),
        migrations.CreateModel(
            name='SeedPart',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='seed_part_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('side', alongside.records.models.record.Known()),
                ('seal', models.TextField()),
                ('part', alongside.records.models.record.Known()),
                ('sealed_at', models.DateTimeField(blank=True, null=True)),
                ('sealed_by', alongside.records.models.record.Known()),
                ('shown_at', models.DateTimeField(blank=True, null=True)),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seed_parts', to='reviews.roster')),
            ],
            options={
                'verbose_name': 'part of the seed',
                'db_table': 'seed_part',
                'ordering': ['side'],
            },
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['announced', 'list_sent', 'sealed', 'drawn', 'named', 'received', 'debriefed', 'closed'])), name='documentation_oversight_state_word'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(('period_ends_on__gte', models.F('period_starts_on'))), name='documentation_oversight_period_ends_on_order'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(('served_to_on__gte', models.F('served_from_on'))), name='documentation_oversight_served_to_on_order'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('announced_by__isnull', True), ('announced_on__isnull', True)), models.Q(('announced_by__isnull', False), ('announced_on__isnull', False)), _connector='OR'), name='documentation_oversight_announced_on_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('list_sent_at__isnull', True), ('list_sent_by__isnull', True)), models.Q(('list_sent_at__isnull', False), ('list_sent_by__isnull', False)), _connector='OR'), name='documentation_oversight_list_sent_at_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sample_named_by__isnull', True), ('sample_named_on__isnull', True)), models.Q(('sample_named_by__isnull', False), ('sample_named_on__isnull', False)), _connector='OR'), name='documentation_oversight_sample_named_on_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('packet_received_by__isnull', True), ('packet_received_on__isnull', True)), models.Q(('packet_received_by__isnull', False), ('packet_received_on__isnull', False)), _connector='OR'), name='documentation_oversight_packet_received_on_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('debriefed_by__isnull', True), ('debriefed_on__isnull', True)), models.Q(('debriefed_by__isnull', False), ('debriefed_on__isnull', False)), _connector='OR'), name='documentation_oversight_debriefed_on_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_by__isnull', True), ('closed_on__isnull', True)), models.Q(('closed_by__isnull', False), ('closed_on__isnull', False)), _connector='OR'), name='documentation_oversight_closed_on_together'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(('participant_count__gte', 0)), name='documentation_oversight_participant_count_range'),
        ),
        migrations.AddConstraint(
            model_name='oversight',
            constraint=models.CheckConstraint(condition=models.Q(('sample_count__gte', 0)), name='documentation_oversight_sample_count_range'),
        ),
        migrations.AddConstraint(
            model_name='debrief',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_by__isnull', True), ('sent_on__isnull', True)), models.Q(('sent_by__isnull', False), ('sent_on__isnull', False)), _connector='OR'), name='debrief_sent_on_together'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(('followed_by__in', ['nothing', 'plan_of_action', 'corrective_action_plan'])), name='finding_followed_by_word'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('found_by__isnull', True), ('found_on__isnull', True)), models.Q(('found_by__isnull', False), ('found_on__isnull', False)), _connector='OR'), name='finding_found_on_together'),
        ),
        migrations.AddConstraint(
            model_name='roster',
            constraint=models.UniqueConstraint(fields=('oversight', 'edition'), name='roster_once'),
        ),
        migrations.AddConstraint(
            model_name='rosterentry',
            constraint=models.UniqueConstraint(fields=('roster', 'position'), name='roster_entry_once'),
        ),
        migrations.AddConstraint(
            model_name='rosterentry',
            constraint=models.UniqueConstraint(fields=('id', 'participant'), name='roster_entry_of_participant'),
        ),
        migrations.AddConstraint(
            model_name='sample',
            constraint=models.UniqueConstraint(fields=('oversight',), name='sample_once'),
        ),
        migrations.AddConstraint(
            model_name='sample',
            constraint=models.CheckConstraint(condition=models.Q(('size__lte', models.F('participant_count'))), name='sample_size_range'),
        ),
        migrations.AddConstraint(
            model_name='samplemember',
            constraint=models.UniqueConstraint(fields=('sample', 'participant'), name='sample_member_once'),
        ),
        migrations.AddConstraint(
            model_name='samplemember',
            constraint=models.UniqueConstraint(fields=('sample', 'position'), name='sample_member_position_once'),
        ),
        migrations.AddConstraint(
            model_name='samplemember',
            constraint=models.UniqueConstraint(fields=('id', 'participant'), name='sample_member_of_participant'),
        ),
        migrations.AddConstraint(
            model_name='reviewcheck',
            constraint=models.CheckConstraint(condition=models.Q(('conclusion__in', ['met', 'not_met', 'not_applicable'])), name='review_check_conclusion_word'),
        ),
        migrations.AddConstraint(
            model_name='reviewcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('seen_by__isnull', True), ('seen_on__isnull', True)), models.Q(('seen_by__isnull', False), ('seen_on__isnull', False)), _connector='OR'), name='review_check_seen_on_together'),
        ),
        migrations.AddConstraint(
            model_name='reviewcheck',
            constraint=models.UniqueConstraint(fields=('sample_member', 'requirement'), name='review_check_once'),
        ),
        migrations.AddConstraint(
            model_name='seedpart',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['state', 'program'])), name='seed_part_side_word'),
        ),
        migrations.AddConstraint(
            model_name='seedpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sealed_at__isnull', True), ('sealed_by__isnull', True)), models.Q(('sealed_at__isnull', False), ('sealed_by__isnull', False)), _connector='OR'), name='seed_part_sealed_at_together'),
        ),
        migrations.AddConstraint(
            model_name='seedpart',
            constraint=models.UniqueConstraint(fields=('roster', 'side'), name='seed_part_once'),
        ),
        migrations.AddConstraint(
            model_name='seedpart',
            constraint=models.CheckConstraint(condition=models.Q(('seal__regex', '^[0-9a-f]{64}$')), name='seed_part_seal_digits'),
        ),
        migrations.AddConstraint(
            model_name='seedpart',
            constraint=models.CheckConstraint(condition=models.Q(('part', None), ('seal', models.Func(models.F('part'), function='sha256_of_text')), _connector='OR'), name='seed_part_fits_seal'),
        ),
        migrations.RunSQL(SAME_PARTICIPANT, ANY_PARTICIPANT),
        migrations.RunSQL(SEALS_STAY, SEALS_GO),
    ]
