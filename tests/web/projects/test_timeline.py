import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.projects.models import Dependency, Task
from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db
URL = "/projects/timeline/"


@pytest.fixture
def opening(cast):
    return project(cast.support)


def now_planned(opening, title, **fields):
    now = timezone.now()
    return task(opening, title, planned_start=now, planned_end=now, **fields)


def test_the_picture_and_the_table_tell_the_same(as_user, cast, opening):
    bake, ice = now_planned(opening, "Bake"), now_planned(opening, "Ice")
    Dependency.objects.create(before=bake, after=ice)
    client = as_user(cast.bob)
    picture = client.get(URL).text
    assert picture.count('class="bar"') == 2 and 'class="arrow"' in picture
    table = client.get(f"{URL}?view=table").text
    assert "<table" in table and table.count('scope="row"') == 2
    assert "<td>Bake</td>" in table  # what Ice waits for


def test_unplanned_work_is_counted_and_listed_not_drawn(as_user, cast, opening):
    now_planned(opening, "Bake")
    task(opening, "Some day")
    text = as_user(cast.bob).get(URL).text
    assert "1 open task without planned days" in text and "Some day" in text
    assert text.count('class="bar"') == 1


def test_other_weeks_are_a_link_away(as_user, cast, opening):
    now_planned(opening, "Bake")
    client = as_user(cast.bob)
    assert "?shift=-6" in client.get(URL).text
    assert "Nothing is planned in these weeks" in client.get(f"{URL}?shift=99").text
    assert client.get(f"{URL}?shift=-999999999").status_code == 200


def test_a_title_is_no_markup(as_user, cast, opening):
    now_planned(opening, '<script>alert("x")</script>')
    text = as_user(cast.bob).get(URL).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_hidden_work_is_not_drawn(as_user, cast):
    now_planned(project(cast.support, "Own", visibility="team"), "Secret")
    assert "Secret" not in as_user(cast.charlie).get(f"{URL}?team=all").text
    assert "Secret" in as_user(cast.dana).get(URL).text


def test_post_is_405(as_user, cast):
    assert as_user(cast.bob).post(URL).status_code == 405


@pytest.mark.slow
def test_three_thousand_tasks_are_drawn_in_time(as_user, cast, opening):
    now = timezone.now()
    stamps = {"created_at": now, "updated_at": now, "project": opening}
    dates = {"planned_start": now, "planned_end": now}
    tasks = Task.objects.bulk_create(
        [Task(title=f"Task {n}", **stamps, **dates) for n in range(3_001)]
    )
    Dependency.objects.bulk_create(
        Dependency(before=a, after=b)
        for a, b in zip(tasks[::3], tasks[1::3], strict=False)
    )
    client = as_user(cast.bob)
    client.get(URL)
    begun = time.process_time()
    text = client.get(f"{URL}?all=1").text
    assert time.process_time() - begun < 1.2  # 0.2 s alone; a busy machine is slower
    assert text.count('class="bar"') == 3_000
    assert "narrow to a team" in text


def test_nobody_is_shown_on_a_sunday_who_is_planned_for_a_monday(
    as_user, cast, opening
):
    """The planner's nine o'clock is that of the organization, wherever the server is."""
    Organization.objects.update(time_zone="Pacific/Auckland")
    start = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Pacific/Auckland"))
    task(opening, "Bake", planned_start=start, planned_end=start + timedelta(hours=8))
    with time_machine.travel(start, tick=False):
        text = as_user(cast.bob).get(URL).text
    assert "Bake: 1 Jun" in text
    assert "31 May" not in text
