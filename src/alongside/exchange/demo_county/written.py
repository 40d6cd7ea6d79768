"""What is written in the plans and notes of the demo county, by the kind of service."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.records.models import Manner, ServiceKind


@dataclass(frozen=True)
class Work:
    """A goal in a participant's words, what is done toward it, and how a visit goes."""

    goal: str
    outcome: str
    interventions: str
    frequency: str
    manner: Manner
    place: str
    done: tuple[tuple[str, str], ...]


WORK = {
    ServiceKind.CLSS: (
        Work(
            "I want my own kitchen, and to cook for my sister on Sundays.",
            "Plans and cooks three meals a week",
            "Coach through a recipe card; cue to set the timer; step back when it goes well",
            "twice a week, an hour each",
            Manner.CUEING,
            "the participant's home",
            (
                ("Cued the steps of a recipe card; soup and rice cooked by the participant.", "Needed two reminders."),
                ("Practiced reading prices and writing a shopping list.", "Found a cheaper brand without help."),
                ("Talked through using the stove safely and timed each pan.", "Set the timer without a cue."),
            ),
        ),
        Work(
            "I want to keep this apartment. No more letters from the landlord.",
            "Keeps the apartment by a weekly checklist",
            "Teach the checklist room by room; supervise once a week",
            "once a week, an hour",
            Manner.TRAINING,
            "the participant's home",
            (
                (
                    "Taught the bathroom part of the checklist; the participant did each step.",
                    "Asked for the rest.",
                ),
                ("Supervised the checklist; pointed at it twice.", "Finished, and put the checklist on the door."),
                ("Practiced a call to the landlord about the heating.", "Made the call and wrote down the answer."),
            ),
        ),
    ),
    ServiceKind.PEER_SUPPORT: (
        Work(
            "I want to leave the house without my heart racing.",
            "Goes out three days a week with a plan for hard moments",
            "Share what helped; practice the early signs and whom to call",
            "once a week, an hour",
            Manner.TRAINING,
            "a walk by the lake",
            (
                ("Walked to the library; talked about early signs and what helps.", "Named two signs of their own."),
                (
                    "Practiced the breathing that helped, then took the bus.",
                    "Said the second stop was easier.",
                ),
                ("Looked at the support plan and rehearsed a call to a friend.", "Made the call the same evening."),
            ),
        ),
    ),
    ServiceKind.SUPPORTED_EMPLOYMENT: (
        Work(
            "I want a job outdoors, for real pay.",
            "Works ten hours a week in a competitive job",
            "Rapid search by preference; visit employers together; follow along on the job",
            "once a week, an hour",
            Manner.TRAINING,
            "the tree nursery",
            (
                ("Visited a tree nursery together and asked about hours.", "Asked the owner two questions."),
                ("Practiced answers about gaps in work and filled in an application.", "Chose what to tell."),
                ("Went over the first week's schedule and the bus times.", "Set alarms for both."),
            ),
        ),
    ),
}
PURPOSE = "Toward the outcome of the service plan, as agreed at the last meeting."
DEMOGRAPHICS = "Speaks English, has a phone; emergency contact is in the file."
FINANCIALS = "Benefits and wages reviewed; rent and food are paid by the participant."
SUPPORT = {
    "when_well": "I get up before eight, I hum, I answer messages.",
    "what_helps": "Quiet mornings help. Loud stairs and no sleep make it worse.",
    "early_signs": "I stop opening letters. I wear the same coat for days.",
    "how_to_step_in": "Ask me to walk with you. Do not call my mother first.",
}
DID_IT_FOR_HIM = "I cleaned his kitchen and washed the dishes while he was at work."
