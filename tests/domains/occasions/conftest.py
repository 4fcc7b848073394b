import pytest

from quarterdeck.domains.occasions import services


@pytest.fixture
def occasion(cast, at):
    """Support meets every Monday, from today on."""
    return services.set_up_occasion(
        team=cast.support,
        title="Monday round",
        first_on=at.date(),
        by=cast.alice,
        at=at,
    )


@pytest.fixture
def willing(cast, at, occasion):
    def say(*users, yes=True):
        for user in users:
            services.say_willing(occasion=occasion, willing=yes, by=user, at=at)

    return say
