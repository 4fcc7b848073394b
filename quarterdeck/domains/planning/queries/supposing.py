"""What a what-if may be about, found by a few words, and told in a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import subtree
from quarterdeck.domains.people.models import Membership, Person, Skill
from quarterdeck.domains.projects.models import (
    Contributor,
    Project,
    ProjectMember,
    Task,
)

from ..choices import Adjustment, about_field
from ..models import Scenario
from ..rules.helping import HELP_IN_WORDS
from ..rules.helping import said_day as _said
from .scope import open_work_of

FEW = 8  # matches that a list of suggestions shows
_NUMBER = re.compile(r"#(\d{1,18})$")


@dataclass(frozen=True)
class Supposition:
    """One thing that is supposed: its number in the what-if, and a sentence."""

    number: int
    adjustment: Mapping[str, Any]
    sentence: str


def to_suppose(kind: str, team: Team) -> QuerySet[Any]:
    """Return what a supposition of this kind can be about in the plan of a team."""
    if kind in (Adjustment.DEADLINE_MOVES, Adjustment.FEWER_HOURS):
        return open_work_of(team).select_related("project").order_by("pk")
    if kind == Adjustment.PEOPLE_JOIN:
        return subtree(team)
    projects = Project.objects.filter(
        team__path__startswith=team.path, archived_at__isnull=True, is_staged=False
    )
    if kind == Adjustment.PROJECT_DEADLINE_MOVES:
        return projects.order_by("name", "pk")
    return _people(team, projects)


def _people(team: Team, projects: QuerySet[Project]) -> QuerySet[Person]:
    """Whoever a plan of this team may ask: its people, helpers, and who does it now."""
    members = Membership.objects.filter(team__path__startswith=team.path)
    helpers = ProjectMember.objects.filter(project__in=projects.values("pk"))
    doing = Contributor.objects.filter(task__in=open_work_of(team).values("pk"))
    return Person.objects.filter(
        Q(pk__in=members.values("person_id"))
        | Q(pk__in=helpers.values("person_id"))
        | Q(pk__in=doing.values("person_id"))
    ).order_by("name", "pk")


def found_to_suppose(*, kind: str, team: Team, text: str) -> list[Any]:
    """Return what somebody means by a name, a few words or a number like #12.

    Whoever writes a whole name means that one; only words of a name are a search.
    """
    rows = to_suppose(kind, team)
    text = text.replace("\x00", "").strip()[:300]
    if number := _NUMBER.search(text):
        return list(rows.filter(pk=int(number.group(1))))
    field = "title" if rows.model is Task else "name"
    whole = Q(**{f"{field}__iexact": text})
    if field == "name" and rows.model is Person:
        whole |= Q(email__iexact=text)
    exact = list(rows.filter(whole)[:FEW]) if text else []
    return exact or list(rows.filter(**{f"{field}__icontains": text})[:FEW])


def skills_to_suppose() -> QuerySet[Skill]:
    """Return what somebody new could be good at."""
    return Skill.objects.order_by("name")


def label_to_suppose(record: Any) -> str:
    """A name that says exactly which record is meant, as a field takes it."""
    if isinstance(record, Task):
        return f"{record.title} · {record.project.name} · #{record.pk}"
    return f"{record.name} · #{record.pk}"


def suppositions_of(scenario: Scenario) -> list[Supposition]:
    """Return what a what-if supposes, in words, in one query for each kind of record."""
    rows = list(numbered(scenario.adjustments))
    named = _named([row for _, row in rows])
    return [Supposition(number, row, _sentence(row, named)) for number, row in rows]


def numbered(
    adjustments: Iterable[Mapping[str, Any]],
) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """Adjustments with the number each is named by; the first ones had none."""
    for place, row in enumerate(adjustments, start=1):
        plain = {name: value for name, value in row.items() if name != "number"}
        yield row.get("number", place), plain


def _named(rows: list[Mapping[str, Any]]) -> dict[str, dict[int, Any]]:
    models = {
        "person_id": Person,
        "project_id": Project,
        "task_id": Task,
        "team_id": Team,
        "skill_id": Skill,
    }
    found: dict[str, dict[int, Any]] = {}
    for field, model in models.items():
        ids = {row[field] for row in rows if row.get(field) is not None}
        found[field] = model._default_manager.in_bulk(ids) if ids else {}
    return found


def sentences_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Tell some adjustments, in one query for each kind of record."""
    plain = list(rows)
    named = _named(plain)
    return [_sentence(row, named) for row in plain]


def _sentence(row: Mapping[str, Any], named: Mapping[str, Mapping[int, Any]]) -> str:
    field = about_field(row["kind"])
    record = named[field].get(row[field])
    name = str(record) if record is not None else "somebody or something that is gone"
    if row["kind"] == Adjustment.PERSON_LEAVES:
        return f"{name} leaves: gone from {_said(row['on'])}."
    if row["kind"] == Adjustment.PERSON_AWAY:
        return (
            f"{name} is away from {_said(row['starts_on'])} to {_said(row['ends_on'])}."
        )
    if row["kind"] in HELP_IN_WORDS:
        skill = named["skill_id"].get(row.get("skill_id") or 0)
        return HELP_IN_WORDS[row["kind"]](row, name, str(skill or ""))
    what = "project " if row["kind"] == Adjustment.PROJECT_DEADLINE_MOVES else "task "
    now = getattr(record, "deadline", None)
    instead = f" instead of {_said(now)}" if now else ", where it has none now"
    return f"The deadline of the {what}“{name}” is {_said(row['on'])}{instead}."
