"""What the notes say."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.records.models import IllinoisService

WRITTEN: Mapping[IllinoisService, tuple[str, str]] = {
    IllinoisService.COMMUNITY_SUPPORT: (
        "Walked to the food pantry together and talked about how the week went.",
        "Said: “I liked knowing where to ask.”",
    ),
    IllinoisService.THERAPY: ("Worked on a plan for hard evenings.", "Named three people to call."),
    IllinoisService.CASE_MANAGEMENT: ("Called the housing office together.", "Wrote down the papers still needed."),
    IllinoisService.IATP: ("Went through strengths and needs.", "Chose two goals in their own words."),
    IllinoisService.ACT: (
        "Visited at home; went through the week's appointments.",
        "Asked for the Friday visit again.",
    ),
    IllinoisService.CST: ("Met at the library and practiced the bus route.", "Rode the last stop alone."),
    IllinoisService.CRISIS_INTERVENTION: ("Sat together until the evening was calmer.", "Said: “I can sleep now.”"),
    IllinoisService.MOBILE_CRISIS: ("Came with the team and stayed an hour.", "Asked for a call in the morning."),
    IllinoisService.PEER_RECOVERY_SUPPORT: (
        "Shared what helped in the first months, and looked for a meeting nearby.",
        "Wants to try the Tuesday meeting.",
    ),
    IllinoisService.RECOVERY_SUPPORT: ("Filled in a job application together.", "Sent it the same day."),
    IllinoisService.SUBSTANCE_USE_TREATMENT: ("Counseling session.", "Kept the diary for six days."),
}
