"""Every word a record may choose from, with the label people read. The facts know them by the same words."""

from __future__ import annotations

from django.db import models


class CoveragePlan(models.TextChoices):
    """What the coverage is."""

    MEDICAID = "medicaid", "Medicaid"
    BADGERCARE_PLUS_STANDARD = "badgercare_plus_standard", "BadgerCare Plus Standard Plan"
    LIMITED = "limited", "A limited plan, such as family planning only"
    PENDING = "pending", "Applied for, not yet decided"
    NONE = "none", "No coverage"


class ScreenKind(models.TextChoices):
    """Which screen."""

    MH_SUD = "mh_sud", "Mental Health and Substance Use Disorder Functional Screen"
    CHILDRENS_LTC = "childrens_ltc", "Children's Long Term Care Functional Screen"


class ScreenResult(models.TextChoices):
    """What the screen found."""

    ELIGIBLE = "eligible", "Functionally eligible"
    NOT_ELIGIBLE = "not_eligible", "Not functionally eligible"


class ScreenType(models.TextChoices):
    """Why a screen was done."""

    INITIAL = "initial", "Initial"
    ANNUAL = "annual", "Annual"
    CHANGE_OF_CONDITION = "change_of_condition", "Change of condition"


class RepresentativeKind(models.TextChoices):
    """By what right somebody acts for a participant."""

    GUARDIAN = "guardian", "Guardian"
    PARENT = "parent", "Parent of a minor"
    POWER_OF_ATTORNEY = "power_of_attorney", "Holder of a power of attorney"


class Setting(models.TextChoices):
    """What kind of place."""

    OWN_HOME = "own_home", "Own house or apartment"
    SUPPORTED_APARTMENT = "supported_apartment", "Supported apartment program"
    ADULT_FAMILY_HOME = "adult_family_home", "Adult family home"
    RCAC = "rcac", "Residential care apartment complex"
    CBRF = "cbrf", "Community-based residential facility"
    FAMILY_HOME = "family_home", "Family's home"
    OTHER_COMMUNITY = "other_community", "Another place in the community"
    NURSING_HOME = "nursing_home", "Nursing home"
    HOSPITAL = "hospital", "Hospital"
    INSTITUTION_FOR_MENTAL_DISEASE = "institution_for_mental_disease", "Institution for mental disease"
    JAIL = "jail", "Jail"
    PRISON = "prison", "Prison"


class License(models.TextChoices):
    """What a residential setting shows, where its kind needs a license or certificate."""

    COUNTY_CERTIFIED = "county_certified", "Adult family home certified by the county (1 or 2 beds)"
    DHS_88 = "dhs_88", "Adult family home licensed under DHS 88 (3 or 4 beds)"
    DHS_89 = "dhs_89", "Residential care apartment complex under DHS 89"
    DHS_83 = "dhs_83", "Community-based residential facility licensed under DHS 83"


class DischargeCause(models.TextChoices):
    """What ended the enrollment."""

    AGREED = "agreed", "Agreed with the participant"
    DECLINED_SERVICES = "declined_services", "No longer wants services"
    WHEREABOUTS_UNKNOWN = "whereabouts_unknown", "Whereabouts unknown"
    REFUSED_SERVICES = "refused_services", "Refuses services"
    LONG_TERM_CARE = "long_term_care", "Entered long-term care"
    DIED = "died", "Died"
    OTHER = "other", "Another cause"


class Topic(models.TextChoices):
    """The seven topics orientation must cover."""

    UPDATES = "updates", "ForwardHealth Updates 2010-94 and 2018-17"
    STATUTES = "statutes", "Wisconsin Statutes chapters 48, 51 and 55"
    CIVIL_RIGHTS = "civil_rights", "Civil rights law, with the ADA and the Civil Rights Act"
    DOCUMENTATION = "documentation", "Documentation standards and HIPAA"
    CONFIDENTIALITY = "confidentiality", "Confidentiality: s. 51.30, DHS 92 and 42 CFR Part 2"
    PATIENT_RIGHTS = "patient_rights", "Patient rights: s. 51.61 and DHS 94"
    RECOVERY = "recovery", "Current knowledge of mental health and substance use"


class TrainingSource(models.TextChoices):
    """What the hours come from."""

    CLASS = "class", "Class or presentation"
    WEBINAR = "webinar", "Webinar"
    CONFERENCE = "conference", "Conference"
    SELF_STUDY = "self_study", "Self-study"
    OVERVIEW_VIDEO = "overview_video", "CRS overview video"
    NOTES_VIDEO = "notes_video", "Progress-note video"
    INCIDENT_VIDEO = "incident_video", "Incident-reporting video"
    QUARTERLY_MEETING = "quarterly_meeting", "Quarterly meeting"
    OTHER_SOURCE = "other_source", "Another source"


class ExemptionDecision(models.TextChoices):
    """What the Division decided."""

    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"


class CredentialKind(models.TextChoices):
    """Which qualification."""

    CERTIFIED_PEER_SPECIALIST = "certified_peer_specialist", "Certified peer specialist"
    CERTIFIED_PARENT_PEER_SPECIALIST = "certified_parent_peer_specialist", "Certified parent peer specialist"
    OTHER = "other", "Another"


class ProviderKind(models.TextChoices):
    """What sort of provider, as the state's page on provider types lists them."""

    PROGRAM_AGENCY = "program_agency", "County or Tribal agency"
    ADULT_FAMILY_HOME = "adult_family_home", "Adult family home"
    CBRF = "cbrf", "Community-based residential facility"
    RCAC = "rcac", "Residential care apartment complex"
    PEER_SUPPORT = "peer_support", "Peer support agency"
    SUPPORTED_EMPLOYMENT = "supported_employment", "Supported employment agency"
    SUPPORTIVE_HOME_CARE = "supportive_home_care", "Supportive home care agency"
    INDIVIDUAL = "individual", "Individual provider"
    NON_SPECIFIED = "non_specified", "Another, non-specified provider"
