"""Every document the Wisconsin rules rest on, and how much of each was read."""

from datetime import date

from alongside.law import Citation, Source

_READ = date(2026, 11, 21)

PAGE = Source(
    "S0", "Wisconsin DHS, Community Recovery Services: Information for Providers", "policy page", "whole", _READ,
    "https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
PAGE_2018 = Source(
    "P18", "Wisconsin DHS, CRS: Providers, as it stood after 1 July 2018", "policy page", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
PAGE_2020 = Source(
    "P20", "Wisconsin DHS, CRS: Providers, on DCTS Action Memo 2019-15", "notice", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
DISCHARGE_PAGE = Source(
    "DIS", "Wisconsin DHS, CRS Voluntary and Involuntary Discharge (undated)", "policy page", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/discharge.htm",
)  # fmt: skip
SCREEN_2025 = Source(
    "FS25", "Mental Health and Substance Use Disorder Functional Screen Instructions, 2025, module 1", "guidance", "in part",
    address="https://www.dhs.wisconsin.gov/functionalscreen/mhsud/module1.htm",
)  # fmt: skip


def page(place: str, quote: str) -> Citation:
    """A place on the current provider page, with its words."""
    return PAGE.at(place, quote)
