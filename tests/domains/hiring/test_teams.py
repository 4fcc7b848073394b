"""Who is let near candidates: whom the one who decides chose, and nobody else."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import HiringMember
from quarterdeck.domains.organization.models import Role


def candidates(user):
    for kept in ("_role", "_standing", "_rooms_open"):
        user.__dict__.pop(kept, None)
    return set(queries.candidates_visible_to(user).values_list("name", flat=True))


def test_only_the_hiring_team_knows_of_candidates(cast, room):
    assert candidates(cast.alice) == candidates(cast.bob) == {"Pia"}
    for user in (cast.dana, cast.olga, cast.gwen, cast.nora):
        assert candidates(user) == set()
        assert queries.file_of(user=user, role=room.role) is None


def test_nobody_lets_themselves_in(cast, room, at):
    for user in (cast.dana, cast.olga, cast.bob):
        with pytest.raises(PermissionDenied):
            services.add_to_hiring_team(
                role=room.role, person=cast.person(cast.dana), by=user, at=at
            )
        with pytest.raises(PermissionDenied):
            services.name_decider(
                role=room.role, person=cast.person(user), by=user, at=at
            )


def test_where_nobody_decides_any_more_the_leader_names_somebody(cast, room, at):
    HiringMember.objects.filter(decides=True).delete()
    with pytest.raises(PermissionDenied):
        services.name_decider(
            role=room.role, person=cast.person(cast.olga), by=cast.olga, at=at
        )
    person = cast.person(cast.dana)
    services.name_decider(role=room.role, person=person, by=cast.dana, at=at)
    assert candidates(cast.dana) == {"Pia"}


def test_one_person_decides(cast, room):
    bob = cast.person(cast.bob)
    services.name_decider(role=room.role, person=bob, **room.act)
    assert [one.person for one in room.role.hiring_team.filter(decides=True)] == [bob]
    with pytest.raises(PermissionDenied):
        services.open_scores(candidate=room.pia, **room.act)
    member = room.role.hiring_team.get(person=bob)
    with pytest.raises(services.SomebodyMustDecide):
        services.remove_from_hiring_team(member=member, by=cast.bob, at=room.act["at"])


def test_while_in_doubt_and_as_a_guest_nothing_is_shown(cast, room, at):
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    assert candidates(cast.bob) == set()
    Role.objects.filter(user=cast.charlie).update(name=Role.Name.GUEST)
    assert candidates(cast.charlie) == set()


def test_a_guest_is_not_let_in(cast, room):
    with pytest.raises(services.CannotInterview):
        services.add_to_hiring_team(
            role=room.role, person=cast.person(cast.gwen), **room.act
        )


def test_every_member_reads_the_role_itself(cast, room):
    for user in (cast.dana, cast.olga, cast.charlie):
        assert queries.get_role(user=user, role_id=room.role.pk).title == "Baker"
    assert not queries.roles_visible_to(cast.gwen).exists()
    assert [one.level for one in queries.skills_of_role(room.role)] == [3]


def test_only_a_leader_of_the_team_opens_a_role(cast, at):
    for user in (cast.bob, cast.charlie, cast.olga):
        with pytest.raises(PermissionDenied):
            services.open_role(title="X", team=cast.support, by=user, at=at)
    services.open_role(title="X", team=cast.support, by=cast.dana, at=at)


def test_the_cost_is_the_hiring_teams_and_leaves_no_trace(cast, room, at):
    from quarterdeck.domains.activity.models import Change

    services.edit_hiring_file(
        role=room.role, changes={"cost_low": 31_415, "cost_high": 40_000}, **room.act
    )
    assert queries.file_of(user=cast.bob, role=room.role).cost_low == 31_415
    assert not Change.objects.filter(after__icontains="31415").exists()
    with pytest.raises(services.CostUpsideDown):
        services.edit_hiring_file(
            role=room.role, changes={"cost_low": 50_000}, **room.act
        )


def test_status_is_set_with_its_history(cast, room):
    from quarterdeck.domains.activity.queries import history_of

    services.pause_role(role=room.role, **room.act)
    with pytest.raises(services.RoleStatusUnchanged):
        services.pause_role(role=room.role, **room.act)
    services.close_role(role=room.role, **room.act)
    with pytest.raises(services.RoleIsOver):
        services.add_candidate(role=room.role, name="Late", **room.act)
    services.reopen_role(role=room.role, **room.act)
    told = [(one.before, one.after) for one in history_of(room.role)]
    assert told == [("closed", "open"), ("paused", "closed"), ("open", "paused")]
