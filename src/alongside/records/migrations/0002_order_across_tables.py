"""What a check constraint cannot say because it takes two tables."""

from django.db import migrations

SAME_PARTICIPANT = """
alter table enrollment add constraint enrollment_of_participant unique (enrollment_id, participant_id);
alter table discharge add constraint discharge_of_enrolled_participant
    foreign key (enrollment_id, participant_id) references enrollment (enrollment_id, participant_id)
    deferrable initially deferred;
alter table discharge add constraint discharge_of_participant unique (discharge_id, participant_id);
alter table discharge_summary add constraint discharge_summary_of_discharged_participant
    foreign key (discharge_id, participant_id) references discharge (discharge_id, participant_id)
    deferrable initially deferred;
"""

ANY_PARTICIPANT = """
alter table discharge_summary drop constraint discharge_summary_of_discharged_participant;
alter table discharge drop constraint discharge_of_participant;
alter table discharge drop constraint discharge_of_enrolled_participant;
alter table enrollment drop constraint enrollment_of_participant;
"""

# Whichever of the days is written last is refused. The function sees what the writer sees, under the row policies.
DAYS_IN_ORDER = """
create function discharge_follows_enrollment() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (
        select from discharge d join enrollment e using (enrollment_id)
        where e.enrollment_id = new.enrollment_id and d.discharged_on < e.enrolled_on
    ) then
        raise exception 'a discharge is before its enrollment'
            using errcode = 'check_violation', constraint = 'discharge_follows_enrollment';
    end if;
    return null;
end $$;
create trigger discharge_follows_enrollment after insert or update of discharged_on, enrollment_id on discharge
    for each row execute function discharge_follows_enrollment();
create trigger discharge_follows_enrollment after update of enrolled_on on enrollment
    for each row execute function discharge_follows_enrollment();
"""

DAYS_IN_ANY_ORDER = """
drop function discharge_follows_enrollment() cascade;
"""


class Migration(migrations.Migration):

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.RunSQL(SAME_PARTICIPANT, ANY_PARTICIPANT),
        migrations.RunSQL(DAYS_IN_ORDER, DAYS_IN_ANY_ORDER),
    ]
