import pytest

from quarterdeck.domains.strategy import services
from quarterdeck.domains.strategy.models import Value, Vision
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def vision(cast, at):
    services.publish_vision(text="Within a week", reason="", by=cast.dana, at=at)
    return services.publish_vision(
        text="Within a day", reason="People wait", by=cast.dana, at=at
    )


@pytest.fixture
def value(cast, at):
    services.add_value(name="Candour", meaning="", by=cast.dana, at=at)
    return services.add_value(name="Care", meaning="m", by=cast.dana, at=at)


def test_everybody_reads_the_vision_also_a_guest(as_user, cast, vision, value):
    for user in (cast.bob, cast.gwen):
        page = as_user(user).get("/vision/").text
        assert "Within a day" in page
        assert "Care" in page
        assert "New version" not in page


def test_the_top_publishes_from_the_words_in_force(as_user, cast, vision):
    client = as_user(cast.dana)
    assert "Within a day" in client.get("/vision/publish/").text
    body = {"text": "Within an hour", "reason": "", "seen_number": 2}
    page = client.post("/vision/publish/", body, follow=True).text
    assert "Within an hour" in page
    assert "Version 2" in page


def test_a_version_written_on_old_words_shows_both(as_user, cast, vision):
    body = {"text": "Mine", "seen_number": 1}
    answer = as_user(cast.dana).post("/vision/publish/", body)
    assert answer.status_code == 409
    assert "Within a day" in answer.text
    assert "Mine" in answer.text
    assert Vision.objects.count() == 2


def test_an_older_version_is_readable_beside_the_one_before(as_user, cast, vision):
    page = as_user(cast.bob).get("/vision/2/").text
    assert "<del>week</del><ins>day</ins>" in page
    assert "Within a week" in as_user(cast.bob).get("/vision/1/").text
    assert as_user(cast.bob).get("/vision/3/").status_code == 404


def test_values_are_worded_moved_retired_and_brought_back(as_user, cast, value):
    client, url = as_user(cast.dana), f"/vision/values/{value.pk}"
    client.post("/vision/values/add/", {"name": "Craft"})
    client.post(f"{url}/edit/", {"name": "Great care", "version": 1})
    page = client.post(f"{url}/move/", {"places": -1}, follow=True).text
    assert page.index("Great care") < page.index("Candour") < page.index("Craft")
    assert "Undo" in client.post(f"{url}/retire/", follow=True).text
    client.post(f"{url}/restore/")
    assert Value.objects.filter(retired_at=None).count() == 3


def test_a_move_answers_with_the_values_alone(as_user, cast, value):
    answer = as_user(cast.dana).post(
        f"/vision/values/{value.pk}/move/",
        {"places": -1},
        headers={"HX-Request": "true"},
    )
    assert "<html" not in answer.text
    assert 'id="values"' in answer.text


@pytest.mark.parametrize("act", ["edit", "move", "retire", "restore"])
def test_who_does_not_lead_everybody_gets_403(as_user, cast, value, act):
    body = {"name": "N", "version": 1, "places": 1}
    url = f"/vision/values/{value.pk}/{act}/"
    assert as_user(cast.alice).post(url, body).status_code == 403


def test_the_forms_are_not_shown_to_who_may_not_send_them(as_user, cast, value):
    for url in ("publish/", "values/add/", f"values/{value.pk}/edit/"):
        assert as_user(cast.bob).get(f"/vision/{url}").status_code == 403


def test_more_versions_and_values_cost_the_same(as_user, cast, vision, value, at):
    client = as_user(cast.dana)
    few = queries_of(client, "/vision/")
    for i in range(20):
        services.publish_vision(text=str(i), reason="", by=cast.dana, at=at)
        services.add_value(name=str(i), meaning="", by=cast.dana, at=at)
    assert queries_of(client, "/vision/") == few
