"""Every URL and who may open it, by the URL's name. A URL that is not here opens for nobody, and a test fails."""

from __future__ import annotations

from .page import Page, anyone, oneself, only, signed_in
from .pages_of_billing import PAGES_OF_BILLING
from .pages_of_calendar import PAGES_OF_CALENDAR
from .pages_of_elsewhere import PAGES_OF_ELSEWHERE
from .pages_of_emergencies import PAGES_OF_EMERGENCIES
from .pages_of_network import NETWORK
from .pages_of_oversight import PAGES_OF_OVERSIGHT
from .pages_of_packets import PACKETS
from .pages_of_people import PAGES_OF_PEOPLE
from .pages_of_releases import PAGES_OF_RELEASES
from .pages_of_reviews import PAGES_OF_REVIEWS
from .pages_of_sections import PAGES_OF_SECTIONS
from .pages_of_training import PAGES_OF_TRAINING
from .pages_of_treatment import PAGES_OF_TREATMENT
from .pages_of_writing import PAGES_OF_WRITING
from .roles import (
    EVERY_ROLE,
    IN_THE_PROGRAM,
    INVITES,
    MEETS_PARTICIPANTS,
    RUNS_THE_PROGRAM,
    SEATS,
    SEES_STAFF,
    SIGNS,
    WRITES_NOTES,
    WRITES_SUPPORT_PLANS,
    Role,
)

_PARTICIPANTS = only(
    MEETS_PARTICIPANTS,
    "Participants are open to those who run the program, supervise or bill, and to the staff who serve them.",
)
_STAFF = only(SEES_STAFF, "The list of staff is open to those who run the program or supervise.")
_STAFF_MEMBER = only(
    SEES_STAFF | {Role.DIRECT_STAFF},
    "A staff member's page is open to those who run the program or supervise, and to the staff member.",
)
_IMPORT = only(RUNS_THE_PROGRAM, "Importing changes many records at once; it is for those who run the program.")
_RECORDS = only(RUNS_THE_PROGRAM, "Records are changed by those who run the program.")
_SIGN = only(SIGNS, "Signing is for those who run the program, supervise or serve, and for who is served.")
_DOCUMENT = only(
    SIGNS | {Role.BILLER},
    "What was signed is open to those who run the program, supervise, serve or bill, and to who is served.",
)
_PLAN_WRITTEN = only(RUNS_THE_PROGRAM, "Assessments and service plans are written by those who run the program.")
_SUPPORT_PLAN_WRITTEN = only(
    WRITES_SUPPORT_PLANS, "Support plans are written by those who run the program, supervise or serve."
)
_SEAT = only(SEATS, "This is a participant's own seat.")
_INVITE = only(INVITES, "A participant's seat is opened and ended by those who run the program or supervise.")
_HOLD_BACK = only(frozenset({Role.SUPERVISOR}), "A note is held back by a supervisor, with a reason.")
_NOTE = only(MEETS_PARTICIPANTS, "Notes are open to those who run the program, supervise, bill or serve.")
_WRITE_NOTE = only(WRITES_NOTES, "Notes are written by those who give services.")
_SIGN_OFF = only(SEES_STAFF, "Notes are signed off by those who supervise or run the program.")
_INCIDENTS = only(IN_THE_PROGRAM, "Incidents are reported and read by those who work in the program.")
_INCIDENTS_TO_STATE = only(
    RUNS_THE_PROGRAM, "What goes to the state, and the table of categories, is for those who run the program."
)
_RULE_BOOK = signed_in("The rule book is for everyone who works under it.")

