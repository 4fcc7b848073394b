import pytest

from quarterdeck.domains.goals.services import add_goal
from quarterdeck.domains.projects import services


@pytest.fixture
def goal(cast, at):
    return add_goal(
        title="Money back in a day",
        why="It is theirs",
        team=cast.support,
        by=cast.alice,
        at=at,
    )


@pytest.fixture
def project(cast, at, goal):
    return services.add_project(
        name="Refunds", team=cast.support, goal=goal, by=cast.alice, at=at
    )


@pytest.fixture
def secret(cast, at):
    return services.add_project(
        name="Secret", team=cast.support, visibility="team", by=cast.alice, at=at
    )


@pytest.fixture
def task(cast, at, project):
    return services.add_task(title="Call the bank", project=project, by=cast.bob, at=at)
