"""The service plan (F-00202): goals, demographics, finances, and what it authorizes."""

from __future__ import annotations

from ..models import ServicePlan
from .wording import Section, amended, label, section, table, text

TITLE, FORM = "Individual service plan", "F-00202"
HEADINGS = ["Service", "Toward this outcome", "What is done", "How often", "By", "From", "To"]


def sections(plan: ServicePlan) -> list[Section]:
    """The parts of a service plan."""
    return [
        section("This plan", ("Kind", label(plan, "kind")), ("Completed on", plan.completed_on)),
        *amended(plan),
        section(
            "The meeting",
            ("Met on", plan.met_on),
            ("Who was there", plan.met_with),
            ("In person", plan.is_in_person),
        ),
        text("Goals, in the participant’s own words", plan.goals),
        table(
            "Services",
            HEADINGS,
            [
                [
                    label(line, "kind"),
                    line.outcome,
                    line.interventions,
                    line.frequency,
                    line.provider.name if line.provider else None,
                    line.starts_on,
                    line.ends_on,
                ]
                for line in sorted(plan.lines.all(), key=lambda line: (line.created_at, str(line.kind), line.pk))
            ],
        ),
        text("Demographics", plan.demographics),
        text("Finances", plan.financials),
    ]
