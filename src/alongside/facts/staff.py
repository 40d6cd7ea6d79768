"""The people who serve: since when, how trained, how certified."""

from __future__ import annotations

from .contract import day, hours, key, number_known, of, perhaps, table, text, word, yes
from .roles import CREDENTIALS

TOPICS = {
    "updates": "ForwardHealth Updates",
    "statutes": "Wis. Stat. chs. 48, 51 and 55",
    "civil_rights": "civil rights",
    "documentation": "documentation and HIPAA",
    "confidentiality": "confidentiality",
    "patient_rights": "patient rights",
    "recovery": "mental health and substance use",
}


staff = table(
    "staff",
    "One row for each staff member: a person with two jobs appears twice.",
    known_as="staff_number",
    beside=(("staff_id", "service", "staff_id"),),
    reaches="staff_id",
    staff_id=key("What tells one staff member from another."),
    staff_number=number_known("The number the program gives the staff member."),
    started_on=day(
        "First day of employment. Training duties run from here. Empty: already employed, since when is not known."
    ),
    ended_on=day("Last day of employment. Empty while it goes on."),
    provider_id=perhaps("The provider they work for."),
    engagement=word(
        "How they are engaged.",
        employee="employee",
        contractor="independent contractor",
        volunteer="volunteer",
        owner="owner of the practice",
    ),
    is_full_time=yes("Whether they work full time."),
)


training = table(
    "training",
    "One row for each session of orientation training on one topic.",
    parent=staff,
    beside=(("staff_id", "service", "staff_id"),),
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
    beside=(("staff_id", "service", "staff_id"),),
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


credential = table(
    "credential",
    "One row for each dated qualification.",
    parent=staff,
    beside=(("staff_id", "service", "staff_id"),),
    reaches="staff_id",
    credential_id=key("What tells one credential from another."),
    staff_id=of("The staff member who holds it."),
    kind=word(
        "Which qualification.",
        certified_peer_specialist="certified peer specialist",
        certified_parent_peer_specialist="certified parent peer specialist",
        other="another",
        **CREDENTIALS,
    ),
    issued_on=day("First day it is valid. Empty: it has always been."),
    expires_on=day("Last day it is valid. Empty: it does not run out."),
    education_hours=hours("Hours of continuing education since it was issued."),
    specific_hours=hours("Of these, hours in the credential's own domains, ethics among them."),
    ethics_hours=hours("Of these, hours in ethics."),
    core_hours=hours("Of these, hours in core functions."),
    has_extension=yes("Whether one more month for the hours was bought."),
)


background_check = table(
    "background_check",
    "One row for each caregiver background check of a staff member.",
    parent=staff,
    background_check_id=key("What tells one check from another."),
    staff_id=of("The staff member checked."),
    completed_on=day("The day of the check."),
    confirmed_on=day("The day it was confirmed on F-02565."),
    disclosure_on=day("The day of the disclosure form on file, F-82064."),
    justice_on=day("The day of the answer on file of the Department of Justice."),
    letter_on=day("The day of the response letter on file of the Department of Health Services."),
)


changed_circumstance = table(
    "changed_circumstance",
    "One row for each change in a staff member's circumstances that calls for a new background check.",
    parent=staff,
    changed_circumstance_id=key("What tells one change from another."),
    staff_id=of("The staff member it is about."),
    known_on=day("The day it became known."),
)
