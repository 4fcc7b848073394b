"""One's development page, that of the people one leads, and the roles."""

import pytest

from quarterdeck.domains.development import services
from quarterdeck.domains.development.models import (
    DevelopmentGoal,
    DevelopmentStep,
    RoleHolding,
    RoleProfile,
    SkillProof,
)
from quarterdeck.domains.people.models import PersonSkill
from tests.web.counting import queries_of

POSTS = ["goals/{goal}/close/", "goals/{goal}/reopen/", "goals/{goal}/steps/add/"]
POSTS += ["people/{bob}/goals/add/", "people/{bob}/role/"]


def url(path, room):
    return "/development/" + path.format(goal=room.goal.pk, bob=room.bob.pk)


def test_the_own_page_shows_goals_gaps_and_wishes(as_user, cast, room, at):
    services.aim_for_role(
        person=room.bob, profile=room.role, since=at.date(), by=cast.bob, at=at
    )
    page = as_user(cast.bob).get("/development/").text
    assert "Bake alone" in page
    assert "2 levels to go" in page
    assert "Baking, now 2" in page


def test_a_leader_writes_the_plan_with_them(as_user, cast, room):
    client = as_user(cast.alice)
    body = {"title": "Teach baking", "skill": room.baking.pk, "level": "5"}
    assert client.post(url("people/{bob}/goals/add/", room), body).status_code == 302
    goal = DevelopmentGoal.objects.get(title="Teach baking")
    assert (goal.skill, goal.level) == (room.baking, 5)
    client.post(
        f"/development/goals/{goal.pk}/steps/add/",
        {"title": "Show Pia", "kind": "with_others", "due_on": "2026-07-01"},
    )
    step = DevelopmentStep.objects.get()
    page = client.post(f"/development/steps/{step.pk}/finish/", follow=True).text
    assert f"/development/steps/{step.pk}/reopen/" in page, "it can be taken back"
    client.post(f"/development/steps/{step.pk}/remove/")
    client.get(url("people/{bob}/", room))  # tells once that it is off the plan
    assert "Show Pia" not in client.get(url("people/{bob}/", room)).text
    client.post(f"/development/steps/{step.pk}/restore/")
    assert "Show Pia" in client.get(url("people/{bob}/", room)).text


def test_what_is_missing_in_a_form_is_told_beside_it(as_user, cast, room):
    client = as_user(cast.bob)
    body = {"title": "Learn", "level": "3"}
    answer = client.post(url("people/{bob}/goals/add/", room), body)
    assert answer.status_code == 422
    assert "A level is a level of a skill" in answer.text
    answer = client.post(url("goals/{goal}/steps/add/", room), {"kind": "at_work"})
    assert answer.status_code == 422
    assert not DevelopmentStep.objects.exists()


def test_a_goal_is_edited_and_closed_with_its_lesson(as_user, cast, room):
    client = as_user(cast.bob)
    edit = url("goals/{goal}/edit/", room)
    assert 'value="Bake alone"' in client.get(edit).text
    client.post(edit, {"title": "Bake for forty", "version": "1"})
    stale = client.post(edit, {"title": "Bake for ten", "version": "1"})
    assert stale.status_code == 409
    close = {"outcome": "reached", "lesson": "Start the night before"}
    page = client.post(url("goals/{goal}/close/", room), close, follow=True).text
    assert "Start the night before" in page
    client.post(url("goals/{goal}/reopen/", room))
    assert DevelopmentGoal.objects.get(closure=None).title == "Bake for forty"


def test_a_skill_is_shown_and_confirmed(as_user, cast, room):
    client = as_user(cast.bob)
    show = f"/development/proofs/show/?skill={room.baking.pk}"
    assert "Choose a skill" in client.get("/development/proofs/show/").text
    assert "Alice" in client.get(show).text
    alice = cast.person(cast.alice)
    client.post(show, {"level": "4", "what": "Forty loaves", "asked": alice.pk})
    proof = SkillProof.objects.get()
    client = as_user(cast.alice)
    assert "Forty loaves" in client.get("/development/").text
    page = f"/development/proofs/{proof.pk}/"
    assert client.post(f"{page}decline/", {"reply": ""}).status_code == 422
    client.post(f"{page}confirm/", {"reply": "They were good"})
    assert PersonSkill.objects.get(person=room.bob).level == 4
    assert "They were good" in as_user(cast.bob).get(page).text


def test_roles_are_described_and_asked_for(as_user, cast, room):
    client = as_user(cast.alice)
    client.post("/development/roles/", {"name": "Head baker", "purpose": "Bread"})
    role = RoleProfile.objects.get(name="Head baker")
    page = f"/development/roles/{role.pk}/"
    client.post(f"{page}ask/", {"skill": room.baking.pk, "level": "5"})
    assert "level 5" in client.get(page).text
    client.post(f"{page}skills/{room.baking.pk}/remove/")
    assert "None yet" in client.get(page).text
    answer = client.post("/development/roles/", {"name": "head BAKER"})
    assert answer.status_code == 409
    told = client.post(f"{page}retire/", follow=True).text
    assert f"{page}restore/" in told
    client.post(f"{page}restore/")
    assert RoleProfile.objects.get(pk=role.pk).retired_at is None


def test_a_role_is_taken_and_left(as_user, cast, room):
    client = as_user(cast.alice)
    hold = url("people/{bob}/role/", room)
    client.post(hold, {"profile": room.role.pk, "kind": "holds"})
    holding = RoleHolding.objects.get()
    assert client.post(hold, {"kind": "holds"}).status_code == 422
    client.post(f"/development/held/{holding.pk}/leave/")
    assert not RoleHolding.objects.exists()


@pytest.mark.parametrize("who", ["charlie", "olga", "gwen"])
def test_a_stranger_an_admin_and_a_guest_find_nothing(as_user, cast, room, who):
    client = as_user(getattr(cast, who))
    assert client.get(url("people/{bob}/", room)).status_code == 404
    assert client.get(url("goals/{goal}/edit/", room)).status_code == 404
    for path in POSTS:
        assert client.post(url(path, room), {"title": "T"}).status_code == 404


@pytest.mark.parametrize("path", POSTS)
def test_get_is_405(as_user, cast, room, path):
    assert as_user(cast.alice).get(url(path, room)).status_code == 405


def test_pages_cost_the_same_with_many(as_user, cast, room, at):
    client = as_user(cast.alice)
    pages = ["/development/", "/development/team/", "/development/roles/"]
    pages.append(url("people/{bob}/", room))

    def grow(number):
        cast._join(f"Pia {number}", cast.support)
        act = {**room.act, "person": room.bob}
        goal = services.add_development_goal(title=f"G {number}", **act)
        services.add_step(goal=goal, title="S", kind="at_work", **room.act)
        role = services.add_profile(name=f"R {number}", **room.act)
        services.ask_skill(profile=role, skill=room.baking, level=3, **room.act)
        services.aim_for_role(profile=role, since=at.date(), **act)

    grow(1)
    for page in pages:
        client.get(page)
    few = [queries_of(client, page) for page in pages]
    for number in range(2, 12):
        grow(number)
    assert [queries_of(client, page) for page in pages] == few
