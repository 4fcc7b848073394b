"""Where somebody stands is read once for a request, in one statement."""

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.permissions import role_of
from quarterdeck.domains.people.models import Membership
from quarterdeck.domains.people.permissions import (
    is_let_in,
    leads_somebody,
    standing_of,
)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_role_person_and_teams_are_one_query(cast, at, django_assert_num_queries):
    alice = fresh(cast.alice)
    Membership.objects.create(
        person=cast.person(cast.alice), team=cast.kitchen, since=at.date()
    )
    with django_assert_num_queries(1):
        standing = standing_of(alice)
        assert is_let_in(alice, at.date())
        assert role_of(alice) == "member"
        assert leads_somebody(alice)
    assert standing.person_id == cast.person(cast.alice).pk
    assert standing.member_team_ids == {cast.support.pk, cast.kitchen.pk}
    assert standing.led_paths == (cast.support.path,)
    assert sorted(name for _, name in standing.team_names) == ["Kitchen", "Support"]


def test_who_is_in_no_team_has_a_role_all_the_same(cast, at):
    for user, role in ((cast.olga, "admin"), (cast.gwen, "guest")):
        standing = standing_of(fresh(user))
        assert (standing.role, standing.member_team_ids) == (role, frozenset())
        assert standing.person_id == cast.person(user).pk


def test_an_account_without_a_role_or_shut_stands_nowhere(cast, at):
    for user in map(fresh, (cast.nora, cast.dora)):
        standing = standing_of(user)
        assert standing.role is None
        assert standing.person_id is None
        assert standing.member_team_ids == frozenset()
        assert not is_let_in(user, at.date())
