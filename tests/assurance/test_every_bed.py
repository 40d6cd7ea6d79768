"""A short slice of every bed holds, and every bed finds the defect planted in it."""

import pytest
from assurance.beds import every_bed

BEDS = every_bed()
pytestmark = pytest.mark.xdist_group("beds")


@pytest.mark.parametrize("id", BEDS)
def test_a_slice_holds(id):
    found = BEDS[id].run(BEDS[id].sizes["slice"], lambda words: None)

    assert found.failures == []
    assert found.tried > 0


@pytest.mark.parametrize("id", BEDS)
def test_the_planted_defect_is_found(id):
    assert BEDS[id].planted(BEDS[id].planted_size, lambda words: None).failures
