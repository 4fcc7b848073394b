"""The page of one's own plan, quarter by quarter."""

from quarterdeck.domains.development.models import OwnAim, OwnMark, OwnStep
from tests.web.counting import queries_of

HERE = "/development/own-plan/2026/2/"


def test_aim_marks_and_steps_are_kept(as_user, cast):
    client = as_user(cast.alice)
    assert "not looked at" in client.get("/development/own-plan/").text
    client.post(f"{HERE}aim/", {"aim": "Ask first", "sign": "They talk"})
    client.post(f"{HERE}mark/", {"practice": "feedback", "mark": "4"})
    client.post(f"{HERE}steps/add/", {"title": "Ask Bob", "practice": "feedback"})
    page = client.get(HERE).text
    assert "Ask first" in page and "Ask Bob" in page
    assert OwnMark.objects.get().mark == 4
    step = OwnStep.objects.get()
    for act in ("finish", "reopen", "remove", "restore"):
        client.post(f"/development/own-plan/steps/{step.pk}/{act}/")
    step.refresh_from_db()
    assert step.done_at is None and step.removed_at is None


def test_what_is_missing_is_told(as_user, cast):
    client = as_user(cast.alice)
    assert client.post(f"{HERE}aim/", {"aim": ""}).status_code == 422
    assert client.post(f"{HERE}mark/", {"practice": "x"}).status_code == 422
    assert client.post(f"{HERE}steps/add/", {}).status_code == 422
    assert not OwnAim.objects.exists()


def test_doors(as_user, cast):
    client = as_user(cast.alice)
    assert client.get("/development/own-plan/2026/5/").status_code == 404
    assert client.get(f"{HERE}aim/").status_code == 405
    client.post(f"{HERE}steps/add/", {"title": "Mine"})
    step = OwnStep.objects.get()
    other = as_user(cast.dana)
    assert (
        other.post(f"/development/own-plan/steps/{step.pk}/finish/").status_code == 404
    )
    assert "Mine" not in other.get(HERE).text
    assert as_user(cast.gwen).get(HERE).status_code == 403


def test_the_page_costs_the_same_with_many(as_user, cast):
    client = as_user(cast.alice)
    client.post(f"{HERE}steps/add/", {"title": "S"})
    client.get(HERE)
    few = queries_of(client, HERE)
    for number in range(20):
        client.post(f"{HERE}steps/add/", {"title": f"S {number}"})
    client.post(f"{HERE}mark/", {"practice": "feedback", "mark": "4"})
    assert queries_of(client, HERE) == few
