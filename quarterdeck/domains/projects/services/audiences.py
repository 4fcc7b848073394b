"""Who is told of an act in a project."""

from collections.abc import Iterable
from dataclasses import replace

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person

from ..models import Project, ProjectMember


def audience_of(project: Project) -> activity.Audience:
    """An act is told to whoever may see the project: everybody, or its team.

    Whoever was let in by name, and a leader from elsewhere, reads it by name.
    """
    if project.visibility == Project.Visibility.ORGANIZATION:
        told = activity.everyone()
    else:
        told = activity.team(project.team_id)
    return replace(told, user_ids=_named(project))


def audience_of_all(
    projects: Iterable[Project], by_id: int | None
) -> activity.Audience:
    """Return who may see all of these projects; if that is unclear, only the actor."""
    distinct = {project.pk: project for project in projects}
    if len(distinct) == 1:
        return audience_of(next(iter(distinct.values())))
    open_to_all = all(
        p.visibility == Project.Visibility.ORGANIZATION for p in distinct.values()
    )
    return activity.everyone() if open_to_all else activity.only(by_id)


def _named(project: Project) -> frozenset[int]:
    members = ProjectMember.objects.filter(project=project).values("person_id")
    people = Person.objects.filter(pk__in=members)
    if project.leader_id is not None:
        people |= Person.objects.filter(pk=project.leader_id)
    ids = people.filter(user__isnull=False).values_list("user_id", flat=True)
    return frozenset(i for i in ids if i is not None)
