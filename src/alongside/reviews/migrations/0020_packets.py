"""Packets: what is sent for a sample. The database itself keeps everybody outside the sample out, and a sent packet as it is."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record

# An item is of its packet's own sample, about the sampled participant, and so are its record and its file.
INSIDE_THE_SAMPLE = """
alter table packet add constraint packet_of_sample unique (packet_id, sample_id);
alter table sample add constraint sample_of_oversight unique (sample_id, oversight_id);
alter table packet add constraint packet_sample_of_its_oversight
    foreign key (sample_id, oversight_id) references sample (sample_id, oversight_id) deferrable initially deferred;
alter table sample_member add constraint sample_member_of_sample unique (sample_member_id, sample_id, participant_id);
alter table packet_item add constraint packet_item_of_its_sample
    foreign key (packet_id, sample_id) references packet (packet_id, sample_id) deferrable initially deferred;
alter table packet_item add constraint packet_item_of_sampled_participant
    foreign key (sample_member_id, sample_id, participant_id)
    references sample_member (sample_member_id, sample_id, participant_id) deferrable initially deferred;
alter table packet_file add constraint packet_file_of_participant unique (packet_file_id, participant_id);
alter table packet_item add constraint packet_item_file_of_participant
    foreign key (file_id, participant_id) references packet_file (packet_file_id, participant_id)
    deferrable initially deferred;

create function packet_item_record_of_participant() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    whose uuid;
begin
    if new.record is null then
        return new;
    end if;
    if new.kind not in ('service_plan', 'assessment', 'functional_screen', 'discharge_summary') then
        raise exception 'A packet holds no record of the kind %.', new.kind
            using errcode = 'check_violation', constraint = 'packet_item_kind_word';
    end if;
    execute format('select r.participant_id from %I r where r.%I = $1', new.kind, new.kind || '_id') into whose using new.record;
    if whose is distinct from new.participant_id then
        raise exception 'A packet holds records of the participants in its sample, each under their own number.'
            using errcode = 'check_violation', constraint = 'packet_item_record_of_participant';
    end if;
    if new.attachment_id is not null and not exists (
        select from attachment a where a.attachment_id = new.attachment_id and a.kind = new.kind and a.record = new.record
            and a.participant_id = new.participant_id
    ) then
        raise exception 'A file in a packet is one of the record it is listed with.'
            using errcode = 'check_violation', constraint = 'packet_item_record_of_participant';
    end if;
    return new;
end $$;
create trigger packet_item_record_of_participant
    before insert or update of kind, record, attachment_id, participant_id on packet_item
    for each row execute function packet_item_record_of_participant();
"""
OUTSIDE_THE_SAMPLE = """
drop function packet_item_record_of_participant() cascade;
alter table packet_item drop constraint packet_item_file_of_participant;
alter table packet_file drop constraint packet_file_of_participant;
alter table packet_item drop constraint packet_item_of_sampled_participant;
alter table packet_item drop constraint packet_item_of_its_sample;
alter table sample_member drop constraint sample_member_of_sample;
alter table packet drop constraint packet_sample_of_its_oversight;
alter table sample drop constraint sample_of_oversight;
alter table packet drop constraint packet_of_sample;
"""
# Of a sent packet nothing changes but that it was received. Of a practice oversight nothing is sent.
SENT_STAYS = """
create function sent_packet_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    receipt constant text[] := array['version', 'state', 'received_at', 'received_by'];
begin
    if old.sent_at is null then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
        if old.received_at is null and new.received_at is not null and new.state = 'received'
            and to_jsonb(new) - receipt = to_jsonb(old) - receipt then
            return new;
        end if;
    end if;
    raise exception 'A packet stays as it was sent.'
        using errcode = 'check_violation', constraint = 'sent_packet_stays';
end $$;
create trigger sent_packet_stays before update or delete on packet for each row execute function sent_packet_stays();

create function practice_packet_stays_here() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from documentation_oversight o where o.oversight_id = new.oversight_id and o.is_practice) then
        raise exception 'A practice packet goes to nobody.'
            using errcode = 'check_violation', constraint = 'practice_packet_stays_here';
    end if;
    return new;
end $$;
create trigger practice_packet_stays_here before insert or update on packet
    for each row when (new.sent_at is not null) execute function practice_packet_stays_here();

create function part_of_sent_packet_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from packet p where p.packet_id in (
        case when tg_op <> 'INSERT' then old.packet_id end, case when tg_op <> 'DELETE' then new.packet_id end
    ) and p.sent_at is not null for share;
    if found then
        raise exception 'A packet stays as it was sent.'
            using errcode = 'check_violation', constraint = 'sent_packet_stays';
    end if;
    return coalesce(new, old);
end $$;
create trigger item_of_sent_packet_stays before insert or update or delete on packet_item
    for each row execute function part_of_sent_packet_stays();
create trigger output_of_sent_packet_stays before insert or update or delete on packet_output
    for each row execute function part_of_sent_packet_stays();
