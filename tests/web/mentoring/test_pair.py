"""The page of the two, and what a leader sees."""

import pytest

from quarterdeck.domains.mentoring.models import (
    MentorEvaluation,
    MentorMeeting,
    Mentorship,
    MentorStep,
)
from tests.web.counting import queries_of

POSTS = ["agree", "decline", "end", "reopen", "evaluate", "meetings/note", "steps/add"]


def test_meetings_steps_and_goal_are_written(as_user, cast, pair):
    client, here = as_user(cast.bob), f"/mentoring/{pair.pk}/"
    note = {"on": "2026-06-01", "talked": "Sourdough"}
    assert client.post(f"{here}meetings/note/", {"on": "x"}).status_code == 422
    client.post(f"{here}meetings/note/", note)
    meeting = MentorMeeting.objects.get()
    edit = f"/mentoring/meetings/{meeting.pk}/edit/"
    assert "Sourdough" in client.get(edit).text
    client.post(edit, {**note, "talked": "Rye", "version": "1"})
    stale = client.post(edit, {**note, "talked": "Oats", "version": "1"})
    assert stale.status_code == 409
    assert client.post(f"{here}steps/add/", {}).status_code == 422
    client.post(f"{here}steps/add/", {"title": "Bake rye", "due_on": "2026-07-01"})
    step = f"/mentoring/steps/{MentorStep.objects.get().pk}/"
    assert f"{step}reopen/" in client.post(f"{step}finish/", follow=True).text
    client.post(f"{step}reopen/")
    client.post(f"{step}remove/")
    client.post(f"{step}restore/")
    goal = {"goal": "Bake alone", "leaders_see_goal": "on", "version": pair.version}
    client.post(f"{here}goal/", goal)
    page = client.get(here).text
    assert "Rye" in page and "Bake rye" in page and "Bake alone" in page


def test_days_are_changed_and_it_is_ended_and_looked_back_on(as_user, cast, pair):
    client, here = as_user(cast.charlie), f"/mentoring/{pair.pk}/"
    assert client.post(f"{here}days/", {"weeks": "3"}).status_code == 422
    days = {"ends_on": "2026-12-31", "weeks": "2", "version": pair.version}
    client.post(f"{here}days/", days)
    assert "31 Dec 2026" in client.get(here).text
    assert client.get(f"{here}goal/").status_code == 403
    assert f"{here}reopen/" in client.post(f"{here}end/", follow=True).text
    assert client.post(f"{here}evaluate/", {"helped": "ten"}).status_code == 422
    client.post(f"{here}evaluate/", {"helped": "", "learnt": "To wait", "again": "yes"})
    page = client.get(here).text
    assert "unknown" in page and "To wait" in page
    assert "To wait" not in as_user(cast.bob).get(here).text
    client.post(f"{here}reopen/")
    assert Mentorship.objects.get().is_running
    assert MentorEvaluation.objects.get().learnt == "To wait"


def test_it_is_declined(as_user, cast, ask):
    pair = ask()
    as_user(cast.charlie).post(f"/mentoring/{pair.pk}/decline/")
    assert Mentorship.objects.get().declined_at


def test_a_leader_sees_that_it_is_and_no_word(as_user, cast, pair):
    Mentorship.objects.update(goal="Hidden goal")
    client = as_user(cast.alice)
    page = client.get("/mentoring/led/").text
    assert "Charlie" in page and "Hidden goal" not in page
    assert client.get(f"/mentoring/{pair.pk}/").status_code == 404
    Mentorship.objects.update(leaders_see_goal=True)
    assert "Hidden goal" in client.get("/mentoring/led/").text


@pytest.mark.parametrize("who", ["alice", "dana", "olga", "gwen"])
def test_for_everybody_else_it_is_not_there(as_user, cast, pair, who):
    client = as_user(getattr(cast, who))
    for path in ("", "goal/", "days/"):
        assert client.get(f"/mentoring/{pair.pk}/{path}").status_code == 404
    for path in POSTS:
        assert client.post(f"/mentoring/{pair.pk}/{path}/").status_code == 404


@pytest.mark.parametrize("path", POSTS)
def test_get_is_405(as_user, cast, pair, path):
    assert as_user(cast.bob).get(f"/mentoring/{pair.pk}/{path}/").status_code == 405


def test_the_page_costs_the_same_with_many(as_user, cast, pair):
    client, here = as_user(cast.bob), f"/mentoring/{pair.pk}/"

    def grow(number):
        for name in ("meetings/note/", "steps/add/"):
            body = {"on": "2026-06-01", "talked": "T", "title": f"S {number}"}
            client.post(f"{here}{name}", body)

    grow(0)
    client.get(here)
    few = queries_of(client, here)
    for number in range(1, 12):
        grow(number)
    assert queries_of(client, here) == few
