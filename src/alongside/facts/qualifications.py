"""What makes somebody qualified, in which roles they work, and who supervises them."""

from __future__ import annotations

from .contract import count, day, hours, key, of, perhaps, table, text, word, yes
from .roles import DEGREE_FIELDS, PEER_CREDENTIALS, ROLES, TIERS
from .staff import staff

# Whose services are judged anew when one of these changes.
_SERVICES = (("staff_id", "service", "staff_id"),)

degree = table(
    "degree",
    "One row for each diploma or degree of a staff member.",
    parent=staff,
    beside=_SERVICES,
    reaches="staff_id",
    degree_id=key("What tells one degree from another."),
    staff_id=of("The staff member who holds it."),
    level=word(
        "How high it is.",
        high_school="high school diploma or GED",
        associate="associate degree",
        bachelor="bachelor's degree",
        master="master's degree",
        doctorate="doctorate",
    ),
    field=word("What it is in, by the fields the rule lists.", **DEGREE_FIELDS),
    conferred_on=day("The day it was conferred. Empty: before any day asked about."),
)


experience = table(
    "experience",
    "One row for each stretch of work experience a qualification rests on.",
    parent=staff,
    beside=_SERVICES,
    reaches="staff_id",
    experience_id=key("What tells one stretch from another."),
    staff_id=of("The staff member who has it."),
    setting=word(
        "Where it was.",
        mental_health="a mental-health setting",
        substance_use_setting="a substance-use setting",
        other_setting="another setting",
    ),
    supervised_by=word("The tier of whoever supervised it.", **TIERS),
    months=count("How many months it lasted."),
    ends_on=day("Its last day. Empty: before any day asked about."),
    is_documented=yes("Whether it is documented."),
)


role_assignment = table(
    "role_assignment",
    "One row for each role a staff member is assigned to and documented in, from a day to a day.",
    parent=staff,
    beside=_SERVICES,
    reaches="staff_id",
    role_assignment_id=key("What tells one assignment from another."),
    staff_id=of("The staff member assigned."),
    role=word("Which role. For a QMHP the provider says by it that the person qualifies.", **ROLES),
    starts_on=day("First day in the role. Empty: it has always been so."),
    ends_on=day("Last day in the role. Empty while it goes on."),
)


supervision = table(
    "supervision",
    "One row for each link from a staff member to a supervisor, from a day to a day.",
    parent=staff,
    beside=_SERVICES,
    reaches="staff_id",
    supervision_id=key("What tells one link from another."),
    staff_id=of("The staff member supervised."),
    supervisor_id=perhaps("The staff member who supervises: the staff_id of another row of staff."),
    starts_on=day("First day of the supervision. Empty: it has always been so."),
    ends_on=day("Last day of the supervision. Empty while it goes on."),
)


supervision_session = table(
    "supervision_session",
    "One row for each session in the supervision log.",
    parent=staff,
    supervision_session_id=key("What tells one session from another."),
    staff_id=of("The staff member supervised."),
    supervisor_id=perhaps("The staff member who supervised: the staff_id of another row of staff."),
    held_on=day("The day of the session."),
    hours=hours("How long it lasted."),
)


credential_application = table(
    "credential_application",
    "One row for each application for a credential to the Illinois Certification Board.",
    parent=staff,
    credential_application_id=key("What tells one application from another."),
    staff_id=of("The staff member who applies."),
    kind=word("Which credential is applied for.", **PEER_CREDENTIALS),
    opened_on=day("The day it was opened."),
    completed_on=day("The day it was complete. Empty until it is."),
    training_hours=hours("Hours of training shown so far."),
)


personnel_record = table(
    "personnel_record",
    "One row for each paper in a staff member's personnel file.",
    parent=staff,
    personnel_record_id=key("What tells one paper from another."),
    staff_id=of("The staff member it is about."),
    kind=word(
        "What it shows.",
        education=DEGREE_FIELDS["education"],
        work_experience="experience",
        license_or_certification="license or certification",
        employment_dates="dates of hire and termination, and how engaged",
        performance_review="performance review",
        training_log="record of training and continuing education",
        job_description="job description",
        rule_50_training="Rule 50 training on abuse, neglect and exploitation",
        worker_registry="check of the Health Care Worker Registry",
        background_act="check under the Health Care Worker Background Check Act",
        sanctions_list="check of the HFS OIG sanctions list",
    ),
    dated_on=day("The day of the paper, the review, the training or the check."),
    is_substantiated=yes("Whether a check shows a substantiated finding of abuse or neglect."),
    recovery_support_percent=count("Of a job description: how many percent of the duties are recovery support."),
    note=text("Whatever else it shows."),
)
