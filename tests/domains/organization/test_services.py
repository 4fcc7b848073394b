from contextlib import suppress
from datetime import timedelta
from itertools import count

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.organization import queries, services
from quarterdeck.domains.organization.models import Invitation, Team
from quarterdeck.domains.people.services import leave_team

numbers = count()


@pytest.fixture
def desk(cast, at):
    return services.add_team(name="Desk", parent=cast.support, by=cast.olga, at=at)


def test_a_team_moves_with_all_below_it(desk, cast, at):
    night = services.add_team(name="Night", parent=desk, by=cast.olga, at=at)
    services.move_team(team=cast.support, parent=cast.kitchen, by=cast.olga, at=at)
    night.refresh_from_db()
    above = [cast.root.pk, cast.kitchen.pk, cast.support.pk, desk.pk, night.pk]
    assert night.ancestor_ids == above
    assert Activity.objects.latest("id").verb == "team.moved"


def test_a_team_cannot_hang_below_itself(desk, cast, at):
    with pytest.raises(services.TeamBelowItself, match=r"Desk.*part of.*Support"):
        services.move_team(team=cast.support, parent=desk, by=cast.olga, at=at)
    with pytest.raises(services.TeamBelowItself):
        services.move_team(team=desk, parent=desk, by=cast.olga, at=at)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_whatever_is_moved_the_tree_stays_a_tree(moves, cast, at):
    top = services.add_team(
        name=f"T{next(numbers)}", parent=cast.root, by=cast.olga, at=at
    )
    teams = [top]
    for name in "abcde":
        parent = teams[-1] if name in "bd" else top
        teams.append(services.add_team(name=name, parent=parent, by=cast.olga, at=at))
    for which, where in moves:
        with suppress(services.TeamBelowItself, services.TeamNameTaken):
            services.move_team(
                team=teams[which], parent=teams[where], by=cast.olga, at=at
            )
    for team in Team.objects.select_related("parent"):
        above = team.parent.path if team.parent else "/"
        assert team.path == f"{above}{team.pk}/"


def test_a_name_stands_once_below_one_team(desk, cast, at):
    with pytest.raises(services.TeamNameTaken):
        services.edit_team(team=cast.kitchen, name="Support", by=cast.olga, at=at)
    other = services.add_team(name="Desk", parent=cast.kitchen, by=cast.olga, at=at)
    with pytest.raises(services.TeamNameTaken):
        services.move_team(team=other, parent=cast.support, by=cast.olga, at=at)


def test_only_an_empty_team_is_removed(desk, cast, at):
    with pytest.raises(services.TeamNotEmpty, match=r"still holds .*members.*teams"):
        services.remove_team(team=cast.support, by=cast.olga, at=at)
    with pytest.raises(services.TeamNotEmpty, match="top"):
        services.remove_team(team=cast.root, by=cast.olga, at=at)
    charlie = cast.person(cast.charlie)
    leave_team(person=charlie, team=cast.kitchen, by=cast.dana, at=at)
    services.remove_team(team=cast.kitchen, by=cast.olga, at=at)
    assert not Team.objects.filter(name="Kitchen").exists()
    assert Activity.objects.latest("id").content.subject_name == "Kitchen"


@pytest.mark.parametrize("name", ["dana", "alice", "bob", "gwen", "nora"])
def test_only_admins_shape_the_tree(name, desk, cast, at):
    by = getattr(cast, name)
    for act in (
        lambda: services.edit_team(team=desk, name="X", by=by, at=at),
        lambda: services.move_team(team=desk, parent=cast.kitchen, by=by, at=at),
        lambda: services.remove_team(team=desk, by=by, at=at),
        lambda: services.edit_organization(by=by, at=at, name="X"),
        lambda: services.change_role(user=cast.bob, name="admin", by=by, at=at),
        lambda: services.end_access(user=cast.bob, by=by, at=at),
        lambda: services.invite(
            invitees=[services.Invitee("E")], role="member", by=by, at=at
        ),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_last_admin_stays(cast, at):
    with pytest.raises(services.LastAdmin):
        services.change_role(user=cast.olga, name="member", by=cast.olga, at=at)
    with pytest.raises(services.LastAdmin):
        services.end_access(user=cast.olga, by=cast.olga, at=at)
    services.change_role(user=cast.dana, name="admin", by=cast.olga, at=at)
    services.end_access(user=cast.olga, by=cast.dana, at=at)
    assert queries.admin_ids() == [cast.dana.pk]


def test_only_the_hash_of_a_token_is_kept(cast, at):
    ((row, token),) = services.invite(
        invitees=[services.Invitee("Eve")], role="member", by=cast.olga, at=at
    )
    assert token not in str(Invitation.objects.filter(pk=row.pk).values())
    assert queries.invitation_behind(token, at).pk == row.pk


def test_an_invitation_ends(cast, at):
    ((row, token),) = services.invite(
        invitees=[services.Invitee("Eve")], role="member", by=cast.olga, at=at, days=3
    )
    with pytest.raises(services.InvitationNotOpen):
        services.spend_invitation(token=token, at=at + timedelta(days=3))
    services.revoke_invitation(invitation=row, by=cast.olga, at=at)
    with pytest.raises(services.InvitationNotOpen):
        services.spend_invitation(token=token, at=at)
    with pytest.raises(services.InvitationNotOpen):
        services.revoke_invitation(invitation=row, by=cast.olga, at=at)
