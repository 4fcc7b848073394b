"""Projects in which somebody practises leading."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.development.models import DevelopmentStep
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by
from quarterdeck.domains.projects.models import Project
from quarterdeck.domains.projects.queries import projects_visible_to

from ..models import LeadershipProject


def leadership_projects_visible_to(user: Any) -> QuerySet[LeadershipProject]:
    """Return one's own, those one backs up, and those of the people one leads."""
    mine = standing_of(user).person_id or 0
    led = led_by(user, Person.objects.all()).order_by().values("pk")
    seen = Q(person_id__in=led) | Q(sponsor_id=mine)
    rows = LeadershipProject.objects.filter(seen)
    rows = rows if is_member(user) else rows.none()
    rows = rows.select_related("person", "sponsor", "project", "given_by", "step")
    return while_private_rooms_are_open(user, rows.order_by("-starts_on", "-id"))


def get_leadership_project(*, user: Any, practice_id: int) -> LeadershipProject:
    return leadership_projects_visible_to(user).get(pk=practice_id)


def project_of(user: Any, row: LeadershipProject) -> Project | None:
    """Return the project itself, if the reader may see it."""
    return projects_visible_to(user).filter(pk=row.project_id or 0).first()


def links_seen(
    user: Any, rows: Iterable[LeadershipProject]
) -> dict[int, tuple[int | None, int | None]]:
    """Return for each row its project and step, as far as the reader may see them."""
    found = list(rows)
    ids = {row.project_id for row in found if row.project_id}
    seen = set(
        projects_visible_to(user).filter(pk__in=ids).values_list("pk", flat=True)
    )
    people = Person.objects.filter(pk__in={row.person_id for row in found})
    near = set(led_by(user, people).values_list("pk", flat=True))
    return {
        row.pk: (
            row.project_id if row.project_id in seen else None,
            row.step_id if row.person_id in near else None,
        )
        for row in found
    }


def steps_to_link(*, user: Any, person: Person) -> QuerySet[DevelopmentStep]:
    """Return the open steps of somebody's plan that a project may serve."""
    near = led_by(user, Person.objects.filter(pk=person.pk)).order_by().values("pk")
    rows = DevelopmentStep.objects.filter(
        goal__person_id__in=near, goal__closure=None, removed_at=None, done_at=None
    )
    return while_private_rooms_are_open(user, rows.select_related("goal"))
