"""The eight questions of the supervisors' training of 9 January 2026, each in our words with the few words relied on."""

from __future__ import annotations

from datetime import date

from alongside.packs.questions_answered import QuestionAnswered

from .sources_of_writing import answered, may_in_discharge, not_in_discharge, not_in_reports

ANSWERED_ON = date(2026, 1, 9)
TITLE = "Supervisors’ questions about peer workers and Medicaid"

ANSWERED = (
    QuestionAnswered(
        1, "Does a peer need a treatment plan for the services, and does a peer write it?",
        ("The person served must have a treatment plan, and the service must be listed on it; otherwise the peer’s service is not billed.",
         "A peer should not be the one who completes the plan. The training says this of the role, and does not call it a bar to billing."),
        (answered(1, "The individual receiving service must HAVE a treatment plan"),
         answered(1, "the peer specialist should not be the person completing the treatment plan as it is misaligned with their role")),
        ("IL-PLAN-1", "IL-PLAN-2", "IL-PLAN-3", "IL-PLAN.author"), ("rule-140",), "iatp author plan line listed",
    ),
    QuestionAnswered(
        2, "Why can a CPRS not bill for a recovery group?",
        ("Substance-use Medicaid pays a CPRS for individual service only, so a group is not billed.",
         "In mental-health Medicaid a CPRS bills nothing. Both may change."),
        (answered(2, "CPRS billing in substance use Medicaid is only for individuals."),
         answered(2, "CPRS cannot currently bill for anything in mental health Medicaid.")),
        ("IL-TIER-2", "IL-SUD-3"), ("supr-schedule",), "modality attending group supr",
    ),
    QuestionAnswered(
        3, "Can a peer set up a company and bill Medicaid, or is a clinical professional needed?",
        ("Rules 132 and 140 are a ladder. Whoever serves is supervised by somebody who stands higher, and at the top is a Licensed "
         "Practitioner of the Healing Arts (LPHA).",
         "Nobody bills without somebody above who supervises and signs off on the services. A company alone changes nothing in that."),
        (answered(3, "the staff person must be supervised by a person who meets a higher qualification"),
         answered(3, "None of the professional qualifications are sufficient to bill Medicaid without a higher-level staff person supervising and signing off on the services.")),
        ("IL-CHAIN-1", "IL-CHAIN-2", "IL-CHAIN-3"), ("rule-132", "rule-140"), "llc chain tier sign-off supervision lpha",
    ),
    QuestionAnswered(
        4, "What does somebody bill who is both a QMHP and a CRSS?",
        ("Each service is billed in the role it was given in. As a QMHP: where the service meets every clinical requirement and clinical "
         "functions were performed.",
         "Medicaid counts a CRSS as an MHP. That allows some services; it does not say that a CRSS should give them."),
        (answered(4, "An individual should bill for the services that they provide in accordance with the role they are in."),
         answered(4, "this does not mean that they should provide those services")),
        ("IL-ROLE-1", "IL-ROLE-2", "IL-ROLE-3", "IL-TIER-1"), ("rule-140",), "dual role two roles allowed should mhp",
    ),
    QuestionAnswered(
        5, "May a peer talk with somebody about symptoms?",
        ("A peer may share lived experience of their own, symptoms too, where it is relevant and may give hope: acknowledge what was said, "
         "share what was alike, and move on to ways of coping.",
         "What is not relevant, or does not offer the person hope, is left out."),
        (answered(5, "A peer support specialist may share relevant lived experience when appropriate"),
         answered(5, "It is important that peer specialists only share lived experience that is relevant and that may offer an individual hope")),
        ("IL-LIVED-1",), ("practice-guidelines",), "role drift disclosure story depression alone coping",
    ),
    QuestionAnswered(
        6, "May a CRSS fill in incident reports and help with discharge papers?",
        ("Incident reports: yes, where the CRSS saw it or was part of it, as agency policy provides. A supervisor always reviews the report "
         "and completes the clinical sections. A CRSS judges no risk, intent or diagnosis, finds no fault, recommends no discipline or "
         "clinical action, concludes nothing about compliance or readiness, and is neither the only nor the last to report where clinical "
         "authority is asked for.",
         "Discharge: a clinical process. A CRSS helps the person through it, may write sections of their own if clearly labeled, and takes "
         "part in the team without authority; they do not judge readiness or whether goals were met, and never sign it off.",
         "None of this delays a report of suspected abuse, neglect, exploitation or death: the OIG Hotline is told at once, within 4 hours."),
        (answered(6, "A supervisor should always review incident reports completed by a CRSS and complete any clinical sections that may be included."),
         not_in_reports("Make clinical judgments (risk level, intent, diagnosis)"),
         not_in_discharge("Sign off on discharge summaries or treatment outcomes"),
         may_in_discharge("Participate as part of a team-based discharge process, without authority")),
        ("IL-IR-SEEN", *(f"IL-IR-{n}" for n in range(1, 8)), *(f"IL-DC-{n}" for n in range(1, 7)), "IL-DC-LABEL", "IL-OIG-1"), (),
        "ethics fault cause section label hotline abuse neglect risk intent diagnosis readiness goals met",
    ),
    QuestionAnswered(
        7, "How long may a peer take to be certified?",
        ("It differs by program. An ACT team without a CRSS or CFPP may count a person with lived experience who is certified within 18 months "
         "of the date of hire. A community support team (CST) has a CRSS or CFPP at all times: no time is allowed. Mobile crisis teams (590) "
         "employ people capable of a CRSS or CPRS within one year of hire.",
         "Where Medicaid is billed there is no more time than the Rules give. For grants, the DBHR program manager can authorize more.",
         "How long certification itself takes is not laid down."),
        (answered(7, "if he/she obtains certification within 18 months after his/her date of hire"),
         answered(7, "(no time allowance)"),
         answered(7, "For programs billing Medicaid, there is NO flexibility in the length of time allowed beyond what is stated in the Administrative Rules.")),
        ("IL-CRED-ACT", "IL-CRED-CST", "IL-CRED-590"), ("credential-process", "crss-success"), "act cst 590 mobile crisis hire credential orientation months year",
    ),
    QuestionAnswered(
        8, "Where can I see which services Medicaid pays for?",
        ("In the two fee schedules, for community mental health and for substance use. Alongside ships no code and no rate: your program loads "
         "its own copy of the schedule, with its date.",),
        (answered(8, "These websites may help."),),
        (), ("cmhp-schedule", "supr-schedule", "rule-132", "rule-140", "practice-guidelines"), "codes rates units fee schedule reimbursable",
    ),
)  # fmt: skip
