"""Team × skill, with how well each skill is covered and what open tasks ask for."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import queries
from quarterdeck.domains.people.rules import LEVELS, Cover, cover_of, is_stale
from quarterdeck.domains.people.rules.skills import ALONE
from quarterdeck.domains.projects.queries import SkillDemand, skill_demand

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team
    from quarterdeck.domains.people.models import Person, PersonSkill, Skill

WORDS = dict(LEVELS)


@dataclass(frozen=True)
class Cell:
    """One level, said in words for whoever cannot see the shade."""

    level: int
    grows: bool
    stale: bool

    @property
    def words(self) -> str:
        parts = [WORDS[self.level]]
        parts += ["wants to grow"] if self.grows else []
        parts += ["older than a year"] if self.stale else []
        return ", ".join(parts)


@dataclass(frozen=True)
class Head:
    """One skill on top of its column."""

    skill: "Skill"
    cover: Cover
    level: int  # what is asked for, else from where somebody can be counted on
    tasks: int


@dataclass(frozen=True)
class Matrix:
    heads: list[Head]
    rows: list[tuple["Person", list[Cell | None]]]

    @property
    def gaps(self) -> list[Head]:
        """What open tasks ask for and nobody, or one person only, can do."""
        return [head for head in self.heads if head.tasks and head.cover.words]


def matrix_of(
    *,
    user: Any,
    team: "Team | None",
    people: "list[Person]",
    today: date,
    text: str = "",
) -> Matrix:
    asked = _asked(user, team)
    columns = queries.columns_of(
        user=user, team=team, today=today, text=text, also=asked
    )
    heads = [_head(column, asked.get(column.skill.pk)) for column in columns]
    levels = queries.levels_of(people, [head.skill for head in heads])
    rows = [
        (
            person,
            [_cell(levels.get((person.pk, head.skill.pk)), today) for head in heads],
        )
        for person in people
    ]
    return Matrix(heads, rows)


def _asked(user: Any, team: "Team | None") -> dict[int, SkillDemand]:
    if team is None:
        return {}
    ids = list(organization.subtree(team).values_list("pk", flat=True))
    return {row.skill_id: row for row in skill_demand(user=user, team_ids=ids)}


def _head(column: queries.Column, demand: SkillDemand | None) -> Head:
    level = max(demand.tasks_at, default=ALONE) if demand else ALONE
    cover = cover_of(
        column.levels, growing=column.growing, level=level, wanted=1 if demand else 0
    )
    return Head(column.skill, cover, level, demand.tasks if demand else 0)


def _cell(row: "PersonSkill | None", today: date) -> Cell | None:
    if row is None:
        return None
    return Cell(row.level, row.wants_to_grow, is_stale(row.assessed_on, today))
