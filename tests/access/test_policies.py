"""The policies as a table: who, at what, and the reason where they may not."""

from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from alongside.access import policies, seat_policies
from alongside.access.models import Membership, Program, User
from alongside.access.policies import EVERYTHING, NOTHING, NotAllowed
from alongside.access.roles import Role

HERE, ELSEWHERE = Program(name="Aspen County"), Program(name="Birch Band")
OPEN_DOOR, OTHER_PROVIDER = uuid4(), uuid4()
MYSELF, A_COLLEAGUE = uuid4(), uuid4()

OTHER_PROGRAM = "This belongs to another program."
RUNS = "Records are changed by those who run the program."
IMPORTS = "Importing changes many records at once; it is for those who run the program."
PARTICIPANTS = "Participants are open to those who run the program, supervise or bill."
STAFF_LIST = "The list of staff is open to those who run the program or supervise."
STAFF = "A staff member's page is open to those who run the program or supervise."
OWN_PAGE = "You can open your own page only. Others are open to those who run the program or supervise."
OTHER_STAFF = "You supervise at another provider; this staff member works elsewhere."
SETS_ASIDE = "Answers are set aside by those who run the program."
ROLES = "Roles are given by the program's administrator."
SEAT = "This is a participant's own seat."
OWN_SEAT = "You can open your own seat only."
IN_THE_SEAT = "Words written in a participant's own seat are taken back there."
OWN_WORDS = "Only whoever wrote these words can take them back."
INVITE = "A participant's seat is opened and ended by those who run the program or supervise."
HOLD_BACK = "A note is held back by a supervisor, with a reason."
WHOSE_NOTE = "Whose a note is, is decided by those who run the program or supervise."
OK = None


def actor(role: Role, **more) -> Membership:
    return Membership(user=User(name="Ash Example"), program=HERE, role=role, **more)


def staff(key: UUID = A_COLLEAGUE, provider: UUID | None = OPEN_DOOR, program: Program = HERE) -> SimpleNamespace:
    return SimpleNamespace(pk=key, provider_id=provider, program_id=program.pk)


def participant(program: Program = HERE, key: UUID | None = None) -> SimpleNamespace:
    return SimpleNamespace(pk=key or uuid4(), program_id=program.pk)


def own_words(by: Membership, program: Program = HERE) -> SimpleNamespace:
    return SimpleNamespace(pk=uuid4(), program_id=program.pk, account_id=by.user_id)


A, C, D, S, B, R = (
    actor(role)
    for role in (
        Role.ADMINISTRATOR, Role.COORDINATOR, Role.DIRECT_STAFF, Role.SUPERVISOR, Role.BILLER, Role.STATE_REVIEWER,
    )
)  # fmt: skip
JUNIPER = uuid4()
P = actor(Role.PARTICIPANT, participant_id=JUNIPER)
G = actor(Role.REPRESENTATIVE, participant_id=JUNIPER, representative_id=uuid4())
STAFF_ROLES = (A, C, D, S, B, R)
D_MYSELF = actor(Role.DIRECT_STAFF, staff_id=MYSELF)
S_OPEN_DOOR = actor(Role.SUPERVISOR, provider_id=OPEN_DOOR)

NOT_THEIRS = "This is not about the person whose seat this is."
OWN_PLACE = "In your own seat you sign for yourself. Others sign in theirs, or with staff beside them."
BESIDE = "Participants sign beside somebody who runs the program, supervises or serves them."
COORDINATORS = "The service coordinator's signature is given by those who run the program."
GIVERS = "A progress note is signed by whoever gave the service, in their own sign-in."
SUPERVISORS = "A note is signed off by those who supervise or run the program."
ANOTHERS = "Nobody signs off a note of their own. Another supervisor can."


def record(program: Program = HERE, whose: UUID = JUNIPER, **more) -> SimpleNamespace:
    """A record of a participant."""
    said = {"participant_id": whose, "participant": participant(program, whose)}
    return SimpleNamespace(pk=uuid4(), program_id=program.pk, **said, **more)


def note(by: UUID = MYSELF) -> SimpleNamespace:
    giver = SimpleNamespace(provider_id=OPEN_DOOR)
    return record(author_id=by, author=giver, service=SimpleNamespace(staff_id=by, staff=giver))


def signing(of: SimpleNamespace, capacity: str, representative: UUID | None = None) -> SimpleNamespace:
    return SimpleNamespace(record=of, capacity=capacity, representative=representative)


ELSE = "You supervise at another provider; this note was written elsewhere."
S_ELSEWHERE = actor(Role.SUPERVISOR, provider_id=OTHER_PROVIDER)
S_MYSELF = actor(Role.SUPERVISOR, staff_id=MYSELF)

