"""The page of a proposal: what changes for whom and why, taken over in part."""

import re

import pytest

from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.projects.models import Project, Task
from tests.domains.planning.workshop import Workshop
from tests.web.counting import queries_of


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def ready(shop, tasks, seconds=5):
    for number in range(tasks):
        shop.task(f"Task {number}", 2, people=[shop.mara])
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=seconds
    )
    solve_proposal.call(proposal_id=proposal.pk)
    return proposal


def test_it_shows_who_when_why_and_the_bound(as_user, shop):
    proposal = ready(shop, 2)
    page = as_user(shop.cast.alice).get(f"/plan/proposals/{proposal.pk}/").text
    assert "Task 1" in page
    assert "2 changes to decide" in page
    assert "no plan is better by these weights" in page
    assert "Next best" in page


def test_chosen_changes_are_taken_over(as_user, shop):
    proposal = ready(shop, 3)
    chosen = [change.pk for change in proposal.changes.all()[:2]]
    answer = as_user(shop.cast.alice).post(
        f"/plan/proposals/{proposal.pk}/accept/", {"change": chosen}, follow=True
    )
    assert "2 tasks are planned as proposed" in answer.text
    assert Task.objects.filter(planned_start__isnull=False).count() == 2
    undo = re.search(r'action="(/projects/undo/\d+/)"', answer.text)[1]
    as_user(shop.cast.alice).post(undo)
    assert not Task.objects.filter(planned_start__isnull=False).exists()
    assert proposal.changes.filter(decision="open").count() == 3


def test_what_is_looked_at_is_narrowed_and_taken_over_alone(as_user, shop):
    garden = Project.objects.create(name="Garden", team=shop.team, **shop.stamps)
    shop.task("Rake", project=garden)
    proposal = ready(shop, 2)
    client, page = as_user(shop.cast.alice), f"/plan/proposals/{proposal.pk}/"
    narrowed = client.get(f"{page}?project={garden.pk}").text
    assert "1 of 3 changes to decide" in narrowed
    assert "Rake" in narrowed and "Task 1" not in narrowed
    first = client.get(f"{page}?kind=first").text
    assert "3 of 3 changes" in first
    who = proposal.changes.get(task__title="Rake").people_after[0]
    assert "Rake" in client.get(f"{page}?person={who}").text
    assert "No change is like this" in client.get(f"{page}?kind=late").text
    assert "3 changes to decide" in client.get(f"{page}?project=x&kind=y").text
    body = {"everything": "on", "project": garden.pk}
    answer = client.post(f"{page}accept/", body)
    assert answer.headers["Location"] == f"{page}?project={garden.pk}"
    assert [task.title for task in Task.objects.exclude(planned_start=None)] == ["Rake"]


def test_none_chosen_is_a_plain_sentence(as_user, shop):
    proposal = ready(shop, 1)
    answer = as_user(shop.cast.alice).post(f"/plan/proposals/{proposal.pk}/accept/", {})
    assert answer.status_code == 409
    assert "None of these changes is still open" in answer.text


def test_what_is_left_as_it_is_stays(as_user, shop):
    proposal = ready(shop, 2)
    as_user(shop.cast.alice).post(
        f"/plan/proposals/{proposal.pk}/refuse/", {"everything": "on"}
    )
    assert not Task.objects.filter(planned_start__isnull=False).exists()
    assert set(proposal.changes.values_list("decision", flat=True)) == {"refused"}


def test_while_it_is_made_the_page_asks_again_by_itself(as_user, shop):
    shop.task("Cook")
    proposal = services.propose_plan(team=shop.team, by=shop.cast.alice, at=shop.at)
    url = f"/plan/proposals/{proposal.pk}/"
    page = as_user(shop.cast.alice).get(url, headers={"HX-Request": "true"}).text
    assert "hx-get" in page
    assert "<html" not in page
    services.cancel_proposal(proposal=proposal, by=shop.cast.alice, at=shop.at)
    assert "Cancelled" in as_user(shop.cast.alice).get(url).text


@pytest.mark.parametrize("verb", ["accept", "refuse", "cancel"])
def test_get_is_405(as_user, shop, verb):
    proposal = ready(shop, 1)
    url = f"/plan/proposals/{proposal.pk}/{verb}/"
    assert as_user(shop.cast.alice).get(url).status_code == 405


def test_the_number_of_queries_does_not_grow(as_user, shop):
    few, browser = ready(shop, 3), as_user(shop.cast.alice)
    browser.get(f"/plan/proposals/{few.pk}/")
    counted = queries_of(browser, f"/plan/proposals/{few.pk}/")
    many = ready(shop, 20, seconds=1)
    assert queries_of(browser, f"/plan/proposals/{many.pk}/") == counted


def test_a_lock_is_set_and_taken_off_where_the_task_stands(as_user, shop):
    task = shop.task("Cook", people=[shop.mara])
    browser, url = as_user(shop.cast.alice), f"/projects/tasks/{task.pk}/"
    lock, unlock = (f"/plan/tasks/{task.pk}/{verb}/" for verb in ("lock", "unlock"))
    assert lock in browser.get(url).text
    browser.post(lock, {"keeps_people": "on"})
    page = browser.get(url).text
    assert "The planner keeps its people" in page
    browser.post(unlock)
    assert browser.post(unlock).status_code == 409


def test_a_lock_can_be_set_from_the_proposal_and_holds_for_the_next(as_user, shop):
    proposal = ready(shop, 1)
    page = f"/plan/proposals/{proposal.pk}/"
    task = proposal.changes.get().task
    browser = as_user(shop.cast.alice)
    assert "Lock it to Mara" in browser.get(page).text
    answer = browser.post(
        f"/plan/tasks/{task.pk}/lock/",
        {"keeps_people": "on"},
        headers={"Referer": f"http://testserver{page}"},
    )
    assert answer.headers["Location"].endswith(page)