PAGES: dict[str, Page] = {
    "home": signed_in("The first page shows each person what is theirs to do."),
    "switch_program": signed_in("Whoever works in several programs chooses which one to act in."),
    "participants": _PARTICIPANTS,
    "participant": _PARTICIPANTS,
    "first_contact": _RECORDS,
    "enrollment": _PARTICIPANTS,
    "add_coverage": _RECORDS,
    "plans": _PARTICIPANTS,
    "plan": _PARTICIPANTS,
    "assessment": _PARTICIPANTS,
    "support_plan": _PARTICIPANTS,
    "write_plan": _PLAN_WRITTEN,
    "write_assessment": _PLAN_WRITTEN,
    "write_support_plan": _SUPPORT_PLAN_WRITTEN,
    "plan_draft": _SUPPORT_PLAN_WRITTEN,
    "discard_draft": _SUPPORT_PLAN_WRITTEN,
    "check_writing": _SUPPORT_PLAN_WRITTEN,
    "change_plan": _SUPPORT_PLAN_WRITTEN,
    "add_screen": _RECORDS,
    "add_residence": _RECORDS,
    "add_representative": _RECORDS,
    "record_return": _RECORDS,
    "enroll": _RECORDS,
    "refuse_enrollment": _RECORDS,
    "refusal_letter": _PARTICIPANTS,
    "correct_person": _RECORDS,
    "correct_record": _RECORDS,
    "discharge": _RECORDS,
    "discharge_of": _PARTICIPANTS,
    "discharge_summary": _RECORDS,
    "discharge_notice": _PARTICIPANTS,
    "staff": _STAFF,
    "staff_member": _STAFF_MEMBER,
    "import": _IMPORT,
    "import_take": _IMPORT,
    "import_rejected": _IMPORT,
    "import_mapping": _IMPORT,
    "keep_typed": only(EVERY_ROLE, "Whoever types keeps what they type."),
    "forget_typed": only(EVERY_ROLE, "Whoever types may start over."),
    "sign": _SIGN,
    "document_pdf": _DOCUMENT,
    "document_word": _DOCUMENT,
    "record_pdf": _DOCUMENT,
    "documents_of": _PARTICIPANTS,
    "state_forms": _RECORDS,
    "state_form": _RECORDS,
    "state_form_blank": _RECORDS,
    "document": _DOCUMENT,
    "amend_record": only(IN_THE_PROGRAM, "What is signed is amended by those who work in the program."),
    "attach_file": only(IN_THE_PROGRAM, "Files are kept with a record by those who work in the program."),
    "attachment": _DOCUMENT,
    "rules": _RULE_BOOK,
    "rule": _RULE_BOOK,
    "why": only(IN_THE_PROGRAM, "Why an answer is what it is concerns those who see the answer."),
    "set_aside": only(RUNS_THE_PROGRAM, "Answers are set aside by those who run the program."),
    "bring_back": only(RUNS_THE_PROGRAM, "Answers are set aside by those who run the program."),
    "review": only(frozenset({Role.STATE_REVIEWER}), "This page is the state reviewer's."),
    "help": signed_in("Help is for everyone."),
    # Services and progress notes.
    "notes": _NOTE,
    "all_notes": _NOTE,
    "note": _NOTE,
    "write_note": _WRITE_NOTE,
    "write_note_for": _WRITE_NOTE,
    "check_note": _WRITE_NOTE,
    "rewrite_note": _WRITE_NOTE,
    "check_before_signing": _WRITE_NOTE,
    "amend_note": _WRITE_NOTE,
    "move_note": _WRITE_NOTE,
    "notes_on_device": _WRITE_NOTE,
    "offline_note": anyone("The empty form that a device keeps for when there is no connection. It shows nobody."),
    "offline_worker": anyone("The program that shows that form without a connection. It holds nobody's data."),
    "sign_offs": _SIGN_OFF,
    "sign_off": _SIGN_OFF,
    # Incidents, and the catalogue of services.
    "incidents": _INCIDENTS,
    "new_incident": _INCIDENTS,
    "incident": _INCIDENTS,
    "incidents_of": _INCIDENTS,
    "change_incident_report": _INCIDENTS,
    "tell_incident": _INCIDENTS,
    "add_follow_up": _INCIDENTS,
    "finish_follow_up": _INCIDENTS,
    "incident_trends": _INCIDENTS,
    "export_incident_trends": _INCIDENTS,
    "answer_incident_step": _INCIDENTS_TO_STATE,
    "assign_incident": _INCIDENTS_TO_STATE,
    "incident_categories": _INCIDENTS_TO_STATE,
    "incident_category": _INCIDENTS_TO_STATE,
    "new_incident_category": _INCIDENTS_TO_STATE,
    "load_example_categories": _INCIDENTS_TO_STATE,
    "employment": _PARTICIPANTS,
    "new_wish": _PARTICIPANTS,
    "follow_wish": _PARTICIPANTS,
    "catalogue": only(IN_THE_PROGRAM, "The catalogue of services is for those who work in the program."),
    **{name: only(*told) for name, told in PACKETS.items()},
    **{name: only(*told) for name, told in NETWORK.items()},
    # A participant's own seat.
    "seat": _SEAT,
    "seat_plan": _SEAT,
    "seat_notes": _SEAT,
    "seat_signed": _SEAT,
    "seat_looked": _SEAT,
    "seat_words": _SEAT,
    "seat_take_back": _SEAT,
    "invited": anyone("Who holds a code has no account yet."),
    "open_seat": anyone("Who holds a code has no account yet."),
    "participant_seat": _INVITE,
    "ask_for_sign_off": only(RUNS_THE_PROGRAM, "When participants see a note is chosen by those who run the program."),
    "invite": _INVITE,
    "revoke_invitation": _INVITE,
    "end_seat": _INVITE,
    "minors_own_note": _INVITE,
    "hold_note_back": _HOLD_BACK,
    "release_note": _INVITE,
    **PAGES_OF_OVERSIGHT,
    **PAGES_OF_CALENDAR,
    **PAGES_OF_TRAINING,
    **PAGES_OF_WRITING,
    **PAGES_OF_SECTIONS,
    **PAGES_OF_PEOPLE,
    **PAGES_OF_TREATMENT,
    **PAGES_OF_BILLING,
    **PAGES_OF_RELEASES,
    **PAGES_OF_EMERGENCIES,
    **PAGES_OF_ELSEWHERE,
    # Signing in. The names are django-allauth's.
    "account_login": anyone("Signing in comes before everything else."),
    "account_logout": anyone("Signing out is always possible."),
    "account_signup": anyone("Says that accounts are made by an administrator."),
    "account_inactive": anyone("Says that an account was closed."),
    "account_reset_password": anyone("Who forgot a password is not signed in."),
    "account_reset_password_done": anyone("Who forgot a password is not signed in."),
    "account_reset_password_from_key": anyone("Opened from the link in the email."),
    "account_reset_password_from_key_done": anyone("Who forgot a password is not signed in."),
    "account_email_verification_sent": anyone("Says that an email was sent."),
    "account_confirm_login_code": anyone("The end of signing in with a code sent by email."),
    "account_confirm_email": anyone("Opened from the link in the email."),
    "mfa_authenticate": anyone("The second step of signing in."),
    "mfa_login_webauthn": anyone("Signing in with a passkey."),
    "account_email": oneself("Everyone changes their own email."),
    "account_change_password": oneself("Everyone changes their own password."),
    "account_set_password": oneself("Everyone sets their own password."),
    "account_reauthenticate": oneself("Asked again before a change to sign-in."),
    "mfa_reauthenticate": oneself("Asked again before a change to sign-in."),
    "mfa_reauthenticate_webauthn": oneself("Asked again before a change to sign-in."),
    "mfa_index": oneself("Everyone looks after their own second factor."),
    "mfa_activate_totp": oneself("Everyone looks after their own second factor."),
    "mfa_deactivate_totp": oneself("Everyone looks after their own second factor."),
    "mfa_list_webauthn": oneself("Everyone looks after their own passkeys."),
    "mfa_add_webauthn": oneself("Everyone looks after their own passkeys."),
    "mfa_edit_webauthn": oneself("Everyone looks after their own passkeys."),
    "mfa_remove_webauthn": oneself("Everyone looks after their own passkeys."),
    "mfa_view_recovery_codes": oneself("Everyone looks after their own recovery codes."),
    "mfa_generate_recovery_codes": oneself("Everyone looks after their own recovery codes."),
    "mfa_download_recovery_codes": oneself("Everyone looks after their own recovery codes."),
} | PAGES_OF_REVIEWS
