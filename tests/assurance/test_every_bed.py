"""A short slice of every bed holds, and every bed finds the defect planted in it."""

import os

import pytest
from assurance.bed import CannotTry
from assurance.beds import every_bed

BEDS = every_bed()
pytestmark = pytest.mark.xdist_group("beds")


@pytest.mark.parametrize("id", BEDS)
def test_a_slice_holds(id):
    found = tried(BEDS[id].run, BEDS[id].sizes["slice"])

    assert found.failures == []
    assert found.tried > 0


@pytest.mark.parametrize("id", BEDS)
def test_the_planted_defect_is_found(id):
    assert tried(BEDS[id].planted, BEDS[id].planted_size).failures


def tried(run, size):
    try:
        return run(size, lambda words: None)
    except CannotTry as lack:
        if os.environ.get("CI") == "true":
            pytest.fail(f"This machine cannot try it, so nothing was proven: {lack}")
        pytest.skip(str(lack))
