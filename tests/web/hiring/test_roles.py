"""Open roles are read by every member; candidates by the hiring team alone."""

import pytest

from quarterdeck.domains.hiring import services
from quarterdeck.domains.hiring.models import HiringFile, OpenRole
from tests.web.counting import queries_of


def about(room, path=""):
    return f"/hiring/{room.role.pk}/{path}"


def test_a_leader_opens_a_role_with_the_skills_of_a_profile(as_user, cast, room):
    client = as_user(cast.alice)
    assert "Open a role" in client.get("/hiring/").text
    body = {
        "title": "Night baker",
        "why": "Bread at six",
        "team": cast.support.pk,
        "profile": room.role.profile_id,
        "hours": "30",
        "values": [room.care.pk],
    }
    answer = client.post("/hiring/open/", body, follow=True)
    assert "Night baker" in answer.text and "Baking" in answer.text
    assert "Care" in answer.text and "30 hours a week" in answer.text
    assert client.post("/hiring/open/", {"title": ""}).status_code == 200
    assert OpenRole.objects.count() == 2


def test_every_member_reads_the_notice_and_nothing_else(as_user, cast, room):
    services.edit_hiring_file(role=room.role, changes={"cost_low": 31_415}, **room.act)
    page = as_user(cast.dana).get(about(room)).text
    assert "Baking" in page and "level 3" in page
    assert "31\u202f415" not in page and "Candidates</a>" not in page
    for path in ("candidates/", "questions/"):
        assert as_user(cast.dana).get(about(room, path)).status_code == 404
    assert "31\u202f415" in as_user(cast.bob).get(about(room)).text
    assert as_user(cast.gwen).get(about(room)).status_code == 404


def test_a_role_is_edited_with_a_notice_of_stale_saves(as_user, cast, room):
    client = as_user(cast.alice)
    body = {"title": "Head baker", "team": cast.support.pk, "version": "1"}
    assert 'value="Baker"' in client.get(about(room, "edit/")).text
    assert client.post(about(room, "edit/"), body).status_code == 302
    assert client.post(about(room, "edit/"), {**body, "title": "X"}).status_code == 409
    assert as_user(cast.bob).get(about(room, "edit/")).status_code == 403


def test_skills_are_asked_for_and_not_any_more(as_user, cast, room):
    client = as_user(cast.alice)
    client.post(about(room, "skills/require/"), {"skill": room.baking.pk, "level": 5})
    assert "level 5" in client.get(about(room)).text
    client.post(about(room, f"skills/{room.baking.pk}/remove/"))
    assert "None yet" in client.get(about(room)).text
    assert client.post(about(room, "skills/require/"), {}).status_code == 422


def test_status_can_be_undone(as_user, cast, room):
    client = as_user(cast.alice)
    for act in ("pause", "fill", "close"):
        page = client.post(about(room, f"{act}/"), follow=True).text
        assert about(room, "reopen/") in page
    assert "Nobody is looked for" in client.get("/hiring/").text
    assert "Baker" in client.get("/hiring/?over=1").text
    client.post(about(room, "reopen/"))
    assert OpenRole.objects.get().status == "open"
    assert as_user(cast.bob).post(about(room, "pause/")).status_code == 403
    assert as_user(cast.alice).get(about(room, "pause/")).status_code == 405


def test_the_hiring_team_is_chosen_by_who_decides(as_user, cast, room):
    client = as_user(cast.alice)
    dana = cast.person(cast.dana)
    client.post(about(room, "team/add/"), {"person": f"Dana · #{dana.pk}"})
    assert "Dana" in client.get(about(room, "team/")).text
    client.post(about(room, f"team/{dana.pk}/remove/"))
    assert not room.role.hiring_team.filter(person=dana).exists()
    assert (
        client.post(about(room, "team/add/"), {"person": "Nobody"}).status_code == 422
    )
    assert as_user(cast.dana).get(about(room, "team/")).status_code == 404
    bob = as_user(cast.bob)
    assert bob.get(about(room, "team/")).status_code == 200
    assert bob.post(about(room, "team/add/"), {"person": "Dana"}).status_code == 403
    person = cast.person(cast.bob)
    as_user(cast.alice).post(about(room, f"team/{person.pk}/decide/"))
    assert room.role.hiring_team.get(decides=True).person == person


def test_cost_and_time_are_kept_in_the_file(as_user, cast, room):
    client = as_user(cast.alice)
    body = {"cost_low": "10", "cost_high": "20", "keep_months": "3", "version": "1"}
    client.post(about(room, "file/"), body)
    assert HiringFile.objects.get().keep_months == 3
    wrong = {**body, "cost_low": "30", "version": "2"}
    assert client.post(about(room, "file/"), wrong).status_code == 409
    assert client.post(about(room, "file/"), {}).status_code == 422


def test_questions_are_added_changed_and_taken_off(as_user, cast, room):
    client = as_user(cast.bob)
    page = about(room, "questions/")
    body = {"text": "Why bread?", "about": f"value-{room.care.pk}"}
    anchors = {"weak": "No", "good": "Yes", "strong": "Always"}
    client.post(f"{page}add/", {**body, **anchors})
    assert "Why bread?" in client.get(page).text
    assert client.post(f"{page}add/", body).status_code == 422
    question = room.role.questions.get(text="Why bread?")
    edit = f"/hiring/questions/{question.pk}/"
    assert "Why bread?" in client.get(f"{edit}edit/").text
    client.post(f"{edit}edit/", {**body, **anchors, "text": "Why rye?", "version": "1"})
    told = client.post(f"{edit}remove/", follow=True).text
    assert "Why rye?" not in told and f"{edit}restore/" in told
    client.post(f"{edit}restore/")
    assert "Why rye?" in client.get(page).text


@pytest.mark.parametrize("who", ["dana", "olga", "gwen"])
def test_others_find_nothing_of_the_hiring_team(as_user, cast, room, who):
    client = as_user(getattr(cast, who))
    paths = [
        about(room, "candidates/"),
        about(room, "questions/"),
        f"/hiring/candidates/{room.pia.pk}/",
        f"/hiring/interviews/{room.bobs.pk}/",
        f"/hiring/questions/{room.questions[0].pk}/edit/",
    ]
    assert [client.get(path).status_code for path in paths] == [404] * 5


def test_lists_cost_the_same_with_many(as_user, cast, room):
    client = as_user(cast.alice)
    pages = ["/hiring/", about(room), about(room, "candidates/"), about(room, "team/")]

    def grow(number):
        role = services.open_role(
            title=f"R {number}",
            team=cast.support,
            profile=room.role.profile,
            **room.act,
        )
        services.add_candidate(role=role, name="C", **room.act)
        services.add_candidate(role=room.role, name=f"C {number}", **room.act)

    grow(0)
    for page in pages:
        client.get(page)
    few = [queries_of(client, page) for page in pages]
    for number in range(1, 12):
        grow(number)
    assert [queries_of(client, page) for page in pages] == few
