from datetime import timedelta

import pytest

from quarterdeck.domains.background_jobs.services import Worker

from . import tasks


class Clock:
    """Stands still until it is moved."""

    def __init__(self, at):
        self.at = at

    def __call__(self):
        return self.at

    def move(self, **by):
        self.at += timedelta(**by)


@pytest.fixture
def clock(at):
    return Clock(at)


@pytest.fixture
def worker(clock):
    return Worker(clock=clock)


@pytest.fixture(autouse=True)
def nothing_seen():
    tasks.seen.clear()
