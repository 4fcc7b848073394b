import pytest
from django.core.cache import cache

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.models import Invitation
from quarterdeck.domains.organization.services import Invitee, invite, revoke_invitation
from quarterdeck.domains.people.models import Person

ANSWER = {"name": "Eve", "email": "eve@x.test", "password": "a long sentence"}


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


@pytest.fixture
def made(cast):
    from django.utils import timezone

    invitees = [Invitee("Eve", "eve@x.test"), Invitee("Sam")]
    return invite(
        invitees=invitees,
        role="member",
        team=cast.support,
        by=cast.olga,
        at=timezone.now(),
    )


def test_a_stranger_with_a_link_joins(client, cast, made):
    (_, token), _ = made
    url = f"/join/{token}/"
    assert "Join Acme" in client.get(url).text
    answer = client.post(url, {**ANSWER, "email": "mallory@x.test"}, follow=True)
    assert answer.status_code == 200
    user = User.objects.get(email="eve@x.test")  # the address of the invitation stands
    assert user.check_password(ANSWER["password"])
    assert Person.objects.get(user=user).memberships.get().team == cast.support
    assert client.get("/people/").status_code == 200


def test_links_that_do_not_work_all_look_the_same(client, cast, at, made):
    (first, spent), (second, revoked) = made
    Invitation.objects.filter(pk=first.pk).update(accepted_at=at)
    revoke_invitation(invitation=second, by=cast.olga, at=at)
    answers = [client.get(f"/join/{token}/") for token in (spent, revoked, "never")]
    assert {answer.status_code for answer in answers} == {404}


def test_who_has_an_account_is_not_told(client, cast, made):
    _, (_, token) = made
    answer = client.post(f"/join/{token}/", {**ANSWER, "email": "bob@acme.test"})
    assert answer.status_code == 409
    assert "already" not in answer.text
    assert not client.session.get("_auth_user_id")


def test_a_weak_password_is_refused(client, made):
    (_, token), _ = made
    answer = client.post(f"/join/{token}/", {**ANSWER, "password": "password12"})
    assert "too common" in answer.text
    assert not User.objects.filter(email="eve@x.test").exists()


def test_trying_addresses_comes_to_an_end(client, made):
    _, (_, token) = made
    body = {**ANSWER, "email": "bob@acme.test"}
    answers = [client.post(f"/join/{token}/", body).status_code for _ in range(22)]
    assert answers[0] == 409
    assert answers[-1] == 429
