"""Teams of nine in a tree, with people, skills, working weeks and days off."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    Skill,
    TimeOff,
    WorkingPattern,
)

from ..story.people import FIRST_NAMES, LAST_NAMES

FIRST, LAST = FIRST_NAMES.split(), LAST_NAMES.split()
TEAM_SIZE, BELOW_ONE, SKILLS, BATCH = 9, 6, 30, 1_000


@dataclass
class Crowd:
    """Everybody there is, team by team; the first of a team leads it."""

    teams: list[Team]
    skills: list[Skill]
    by_team: dict[int, list[Person]] = field(default_factory=dict)


def make_people(
    count: int, leader: Any, *, at: datetime, chance: random.Random
) -> Crowd:
    teams = _teams(max(1, round(count / TEAM_SIZE)), at)
    skills = Skill.objects.bulk_create(
        Skill(name=f"Skill {number + 1}") for number in range(SKILLS)
    )
    crowd = Crowd(teams, skills)
    first = Person.objects.get(user=leader)
    rows = [_person(number, at, chance) for number in range(1, count)]
    everybody = [first, *Person.objects.bulk_create(rows, batch_size=BATCH)]
    for number, person in enumerate(everybody):
        # The first round hands a leader to each team.
        team = teams[number % len(teams)]
        crowd.by_team.setdefault(team.pk, []).append(person)
    _memberships(crowd, first, at)
    _managers(crowd)
    _skills(crowd, at, chance)
    _working_time(everybody, at, chance)
    return crowd


def _teams(count: int, at: datetime) -> list[Team]:
    """Return the tree in breadth; each level needs the ids of the one above."""
    teams = [Team.objects.get(parent=None)]
    level = teams[:]
    while len(teams) < count:
        wanted = count - len(teams)
        rows = [
            Team(
                name=f"Team {len(teams) + n + 1}",
                parent=level[n // BELOW_ONE],
                path=f"new {len(teams) + n}",
                is_demo=True,
                created_at=at,
                updated_at=at,
            )
            for n in range(min(wanted, len(level) * BELOW_ONE))
        ]
        level = Team.objects.bulk_create(rows, batch_size=BATCH)
        for team in level:
            assert team.parent is not None
            team.path = f"{team.parent.path}{team.pk}/"
        Team.objects.bulk_update(level, ["path"], batch_size=200)
        teams += level
    return teams


def _person(number: int, at: datetime, chance: random.Random) -> Person:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}"
    return Person(
        name=name,
        email=f"person{number}@demo.example",
        position="Specialist",
        is_demo=True,
        created_at=at,
        updated_at=at,
    )


def _memberships(crowd: Crowd, first: Person, at: datetime) -> None:
    root = crowd.teams[0]
    Membership.objects.bulk_create(
        (
            Membership(person=person, team_id=team_id, leads=not place, since=at.date())
            for team_id, people in crowd.by_team.items()
            for place, person in enumerate(people)
            if (person.pk, team_id) != (first.pk, root.pk)
        ),
        batch_size=BATCH,
    )


def _managers(crowd: Crowd) -> None:
    """The leader of a team is the manager of its members and of the leaders below."""
    for team in crowd.teams:
        head, *others = crowd.by_team[team.pk]
        if team.parent_id is not None:
            head.manager = crowd.by_team[team.parent_id][0]
        for person in others:
            person.manager = head
    everybody = [person for people in crowd.by_team.values() for person in people]
    by_manager: dict[int | None, list[int]] = {}
    for person in everybody:
        by_manager.setdefault(person.manager_id, []).append(person.pk)
    for manager_id, ids in by_manager.items():
        Person.objects.filter(pk__in=ids).update(manager_id=manager_id)


def _skills(crowd: Crowd, at: datetime, chance: random.Random) -> None:
    def rows() -> Iterator[PersonSkill]:
        for place, team in enumerate(crowd.teams):
            own = crowd.skills[place % SKILLS]
            for person in crowd.by_team[team.pk]:
                others = chance.sample([s for s in crowd.skills if s is not own], 2)
                for skill in (own, *others):
                    level = chance.randint(1, 5)
                    yield PersonSkill(
                        person=person,
                        skill=skill,
                        level=level,
                        wants_to_grow=chance.random() < 0.2,
                        assessed_on=at.date(),
                        created_at=at,
                        updated_at=at,
                    )

    PersonSkill.objects.bulk_create(rows(), batch_size=BATCH)


def _working_time(everybody: list[Person], at: datetime, chance: random.Random) -> None:
    starts_on = at.date() - timedelta(days=90)
    WorkingPattern.objects.bulk_create(
        (
            WorkingPattern(person=person, starts_on=starts_on, friday=0)
            for person in everybody
            if chance.random() < 0.15
        ),
        batch_size=BATCH,
    )
    away = [(p, at.date() + timedelta(days=chance.randint(0, 60))) for p in everybody]
    TimeOff.objects.bulk_create(
        (
            TimeOff(
                person=person,
                starts_on=day,
                ends_on=day + timedelta(days=chance.randint(0, 13)),
                created_at=at,
                updated_at=at,
            )
            for person, day in away
            if chance.random() < 0.2
        ),
        batch_size=BATCH,
    )
