"""What the way to a certificate rests on. None of these pages was read whole."""

from __future__ import annotations

from datetime import date

from alongside.law import Source

_READ = date(2026, 11, 21)

PROCESS = Source(
    "CRED1", "IDHS CRSS & CPRS Credential Process", "guidance", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=155901",
)  # fmt: skip
COMPARISON = Source(
    "CRED2", "IDHS credential comparison", "guidance", "in part", _READ, "https://www.dhs.state.il.us/page.aspx?item=154617",
)  # fmt: skip
TO_DO = Source(
    "CRED3", "IDHS Application To-Do List", "guidance", "in part", _READ, "https://www.dhs.state.il.us/page.aspx?item=155545",
)  # fmt: skip
SUCCESS = Source(
    "CRED6", "CRSS Success Q & A", "guidance", "in part", _READ, "https://www.dhs.state.il.us/page.aspx?item=160196",
)  # fmt: skip
COPELAND = Source(
    "CRED8", "Copeland Center, profile of Illinois", "a third party’s page", "in part", _READ, "https://copelandcenter.com/content/illinois",
)  # fmt: skip
COLLEGE = Source(
    "CRED9", "College of Lake County, program page", "a third party’s page", "in part", _READ,
    "https://clcillinois.coursedog.com/programs/zkF8FAP4vYDdE0fakgdR",
)  # fmt: skip
