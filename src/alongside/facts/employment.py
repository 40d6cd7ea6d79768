"""Support to get and keep a job: what the participant wants, and what came of it."""

from __future__ import annotations

from .contract import amount, day, key, of, table, text, word, yes
from .participants import participant

employment = table(
    "employment",
    "One row for each time a participant said they want to work, and what came of it.",
    parent=participant,
    employment_id=key("What tells one search for work from another."),
    participant_id=of("The participant who wants to work."),
    wanted_on=day("The day the participant said they want to work."),
    job_goal=text("The job the participant wants, in their own words."),
    ended_on=day("The day support with employment was refused or ended. Empty while it goes on."),
    ended_for=word(
        "Why it was refused or ended.",
        work_history="work history",
        hospitalization_history="hospitalization history",
        substance_use="substance use",
        symptoms="symptoms",
        other_characteristics="other characteristics of the participant",
        time_limit="a limit of time",
        participant_choice="the participant's choice",
        left_program="left the program",
    ),
    asked_first=word(
        "What was asked of the participant before the search.",
        assessments="assessments",
        trainings="trainings",
        prevocational_work="a pre-vocational work unit",
        transitional_employment="transitional employment",
        sheltered_workshop="a sheltered workshop",
        nothing="nothing",
    ),
    search_started_on=day("The day the search for a job began."),
    job=text("The job found."),
    job_started_on=day("First day of the job. Empty until there is one."),
    is_open_to_anyone=yes("Whether anyone could apply for the job."),
    is_preferred=yes("Whether the job is one the participant prefers."),
    hourly_wage=amount("What the job pays an hour."),
    minimum_wage=amount("The minimum wage an hour that applied where the job is."),
)
