"""Team × skill, with how well each skill is covered and what open tasks ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

from quarterdeck.domains.people import queries
from quarterdeck.domains.people.rules import LEVELS, Cover, cover_of, is_stale
from quarterdeck.domains.people.rules.skills import ALONE
from quarterdeck.domains.projects.queries import SkillDemand, skills_asked_below

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team
    from quarterdeck.domains.people.models import Person, Skill
    from quarterdeck.domains.people.queries.skills import Level

WORDS = dict(LEVELS)
NOT_KNOWN = '<td class="none"><span class="unseen">not known</span></td>'


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
    rows: list[tuple["Person", SafeString]]  # and the cells beside the name

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
    asked = skills_asked_below(user=user, team=team) if team is not None else {}
    columns = queries.columns_of(
        user=user, team=team, today=today, text=text, also=asked
    )
    heads = [_head(column, asked.get(column.skill.pk)) for column in columns]
    levels = queries.levels_of(people, [head.skill for head in heads])
    skills = [head.skill.pk for head in heads]
    rows = [
        (person, _cells((levels.get((person.pk, pk)) for pk in skills), today))
        for person in people
    ]
    return Matrix(heads, rows)


def _head(column: queries.Column, demand: SkillDemand | None) -> Head:
    level = max(demand.tasks_at, default=ALONE) if demand else ALONE
    cover = cover_of(
        column.people_at,
        growing=column.growing,
        level=level,
        wanted=1 if demand else 0,
    )
    return Head(column.skill, cover, level, demand.tasks if demand else 0)


def _cells(levels: "Iterable[Level | None]", today: date) -> SafeString:
    # Hundreds on a page, so they are written here at once: figures and our own words.
    return mark_safe("".join(_cell(one, today) for one in levels))


def _cell(one: "Level | None", today: date) -> str:
    """One level, said in words for whoever cannot see the shade."""
    if one is None:
        return NOT_KNOWN
    words, signs = WORDS[one.level], ""
    if one.wants_to_grow:
        words += ", wants to grow"
        signs += '<span aria-hidden="true">↗</span>'
    if is_stale(one.assessed_on, today):
        words += ", older than a year"
        signs += '<span aria-hidden="true">?</span>'
    return (
        f'<td class="level-{one.level}"><span title="{words}">{one.level}{signs}'
        f'<span class="unseen"> {words}</span></span></td>'
    )
