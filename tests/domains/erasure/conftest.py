from datetime import timedelta

import pytest

from quarterdeck.domains.erasure import services

WEEK = timedelta(days=7)


@pytest.fixture
def asked(cast, at):
    """Bob asks to be forgotten."""
    bob = cast.person(cast.bob)
    return services.ask_for_erasure(person=bob, name="Bob", by=cast.bob, at=at)


@pytest.fixture
def begun(asked, cast, at):
    """Olga, the admin, begins it."""
    return services.begin_erasure(erasure=asked, name="Bob", by=cast.olga, at=at)