TABLE = [
    ("may_open_record", record(), {A: OK, C: OK, S: OK, B: OK, P: OK, G: OK, R: PARTICIPANTS}),
    ("may_open_record", record(whose=uuid4()), {A: OK, C: OK, S: OK, B: OK, P: NOT_THEIRS, G: NOT_THEIRS}),
    ("may_open_record", record(ELSEWHERE), dict.fromkeys((A, C, D, S, B, R, P, G), OTHER_PROGRAM)),
    ("may_open_record", note(), {D_MYSELF: OK, A: OK, S: OK, P: OK}),
    ("may_sign_as", signing(record(), "participant"), {A: OK, C: OK, S: OK, P: OK, G: OWN_PLACE, B: BESIDE}),
    (
        "may_sign_as",
        signing(record(), "guardian", G.representative_id),
        {A: OK, C: OK, S: OK, P: OWN_PLACE, G: OK, B: BESIDE, R: PARTICIPANTS},
    ),
    ("may_sign_as", signing(record(), "guardian", uuid4()), {A: OK, P: OWN_PLACE, G: OWN_PLACE}),
    (
        "may_sign_as",
        signing(record(), "coordinator"),
        {A: OK, C: OK, S: COORDINATORS, B: COORDINATORS, P: OWN_PLACE, G: OWN_PLACE},
    ),
    ("may_sign_as", signing(record(), "coordinator", G.representative_id), {G: OWN_PLACE}),
    ("may_sign_as", signing(record(), "reporter"), {A: OK, C: OK, S: OK, P: OWN_PLACE}),
    ("may_sign_as", signing(note(), "giver"), {D_MYSELF: OK, A: GIVERS, C: GIVERS, S: GIVERS, P: OWN_PLACE}),
    ("may_sign_as", signing(note(A_COLLEAGUE), "giver"), {S_MYSELF: GIVERS, A: GIVERS}),
    ("may_sign_as", signing(note(), "supervisor"), {S: OK, A: OK, S_MYSELF: ANOTHERS, B: SUPERVISORS}),
    ("may_sign_as", signing(note(A_COLLEAGUE), "supervisor"), {S_MYSELF: OK, S_OPEN_DOOR: OK, S_ELSEWHERE: ELSE}),
    # policy                  thing                      who may, and what the others are told
    ("may_see_participants", HERE, {A: OK, C: OK, S: OK, B: OK, D: PARTICIPANTS, R: PARTICIPANTS}),
    ("may_see_participants", ELSEWHERE, dict.fromkeys((A, C, D, S, B, R), OTHER_PROGRAM)),
    ("may_see_participant", participant(), {A: OK, C: OK, S: OK, B: OK, R: PARTICIPANTS}),
    ("may_see_participant", participant(ELSEWHERE), dict.fromkeys((A, C, D, S, B, R), OTHER_PROGRAM)),
    ("may_see_staff", HERE, {A: OK, C: OK, S: OK, B: STAFF_LIST, D: STAFF_LIST, R: STAFF_LIST}),
    ("may_see_staff_member", staff(), {A: OK, C: OK, S: OK, S_OPEN_DOOR: OK, B: STAFF, R: STAFF}),
    ("may_see_staff_member", staff(provider=OTHER_PROVIDER), {A: OK, C: OK, S: OK, S_OPEN_DOOR: OTHER_STAFF}),
    ("may_see_staff_member", staff(provider=None), {A: OK, C: OK, S: OK, S_OPEN_DOOR: OTHER_STAFF}),
    ("may_see_staff_member", staff(MYSELF), {D_MYSELF: OK, D: OWN_PAGE}),
    ("may_see_staff_member", staff(A_COLLEAGUE), {D_MYSELF: OWN_PAGE, D: OWN_PAGE}),
    ("may_see_staff_member", staff(program=ELSEWHERE), dict.fromkeys((A, C, D, S, S_OPEN_DOOR), OTHER_PROGRAM)),
    ("may_change_records", participant(), {A: OK, C: OK, D: RUNS, S: RUNS, B: RUNS, R: RUNS}),
    ("may_change_records", participant(ELSEWHERE), dict.fromkeys((A, C), OTHER_PROGRAM)),
    ("may_import", HERE, {A: OK, C: OK, D: IMPORTS, S: IMPORTS, B: IMPORTS, R: IMPORTS}),
    ("may_import", ELSEWHERE, dict.fromkeys((A, C), OTHER_PROGRAM)),
    ("may_set_aside", participant(), {A: OK, C: OK, D: SETS_ASIDE, S: SETS_ASIDE, B: SETS_ASIDE, R: SETS_ASIDE}),
    ("may_set_aside", participant(ELSEWHERE), dict.fromkeys((A, C), OTHER_PROGRAM)),
    ("may_see_participants", HERE, {P: PARTICIPANTS, G: PARTICIPANTS}),
    ("may_see_participant", participant(key=JUNIPER), {P: PARTICIPANTS, G: PARTICIPANTS}),
    ("may_see_staff", HERE, {P: STAFF_LIST, G: STAFF_LIST}),
    ("may_see_staff_member", staff(), {P: STAFF, G: STAFF}),
    ("may_change_records", participant(key=JUNIPER), {P: RUNS, G: RUNS}),
    ("may_import", HERE, {P: IMPORTS, G: IMPORTS}),
    ("may_set_aside", participant(key=JUNIPER), {P: SETS_ASIDE, G: SETS_ASIDE}),
    ("may_give_roles", HERE, {P: ROLES, G: ROLES}),
    ("may_open_seat", participant(key=JUNIPER), {P: OK, G: OK} | dict.fromkeys(STAFF_ROLES, SEAT)),
    ("may_open_seat", participant(), {P: OWN_SEAT, G: OWN_SEAT} | dict.fromkeys(STAFF_ROLES, SEAT)),
    ("may_open_seat", participant(ELSEWHERE, JUNIPER), dict.fromkeys((P, G, A, C), OTHER_PROGRAM)),
    ("may_take_back", own_words(P), {P: OK, G: OWN_WORDS} | dict.fromkeys(STAFF_ROLES, IN_THE_SEAT)),
    ("may_take_back", own_words(P, ELSEWHERE), {P: OTHER_PROGRAM}),
    (
        "may_invite",
        participant(),
        {A: OK, C: OK, S: OK} | dict.fromkeys((D, B, R, P, G), INVITE),
    ),
    ("may_invite", participant(ELSEWHERE), dict.fromkeys((A, C, S), OTHER_PROGRAM)),
    ("may_hold_note_back", participant(), {S: OK} | dict.fromkeys((A, C, D, B, R, P, G), HOLD_BACK)),
    ("may_hold_note_back", participant(ELSEWHERE), {S: OTHER_PROGRAM}),
    (
        "may_mark_minors_own",
        participant(),
        {A: OK, C: OK, S: OK} | dict.fromkeys((D, B, R, P, G), WHOSE_NOTE),
    ),
    ("may_give_roles", HERE, {A: OK, C: ROLES, D: ROLES, S: ROLES, B: ROLES, R: ROLES}),
    ("may_act_as", C, {C: OK, B: "This role belongs to somebody else."}),
]


