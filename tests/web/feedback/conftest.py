import pytest
import time_machine

from quarterdeck.domains.feedback import services
from quarterdeck.domains.projects.models import Contributor, Project, Task
from quarterdeck.domains.strategy.models import Value

WORDS = {"situation": "Monday", "behavior": "You asked", "impact": "Calm"}


@pytest.fixture(autouse=True)
def monday(at):
    with time_machine.travel(at, tick=False):
        yield at


@pytest.fixture
def give(cast, at):
    """Give feedback: give(cast.bob, cast.alice, visibility="leaders")."""

    def give(by, to, **more):
        given = {"visibility": "person", "words": WORDS, "at": at, **more}
        return services.give_feedback(receiver=cast.person(to), by=by, **given)

    return give


@pytest.fixture
def draft(cast, at):
    def draft(by, to, **more):
        given = {"visibility": "person", "words": WORDS, "at": at, **more}
        return services.draft_feedback(receiver=cast.person(to), by=by, **given)

    return draft


@pytest.fixture
def ask(cast, at):
    def ask(by, *users, **more):
        people = [cast.person(user) for user in users]
        given = {"question": "How was the talk?", "at": at, **more}
        return services.ask_for_feedback(people=people, by=by, **given)

    return ask


@pytest.fixture
def value(at):
    return Value.objects.create(name="Care", created_at=at, updated_at=at)


@pytest.fixture
def thank(cast, at, value):
    def thank(by, *users, **more):
        people = [cast.person(user) for user in users]
        given = {"words": "You stayed calm.", "value": value, "at": at, **more}
        return services.give_recognition(people=people, by=by, **given)

    return thank


@pytest.fixture
def task(cast, at):
    """A finished task of Bob and Alice."""
    project = Project.objects.create(
        name="Refunds", team=cast.support, created_at=at, updated_at=at
    )
    task = Task.objects.create(
        title="Call the bank",
        project=project,
        accountable=cast.person(cast.bob),
        status="done",
        done_at=at,
        created_at=at,
        updated_at=at,
    )
    Contributor.objects.create(task=task, person=cast.person(cast.alice), since=at)
    return task
