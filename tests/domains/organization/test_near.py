"""The teams to choose from beside one: all of a small tree, the near ones of a large."""

import pytest

from quarterdeck.domains.organization import queries
from quarterdeck.domains.organization.models import Team


@pytest.fixture
def tree(cast, at):
    stamps = {"created_at": at, "updated_at": at}

    def add(name, parent):
        team = Team.objects.create(name=name, parent=parent, path=name, **stamps)
        team.path = f"{parent.path}{team.pk}/"
        team.save(update_fields=["path"])
        return team

    desk = add("Desk", cast.support)
    return {"desk": desk, "night": add("Night", desk), "bar": add("Bar", cast.kitchen)}


def names(found):
    return {team.name for team in found}


def test_all_of_a_small_tree_are_near(cast, tree, django_assert_num_queries):
    everything = set(Team.objects.values_list("name", flat=True))
    queries.near(user=cast.bob, team=None)
    with django_assert_num_queries(1):
        assert names(queries.near(user=cast.bob, team=tree["desk"])) == everything


@pytest.mark.parametrize("few", [1, 5])
def test_of_a_large_tree_those_around_are_near(
    cast, tree, few, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(queries.teams, "FEW", few)
    queries.near(user=cast.bob, team=None)
    with django_assert_num_queries(1):
        found = queries.near(user=cast.bob, team=tree["desk"])
    if few > 1:
        assert names(found) == {cast.root.name, cast.support.name, "Desk", "Night"}
        assert [team.path for team in found] == sorted(team.path for team in found)
    assert len(found) <= few


def test_a_tree_of_exactly_as_many_as_a_list_holds_is_small(cast, tree, monkeypatch):
    monkeypatch.setattr(queries.teams, "FEW", Team.objects.count())
    assert len(queries.near(user=cast.bob, team=None)) == Team.objects.count()


def test_a_guest_is_offered_no_team(cast, tree):
    assert queries.near(user=cast.gwen, team=None) == []
