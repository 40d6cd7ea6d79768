"""What runs beside the server is started again where it dies, and ends with the server."""

import sys
import time

from alongside.config.serve import Beside

WAITS = [sys.executable, "-c", "import sys; sys.stdin.read()"]


def until(said, seconds=20):
    ends = time.monotonic() + seconds
    while not said() and time.monotonic() < ends:
        time.sleep(0.02)
    return said()


def test_one_that_was_killed_is_started_again():
    one = Beside(WAITS, moment=0.01)
    first = one.process

    first.kill()

    assert until(lambda: one.process is not first and one.process.poll() is None)
    one.end()
    assert one.process.returncode == 0


def test_one_that_was_ended_stays_ended():
    one = Beside(WAITS, moment=0.01)
    only = one.process

    one.end()
    time.sleep(0.2)

    assert one.process is only
    assert only.returncode == 0
