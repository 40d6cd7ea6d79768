"""Invented Illinois agencies by seed: small, unlikely, and close to every edge. About one value in ten is not known."""

from datetime import date, timedelta
from random import Random

from alongside.facts.tables import TABLES

from .oracle import add_months

ASKED = (
    date(2026, 3, 10),
    date(2026, 2, 28),
    date(2026, 7, 1),
    date(2026, 6, 30),
    date(2024, 10, 1),
    date(2025, 8, 31),
)
CHOICES = {
    "contractors": ("no", "a person decides"),
    "lpha_top": ("nobody", "somebody"),
    "review_overdue": ("warn", "a person decides"),
    "sud_crss": ("a person decides", "no"),
    "same_staff": ("grant", "both"),
    "weekend": ("strict", "rolled"),
}
KINDS = (
    "crss", "crss", "crss", "cprs", "cfpp", "lpha", "lpha", "physician", "lcsw", "lpn", "psychiatric_rehabilitation",
    "cadc", "im_cans", "ncrs", "supr_exception", None,
)  # fmt: skip
SERVICES = (
    "community_support", "community_support", "therapy", "iatp", "act", "mobile_crisis", "peer_recovery_support",
    "peer_recovery_support", "recovery_support", "substance_use_treatment", None,
)  # fmt: skip


