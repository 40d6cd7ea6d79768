"""The verbs: the one way in for a record made by a person.

Each takes keywords only, the day it happens as `on` and who does it as `by`, runs in one transaction inside the
program's context, and either records everything or raises `Problems` with every reason.
"""

from .amendments import amend
from .approvals import record_approval, record_treatment
from .assessments import write_assessment
from .attachments import attach
from .billing_corrections import correct_billing
from .certificates import correct_hours, log_hours, open_application
from .codes import CodeRefused, code_tried, still_opens
from .corrections import correct, correct_as_read
from .delivered import record_claim, record_service
from .discharges import discharge, record_discharge_summary
from .emergencies import open_in_emergency, review_emergency
from .employments import follow_wish_to_work, record_wish_to_work
from .enrollments import enroll, enroll_again
from .exemptions import decide_exemption, document_exemption, request_exemption, send_exemptions
from .first_contacts import record_first_contact, record_return, refuse_enrollment
from .incident_categories import add_category, change_category, load_examples
from .incident_changes import change_report
from .incident_follow_ups import assign_supervisor, finish_follow_up, plan_follow_up
from .incident_reviews import review_report, say_suspected
from .incident_route import (
    Proof,
    leave_state_untold,
    record_answer,
    report_death,
    tell_hotline,
    tell_program,
    tell_state,
)
from .incidents import report_incident
from .invoices import Billed, add_line, record_invoice, tie_line
from .network import prove, record_agreement, record_application, record_license, record_location
from .note_amendments import amend_note
from .note_holds import end_hold, hold_note
from .note_moves import move_note
from .note_writing import NoteConflict, rewrite_note, write_note
from .notes import save_note_draft
from .own_words import take_back_own_words, write_own_words
from .participants import record_assessment, record_coverage, record_plan, record_residence, record_screen
from .plan_drafts import begin_draft, discard_draft, finish_draft, save_draft
from .plans import Line, amend_plan, rewrite_plan, write_plan
from .qualifications import assign_role, file_paper, record_degree, record_experience
from .record_marks import end_mark, mark_records
from .releases import disclose, disclose_for_audit, record_consent, revoke_consent
from .representatives import add_representative
from .seats import end_seat, former_seat, invite, open_invitations, open_seat, revoke_invitation
from .sections import rewrite_section, share_experience, write_discharge_section, write_report_section
from .sign_offs import return_note, sign_off_note
from .signers import Hand
from .signing import ChangedMeanwhile, keep_rendering, sign
from .staff import (
    add_provider,
    end_employment,
    hire,
    record_background_check,
    record_changed_circumstance,
    record_credential,
)
from .state_forms import add_state_form, match_places
from .supervising import log_supervision, supervise
from .support_plans import write_support_plan
from .teams import allow_extension, join_team, start_team
from .training import record_training
from .training_sheets import Held, change_sheet, discard_sheet, gather_sessions, record_class, record_sheet
from .treatment import authorize_plan, review_plan

__all__ = [
    "Billed",
    "ChangedMeanwhile",
    "CodeRefused",
    "Hand",
    "Held",
    "Line",
    "NoteConflict",
    "Proof",
    "add_category",
    "add_line",
    "add_provider",
    "add_representative",
    "add_state_form",
    "allow_extension",
    "amend",
    "amend_note",
    "amend_plan",
    "assign_role",
    "assign_supervisor",
    "attach",
    "authorize_plan",
    "begin_draft",
    "change_category",
    "change_report",
    "change_sheet",
    "code_tried",
    "correct",
    "correct_as_read",
    "correct_billing",
    "correct_hours",
    "decide_exemption",
    "discard_draft",
    "discard_sheet",
    "discharge",
    "disclose",
    "disclose_for_audit",
    "document_exemption",
    "end_employment",
    "end_hold",
    "end_mark",
    "end_seat",
    "enroll",
    "enroll_again",
    "file_paper",
    "finish_draft",
    "finish_follow_up",
    "follow_wish_to_work",
    "former_seat",
    "gather_sessions",
    "hire",
    "hold_note",
    "invite",
    "join_team",
    "keep_rendering",
    "leave_state_untold",
    "load_examples",
    "log_hours",
    "log_supervision",
    "mark_records",
    "match_places",
    "move_note",
    "open_application",
    "open_in_emergency",
    "open_invitations",
    "open_seat",
    "plan_follow_up",
    "prove",
    "record_agreement",
    "record_answer",
    "record_application",
    "record_approval",
    "record_assessment",
    "record_background_check",
    "record_changed_circumstance",
    "record_claim",
    "record_class",
    "record_consent",
    "record_coverage",
    "record_credential",
    "record_degree",
    "record_discharge_summary",
    "record_experience",
    "record_first_contact",
    "record_invoice",
    "record_license",
    "record_location",
    "record_plan",
    "record_residence",
    "record_return",
    "record_screen",
    "record_service",
    "record_sheet",
    "record_training",
    "record_treatment",
    "record_wish_to_work",
    "refuse_enrollment",
    "report_death",
    "report_incident",
    "request_exemption",
    "return_note",
    "review_emergency",
    "review_plan",
    "review_report",
    "revoke_consent",
    "revoke_invitation",
    "rewrite_note",
    "rewrite_plan",
    "rewrite_section",
    "save_draft",
    "save_note_draft",
    "say_suspected",
    "send_exemptions",
    "share_experience",
    "sign",
    "sign_off_note",
    "start_team",
    "still_opens",
    "supervise",
    "take_back_own_words",
    "tell_hotline",
    "tell_program",
    "tell_state",
    "tie_line",
    "write_assessment",
    "write_discharge_section",
    "write_note",
    "write_own_words",
    "write_plan",
    "write_report_section",
    "write_support_plan",
]
