"""Programs whose wall clock is wrong, by Debian's libfaketime. Timers and pauses run as ever."""

import glob
import os
import unittest

from programs import Tablet, run

DAY = 86400
TEN_YEARS = 3653 * DAY


def shifted(seconds):
    """An environment in which the clock is off by so much."""
    found = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    if not found:
        raise unittest.SkipTest("libfaketime is not installed (scripts/setup does that): clocks were not tried")
    # The address sanitizer wants to be loaded first, and says so, but needs not.
    checks = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "verify_asan_link_order=0")))
    return dict(os.environ, LD_PRELOAD=found[0], FAKETIME=f"{seconds:+d}s", FAKETIME_DONT_FAKE_MONOTONIC="1", ASAN_OPTIONS=checks)


class ShiftedTablet(Tablet):
    def __init__(self, folder, server, name, seconds):
        self.environment = shifted(seconds)
        super().__init__(folder, server, name)

    def cli(self, *words, stdin=None):
        return run(self.command(*words), stdin, env=self.environment)
