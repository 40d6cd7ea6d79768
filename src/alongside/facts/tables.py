"""Every table and column the law may look at. The data dictionary is printed from this file."""

from __future__ import annotations

from .contract import FactTable, count, day, hours, key, number_known, of, table, text, word, yes

TOPICS = {
    "updates": "ForwardHealth Updates",
    "statutes": "Wis. Stat. chs. 48, 51 and 55",
    "civil_rights": "civil rights",
    "documentation": "documentation and HIPAA",
    "confidentiality": "confidentiality",
    "patient_rights": "patient rights",
    "recovery": "mental health and substance use",
}

SETTINGS = {
    "own_home": "own apartment or house",
    "supported_apartment": "supported apartment",
    "adult_family_home": "adult family home",
    "rcac": "residential care apartment complex",
    "cbrf": "community-based residential facility",
    "family_home": "family's home",
    "other_community": "another place in the community",
    "nursing_home": "nursing home",
    "hospital": "hospital",
    "institution_for_mental_disease": "institution for mental disease",
    "jail": "jail",
    "prison": "prison",
}

participant = table(
    "participant",
    "One row for each person served.",
    known_as="medicaid_id",
    participant_id=key("What tells one participant from another."),
    medicaid_id=number_known("The ten-digit Medicaid id."),
    born_on=day("Date of birth."),
)

enrollment = table(
    "enrollment",
    "One row for each time a participant was enrolled in the program.",
    parent=participant,
    enrollment_id=key("What tells one enrollment from another."),
    participant_id=of("The participant enrolled."),
    enrolled_on=day("The day the enrollment takes effect. Plan cycles count from here."),
)

coverage = table(
    "coverage",
    "One row for each result of a Medicaid coverage check, with the period it covers.",
    parent=participant,
    coverage_id=key("What tells one coverage from another."),
    participant_id=of("The participant covered."),
    plan=word(
        "What the coverage is. Limited stands for any plan that is not full benefit, such as family planning only.",
        medicaid="Medicaid",
        badgercare_plus_standard="BadgerCare Plus Standard Plan",
        limited="a limited plan",
        pending="application pending",
        none="no coverage",
    ),
    starts_on=day("First day covered. Empty when only the fact of coverage is recorded."),
    ends_on=day("Last day covered. Empty while it goes on."),
)

functional_screen = table(
    "functional_screen",
    "One row for each functional screen.",
    parent=participant,
    functional_screen_id=key("What tells one screen from another."),
    participant_id=of("The participant screened."),
    kind=word(
        "Which screen: Mental Health and Substance Use Disorder, or Children's Long Term Care.",
        mh_sud="MH/SUD Functional Screen",
        childrens_ltc="Children's Long Term Care Functional Screen",
    ),
    completed_on=day("The day all sections were complete."),
    result=word("Whether it found the person functionally eligible.", eligible="eligible", not_eligible="not eligible"),
)  # fmt: skip

residence = table(
    "residence",
    "One row for each place a participant lives or lived.",
    parent=participant,
    residence_id=key("What tells one residence from another."),
    participant_id=of("The participant who lives there."),
    setting=word("What kind of place it is.", **SETTINGS),
    beds=count("How many beds, where the setting has a limit (a community-based residential facility)."),
    starts_on=day("First day lived there. Empty when only the fact is recorded."),
    ends_on=day("Last day lived there. Empty while it goes on."),
)

assessment = table(
    "assessment",
    "One row for each person-centered assessment.",
    parent=participant,
    assessment_id=key("What tells one assessment from another."),
    participant_id=of("The participant assessed."),
    completed_on=day("The day the assessment was completed."),
)

service_plan = table(
    "service_plan",
    "One row for each individual service plan (F-00202), each update a row of its own.",
    parent=participant,
    service_plan_id=key("What tells one plan from another."),
    participant_id=of("The participant whose plan it is."),
    completed_on=day("The day the plan was completed."),
    is_in_person=yes("Whether the plan followed a meeting in person with the participant."),
)

