"""What the state asks to be put right: plans of action, and corrective action plans with their days."""

from __future__ import annotations

from .contract import day, key, number_known, perhaps, table, word

plan_of_action = table(
    "plan_of_action",
    "One row for each plan of action: what the Division asks of the program after a review.",
    known_as="plan_of_action_number",
    plan_of_action_id=key("What tells one plan of action from another."),
    plan_of_action_number=number_known("The number it is known by, such as POA 2026-1."),
    kind=word(
        "What it asks for.",
        by_a_date="information or documents by a date",
        as_soon_as_possible="improvements as soon as possible",
    ),
    issued_on=day("The day the Division issued it."),
    due_on=day("The date by which it asks. Empty where it asks for improvements as soon as possible."),
    done_on=day("The day the program did what is asked."),
    next_review_on=day("The day of the next review, in which improvements are looked at. Empty until it is known."),
    decision=word(
        "What the Division decided after a date was missed. Empty until it does.",
        plan_follows="a corrective action plan follows",
        no_plan_follows="no corrective action plan follows",
    ),
    decided_on=day("The day the Division decided."),
)


corrective_action_plan = table(
    "corrective_action_plan",
    "One row for each corrective action plan, with the days of its way.",
    known_as="corrective_action_plan_number",
    corrective_action_plan_id=key("What tells one corrective action plan from another."),
    corrective_action_plan_number=number_known("The number it is known by, such as CAP 2026-1."),
    opened_on=day("The day the Division said that a corrective action plan is needed."),
    reason=word(
        "Which of the three reasons of the state's page it has.",
        plan_of_action_missed="a plan of action was not completed by its date",
        out_of_compliance="a review shows the program out of compliance",
        fraud_or_overbilling="an indication of fraud or overbilling",
    ),
    plan_of_action_id=perhaps("The plan of action that was not completed, where that is the reason."),
    meeting_on=day("The day the Division and the program met about the areas of concern."),
    concerns_sent_on=day("The day the areas of concern were written down and shared."),
    notified_on=day("The day the program received the areas of concern in writing."),
    draft_sent_on=day("The day the program first sent its draft of the plan."),
    signed_copy_on=day("The day the program received the signed copy. The plan is in force from here."),
    implemented_on=day("The day the last step of the plan was done."),
)
