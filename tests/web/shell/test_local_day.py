"""Today is the reader's own day: late in the evening in London it is tomorrow in Auckland."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.people.models import Membership
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Task

LATE = datetime(2026, 6, 1, 21, tzinfo=UTC)  # 2 June, nine in the morning, in Auckland


@pytest.fixture
def task(cast, at):
    project = services.add_project(name="P", team=cast.support, by=cast.alice, at=at)
    task = services.add_task(title="T", project=project, by=cast.bob, at=at)
    Task.objects.filter(pk=task.pk).update(deadline=date(2026, 6, 1))
    return task


@pytest.mark.parametrize(
    ("zone", "said"), [("UTC", "Due today"), ("Pacific/Auckland", "1 day late")]
)
def test_a_deadline_is_late_by_the_readers_day(as_user, cast, task, zone, said):
    Organization.objects.update(time_zone=zone)
    with time_machine.travel(LATE, tick=False):
        assert said in as_user(cast.bob).get("/projects/tasks/").text


def test_the_zone_a_reader_chose_goes_first(as_user, cast, task):
    Organization.objects.update(time_zone="Pacific/Auckland")
    cast.bob.time_zone = "Europe/London"
    cast.bob.save(update_fields=["time_zone"])
    with time_machine.travel(LATE, tick=False):
        page = as_user(cast.bob).get("/projects/tasks/").text
    assert "Due today" in page


def test_a_program_has_the_same_day(as_user, cast):
    Organization.objects.update(time_zone="Pacific/Auckland")
    dana, support = cast.person(cast.dana), cast.support
    with time_machine.travel(LATE, tick=False):
        url = f"/api/v1/people/{dana.pk}/teams/{support.pk}/join/"
        assert as_user(cast.alice).post(url).status_code == 200
    began = Membership.objects.get(person=dana, team=support)
    assert began.since == date(2026, 6, 2)
    assert Activity.objects.get(verb="membership.began").at == LATE  # the same moment
    assert verify_chain().breaks == ()
