"""What the way to a certificate rests on. None of these pages was read whole."""

from __future__ import annotations

from datetime import date

from alongside.law import Source

_READ = date(2026, 11, 21)

COPELAND = Source(
    "CRED8", "Copeland Center, profile of Illinois", "a third party’s page", "in part", _READ, "https://copelandcenter.com/content/illinois",
)  # fmt: skip
COLLEGE = Source(
    "CRED9", "College of Lake County, program page", "a third party’s page", "in part", _READ,
    "https://clcillinois.coursedog.com/programs/zkF8FAP4vYDdE0fakgdR",
)  # fmt: skip
