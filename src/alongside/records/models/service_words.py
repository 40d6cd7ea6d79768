"""The words of plans, services and notes, with the labels people read. The facts know them by the same words."""

from __future__ import annotations

from django.db import models


class ServiceKind(models.TextChoices):
    """The three services of the program."""

    CLSS = "clss", "Community living supportive services"
    PEER_SUPPORT = "peer_support", "Peer support"
    SUPPORTED_EMPLOYMENT = "supported_employment", "Supported employment"


class PlanKind(models.TextChoices):
    """Why a service plan was written."""

    INITIAL = "initial", "Initial plan"
    SIX_MONTH = "six_month", "Six-month update"
    ANNUAL = "annual", "Annual recertification"
    AMENDMENT = "amendment", "Amendment"


class Unit(models.TextChoices):
    """How a service is counted."""

    FIFTEEN_MINUTES = "fifteen_minutes", "15-minute units"
    DAY = "day", "A whole day"


class Repeats(models.TextChoices):
    """Another state plan service that covered the same time."""

    PERSONAL_CARE = "personal_care", "Personal care"
    TRANSPORTATION = "transportation", "Transportation"
    OTHER = "other", "Another state plan service"
    NOTHING = "nothing", "Nothing"


class Activity(models.TextChoices):
    """What the state's page lists for community living and for employment, in its order."""

    COMMUNITY_RESOURCES = "community_resources", "Access to community resources"
    HOUSE_CLEANING = "house_cleaning", "House cleaning"
    MEALS = "meals", "Meal planning and cooking"
    MEDICINE_REMINDERS = "medicine_reminders", "Medicine reminders"
    SIDE_EFFECTS = "side_effects", "Watching medicine side effects"
    MONEY = "money", "Money management"
    HYGIENE = "hygiene", "Personal hygiene"
    SHOPPING = "shopping", "Shopping"
    SOCIAL = "social", "Social and fun activities"
    SKILLS = "skills", "Skill development"
    CRISIS_COPING = "crisis_coping", "Crisis coping"
    EMOTIONAL_REGULATION = "emotional_regulation", "Emotional regulation"
    INTERPERSONAL = "interpersonal", "Interpersonal skills"
    PARENTING = "parenting", "Parenting"
    RECOVERY_MANAGEMENT = "recovery_management", "Recovery management"
    GETTING_AROUND = "getting_around", "Transportation: learning to get around"
    EMPLOYMENT_INTAKE = "employment_intake", "Employment intake"
    EMPLOYMENT_ASSESSMENT = "employment_assessment", "Employment assessment"
    JOB_DEVELOPMENT = "job_development", "Job development"
    JOB_PLACEMENT = "job_placement", "Job placement"
    SYMPTOMS_AT_WORK = "symptoms_at_work", "Work-related symptom management"
    EMPLOYMENT_CRISIS = "employment_crisis", "Employment crisis support"
    FOLLOW_ALONG = "follow_along", "Follow-along supports"
    TEAM_TIME = "team_time", "Time with the treatment team or the vocational counselor"
    OTHER_ACTIVITY = "other_activity", "Another activity"


class EndedFor(models.TextChoices):
    """Why support with employment was refused or ended."""

    WORK_HISTORY = "work_history", "Work history"
    HOSPITALIZATION_HISTORY = "hospitalization_history", "Hospitalization history"
    SUBSTANCE_USE = "substance_use", "Substance use"
    SYMPTOMS = "symptoms", "Symptoms"
    OTHER_CHARACTERISTICS = "other_characteristics", "Other characteristics of the participant"
    TIME_LIMIT = "time_limit", "A limit of time"
    PARTICIPANT_CHOICE = "participant_choice", "The participant's choice"
    LEFT_PROGRAM = "left_program", "Left the program"


class AskedFirst(models.TextChoices):
    """What was asked of a participant before the search for a job."""

    ASSESSMENTS = "assessments", "Assessments"
    TRAININGS = "trainings", "Trainings"
    PREVOCATIONAL_WORK = "prevocational_work", "A pre-vocational work unit"
    TRANSITIONAL_EMPLOYMENT = "transitional_employment", "Transitional employment"
    SHELTERED_WORKSHOP = "sheltered_workshop", "A sheltered workshop"
    NOTHING = "nothing", "Nothing"


class Manner(models.TextChoices):
    """How the participant was supported."""

    TRAINING = "training", "Training"
    CUEING = "cueing", "Cueing"
    SUPERVISION = "supervision", "Supervision"
    DOING_FOR = "doing_for", "The staff member did the task"


class NoteStatus(models.TextChoices):
    """Whether a note can still be written in."""

    DRAFT = "draft", "Draft"
    SIGNED = "signed", "Signed"


class SignOffDecision(models.TextChoices):
    """What a supervisor said to a signed note."""

    SIGNED_OFF = "signed_off", "Signed off"
    RETURNED = "returned", "Returned with a comment"
