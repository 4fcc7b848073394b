"""Mentoring over the API: what the pages do, with the same answers."""

import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.mentoring.models import MentorMeeting, Mentorship
from tests.domains.mentoring.conftest import ask, days, pair, room

__all__ = ["ask", "days", "pair", "room"]


@pytest.fixture
def call(client, at):
    """Ask as somebody's program: call(user, "get", "/mentoring/…", {…})."""

    def asked(user, method, path, body=None):
        scopes = ["mentoring:read", "mentoring:write"]
        token = make_token(
            user=user, name=f"{method}{path}"[:60], scopes=scopes, at=at, days=None
        )
        return getattr(client, method)(
            f"/api/v1{path}",
            body,
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )

    return asked


def test_from_a_wish_to_a_note(cast, room, call):
    path = f"/mentoring/wishes/{room.wish.pk}"
    (found,) = call(cast.bob, "get", f"{path}/mentors/").json()
    assert (found["name"], found["has_room"]) == ("Charlie", True)
    body = {"person_id": found["person_id"], "goal": "G"}
    body |= {"starts_on": "2026-06-01", "ends_on": "2026-09-01"}
    asked = call(cast.bob, "post", f"{path}/ask/", body)
    assert asked.status_code == 201 and asked.json()["began_at"] is None
    one = f"/mentoring/pairs/{asked.json()['id']}"
    assert call(cast.charlie, "post", f"{one}/agree/").json()["began_at"]
    note = {"on": "2026-06-01", "talked": "Rye"}
    assert call(cast.bob, "post", f"{one}/meetings/", note).status_code == 201
    empty = {"version": 1, "on": "2026-06-01", "talked": ""}
    meeting = f"/mentoring/pairs/meetings/{MentorMeeting.objects.get().pk}/"
    assert call(cast.charlie, "put", meeting, empty).status_code == 204
    assert not MentorMeeting.objects.exists()


def test_a_leader_is_told_that_it_is(cast, pair, call):
    (seen,) = call(cast.alice, "get", "/mentoring/led/").json()
    assert (seen["standing"], seen["goal"]) == ("runs", "")
    assert call(cast.alice, "get", f"/mentoring/pairs/{pair.pk}/").status_code == 404


def test_a_rule_that_is_broken_is_told_in_a_sentence(cast, room, call):
    body = {"person_id": cast.person(cast.alice).pk, "goal": "G"}
    body |= {"starts_on": "2026-06-01", "ends_on": "2026-09-01"}
    answer = call(cast.bob, "post", f"/mentoring/wishes/{room.wish.pk}/ask/", body)
    assert answer.status_code == 409 and "does not offer" in answer.json()["detail"]
    assert not Mentorship.objects.exists()


def test_a_list_of_projects_hides_what_one_does_not_see(cast, at, days, call):
    from quarterdeck.domains.mentoring import services
    from quarterdeck.domains.projects.models import Project

    project = Project.objects.create(
        name="Fair",
        team=cast.support,
        visibility="team",
        created_at=at,
        updated_at=at,
    )
    services.give_leadership_project(
        person=cast.person(cast.bob),
        project=project,
        to_learn="T",
        sponsor=cast.person(cast.charlie),
        step=None,
        by=cast.alice,
        at=at,
        **days,
    )
    (mine,) = call(cast.bob, "get", "/leadership-projects/").json()["items"]
    (backed,) = call(cast.charlie, "get", "/leadership-projects/").json()["items"]
    assert (mine["project_id"], backed["project_id"]) == (project.pk, None)
