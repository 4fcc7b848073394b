"""Templates, starting somebody's way in, its progress, and what they say of it."""

import pytest
from django.utils import timezone

from quarterdeck.domains.hiring import services
from quarterdeck.domains.hiring.models import (
    Onboarding,
    OnboardingAnswer,
    OnboardingTemplate,
)
from tests.domains.hiring.test_onboarding import MONDAY, begun, template
from tests.web.counting import queries_of

__all__ = ["begun", "template"]


def test_a_template_is_begun_from_what_is_offered(as_user, cast):
    client = as_user(cast.alice)
    page = client.get("/hiring/templates/").text
    assert "First 30, 60 and 90 days" in page and "First 90 days as a leader" in page
    body = {"name": "Week one", "starter": "first_week"}
    page = client.post("/hiring/templates/add/", body, follow=True).text
    assert "Finish the first small task and show it" in page
    wrong = {"name": "N", "starter": "none"}
    assert client.post("/hiring/templates/add/", wrong).status_code == 409
    assert client.post("/hiring/templates/add/", {}).status_code == 422
    assert as_user(cast.bob).post("/hiring/templates/add/", body).status_code == 403
    assert as_user(cast.bob).get("/hiring/templates/").status_code == 200


def test_steps_are_added_changed_and_put_back(as_user, cast, template):
    client = as_user(cast.alice)
    page = f"/hiring/templates/{template.pk}/"
    body = {"title": "Key", "day": "1", "who": "other", "done_when": "It turns"}
    client.post(f"{page}steps/add/", body)
    step = template.steps.get(title="Key")
    client.post(
        f"/hiring/steps/{step.pk}/edit/", {**body, "title": "Keys", "version": "1"}
    )
    assert "Keys" in client.get(page).text
    told = client.post(f"/hiring/steps/{step.pk}/remove/", follow=True).text
    assert f"/hiring/steps/{step.pk}/restore/" in told
    assert "Keys" not in client.get(page).text
    client.post(f"/hiring/steps/{step.pk}/restore/")
    assert "Keys" in client.get(page).text
    assert client.post(f"{page}steps/add/", {}).status_code == 422
    assert as_user(cast.bob).get(f"/hiring/steps/{step.pk}/edit/").status_code == 403


def test_an_earlier_version_can_be_read(as_user, cast, template, begun, at):
    services.add_step(
        template=template, title="Later", day=3, who="leader", by=cast.alice, at=at
    )
    client = as_user(cast.bob)
    page = f"/hiring/templates/{template.pk}/"
    assert "Later" in client.get(page).text
    assert "Later" not in client.get(f"{page}?version=1").text
    assert "not in force" in client.get(f"{page}?version=1").text


def test_a_template_is_retired_and_restored(as_user, cast, template):
    client = as_user(cast.alice)
    page = f"/hiring/templates/{template.pk}/"
    client.post(f"{page}edit/", {"name": "Day one", "version": "1"})
    told = client.post(f"{page}retire/", follow=True).text
    assert f"{page}restore/" in told
    client.post(f"{page}restore/")
    found = OnboardingTemplate.objects.get()
    assert (found.name, found.retired_at) == ("Day one", None)


def test_a_leader_takes_somebody_in(as_user, cast, template, at):
    bob = cast.person(cast.bob)
    bob.starts_on = timezone.localdate()
    bob.save()
    client = as_user(cast.alice)
    start = f"/hiring/people/{bob.pk}/start/"
    assert start in client.get(f"/people/{bob.pk}/").text
    assert start in client.get("/hiring/onboarding/").text
    body = {"template": template.pk, "starts_on": "2026-06-08", "buddy": "Charlie"}
    page = client.post(start, body, follow=True).text
    begun = Onboarding.objects.get()
    assert f"/hiring/onboarding/{begun.pk}/stop/" in page
    assert f"/hiring/onboarding/{begun.pk}/" in client.get(f"/people/{bob.pk}/").text
    for who in (cast.charlie, cast.olga, cast.gwen):
        assert as_user(who).get(start).status_code == 404


def test_progress_is_for_newcomer_leader_and_buddy(as_user, cast, begun):
    page = f"/hiring/onboarding/{begun.pk}/"
    for who in (cast.bob, cast.alice, cast.charlie, cast.dana):
        assert "Welcome them" in as_user(who).get(page).text
    for who in (cast.olga, cast.gwen):
        assert as_user(who).get(page).status_code == 404
    assert as_user(cast.charlie).post(f"{page}stop/").status_code == 403
    client = as_user(cast.alice)
    assert f"{page}resume/" in client.post(f"{page}stop/", follow=True).text
    client.post(f"{page}resume/")
    assert "0 of 6 steps done" in client.get("/hiring/onboarding/").text


def test_what_a_newcomer_says_is_for_whom_they_say(as_user, cast, begun):
    page = f"/hiring/onboarding/{begun.pk}/"
    client = as_user(cast.bob)
    assert "Who reads this" in client.get(page).text
    body = {"clear": "The why", "missing": "A key", "readers": "leader"}
    client.post(f"{page}answer/", body)
    assert "A key" in client.get(page).text
    assert client.post(f"{page}answer/", {**body, "readers": "both"}).status_code == 422
    assert "A key" in as_user(cast.alice).get(page).text
    for who in (cast.charlie, cast.dana):
        assert "A key" not in as_user(who).get(page).text
    assert as_user(cast.alice).post(f"{page}answer/", body).status_code == 403
    as_user(cast.bob).post(f"{page}answer/erase/")
    assert not OnboardingAnswer.objects.exists()


@pytest.mark.parametrize("act", ["stop", "resume", "answer", "answer/erase"])
def test_get_is_405(as_user, cast, begun, act):
    url = f"/hiring/onboarding/{begun.pk}/{act}/"
    assert as_user(cast.bob).get(url).status_code == 405


def test_pages_cost_the_same_with_many(as_user, cast, begun, template, at):
    client = as_user(cast.alice)
    pages = [
        "/hiring/onboarding/",
        "/hiring/templates/",
        f"/hiring/templates/{template.pk}/",
        f"/hiring/onboarding/{begun.pk}/",
    ]

    def grow(number):
        act = {"by": cast.alice, "at": at}
        person = cast.person(cast._join(f"New {number}", cast.support))
        services.start_onboarding(
            person=person, template=template, starts_on=MONDAY, **act
        )
        services.add_template(name=f"T {number}", starter="first_day", **act)

    grow(0)
    for page in pages:
        client.get(page)
    few = [queries_of(client, page) for page in pages]
    for number in range(1, 6):
        grow(number)
    assert [queries_of(client, page) for page in pages] == few
