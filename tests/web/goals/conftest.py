import pytest

from quarterdeck.domains.goals import services


@pytest.fixture
def make(cast, at):
    """Make a goal that Alice's team holds: make("Title", formula="goals")."""

    def make(title, **fields):
        return services.add_goal(
            title=title,
            why=f"why of {title}",
            by=cast.alice,
            at=at,
            **{"team": cast.support, **fields},
        )

    return make


@pytest.fixture
def key_result(make, cast, at):
    return services.add_key_result(
        goal=make("Answer"), title="Share", target=10, unit="%", by=cast.alice, at=at
    )


@pytest.fixture
def partial():
    return {"HX-Request": "true"}