discharge = table(
    "discharge",
    "One row for each discharge from the program.",
    parent=participant,
    discharge_id=key("What tells one discharge from another."),
    participant_id=of("The participant discharged."),
    discharged_on=day("The day the enrollment ended."),
    is_planned=yes("Whether the discharge was planned; the service coordinator's choice."),
    planned_reason=text("Why it is called planned, or unplanned."),
    cause=word(
        "What ended the enrollment.",
        agreed="agreed with the participant",
        declined_services="no longer wants services",
        whereabouts_unknown="whereabouts unknown",
        refused_services="refuses services",
        long_term_care="entered long-term care",
        died="died",
        other="another cause",
    ),
    last_contact_on=day("The last day anyone reached the participant."),
    is_involuntary=yes("Whether the participant was discharged against their will."),
    has_summary=yes("Whether a written discharge summary exists. Empty when nobody has recorded it."),
    pps_recorded_on=day("The day the discharge was entered in the state's Program Participation System."),
    has_notice_summary=yes("Whether the written notice came with a copy of the summary."),
    has_notice_reapply=yes("Whether the written notice said how to apply again."),
    has_notice_hearing=yes("Whether the written notice gave the fair-hearing procedure."),
)  # fmt: skip

discharge_summary = table(
    "discharge_summary",
    "One row for each written discharge summary.",
    parent=participant,
    discharge_summary_id=key("What tells one summary from another."),
    discharge_id=of("The discharge it is about."),
    participant_id=of("The participant discharged."),
    reason=text("The reason for discharge."),
    progress=text("Status and condition at discharge, with progress toward the outcomes of the service plan."),
    resume_when=text("Circumstances, as the participant and providers see them, that would suggest services resume."),
    participant_signed_on=day("The day the participant signed."),
    coordinator_signed_on=day("The day the agency's or the contracted service coordinator signed."),
)

staff = table(
    "staff",
    "One row for each staff member: a person with two jobs appears twice.",
    known_as="staff_number",
    staff_id=key("What tells one staff member from another."),
    staff_number=number_known("The number the program gives the staff member."),
    started_on=day("First day of employment. Training duties run from here."),
    ended_on=day("Last day of employment. Empty while it goes on."),
)

training = table(
    "training",
    "One row for each session of orientation training on one topic.",
    parent=staff,
    training_id=key("What tells one session from another."),
    staff_id=of("The staff member trained."),
    topic=word("The required topic covered.", **TOPICS),
    hours=hours("Hours completed on this topic."),
    held_on=day("The day of the training."),
    employee_name=text("Name of the employee, as the record gives it."),
    employer_name=text("Name of the employer, as the record gives it."),
    method=text("How it was given: self-study, presentation, webinar, conference or another way."),
    content=text("What the course covered."),
    county_signed_by=text("Who signed for the Tribal nation or county agency."),
)

exemption = table(
    "exemption",
    "One row for each topic on which an exemption from orientation training was requested.",
    parent=staff,
    exemption_id=key("What tells one request from another."),
    staff_id=of("The staff member it is for."),
    topic=word("The required topic it is asked for.", **TOPICS),
    hours=hours("Hours of the earlier training on this topic."),
    requested_on=day("The day the Division was asked."),
    completed_on=day("The day the earlier training ended."),
    is_duplicative=yes("Whether the earlier training covered the same ground."),
    rule_citation=text("The administrative rule that required the earlier training."),
    is_documented=yes("Whether there is documentation of the earlier training."),
    decision=word("What the Division decided. Empty until it does.", granted="granted", refused="refused"),
    decided_on=day("The day the Division decided."),
)

TABLES: dict[str, FactTable] = {
    t.name: t
    for t in (
        participant, enrollment, coverage, functional_screen, residence, assessment, service_plan,
        discharge, discharge_summary, staff, training, exemption,
    )
}  # fmt: skip
