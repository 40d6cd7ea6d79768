"""The pages of training, and who may open each."""

from __future__ import annotations

from .page import Page, only
from .roles import RUNS_THE_PROGRAM, SEES_PARTICIPANTS, SEES_STAFF, Role

_MANY = only(SEES_STAFF, "Everybody's training is open to those who run the program or supervise.")
_RECORD = only(
    SEES_STAFF | {Role.DIRECT_STAFF},
    "Training is recorded by those who run the program or supervise, and by the staff member.",
)
_SIGN = only(SEES_STAFF, "Training is signed for by those of the county or Tribal agency who run or supervise.")
_ASK = only(SEES_STAFF, "Exemptions are asked for by those who run the program or supervise.")
_DECISION = only(RUNS_THE_PROGRAM, "The Division's decision is recorded by those who run the program.")

PAGES_OF_TRAINING: dict[str, Page] = {
    "training": _MANY,
    "new_class": _MANY,
    "training_class": _MANY,
    "exposed_services": only(
        SEES_PARTICIPANTS, "Services and who gave them are open to those who run the program, supervise or bill."
    ),
    "record_training": _RECORD,
    "change_training": _RECORD,
    "discard_training": _RECORD,
    "gather_training": _RECORD,
    "training_pdf": _RECORD,
    "sign_training": _SIGN,
    "training_on_paper": only(RUNS_THE_PROGRAM, "A page signed by hand is attached by those who run the program."),
    "ask_exemption": _ASK,
    "check_exemption": _ASK,
    "send_exemption": _ASK,
    "decide_exemption": _DECISION,
}
