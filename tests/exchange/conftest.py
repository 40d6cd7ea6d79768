"""The sample tracker, checked once for all tests that look at what is made of it."""

import datetime
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "data" / "county-tracker.xlsx"


@pytest.fixture(scope="session")
def checked():
    """The sample tracker under Wisconsin's rules on 20 November 2026."""
    from alongside.exchange.check import check

    return check(SAMPLE, datetime.date(2026, 11, 20), pack="wisconsin_crs")
