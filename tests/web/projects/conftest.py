import pytest

from quarterdeck.domains.projects import services


@pytest.fixture
def project(cast, at):
    return services.add_project(
        name="Refunds", why="They wait", team=cast.support, by=cast.alice, at=at
    )


@pytest.fixture
def secret(cast, at):
    return services.add_project(
        name="Secret", team=cast.support, visibility="team", by=cast.alice, at=at
    )


@pytest.fixture
def task(cast, at, project):
    return services.add_task(title="Call the bank", project=project, by=cast.bob, at=at)


@pytest.fixture
def costs():
    """Count the queries of a call."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(call):
        call()  # what is read once for the process is not counted
        with CaptureQueriesContext(connection) as seen:
            call()
        return len(seen)

    return count
