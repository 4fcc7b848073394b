from quarterdeck.domains.organization.models import Team


def test_an_admin_adds_moves_and_removes_a_team(as_user, cast):
    client = as_user(cast.olga)
    client.post("/teams/add/", {"name": "Desk", "parent": cast.support.pk})
    desk = Team.objects.get(name="Desk")
    client.post(f"/teams/{desk.pk}/move/", {"parent": cast.kitchen.pk})
    desk.refresh_from_db()
    assert desk.parent == cast.kitchen
    client.post(f"/teams/{desk.pk}/remove/")
    assert not Team.objects.filter(name="Desk").exists()


def test_a_team_with_people_stays_with_a_sentence(as_user, cast):
    answer = as_user(cast.olga).post(f"/teams/{cast.support.pk}/remove/")
    assert answer.status_code == 409
    assert "still holds members" in answer.text


def test_a_team_is_not_offered_a_place_below_itself(as_user, cast):
    text = as_user(cast.olga).get(f"/teams/{cast.support.pk}/").text
    assert f'<option value="{cast.kitchen.pk}"' in text
    assert f'<option value="{cast.support.pk}"' not in text


def test_a_leader_may_look_but_not_bend(as_user, cast):
    assert as_user(cast.dana).get(f"/teams/{cast.support.pk}/").status_code == 403
    assert as_user(cast.gwen).get(f"/teams/{cast.support.pk}/").status_code == 404


def test_stale_names_meet(as_user, cast, at):
    client = as_user(cast.olga)
    url = f"/teams/{cast.support.pk}/"
    client.post(url, {"name": "Help", "version": cast.support.version})
    answer = client.post(url, {"name": "Aid", "version": cast.support.version})
    assert answer.status_code == 409
    assert "Help" in answer.text
    assert "Aid" in answer.text