"""
SENT_CHANGES = """
drop function part_of_sent_packet_stays() cascade;
drop function practice_packet_stays_here() cascade;
drop function sent_packet_stays() cascade;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_seats_of_participants'),
        ('records', '0050_what_belongs_to_an_incident'),
        ('reviews', "0010_documentation_oversight"),
    ]

    operations = [
        migrations.CreateModel(
            name='Packet',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='packet_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.TextField()),
                ('state', models.TextField(choices=[('choosing', 'Being put together'), ('building', 'Being built'), ('built', 'Built, not sent'), ('sent', 'Sent'), ('received', 'Received')], default='choosing')),
                ('authority', alongside.records.models.record.Known()),
                ('has_substance_use_records', models.BooleanField(blank=True, null=True)),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', alongside.records.models.record.Known()),
                ('built_at', models.DateTimeField(blank=True, null=True)),
                ('trouble', alongside.records.models.record.Known()),
                ('missing_count', models.PositiveIntegerField(blank=True, null=True)),
                ('outside_count', models.PositiveIntegerField(blank=True, null=True)),
                ('has_statement', models.BooleanField(blank=True, null=True)),
                ('page_count', models.PositiveIntegerField(blank=True, null=True)),
                ('is_accessible', models.BooleanField(blank=True, null=True)),
                ('manifest_hash', alongside.records.models.record.Known()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('sent_by', alongside.records.models.record.Known()),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('received_by', alongside.records.models.record.Known()),
                ('oversight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packets', to='reviews.oversight')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('sample', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='packet', to='reviews.sample')),
            ],
            options={
                'db_table': 'packet',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='PacketFile',
            fields=[
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('id', models.UUIDField(db_column='packet_file_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('page_count', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('content_hash', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('content'), function='sha256'), models.Value('hex'), function='encode'), output_field=models.TextField())),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
            ],
            options={
                'db_table': 'packet_file',
            },
        ),
        migrations.CreateModel(
            name='PacketItem',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='packet_item_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('requirement', models.TextField()),
                ('title', models.TextField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', alongside.records.models.record.Known()),
                ('kind', alongside.records.models.record.Known()),
                ('record', models.UUIDField(blank=True, null=True)),
                ('is_signed', models.BooleanField(blank=True, null=True)),
                ('reason', alongside.records.models.record.Known()),
                ('reason_by', alongside.records.models.record.Known()),
                ('attachment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.attachment')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='reviews.packetfile')),
                ('packet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='reviews.packet')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.participant')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.sample')),
                ('sample_member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packet_items', to='reviews.samplemember')),
            ],
            options={
                'db_table': 'packet_item',
                'ordering': ['sample_member__position', 'position'],
            },
        ),
        migrations.CreateModel(
            name='PacketOutput',
            fields=[
                ('version', models.PositiveIntegerField(db_default=1, default=1)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('imported_from', models.TextField(blank=True, db_default='', default='')),
                ('id', models.UUIDField(db_column='packet_output_id', default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('manifest', 'Manifest'), ('whole', 'Everything in one PDF'), ('statement', 'Redisclosure statement')])),
                ('content', models.BinaryField()),
                ('packet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outputs', to='reviews.packet')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.program')),
            ],
            options={
                'db_table': 'packet_output',
            },
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['choosing', 'building', 'built', 'sent', 'received'])), name='packet_state_word'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked_at__isnull', True), ('asked_by__isnull', True)), models.Q(('asked_at__isnull', False), ('asked_by__isnull', False)), _connector='OR'), name='packet_asked_at_together'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), _connector='OR'), name='packet_sent_at_together'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('received_at__isnull', True), ('received_by__isnull', True)), models.Q(('received_at__isnull', False), ('received_by__isnull', False)), _connector='OR'), name='packet_received_at_together'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.UniqueConstraint(fields=('program', 'number'), name='packet_known_as'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(('sent_at', None), models.Q(('built_at__isnull', False), ('manifest_hash__isnull', False)), _connector='OR'), name='packet_sent_is_built'),
        ),
        migrations.AddConstraint(
            model_name='packet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state__in', ['sent', 'received'])), models.Q(models.Q(('state__in', ['sent', 'received']), _negated=True), ('sent_at', None)), _connector='OR'), name='packet_state_says_sent'),
        ),
        migrations.AddConstraint(
            model_name='packetfile',
            constraint=models.UniqueConstraint(fields=('participant', 'content_hash'), name='packet_file_once'),
        ),
        migrations.AddConstraint(
            model_name='packetitem',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['there', 'missing', 'left_out'])), name='packet_item_state_word'),
        ),
        migrations.AddConstraint(
            model_name='packetitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__isnull', True), ('record__isnull', True)), models.Q(('kind__isnull', False), ('record__isnull', False)), _connector='OR'), name='packet_item_kind_together'),
        ),
        migrations.AddConstraint(
            model_name='packetitem',
            constraint=models.UniqueConstraint(fields=('packet', 'sample_member', 'position'), name='packet_item_once'),
        ),
        migrations.AddConstraint(
            model_name='packetitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('record__isnull', False), ('state', 'there')), models.Q(models.Q(('state', 'there'), _negated=True), ('file', None)), _connector='OR'), name='packet_item_there_is_chosen'),
        ),
        migrations.AddConstraint(
            model_name='packetitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'left_out'), _negated=True), models.Q(('reason__isnull', False), ('reason_by__isnull', False)), _connector='OR'), name='packet_item_left_out_says_why'),
        ),
        migrations.AddConstraint(
            model_name='packetoutput',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['manifest', 'whole', 'statement'])), name='packet_output_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='packetoutput',
            constraint=models.UniqueConstraint(fields=('packet', 'kind'), name='packet_output_once'),
        ),
        migrations.RunSQL(INSIDE_THE_SAMPLE, OUTSIDE_THE_SAMPLE),
        migrations.RunSQL(SENT_STAYS, SENT_CHANGES),
    ]
