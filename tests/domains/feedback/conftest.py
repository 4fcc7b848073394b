from datetime import timedelta

import pytest

from quarterdeck.domains.feedback import services
from quarterdeck.domains.feedback.queries import feedback_visible_to
from quarterdeck.domains.projects.models import Contributor, Project, Task

SBI = {"situation": "Monday’s call", "behavior": "You asked twice", "impact": "Calm"}


@pytest.fixture
def give(cast, at):
    """Give feedback: give(cast.bob, cast.alice, visibility="leaders")."""

    def give(by, to, **more):
        given = {"visibility": "person", "words": SBI, "at": at, **more}
        return services.give_feedback(receiver=cast.person(to), by=by, **given)

    return give


@pytest.fixture
def draft(cast, at):
    def draft(by, to, **more):
        given = {"visibility": "person", "words": SBI, "at": at, **more}
        return services.draft_feedback(receiver=cast.person(to), by=by, **given)

    return draft


@pytest.fixture
def everybody(cast):
    return {
        name: getattr(cast, name)
        for name in ("dana", "alice", "bob", "charlie", "olga", "gwen", "nora")
    }


@pytest.fixture
def who_sees(cast, everybody):
    """The names of all accounts whose queries find this feedback."""

    def who_sees(feedback):
        for user in everybody.values():
            for kept in ("_role", "_standing", "_rooms_open"):
                user.__dict__.pop(kept, None)
        return {
            name
            for name, user in everybody.items()
            if feedback_visible_to(user).filter(pk=feedback.pk).exists()
        }

    return who_sees


@pytest.fixture
def finished(cast, at):
    """A finished task: finished("Call", cast.bob, days_ago=3)."""
    project = Project.objects.create(
        name="Refunds", team=cast.support, created_at=at, updated_at=at
    )

    def finished(title, *users, days_ago=1, **more):
        task = Task.objects.create(
            title=title,
            project=project,
            accountable=cast.person(users[0]),
            status="done",
            done_at=at - timedelta(days=days_ago),
            created_at=at,
            updated_at=at,
            **more,
        )
        for user in users[1:]:
            Contributor.objects.create(task=task, person=cast.person(user), since=at)
        return task

    return finished