EVERY = {**vars(policies), **vars(seat_policies)}


def named(policy):
    return EVERY[policy]


@pytest.mark.parametrize(("policy", "thing", "expected"), TABLE)
def test_the_table_holds(policy, thing, expected):
    found = {who: named(policy).reason(who, thing) for who in expected}

    assert {(who.role, reason) for who, reason in found.items()} == {(who.role, r) for who, r in expected.items()}
    assert found == expected


@pytest.mark.parametrize(("policy", "thing", "expected"), TABLE)
def test_calling_raises_exactly_where_there_is_a_reason(policy, thing, expected):
    for who, reason in expected.items():
        asked = named(policy)
        assert asked.allowed(who, thing) is (reason is None)
        if reason:
            with pytest.raises(NotAllowed, match=f"^{reason[:20]}"):
                asked(who, thing)
        else:
            asked(who, thing)


def test_every_policy_stands_in_the_table():
    found = {name for name, value in EVERY.items() if isinstance(value, policies.Policy)}

    assert found == {policy for policy, _, _ in TABLE}


STAFF_HERE = [staff(MYSELF), staff(), staff(uuid4(), OTHER_PROVIDER), staff(uuid4(), None)]


@pytest.mark.parametrize("who", [A, C, D, D_MYSELF, S, S_OPEN_DOOR, B, R, P, G], ids=lambda who: who.role)
def test_what_a_list_shows_can_be_opened_and_what_can_be_opened_is_listed(who):
    rows = policies.may_see_staff_member.rows(who)

    for member in STAFF_HERE:
        assert is_in(rows, member) is policies.may_see_staff_member.allowed(who, member)
    if who.role != Role.DIRECT_STAFF:  # whom these may open is asked of the plans: test_caseload.py
        assert is_in(policies.may_see_participant.rows(who), participant()) is policies.may_see_participant.allowed(
            who, participant()
        )


def is_in(rows, thing) -> bool:
    """Whether a filter of these policies lets a row through."""
    if rows in (EVERYTHING, NOTHING):
        return rows == EVERYTHING
    return all(getattr(thing, name) == value for name, value in rows.children)


def test_a_policy_about_a_whole_program_has_no_rows():
    with pytest.raises(LookupError, match="may_import is not about the rows of a list"):
        policies.may_import.rows(C)
