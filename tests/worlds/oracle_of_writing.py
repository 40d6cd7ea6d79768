"""What the rules about writing say of a row, in plain Python: no table, no SQL, none of the rules' own conditions.

It shares with them the list of words that judge, which has a test of its own against sentences written by hand.
"""

from alongside.packs.illinois_peer.writing_aid import marks

PEERS = ("crss", "cfpp", "cprs", "peer_support_worker", "engagement_specialist")
CLOSED = {
    "IL-IR-1": ("risk_assessment", "intent", "diagnosis"),
    "IL-IR-2": ("cause",),
    "IL-IR-3": ("recommendation",),
    "IL-IR-4": ("clinical_assessment",),
    "IL-IR-5": ("compliance",),
    "IL-DC-1": ("readiness",),
    "IL-DC-2": ("goals_met",),
    "IL-DC-3": ("final_sign_off", "treatment_outcome"),
    "IL-DC-4": ("risk_assessment", "diagnosis", "medical_necessity"),
    "IL-DC-5": ("discharge_decision",),
}
JUDGED = ("IL-IR-1", "IL-IR-2", "IL-IR-3", "IL-IR-5", "IL-DC-1", "IL-DC-2", "IL-DC-4")
CLINICAL_OR_NOBODYS = {
    "risk_assessment", "diagnosis", "medical_necessity", "readiness", "goals_met", "treatment_outcome",
    "discharge_decision", "final_sign_off",
}  # fmt: skip
FIRST_DAY = "2018-08-01"


def answer_of(rule, row, rows, choices):
    """The answer of a rule for one row among `rows`, by a choice of readings."""
    is_limited = None
    if row["written_as"]:
        is_limited = row["written_as"] in (("crss",) if choices.get("peer_roles") == "crss" else PEERS)
    applies, duties = _asked(rule, row, rows, is_limited)
    written = row.get("written_on", row.get("shared_on"))
    if applies is False or (written and written < FIRST_DAY):
        return "does not apply"
    if applies is None:
        return "facts missing"
    if choices.get("role_limits") == "advice" and rule not in ("IL-IR-SEEN", "IL-DC-LABEL", "IL-LIVED-1"):
        duties = [True for _ in duties]
    if rule == "IL-LIVED-1":
        return "facts missing" if None in duties else "met"
    if rule == "IL-IR-SEEN":
        return {True: "met", False: "a person must decide", None: "facts missing"}[duties[0]]
    return "not met" if False in duties else "facts missing" if None in duties else "met"


def _asked(rule, row, rows, is_limited):
    section = row.get("section")
    if rule in CLOSED:
        is_closed = None if section is None else section in CLOSED[rule]
        applies = True if True in (is_limited, is_closed) else None if None in (is_limited, is_closed) else False
        duties = [_not_both(is_closed, is_limited)]
        if rule in JUDGED:
            duties.append(_not_both(_judges(rule, row), is_limited))
        return applies, duties
    if rule == "IL-IR-SEEN":
        return is_limited, [row["is_seen"]]
    if rule == "IL-LIVED-1":
        return is_limited, [row["is_relevant"], row["is_hope_giving"]]
    if rule == "IL-DC-LABEL":
        own = None if section is None else section not in CLINICAL_OR_NOBODYS
        applies = False if False in (is_limited, own) else None if None in (is_limited, own) else True
        return applies, [row["is_labeled"]]
    needed = row["is_authority_needed"]
    others = [
        one
        for one in rows
        if row["incident_report_id"]
        and one["incident_report_id"] == row["incident_report_id"]
        and one["participant_id"]
        and one["written_as"]
        and one["written_as"] not in PEERS
    ]
    alone = True if others else None if needed is None else not needed
    is_final = None if section is None else section == "final_sign_off"
    return is_limited, [alone, _not_both(is_final, needed)]


def _not_both(one, other):
    if False in (one, other):
        return True
    return None if None in (one, other) else False


def _judges(rule, row):
    paper = "incident_report" if rule.startswith("IL-IR") else "discharge"
    return any(mark.rule == rule for mark in marks(row["body"] or "", paper=paper, role="crss"))
