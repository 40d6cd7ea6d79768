"""A browser saves whatever the site gives out, and runs nothing of it; without the product's headers it would."""

import pytest
from assurance.input_defects import served_inline
from assurance.input_opened import files, opened


@pytest.fixture
def a_few():
    return [file for file in files() if file[2] in ("text/html", "image/svg+xml")][::12]


def test_no_hostile_file_is_shown_or_run(browser, a_few):
    found = opened(browser, a_few, lambda words: None)

    assert found.failures == []
    assert found.tried == len(a_few) > 5


def test_the_bed_sees_a_file_that_runs(browser, a_few):
    with served_inline():
        found = opened(browser, a_few, lambda words: None)

    assert any("a file" in one or "/file/" in one for one in found.failures)