class Agency:
    """Draws one agency: `on` is the day to ask on, `tables` the facts, `choices` the readings chosen."""

    def __init__(self, seed, staff=8, services=24, teams=6):
        self.random = Random(seed)
        self.on = self.random.choice(ASKED)
        self.choices = {name: self.random.choice(two) for name, two in CHOICES.items() if self.random.random() < 0.3}
        self.tables = {name: [] for name in TABLES}
        self.keys = iter(range(10**6))
        self.seed = seed
        provider = [
            self.add("provider", name=f"Agency {seed} {n}", kind=self.pick("cmhc", "independent_practitioner", None))
            for n in range(2)
        ]
        for one in provider:
            for _ in range(self.pick(0, 1, 2)):
                self.add(
                    "provider_approval", provider_id=one["provider_id"], **self.period(),
                    kind=self.pick("supr_license", "supr_license", "supr_grant"),
                )  # fmt: skip
        self.people = [self.member(provider, n) for n in range(staff)]
        for one in self.people:
            self.papers(one)
        self.clients = [self.participant(n) for n in range(6)]
        for _ in range(services):
            self.service()
        for number in range(teams):
            self.team(number)
        self.in_order(staff)

    def pick(self, *of):
        return self.random.choice(of)

    def near(self, *days):
        """On the day asked or one of the marks before it, or next to it; now and then not known."""
        if self.random.random() < 0.1:
            return None
        return self.pick(*(days or (self.on,))) + timedelta(days=self.pick(-1, 0, 0, 1))

    def mark(self):
        on = self.on
        return self.near(on, add_months(on, -1), add_months(on, -12), add_months(on, -18), on - timedelta(days=180))

    def period(self, first="starts_on", last="ends_on"):
        begins = self.pick(None, add_months(self.on, -30), add_months(self.on, -30), self.mark())
        ends = self.pick(None, None, None, add_months(self.on, 12), self.mark())
        return {first: begins, last: None if begins and ends and ends < begins else ends}

    def add(self, table, **row):
        self.tables[table].append({TABLES[table].key: f"{self.seed} {table} {next(self.keys)}", **row})
        return self.tables[table][-1]

    def member(self, providers, number):
        started = self.pick(self.mark(), date(2020, 1, 6))
        return self.add(
            "staff", staff_number=f"{self.seed:05d}{number:03d}", started_on=started,
            ended_on=None if self.random.random() < 0.85 or not started else max(started, self.on - timedelta(days=1)),
            provider_id=self.pick(None, *(one["provider_id"] for one in providers)),
            engagement=self.pick("employee", "employee", "employee", "contractor", "volunteer", None),
        )  # fmt: skip

    def papers(self, one):
        of = {"staff_id": one["staff_id"]}
        for _ in range(self.pick(0, 1, 1, 2, 3)):
            self.add("credential", **of, kind=self.pick(*KINDS), **self.period("issued_on", "expires_on"))
        for _ in range(self.pick(0, 0, 1, 1)):
            roles = ("qmhp", "qmhp", "qmhp", "mhp", "lpha", "rsa", "peer_support_worker", "crss", None)
            self.add("role_assignment", **of, role=self.pick(*roles), **self.period())
        for _ in range(self.pick(0, 0, 0, 1)):
            fields = ("social_work", "psychology", "other_field", "other_field", None)
            level = self.pick("bachelor", "bachelor", "associate", "high_school", "master", None)
            self.add("degree", **of, level=level, field=self.pick(*fields), conferred_on=self.pick(None, self.mark()))
        for _ in range(self.pick(0, 0, 1, 2)):
            self.add(
                "experience", **of, setting=self.pick("mental_health", "mental_health", "other_setting"),
                supervised_by=self.pick("qmhp", "qmhp", "mhp", "lpha", None), months=self.pick(12, 23, 24, None),
                is_documented=self.pick(True, True, False, None), ends_on=self.pick(None, self.mark()),
            )  # fmt: skip
        others = [other["staff_id"] for other in self.people_so_far() if other is not one]
        for _ in range(self.pick(0, 1, 1, 1, 2) if others else 0):
            self.add("supervision", **of, supervisor_id=self.pick(None, *others), **self.period())

    def people_so_far(self):
        return self.tables["staff"]

    def participant(self, number):
        one = self.add("participant", medicaid_id=f"{self.seed:06d}{number:04d}")
        of = {"participant_id": one["participant_id"]}
        for _ in range(self.pick(0, 1, 1, 2)):
            plan = self.add(
                "service_plan", **of, completed_on=self.pick(self.mark(), add_months(self.on, -2)),
                author_role=self.pick("qmhp", "qmhp", "crss", None),
            )  # fmt: skip
            for kind in SERVICES:
                if kind and self.random.random() < 0.6:
                    its = self.pick(plan["service_plan_id"], plan["service_plan_id"], plan["service_plan_id"], None)
                    self.add("plan_line", **of, service_plan_id=its, kind=kind, **self.period())
        for _ in range(self.pick(0, 1)):
            self.add("plan_review", **of, reviewed_on=self.mark())
        for _ in range(self.pick(0, 1, 1)):
            self.add("treatment_episode", **of, **self.period())
        for _ in range(self.pick(0, 1)):
            self.add("coverage", **of, plan=self.pick("medicaid", "none", None), **self.period())
        return one

    def service(self):
        of = {"participant_id": self.pick(*self.clients)["participant_id"]}
        kind = self.pick(*SERVICES)
        funding = self.pick("mental_health_medicaid", "mental_health_medicaid", "substance_use_medicaid", "grant")
        day = self.pick(self.near(), self.mark(), date(2024, 9, 30), date(2024, 10, 1))
        one = self.add(
            "service", **of, kind=kind, served_on=day, funding=self.pick(funding, funding, funding, None),
            staff_id=self.pick(*(one["staff_id"] for one in self.people), None),
            role=self.pick(None, None, None, "crss", "mhp", "qmhp", "lpha", "cprs", "peer_support_worker"),
            billed_as=self.pick(None, None, None, None, "mhp", "qmhp"),
            modality=self.pick("individual", "individual", "group", None), attendee_count=self.pick(None, None, 1, 2),
            is_clinical=self.pick(True, False, None), has_clinical_requirements=self.pick(True, False, None),
            has_im_cans=self.pick(True, True, False, None),
        )  # fmt: skip
        note = self.add("progress_note", **of, service_id=one["service_id"])
        for _ in range(self.pick(0, 1, 1, 1)):
            is_note = self.random.random() < 0.3
            self.add(
                "sign_off", **of, service_id=None if is_note else one["service_id"],
                progress_note_id=note["progress_note_id"] if is_note else None,
                supervisor_id=self.pick(*(one["staff_id"] for one in self.people), None),
                decision=self.pick("signed_off", "signed_off", "signed_off", "returned"), decided_on=self.near(),
            )  # fmt: skip
        if day and self.random.random() < 0.3:
            self.add("claim", **of, service_id=one["service_id"], paid_on=self.near(add_months(day, 12)))

    def in_order(self, number):
        """Three people and a plan with nothing amiss, and services in which at most one thing is."""
        peer, qmhp, lpha = (
            self.add("staff", staff_number=f"{self.seed:05d}{number + n:03d}", engagement="employee")["staff_id"]
            for n in range(3)
        )
        self.add("credential", staff_id=peer, kind="crss", **self.period("issued_on", "expires_on"))
        self.add(
            "credential", staff_id=lpha, kind="lpha", issued_on=None, expires_on=self.pick(None, None, self.mark())
        )
        self.add("role_assignment", staff_id=qmhp, role="qmhp")
        self.add("supervision", staff_id=peer, supervisor_id=qmhp)
        self.add("supervision", staff_id=qmhp, supervisor_id=lpha, **self.period())
        of = {"participant_id": self.participant(99)["participant_id"]}
        plan = self.add("service_plan", **of, completed_on=add_months(self.on, -2), author_role="qmhp")
        self.add("plan_line", **of, service_plan_id=plan["service_plan_id"], kind="community_support")
        for _ in range(4):
            one = self.add(
                "service", **of, staff_id=peer, kind=self.pick("community_support", "community_support", "therapy"),
                served_on=self.on - timedelta(days=self.pick(1, 3, 40)), funding="mental_health_medicaid",
                billed_as=self.pick(None, None, "mhp", "qmhp"),
            )  # fmt: skip
            signer = self.pick(qmhp, qmhp, lpha, peer)
            self.add(
                "sign_off", **of, service_id=one["service_id"], progress_note_id=None, supervisor_id=signer,
                decision="signed_off", decided_on=self.on,
            )  # fmt: skip

    def team(self, number):
        kind = self.pick("act", "act", "cst", "cst", "crisis_590", "crisis_590", None)
        begins = self.pick(add_months(self.on, -3), add_months(self.on, -3), None)
        one = self.add("team", name=f"Team {self.seed} {number}", kind=kind, starts_on=begins, ends_on=None)
        of = {"team_id": one["team_id"]}
        for _ in range(self.pick(0, 1, 1, 2, 3)):
            staff = self.pick(*(one["staff_id"] for one in self.people))
            self.add(
                "team_member",
                **of,
                staff_id=staff,
                has_lived_experience=self.pick(True, True, False, None),
                **self.period(),
            )
        for _ in range(self.pick(0, 0, 1)):
            staff = self.pick(None, *(one["staff_id"] for one in self.people))
            self.add("extension", **of, staff_id=staff, approved_on=self.near(), ends_on=self.near())
