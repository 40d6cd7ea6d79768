"""The people served: who they are, since when, how covered, how screened, where they live."""

from __future__ import annotations

from .contract import count, day, key, number_known, of, table, word

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


LICENSES = {
    "county_certified": "adult family home certified by the county",
    "dhs_88": "adult family home licensed under DHS 88",
    "dhs_89": "residential care apartment complex under DHS 89",
    "dhs_83": "community-based residential facility licensed under DHS 83",
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
    checked_on=day("The day the coverage was checked."),
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
    license=word("The license or certificate the place shows, where its kind needs one.", **LICENSES),
    starts_on=day("First day lived there. Empty when only the fact is recorded."),
    ends_on=day("Last day lived there. Empty while it goes on."),
)


representative = table(
    "representative",
    "One row for each guardian or other person who acts for a participant.",
    parent=participant,
    representative_id=key("What tells one representative from another."),
    participant_id=of("The participant acted for."),
    kind=word(
        "By what right they act.",
        guardian="guardian",
        parent="parent of a minor",
        power_of_attorney="holder of a power of attorney",
    ),
    starts_on=day("First day of the authority."),
    ends_on=day("Last day of the authority. Empty while it goes on."),
)
