import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.people.models import Person, PersonSkill, Skill
from quarterdeck.domains.projects import queries, services

from .work import project, task


@pytest.fixture
def french(db):
    return Skill.objects.create(name="French")


def can(person: Person, skill: Skill, level: int) -> None:
    PersonSkill.objects.create(
        person=person,
        skill=skill,
        level=level,
        assessed_on=person.created_at.date(),
        created_at=person.created_at,
        updated_at=person.created_at,
    )


def test_demand_sets_open_needs_against_people(cast, french, at):
    opening = project(cast.support)
    for title, level, heads in (("A", 2, 1), ("B", 2, 2), ("C", 4, 1)):
        services.add_skill_need(
            task=task(opening, title),
            skill=french,
            level=level,
            head_count=heads,
            by=cast.bob,
            at=at,
        )
    done = task(opening, "Done", status="done")
    services.add_skill_need(task=done, skill=french, by=cast.bob, at=at)
    can(cast.person(cast.bob), french, 3)
    can(cast.person(cast.alice), french, 2)
    can(cast.person(cast.charlie), french, 5)
    (row,) = queries.skill_demand(user=cast.alice, team_ids=[cast.support.pk])
    assert (row.skill, row.tasks, row.heads) == ("French", 3, 4)
    assert (row.tasks_at, row.heads_at) == ({2: 2, 4: 1}, {2: 3, 4: 1})
    assert (row.people_at[2], row.people_at[3], row.people) == (2, 1, 0)


def test_demand_of_a_team_one_is_not_in_is_empty(cast, french, at):
    services.add_skill_need(
        task=task(project(cast.support), "A"), skill=french, by=cast.bob, at=at
    )
    assert queries.skill_demand(user=cast.charlie, team_ids=[cast.support.pk]) == []
    assert queries.skill_demand(user=cast.olga, team_ids=[cast.support.pk]) == []


def test_needs_are_edited_and_removed_by_who_may(cast, french, at):
    work = task(project(cast.support), "A")
    need = services.add_skill_need(task=work, skill=french, by=cast.bob, at=at)
    with pytest.raises(services.SkillAlreadyNeeded):
        services.add_skill_need(task=work, skill=french, by=cast.bob, at=at)
    services.edit_skill_need(need=need, level=5, head_count=3, by=cast.bob, at=at)
    need.refresh_from_db()
    assert (need.level, need.head_count) == (5, 3)
    with pytest.raises(PermissionDenied):
        services.remove_skill_need(need=need, by=cast.charlie, at=at)
    services.remove_skill_need(need=need, by=cast.bob, at=at)
    assert not work.skill_needs.exists()
